# Les retours côté équipe : la carte, ses boutons, les écrans en privé.
rma-approve-button = ✅ Accepter
rma-keep-button = 🎁 Sans retour …
rma-photo-button = 📷 Demander une photo
rma-gone-button = 🚚 Déjà parti
rma-onway-button = 🚚 En route
rma-here-button = 📦 Tout est là
rma-fine-button = 🔎 Tout est en ordre
rma-fine-part-button = 🔎 Ce qui est là est en ordre
rma-undo-button = ↩️ Pas encore là
rma-back-button = ↪️ Renvoyé
rma-close-button = ✔️ Terminer
rma-decline-button = ✖️ Refuser…
rma-label-button = 🏷 Étiquette…
rma-relabel-button = 🏷 Autre étiquette…
rma-receive-button = 📦 Une partie…
rma-check-button = 🔎 Un problème…
rma-check-part-button = 🔎 Vérifier, il en manque …
rma-settle-button = 💶 Régler : { MONEY($total) }…
rma-fee-button = 🎁 Offrir le retour ({ MONEY($total) })
rma-open-button = ↩️ Traiter le retour
rma-state = État : <b>{ $state }</b>
rma-state-next = État : <b>{ $state }</b> · { $next }
rma-next-customer_confirms = pas encore envoyé
rma-next-shop_decides = à nous de décider
rma-next-shop_sends_label = à nous d’envoyer l’étiquette
rma-next-customer_sends = en attente du colis
rma-next-carrier_brings = le colis arrive
rma-next-customer_sends_rest = en attente du reste
rma-next-shop_checks = à nous de vérifier
rma-next-shop_settles = à nous de payer ou de remplacer
rma-next-shop_closes = sera bientôt clôturé
rma-waits = ⚠️ En attente de notre part : { $why }
rma-why-value = valeur élevée
rma-why-value_unknown = valeur inconnue
rma-why-many_returns = nombreux retours en 90 jours
rma-why-date_unknown = jour de livraison inconnu
rma-why-said_missing = a signalé un colis non reçu
rma-why-was_declined = déjà refusé une fois
rma-why-defect = défaut : droit légal
rma-why-defect_without_photo = défaut sans photo : droit légal
rma-piece-accepted = accepté : { NUMBER($count) } sur { NUMBER($of) }
rma-piece-received = reçu : { NUMBER($count) } sur { NUMBER($of) }
rma-piece-instead = 🔁 à la place : { $name } ({ $sku })
rma-piece-instead-price = 🔁 à la place : { $name } ({ $sku }) · { MONEY($total) }
rma-finding = 🔎 Vérifié : { $why }
rma-photos =
    { $count ->
        [one] 📷 { $count } photo
        [many] 📷 { $count } de photos
       *[other] 📷 { $count } photos
    }
