# What the shop knows about the person in the chat.
account-title = <b>My account</b>
account-none = No purchase is linked to this chat yet.
account-purchase = <b>Customer account { NUMBER($position) } of { NUMBER($count) }</b>
account-name = Name: { $name }
account-email = E-mail: { $email }
account-phone = Phone: { $phone }
account-address = Delivery address: { $address }
account-unknown = The shop knows no name and no address for this purchase.
account-orders =
    { $count ->
        [one] One order
       *[other] { $count } orders
    }
account-payment = Payment method of order { $number }: { $method }
account-language = Language: { $language }
account-zone = Time zone: { $zone }
account-chats =
    { $count ->
        [one] Linked to this chat only
       *[other] Linked to { $count } chats
    }
account-unlink-ask = <b>Unlink?</b> This chat will no longer see these orders. You can link them again at any time.
account-unlink-button = Unlink this purchase
account-unlink-one-button = Unlink { $name }
account-unlink-confirm-button = Yes, unlink
account-unlinked-toast = Unlinked.
account-link-button = Link another purchase
account-wishes-button = 🔔 What I am waiting for
