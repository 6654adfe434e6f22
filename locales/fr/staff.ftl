# L’équipe : boutons sous les dossiers, ce qu’apprennent ceux qui travaillent ici, et qui travaille ici.
staff-take-button = ✋ Je m’en occupe
staff-details-button = 👁 Coordonnées
staff-close-button = ✅ Clore
staff-reopen-button = ↩️ Rouvrir
staff-taken-toast = Le dossier est désormais le vôtre.
staff-taken-before-toast = Quelqu’un s’occupe déjà de ce dossier, ou il est clos.
staff-closed-toast = Clos.
staff-closed-before-toast = Le dossier était déjà clos.
staff-kept-open-alert = Il s’agit d’un retour encore à décider : acceptez-le, refusez-le avec un motif ou terminez-le là-bas. Le dossier se clora alors de lui-même.
staff-reopened-toast = De nouveau ouvert.
staff-not-reopened-alert = Un dossier se rouvre dans les sept jours, tant que la personne n’a pas de nouvelle demande.
staff-details-alert = Je vous l’envoie en privé. Si rien n’arrive, ouvrez une fois notre conversation privée et touchez « Démarrer ».
staff-no-details-alert = Aucun compte client n’est connu pour ce dossier.
staff-not-allowed-alert = Seules les personnes inscrites pour cela peuvent le faire.
staff-not-allowed = Seules les personnes inscrites pour cela peuvent le faire. Rien n’a été envoyé.
staff-not-sent-closed = Le dossier est clos, rien n’a été envoyé. Rouvrez-le d’abord.
staff-not-sent-kind = { $kind } : je peux envoyer seulement du texte, des photos, des documents, du son et de la vidéo. Rien n’a été envoyé.
staff-tap = Ceci n’est envoyé à personne. Touchez un bouton, s’il vous plaît ; pour écrire à la personne, répondez à son dossier dans le groupe.
staff-not-sent-command = Je ne connais pas cette commande ; rien n’a été envoyé à la cliente ou au client. Il y a /note, /take, /goodwill, /close et /queue.
staff-noted = 📝 Noté, pour l’équipe seulement.
staff-list = <b>Qui travaille ici</b>
staff-granted = Inscription faite : <code>{ $id }</code>, { $role }.
staff-revoked = Retrait fait : <code>{ $id }</code>.
staff-unknown = Ce numéro n’est pas inscrit : <code>{ $id }</code>.
staff-id = Votre numéro : <code>{ $id }</code>
staff-role-owner = propriétaire
staff-role-agent = service client
staff-role-marketer = marketing
staff-open-button = 🔎 Ouvrir
staff-not-sent-no-chat = Cette personne n’a pas de conversation joignable avec nous, rien n’a été envoyé. Ses coordonnées se trouvent sous le dossier.
staff-corrected = ✎ Corrigé, chez la cliente ou le client aussi.
staff-edited-command = Ce message est déjà chez la cliente ou le client et ne devient plus une commande. L’ancien texte y figure toujours.
staff-close-how =
    Pour clore, il faut une cause et une mesure. Touchez ici, ou écrivez-le d’un coup : <code>/close late refunded</code>
    Causes : { $causes }
    Mesures : { $actions }
staff-last-owner-alert = Impossible : quelqu’un doit rester propriétaire.
