# Dossiers : ce que lisent les clients qui souhaitent parler à quelqu’un, et ce que l’équipe voit dans son groupe.
case-heard = 🙋 Notre équipe est prévenue et vous répond ici. Écrivez déjà de quoi il s’agit : tout ce que vous écrivez ici est désormais lu par une personne.
case-heard-later = 🙋 Notre équipe est absente pour le moment. À partir du { DAY($at) } à { TIME($at) }, une personne vous répondra ici. Écrivez déjà de quoi il s’agit : tout ce que vous écrivez ici nous parvient.
case-heard-complaint = 🙋 Nous sommes désolés que quelque chose n’ait pas été. Notre équipe est prévenue et vous répondra ici. Écrivez déjà ce qui s’est passé : tout ce que vous écrivez ici est maintenant lu par un humain.
case-heard-later-complaint = 🙋 Nous sommes désolés que quelque chose n’ait pas été. Notre équipe est absente en ce moment ; à partir de { DAY($at) }, { TIME($at) }, un humain vous répondra ici. Écrivez déjà ce qui s’est passé : tout ce que vous écrivez ici arrive.
case-already = 🙋 Notre équipe a votre demande. Vous aurez une réponse ici.
case-closed = La conversation avec notre équipe est terminée. À partir de maintenant, c’est de nouveau moi, le bot, qui réponds.
case-reopened = Notre équipe a repris votre demande et vous répond ici.
case-end-button = Terminer la conversation
command-human = Parler à une personne
case-human-button = 🙋 Conseiller
case-from-staff = 🙋 <b>Équipe { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · dossier { $id }
case-not-passed = { $kind } : je ne peux pas le transmettre à notre équipe, seulement du texte, des photos, des documents, du son et de la vidéo. Merci de l’écrire de l’une de ces façons.

case-told-lost = Le transporteur signale que le colis est perdu ({ DATETIME($at) }).
case-told-damaged = Le transporteur signale que le colis est abîmé ({ DATETIME($at) }).
case-told-action = Le transporteur signale qu’il faut faire quelque chose ({ DATETIME($at) }).
case-cause-human = souhaite parler à une personne
case-cause-missing = annoncé comme livré, mais absent
case-cause-lost = colis perdu
case-cause-damaged = colis endommagé
case-cause-late = colis en retard
case-cause-exception = problème avec un colis
case-cause-complaint = réclamation
case-cause-detractor = insatisfaction dans une enquête
case-cause-cancel = a annulé : arrêter l’envoi et rembourser
case-cause-return = retour ou rétractation
case-cause-change = souhaite une modification avant l’envoi
case-cause-feedback = avis ou suggestion
case-about = Sujet : { $topic }
case-about-too = Demande aussi : { $topic }
case-human-too = 🙋 Souhaite parler à une personne.
case-human-asked = 🙋 Dossier { $id } : après la mauvaise note, on demande maintenant à parler à quelqu’un. Ce que la personne écrit arrive ici.

case-card-open = 🔔 <b>Dossier { $id }</b> · { $cause }
case-card-closed = ✅ <b>Dossier { $id }</b> · { $cause } · clos
case-card-who = { $name } · langue : { $language } · depuis { DATETIME($at) }
case-card-who-only = { $name } · depuis { DATETIME($at) }
case-card-order = Commande { $number } · { $state } · { $total }
case-card-total = { MONEY($total) }
case-card-parcel = Colis { $carrier } <code>{ $number }</code> · { $state }
case-card-signed = Réception confirmée par : { $name }
case-card-line = { $sign } { $text } { $mark }
case-card-owner = S’en occupe : { $name }
case-card-nobody = Personne ne s’en occupe encore. Répondez à ce message pour écrire à la personne ; avec /note devant, cela reste entre nous.

case-queue-empty = Rien n’attend. 🎉
case-queue-title =
    { $count ->
        [one] <b>Un dossier est ouvert</b>
        [many] <b>{ $count } de dossiers sont ouverts</b>
       *[other] <b>{ $count } dossiers sont ouverts</b>
    }
case-queue-cause = <i>{ $cause }</i>
case-queue-line = { $sign } Dossier { $id } · { $age } · commande { $order } · { $value }
case-queue-more = … et { $count } autres
case-age-days =
    { $days ->
        [one] depuis un jour
        [many] depuis { $days } de jours
       *[other] depuis { $days } jours
    }
case-age-hours = depuis { $hours } h
case-reminder = ⏰ Le dossier { $id } ({ $cause }) attend { $age }, et personne n’a encore réagi.

case-details =
    <b>Dossier { $id }</b>
    Nom : { $name }
    E-mail : { $email }
    Téléphone : { $phone }
case-details-address =
    Adresse de livraison : { $street }
    { $city }
case-away = 🌙 Notre équipe est absente pour le moment. Ce que vous écrivez nous parvient ; à partir du { DAY($at) } à { TIME($at) }, une personne vous répondra ici.
case-card-no-chat = Client
case-card-earlier =
    { $count ->
        [one] ⋯ un message plus ancien se trouve dans l’historique
        [many] ⋯ { $count } de messages plus anciens se trouvent dans l’historique
       *[other] ⋯ { $count } messages plus anciens se trouvent dans l’historique
    }
case-card-resolved = Cause : { $cause } · mesure : { $action }
case-card-words = « { $words } »
case-closed-by-customer = La personne a mis fin elle-même à la conversation.
case-closed-by-recovered = Réglé : le colis avance de nouveau.
case-closed-by-shipped = Réglé : le colis est parti entre-temps, et la personne le sait.
case-closed-by-declared = Réglé : la rétractation est déclarée et a son propre dossier.
case-closed-by-return = Réglé : le retour est terminé.
case-handed-on = 🤝 { $name } vous a confié le dossier { $id } ({ $cause }).
case-unanswered = 🚨 Le dossier { $id } ({ $cause }) attend { $age }, et personne n’a réagi malgré le rappel.
case-unposted = 🚨 Le dossier { $id } ({ $cause }) n’a pas pu être publié dans le groupe de l’équipe : { $reason }.
case-undelivered = ⚠️ Non remis à { $name } : { $about }{ $order }. Motif : { $reason }.
case-turned-up = 📦 Dossier { $id } : le colis est réapparu, dit la personne. Quelqu’un a pris le dossier, il reste donc ouvert.
case-age-minutes = depuis { $minutes } min
case-banned = Vous ne pouvez plus joindre notre équipe par cette conversation. Moi, le bot, je reste à votre disposition.
case-nudge = ⏰ Dossier { $id } ({ $cause }) : la personne attend votre réponse. Sans réponse, le dossier redevient libre.
case-nudge-urgent = ⏰ Dossier { $id } ({ $cause }) : la personne attend votre réponse, et le délai court.
case-free-again = ↩️ Le dossier { $id } ({ $cause }) est de nouveau libre, jusqu’ici chez { $name }. La personne attend.
case-card-rating = Réponse : { $rating }
case-card-rating-because = Réponse : { $rating } · { $reasons }
case-card-before = Avant : dossier { $id }, { $cause }
case-card-before-done = Avant : dossier { $id }, { $cause } · { $action }
case-way-ordered = commandé le { DATE($day) }
case-way-expected = attendu le { DATE($day) }
case-way-delivered = livré le { DATE($day) }
case-way-late =
    { $days ->
        [one] un jour de retard
        [many] { $days } de jours de retard
       *[other] { $days } jours de retard
    }
case-plan = 💡 <b>Suggestion : { $trouble }</b>
case-plan-step = • { $step }
case-trouble-late = trop tard
case-trouble-damaged = abîmé
case-trouble-wrong_item = mauvais article
case-trouble-packaging = emballage
case-trouble-courier = livreur
case-trouble-price = prix
case-trouble-service = service
case-trouble-slow = trop long
case-trouble-unsolved = pas résolu
case-trouble-unhelpful = réponse inutile
case-trouble-unfriendly = peu aimable
case-trouble-complicated = trop compliqué
case-trouble-other = autre chose
case-trouble-lost = perdu
case-trouble-missing = pas arrivé
case-trouble-unknown = raison inconnue
case-contact-warned = ⏰ Dossier { $id } ({ $cause }) : personne n’a encore écrit à la cliente ou au client, qui devrait avoir de nos nouvelles avant le { DATETIME($at) }.
case-contact-missed = 🚨 Dossier { $id } ({ $cause }) : personne n’a encore écrit à la cliente ou au client, qui aurait dû avoir de nos nouvelles avant le { DATETIME($at) }.
case-resolve-warned = ⏰ Le dossier { $id } ({ $cause }) doit être résolu avant le { DATETIME($at) }.
case-resolve-missed = 🚨 Le dossier { $id } ({ $cause }) devait être résolu avant le { DATETIME($at) } et est toujours ouvert.
case-assigned-contact = 👉 Le dossier { $id } ({ $cause }) vous est confié : personne ne l’a pris. Merci d’écrire à la cliente ou au client avant le { DATETIME($at) }.
case-assigned-resolve = 👉 Le dossier { $id } ({ $cause }) vous est confié : personne ne s’en occupe. Merci de le résoudre avant le { DATETIME($at) }.
case-assigned-late = 👉 Le dossier { $id } ({ $cause }) est désormais le vôtre : personne ne s’en est occupé avant le { DATETIME($at) }. Merci de le faire tout de suite.
case-clock-contact = ⏱ écrire avant le { DATETIME($at) }
case-clock-contact-missed = ❗ il fallait écrire avant le { DATETIME($at) }
case-clock-contacted = ⏱ client contacté
case-clock-resolve = résoudre avant le { DATETIME($at) }
case-clock-resolve-missed = ❗ il fallait résoudre avant le { DATETIME($at) }
case-unsolved = 👎 Le dossier { $id } ({ $cause }) est rouvert : la personne dit que ce n’est pas résolu.
case-unhappy = 👎 Le dossier { $id } ({ $cause }) est rouvert : la personne reste mécontente.
case-solved-yes = 👍 La personne dit que c’est résolu.
case-solved-no = 👎 La personne dit que ce n’est pas résolu.
case-solved-asked = On a demandé à la personne si c’est résolu.
