# L’échange : quel article, à quel prix, et qui paie la différence.
return-instead = 🔁 En échange : { $item }
return-instead-price = { $item } · { MONEY($total) }
return-wished-instead = Votre souhait en échange : { $item }
return-difference-if = Si le vendeur accepte :
return-difference-back = Nous vous remboursons <b>{ MONEY($total) }</b>.
return-difference-owed = Vous payez <b>{ MONEY($total) }</b> de plus.
return-difference-same = Même prix : vous ne payez rien de plus.
return-difference-borne = Vous ne payez rien de plus.
return-difference-fee = 🎁 Sur les frais de retour, { MONEY($total) } sont à notre charge.
return-difference-rest = La différence de { MONEY($total) } est à notre charge.
return-difference-then = Vous ne payez qu’après vérification de votre retour : { $shop } vous envoie alors une demande de paiement, puis le nouvel article une fois le paiement reçu.
return-difference-now = { $shop } vous envoie une demande de paiement, puis le nouvel article une fois le paiement reçu.
return-with-fee = Dont { MONEY($total) } pour le retour
return-with-loss = Dont { MONEY($total) } pour dépréciation
return-topped = Supplément payé par vous : <b>{ MONEY($total) }</b>
return-waived = 🎁 Les frais de retour de { MONEY($total) } sont à notre charge.
return-exchange-variants = <b>Le même article dans une autre version</b>
return-exchange-others = <b>Articles comparables</b>
return-exchange-line = <b>{ $name }</b> · { MONEY($total) } · { $left }
return-short-back = { MONEY($total) } remboursés
return-short-owed = { MONEY($total) } de plus
return-short-same = même prix
return-short-borne = sans supplément
return-want-no-other = Pour un échange, nous n’avons rien d’adapté en stock pour le moment.
return-want-no-same = Le même article n’est pas en stock pour le moment. Si vous préférez l’attendre, dites-le à notre équipe : « 🙋 Conseiller ».
return-price-changed = L’article souhaité coûte désormais plus que ce que vous venez de lire. Rien n’est encore envoyé : regardez d’abord le nouveau prix.
return-left = Il vous reste <b>{ MONEY($total) }</b> à recevoir.
return-tracking = 📦 Numéro de suivi : <code>{ $number }</code>
return-next-owed = Tout est vérifié. Il ne manque plus que votre paiement.
return-push-owed = <b>💳 Il reste la différence à payer</b>
return-push-topped = <b>✅ Merci, votre paiement est arrivé</b>
return-push-free = <b>🎁 Vous ne payez rien de plus</b>
return-push-fee = <b>🎁 Le retour ne vous coûte rien</b>
return-next-exchange = Tout est vérifié. Prochaine étape : l’envoi de votre nouvel article.
return-next-rest = Votre nouvel article est en route. L’argent qui reste suit.
return-next-swapped = Votre nouvel article est en route. Il figure aussi sur la fiche de la commande.
return-push-swapped = <b>✅ Votre nouvel article est en route</b>
return-push-unpaid = <b>💳 Votre paiement manque encore</b>
return-rather-ask =
    <b>Pour { $number }, plutôt { MONEY($total) } en retour ?</b>
    Alors ceci ne vous est plus réservé :
return-rather-yes-button = 💶 Oui, l’argent
return-rather-late-alert = Ce n’est plus possible : votre nouvel article est en route, ou il a été payé.

# Pour l’équipe.
rma-waived = 🎁 Frais de retour de { MONEY($total) } offerts
rma-topped = 💳 Supplément payé : { MONEY($total) }
rma-exchange-owed = 💳 La personne paie { MONEY($total) } de plus avant l’envoi de l’autre article.
rma-exchange-same = Même prix : personne ne paie de supplément.
rma-difference-unpaid-alert = La différence n’est pas encore payée. L’autre article ne part qu’ensuite.
rma-topup-button = 💳 { MONEY($total) } sont payés…
rma-free-button = 🎁 Offrir la différence ({ MONEY($total) })
rma-free-toast = C’est fait : la personne ne paie rien de plus et le sait.
rma-did-topped = 💳 différence payée
rma-did-free = 🎁 différence offerte
rma-next-customer_pays = en attente du paiement
rma-how-paid-alert = Écrivez comment l’argent est arrivé.
rma-topup-ask =
    <b>Le supplément de { MONEY($total) } pour { $number } est-il payé ?</b>
    Écrivez comment l’argent est arrivé, par exemple : virement du 17/11. La personne apprend que son paiement est arrivé.
rma-ship-ask =
    <b>Comment part l’article pour { $number } ?</b>
    Écrivez le numéro de suivi. La personne le reçoit avec le message.
rma-ship-wrong = Ce n’est pas un numéro de suivi.
rma-ship-without-button = 📦 Envoyé sans numéro
call-hand-exchange-payment-due = 🛠 À faire dans le système de la boutique : demander { MONEY($total) } à la personne (commande { $order }, retour { $number }). Une fois payé, notez-le ici ; l’autre article part ensuite.
call-hand-exchange-waived = ✔️ Ne plus demander : vous avez renoncé aux { MONEY($total) } pour la commande { $order } (retour { $number }).
call-hand-exchange-paid = ✔️ Ne plus demander : les { MONEY($total) } pour la commande { $order } sont payés (retour { $number }).
rma-settle-article-button = 📦 Envoyer l’article ou { MONEY($total) }…
rma-did-money = 💶 plutôt l’argent
call-difference-unpaid = 💳 { $number } : depuis deux semaines, { MONEY($total) } pour l’autre article ne sont pas payés. Il est toujours réservé. Demandez à la personne, offrez la différence ou remboursez.
return-push-sold_out = <b>⚠️ Votre article de remplacement est épuisé pour le moment</b>
return-instead-gone =
    { $money ->
        [yes] ⚠️ Épuisé pour le moment. Notre équipe le sait. Vous pouvez attendre, ou prendre l’argent sur la fiche de ce retour.
       *[no] ⚠️ Épuisé pour le moment. Notre équipe le sait et cherche une autre solution.
    }
return-next-sold-out = Tout est vérifié. Dès que l’article est de nouveau là, il part.
