# Pas encore payé (en entier) : ce qui est alors remboursé.
return-unpaid = Rien n’a été payé jusqu’ici, il n’y a donc rien à rembourser : vous n’avez plus à payer ces articles. Si un paiement nous parvient encore pour eux, il vous sera remboursé.
return-unpaid-wished = Rien n’a été payé jusqu’ici. Si nous reprenons les articles, vous n’aurez plus à les payer.
return-reserved = Votre argent est seulement réservé, rien n’a été débité : rien ne sera débité pour ces articles, il n’y a donc rien à rembourser. S’il était débité malgré tout, il vous serait remboursé.
return-reserved-wished = Votre argent est seulement réservé, rien n’a été débité. Si nous reprenons les articles, rien ne sera débité pour eux.
return-off-bill = La commande n’est pas encore payée en entier : rien n’est versé, mais votre facture en cours diminue de <b>{ MONEY($total) }</b>.
return-off-bill-wished = La commande n’est pas encore payée en entier. Si nous reprenons les articles, votre facture en cours diminuera de <b>{ MONEY($total) }</b>.
return-of-owed = Déduction : { MONEY($total) } pas encore payés
return-difference-bill = Votre facture en cours diminue de <b>{ MONEY($total) }</b>.
return-push-offbill = <b>✅ Votre retour est réglé</b>
return-push-came = <b>💶 Votre paiement est finalement arrivé</b>

# Pour l’équipe.
rma-unpaid = ⚠️ Rien n’est payé : rien à rembourser, réduire la facture
rma-reserved = 🔒 Seulement autorisé, pas débité : annuler l’autorisation au lieu de rembourser
rma-owed = ⚠️ Pas encore payé en entier : déduire { MONEY($total) } de la facture en cours
rma-settle-none-button = ✅ Clore sans remboursement
rma-settle-send-button = 📦 Envoyer l’article…
rma-settle-owed =
    <b>Clore { $number } sans remboursement</b>
    Rien n’en a été payé. Un appui clôt le retour ; veuillez réduire la facture en cours de { MONEY($total) }.
rma-did-came = 💶 paiement arrivé ensuite
call-came = 💶 Un paiement est encore arrivé pour { $number } : { MONEY($total) } sont à rembourser, le délai court depuis la déclaration.