rma-note = 💬 « { $note } »
rma-photo-asked = 📷 photo demandée
rma-wish-refund = Souhait : remboursement · { MONEY($total) }
rma-wish-credit = Souhait : avoir · { MONEY($total) }
rma-wish-exchange = Souhait : autre article · valeur { MONEY($total) }
rma-wish-replacement = Souhait : le même à nouveau · valeur { MONEY($total) }
rma-shipping = + livraison { MONEY($total) }
rma-fee = − retour { MONEY($total) }
rma-loss = − dépréciation { MONEY($total) }
rma-exchange-rest = Ensuite, il reste { MONEY($total) } à rembourser à la personne.
rma-exchange-dearer = ⚠️ L’autre article coûte désormais { MONEY($total) } de plus que ce qui reste dû. La personne ne paie aucun supplément.
rma-keeps = 🎁 Rien à renvoyer
rma-paid = 💶 Déjà versé : { MONEY($total) }
rma-clock = ⏱ Rembourser au plus tard le { DAY($day) }
rma-step = { SCAN($at) } · { $done } · { $who }
rma-step-why = { $step } : « { $why } »
rma-by-customer = la cliente ou le client
rma-by-staff = l’équipe
rma-by-rules = selon les règles
rma-by-carrier = le transporteur
rma-by-platform = le système de la boutique
rma-by-clock = le délai
rma-did-photo = 📷 photo demandée
rma-did-keep = 🎁 sans retour
rma-did-gone = 🚚 déjà parti
rma-did-unsent = 📭 finalement pas envoyé
rma-did-scanned = 🔎 scanné par le transporteur
rma-did-part = 📦 une autre partie reçue
rma-did-paid = 💶 versé
rma-did-itself = 📮 sans étiquette
rma-did-sold_out = ⚠️ remplacement épuisé
rma-did-stocked = 📦 remplacement de nouveau là
rma-did-sent = 🔁 remplacement envoyé
rma-did-label = 📄 nouvelle étiquette
rma-did-more = ➕ d’autres pièces
rma-did-less = ✂️ moins de pièces
rma-did-undo = ↩️ pas encore là
rma-did-arrived = 📦 arrivé chez le client
rma-did-fee = 🎁 frais de retour offerts
rma-approve-toast = Accepté.
rma-keep-toast = Accepté, sans retour.
rma-photo-toast = La personne est priée d’envoyer une photo.
rma-gone-toast = Désormais une rétractation : les articles reviennent.
rma-onway-toast = Enregistré : le colis est en route vers nous.
rma-here-toast = Tout est là. Il reste à vérifier.
rma-fine-toast = Vérifié. La fiche dit ce qui vient ensuite.
rma-undo-toast = Annulé. La personne apprend que c’était une erreur.
rma-back-toast = La personne sait que l’envoi lui revient.
rma-close-toast = Terminé.
rma-fee-toast = C’est fait : le retour ne coûte rien à la personne.
rma-moved-on-alert = Ce retour a déjà avancé. La carte montre où il en est.
rma-tap-please = Veuillez utiliser les boutons sous ce message.
rma-not-declinable-alert = C’est un droit légal, ou c’est déjà accepté : impossible de refuser.
rma-no-reason-alert = Indiquez le motif, la personne le lira.
rma-too-many-alert = C’est plus de pièces que prévu ou que reçu.
rma-count-known-alert = Ce nombre est déjà saisi. Veuillez écrire combien de pièces sont arrivées en tout.
rma-nothing-came-alert = Rien n’est arrivé ? Touchez alors « Pas encore là » sur la fiche.
rma-no-address-alert = Les règles de retour n’ont pas d’adresse. Ajoutez-en une (address.lines) ou envoyez une étiquette.
rma-not-reducible-alert = Ici, la loi n’autorise aucune déduction.
rma-not-refusable-alert = La vérification ne refuse pas une rétractation : seul ce qui n’est pas notre article, ou dont le sceau est brisé, n’est pas accepté.
rma-loss-too-much-alert = C’est plus que la valeur des articles acceptés.
rma-nothing-due-alert = Il ne reste rien à verser.
rma-too-much-alert = C’est plus que ce qui reste dû.
rma-not-in-stock-alert = L’autre article est épuisé. Voyez avec la personne, ou remboursez.
rma-decline-ask =
    <b>Refuser { $number }</b>
    Écrivez le motif. La personne le lira tel quel ; ses droits légaux restent entiers.
