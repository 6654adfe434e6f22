# Les écrans de l’équipe en privé : la file, les dossiers, qui travaille ici.
desk-queue-button = 📋 Dossiers ouverts
desk-members-button = 👥 Équipe
desk-queue-free =
    { $free ->
        [one] Personne ne s’occupe encore de l’un d’eux.
        [many] Personne ne s’occupe encore de { $free } d’entre eux.
       *[other] Personne ne s’occupe encore de { $free } d’entre eux.
    }
desk-queue-by-cause = Le plus urgent d’abord.
desk-queue-by-age = Ce qui attend depuis le plus longtemps d’abord.
desk-queue-by-value = La valeur de commande la plus élevée d’abord.
desk-by-cause-button = Motif
desk-by-age-button = Attente
desk-by-value-button = Valeur
desk-cause-human-button = 🙋 Conseiller
desk-cause-missing-button = ❓ Absent
desk-cause-lost-button = 🕳 Perdu
desk-cause-damaged-button = 💥 Endommagé
desk-cause-late-button = ⏳ En retard
desk-cause-complaint-button = 😠 Réclamation
desk-cause-detractor-button = 🙁 Insatisfaction
desk-cause-exception-button = ⚠️ Problème
desk-cause-cancel-button = 🗑 Annulé
desk-cause-change-button = ✏️ Changement
desk-cause-return-button = 📦 Retour
desk-cause-feedback-button = 💬 Suggestion
desk-number = nº { $id }
desk-newer-button = ‹ Plus récents
desk-older-button = Plus anciens ›
desk-previous-button = ‹ Précédents
desk-next-button = Suivants ›

desk-nobody = Personne ne s’en occupe encore.
desk-surroundings = Commandes : { $orders }, dont en cours : { $open } · points : { $points } · autres dossiers : { $cases }
desk-last-scores = Dernières notes : { $scores }
desk-last-nps = NPS { $score }/10
desk-last-csat = CSAT { $score }/5
desk-returns = Retours : { $returns }, dont en cours : { $open }
desk-said-at = { DATETIME($at) }
desk-writer = <b>{ $name }</b>
desk-from-customer = Client
desk-from-bot = Bot
desk-from-staff = Équipe
desk-note = Note
desk-file = [fichier]
desk-history-title = <b>Dossier { $id } : historique</b>
desk-history-empty = Rien n’a encore été écrit ici.
desk-history-button = 🕘 Historique ({ $count })
desk-transcript-button = 📄 En fichier
desk-transcript-title = Dossier { $id }
desk-transfer-button = 🤝 Confier
desk-transfer-ask =
    <b>Confier le dossier { $id }</b>
    Qui s’en occupe désormais ?
desk-transferred-toast = Confié.
desk-not-transferred-toast = Impossible : le dossier est clos ou déjà là, ou cette personne ne peut pas répondre.

desk-reply-button = ✍️ Répondre
desk-reply-ask =
    ✍️ <b>Réponse au dossier { $id }</b>
    Chaque message que vous écrivez maintenant part chez la cliente ou le client : texte, photos, documents, son, vidéo. Touchez « Terminé » quand vous avez tout dit.
desk-reply-sending = … envoi en cours
desk-not-sent-command = Une commande ne part jamais chez un client. Rien n’a été envoyé.
desk-done-button = ✔️ Terminé
desk-note-button = 📝 Note
desk-note-ask =
    📝 <b>Note sur le dossier { $id }</b>
    Elle reste dans l’équipe ; la cliente ou le client ne la voit jamais.

desk-members-hint = Touchez un nom pour changer de rôle ou de nom, ou pour retirer quelqu’un. Chaque personne apprend son numéro avec /id.
desk-add-button = ➕ Inscrire
desk-member =
    <b>{ $name }</b>
    Numéro : <code>{ $id }</code>
    Rôle : { $role }
desk-member-by-settings = Nommé dans les réglages (BOTE_OWNER_IDS), à changer seulement là.
desk-member-since = Inscription : { DATETIME($at) }
desk-member-gone = Cette personne n’est pas inscrite.
desk-role-button = 🎭 Rôle
desk-name-button = ✏️ Nom
desk-revoke-button = 🚪 Retirer
desk-number-ask = Quel est le numéro de la personne ? Écrivez-le, ou partagez son contact avec moi.
desk-number-wrong = Ce n’est pas un numéro tel que /id l’indique.
desk-role-ask = Quel rôle pour <code>{ $id }</code> ?
desk-name-ask = Comment s’appelle <code>{ $id }</code> ? Jusqu’ici : { $name }
desk-revoke-ask = Retirer { $name } (<code>{ $id }</code>) ? Tous les droits cessent aussitôt.
desk-revoke-confirm-button = 🚪 Oui, retirer
desk-revoked-toast = Retrait fait.
desk-granted-toast = Inscription faite.
desk-queue-taken = Quelqu’un s’occupe de chacun.
desk-ban-button = 🚫 Bloquer cette conversation
desk-unban-button = 🔓 Lever le blocage
desk-banned-toast = Bloqué : cette personne ne joint plus que le bot.
desk-unbanned-toast = Blocage levé.
