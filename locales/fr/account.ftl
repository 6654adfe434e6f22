# What the shop knows about the person in the chat.
account-title = <b>Mon compte</b>
account-none = Aucun achat n’est encore associé à cette conversation.
account-purchase = <b>Compte client { NUMBER($position) } sur { NUMBER($count) }</b>
account-name = Nom : { $name }
account-email = E-mail : { $email }
account-phone = Téléphone : { $phone }
account-address = Adresse de livraison : { $address }
account-unknown = La boutique ne connaît ni nom ni adresse pour cet achat.
account-orders =
    { $count ->
        [0] Aucune commande
        [one] Une commande
        [many] { $count } de commandes
       *[other] { $count } commandes
    }
account-payment = Mode de paiement de la commande { $number } : { $method }
account-language = Langue : { $language }
account-zone = Fuseau horaire : { $zone }
account-chats =
    { $count ->
        [one] Associé à cette seule conversation
        [many] Associé à { $count } de conversations
       *[other] Associé à { $count } conversations
    }
account-unlink-ask = <b>Dissocier ?</b> Cette conversation ne verra plus ces commandes. Vous pourrez les associer de nouveau à tout moment.
account-unlink-button = Dissocier cet achat
account-unlink-one-button = Dissocier { $name }
account-unlink-confirm-button = Oui, dissocier
account-unlinked-toast = Dissocié.
account-link-button = Associer un autre achat
account-wishes-button = 🔔 Ce que j’attends