rma-right-until = ⚠️ Le client peut encore se rétracter jusqu’au { DAY($day) } et sera alors remboursé. Le message de refus le lui dit, avec un bouton pour le faire.
rma-right = ⚠️ Le client peut encore se rétracter et sera alors remboursé. Le message de refus le lui dit, avec un bouton pour le faire.
rma-label-ask =
    <b>Étiquette pour { $number }</b>
    Écrivez l’adresse de la page (https://…) ou le numéro de suivi, ou envoyez l’étiquette sous forme de fichier. La personne reçoit aussi le numéro sous forme de code à présenter.
rma-label-wrong = Ce message ne contient ni adresse ni numéro de suivi.
rma-label-title = <b>Étiquette pour { $number }</b>
rma-label-url = 🔗 { $url }
rma-label-number = 🔢 Numéro de suivi { $code }
rma-label-file = 📎 le fichier que vous venez d’envoyer
rma-label-confirm = Voici ce que la personne recevra. L’étiquette peut être remplacée tant que rien n’est en route. S’il manque quelque chose, envoyez-le maintenant.
rma-relabel-told = ⚠️ La personne a déjà une étiquette. Celle-ci n’est plus valable, et elle lira que seule la nouvelle compte.
rma-label-send-button = ✔️ Envoyer ainsi
rma-label-again-button = ✏️ Recommencer
rma-label-taken-alert = Ce numéro est déjà celui d’un autre retour ou d’un colis que nous avons expédié. Veuillez le vérifier.
rma-label-itself-button = 📮 L’envoie sans étiquette
rma-receive-ask =
    <b>Qu’avez-vous reçu de { $number } ?</b>
    Chaque appui ajoute une pièce.
rma-receive-count = Vous pouvez aussi écrire combien de pièces sont arrivées.
rma-receive-total = Vous pouvez aussi écrire combien de pièces sont arrivées en tout, en comptant celles déjà saisies ({ NUMBER($count) }).
rma-piece-button = { $name } : { NUMBER($count) } sur { NUMBER($of) }
rma-received-button = ✔️ Enregistrer
rma-no-more-button = ✔️ Rien d’autre n’arrivera
rma-check-ask =
    <b>Qu’en est-il de { $number } ?</b>
    Touchez ce qui ne va pas ou manque ; chaque toucher compte une pièce. Le client lit de lui-même ce qui manque.
rma-check-piece = • { $name } : { $told }
rma-fine-count = ✅ { NUMBER($count) } en ordre
rma-refused-count = ⚠️ { NUMBER($count) } pas en ordre
rma-missing-count = ❓ { NUMBER($count) } manque
rma-refused-button = ⚠️ Pas en ordre : { $name }
rma-missing-button = ❓ Manque : { $name }
rma-check-loss = Déduction pour dépréciation : { MONEY($total) }
rma-check-no-loss = Ici, la loi n’autorise aucune déduction.
rma-loss-button = 💸 Déduire une dépréciation
rma-loss-ask =
    <b>Quelle dépréciation ?</b>
    Écrivez le montant, par exemple 5,00. Seul compte ce qui dépasse un essai comme en magasin.
rma-amount-wrong = Ce n’est pas un montant. Écrivez-le ainsi : 5,00
rma-checked-button = ✔️ Enregistrer ainsi
rma-refusal-ask =
    <b>Pourquoi quelque chose de { $number } n’est-il pas accepté ?</b>
    Une rétractation ne se refuse pas, même pour des articles utilisés ou abîmés.{ $loss ->
        [yes] {" "}Pour ceux-ci, une dépréciation est déduite.
       *[no] {""}
    } Seul peut être refusé un article qui n’est pas le nôtre{ $sealed ->
        [yes] , ou dont le sceau est brisé.
       *[no] .
    }
rma-refusal-other-button = 📦 Ce n’est pas notre article
rma-refusal-seal-button = 🔓 Le sceau est brisé
rma-early-why =
    <b>Pourquoi rembourser { $number } avant le retour des articles ?</b>
    Une phrase pour le dossier ; la personne ne la lit pas.
rma-keep-why =
    <b>Pourquoi rien de { $number } ne doit-il revenir ?</b>
    Une phrase pour le dossier ; la personne ne la lit pas.
rma-why-ask =
    <b>Qu’a montré la vérification de { $number } ?</b>
    Écrivez-le tel que la personne doit le lire.
rma-settle-ask =
    <b>Régler { $number }</b>
    Reste dû : <b>{ MONEY($total) }</b>. Pour moins, écrivez le montant.
rma-settle-part = Dont, pour ce qui est là : <b>{ MONEY($total) }</b>. Le reste attend les pièces manquantes.
rma-settle-nothing =
    <b>Clôturer { $number }</b>
    Il ne reste rien à verser. Un appui enregistre que c’est réglé.
rma-settle-early = Les articles ne sont pas encore vérifiés. Ce que vous versez maintenant est versé.
rma-refund-button = 💶 Rembourser { MONEY($total) }
rma-credit-button = 🎟 { MONEY($total) } en avoir
rma-exchange-button = 🔁 L’autre article est envoyé
rma-replacement-button = 📦 Le remplacement est envoyé
rma-refused = ✖️ { $why }
rma-done-toast = Enregistré ; la personne est prévenue.
rma-change-address = 🏠 Souhaite une autre adresse
rma-change-items = 🛒 Souhaite d’autres articles
rma-change-done-button = ✅ C’est modifié
rma-change-late-button = 🚚 Trop tard
rma-change-cancel =
    ✖️ Demande l’annulation : pas encore expédié, exclu de la rétractation. La boutique décide.
    Oui : annuler dans le système de la boutique, rembourser, puis confirmer ici. Non : écrire la raison ici, puis refuser.
rma-change-cancel-done-button = ✅ Annulé et remboursé
rma-change-cancel-late-button = ✖️ Refuser
rma-change-why-alert = Écrivez d’abord la raison en réponse à ce dossier ; la personne la lira. Ensuite, refusez.
rma-change-left-alert = Tout est parti entre-temps : rien ne peut plus être annulé. Touchez l’autre bouton.
rma-change-left = 🚚 Tout est parti entre-temps. La personne sait que c’était trop tard.
rma-change-told-toast = La personne est prévenue.
# A refund that names no items.
rma-refund-which = 💶 La plateforme de la boutique a remboursé { MONEY($total) } pour la commande { $order } le { DAY($day) } sans nommer d’articles. Pour quel retour est-ce ?
rma-refund-candidate = <b>{ $number }</b> · { $way ->
    [withdrawal] rétractation
    [warranty] défaut
    [cancel] annulé avant l’envoi
   *[goodwill] geste commercial
 } · reste à payer : { MONEY($total) }
rma-refund-for-button = { $number } · { MONEY($total) } restants
rma-refund-none-button = Aucun de ceux-ci
rma-refund-said-toast = Noté.
rma-refund-currency = 💱 La plateforme de la boutique a remboursé { MONEY($total) } pour la commande { $order }, dans une autre monnaie que celle du paiement. Ce n’est attribué à aucun retour ; veuillez vérifier.
rma-late-button = 📦 Le reste est arrivé …
rma-did-late = 📦 arrivé après coup
rma-late-ask =
    <b>Qu’est-ce qui est arrivé après coup pour { $number } ?</b>
    Chaque appui compte une pièce de plus. Ce qui est en ordre sera réglé à nouveau.
rma-late-fine-button = 🔎 En ordre, à régler
rma-late-not-button = ↪️ Pas en ordre
rma-late-why =
    <b>Comment le reste de { $number } est-il arrivé ?</b>
    Une phrase pour le dossier, par exemple : deuxième colis, reçu hier.
rma-late-why-back =
    <b>Qu’est-ce qui ne va pas dans le reste de { $number } ?</b>
    Écrivez-le tel que la personne doit le lire.
rma-late-taken-alert = Ces pièces font désormais partie d’un autre retour ou sont déjà remboursées.
rma-lost = 📭 Colis perdu ou revenu chez nous : rien ne revient
rma-coming = 📦 Encore en route vers le client : refusé, il revient de lui-même ; sinon il faudra une étiquette.
rma-turned = ↩️ Le colis nous revient déjà : le client n’envoie rien.
rma-did-lost = 📭 le colis n’arrivera jamais
rma-did-found = 📦 colis perdu retrouvé
