# Dossiers : ce que lisent les clients qui souhaitent parler à quelqu’un, et ce que l’équipe voit dans son groupe.
case-heard = 🙋 Notre équipe est prévenue et vous répond ici. Écrivez déjà de quoi il s’agit : tout ce que vous écrivez ici est désormais lu par une personne.
case-heard-later = 🙋 Notre équipe est absente pour le moment. À partir du { DAY($at) } à { TIME($at) }, une personne vous répondra ici. Écrivez déjà de quoi il s’agit : tout ce que vous écrivez ici nous parvient.
case-already = 🙋 Notre équipe a votre demande. Vous aurez une réponse ici.
case-closed = La conversation avec notre équipe est terminée. À partir de maintenant, c’est de nouveau moi, le bot, qui réponds.
case-reopened = Notre équipe a repris votre demande et vous répond ici.
case-end-button = Terminer la conversation
command-human = Parler à une personne
case-human-button = 🙋 Conseiller
case-from-staff = 🙋 <b>Équipe { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · dossier { $id }
case-not-passed = Je peux transmettre du texte, des photos et des documents. Merci de l’écrire à notre équipe de l’une de ces façons.

case-cause-human = souhaite parler à une personne
case-cause-missing = annoncé comme livré, mais absent
case-cause-lost = colis perdu
case-cause-damaged = colis endommagé
case-cause-late = colis en retard
case-cause-exception = problème avec un colis
case-cause-complaint = réclamation

case-card-open = 🔔 <b>Dossier { $id }</b> · { $cause }
case-card-closed = ✅ <b>Dossier { $id }</b> · { $cause } · clos
case-card-who = { $name } · langue : { $language } · depuis { DATETIME($at) }
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
case-reminder = ⏰ Le dossier { $id } ({ $cause }) attend depuis { $minutes } minutes, et personne n’a encore réagi.

case-details =
    <b>Dossier { $id }</b>
    Nom : { $name }
    E-mail : { $email }
    Téléphone : { $phone }
case-details-address =
    Adresse de livraison : { $street }
    { $city }
