# Modifier et annuler avant l’expédition.
change-button = ✏️ Modifier ou annuler
change-ask =
    <b>Modifier la commande { $number }</b>
    Ce qui n’est pas encore expédié peut être modifié. Que souhaitez-vous ?
change-cancel-button = ✖️ Annuler
change-address-button = 🏠 Autre adresse
change-items-button = 🛒 Autres articles
change-write-address =
    <b>À quelle adresse l’envoyer ?</b>
    Écrivez-nous nom, rue, code postal, ville et pays.
change-write-items =
    <b>Que devons-nous modifier ?</b>
    Écrivez-nous ce que vous souhaitez changer.
change-asked =
    <b>Votre demande est chez notre équipe.</b>
    Rien n’est encore modifié : nous essayons avant le départ du colis et vous dirons ici si cela a été possible.
change-gone =
    <b>C’est déjà en route.</b>
    Nous ne pouvons malheureusement plus rien modifier. Vous pouvez toujours vous rétracter ou le retourner, et notre équipe vous aide volontiers.
change-delivered =
    <b>Elle vous a déjà été livrée.</b>
    Nous ne pouvons plus la modifier ni l’annuler.
change-delivered-back = Si quelque chose ne va pas, renvoyez-le : touchez le bouton ci-dessous.
change-done = ✅ <b>Votre commande { $number } est modifiée</b> comme vous le souhaitiez. Cordialement, { $shop }
change-too-late = 🚚 <b>Pour la commande { $number }, il était malheureusement trop tard</b> : elle part telle quelle. Vous pouvez toujours vous rétracter ou la renvoyer. { $shop }
change-rest-ask = <b>Nous demandons à la boutique d’annuler :</b>
change-rest-items =
    { $items }
    La loi ne prévoit pas de rétractation, mais ce n’est pas encore expédié : la boutique décide, et nous vous le dirons ici.
change-rest-waiting = ⏳ Votre demande d’annulation attend la réponse de la boutique.
change-rest-words = Merci d’annuler : { $items }
change-rest-button = ✖️ Demander l’annulation
change-rest-done = ✅ <b>Commande { $number } : la boutique a annulé ce que vous aviez demandé.</b> Ce que vous avez payé vous est remboursé. Cordialement, { $shop }
change-rest-left = 🚚 <b>La commande { $number } est partie entre-temps</b> : il était trop tard pour l’annuler. Les articles arrivent comme commandé. { $shop }
change-rest-declined = 🚚 <b>Commande { $number } : la boutique n’a malheureusement pas pu accepter votre demande d’annulation.</b> Les articles arrivent comme commandé. { $shop }
