# What the shop knows about the person in the chat.
account-title = <b>Mein Konto</b>
account-none = Mit diesem Chat ist noch kein Einkauf verknüpft.
account-purchase = <b>Kundenkonto { NUMBER($position) } von { NUMBER($count) }</b>
account-name = Name: { $name }
account-email = E-Mail: { $email }
account-phone = Telefon: { $phone }
account-address = Lieferadresse: { $address }
account-unknown = Der Shop kennt zu diesem Einkauf weder Namen noch Adresse.
account-orders =
    { $count ->
        [one] Eine Bestellung
       *[other] { $count } Bestellungen
    }
account-payment = Zahlungsart der Bestellung { $number }: { $method }
account-language = Sprache: { $language }
account-zone = Zeitzone: { $zone }
account-chats =
    { $count ->
        [one] Nur mit diesem Chat verknüpft
       *[other] Mit { $count } Chats verknüpft
    }
account-unlink-ask = <b>Verknüpfung aufheben?</b> Dieser Chat sieht diese Bestellungen dann nicht mehr. Sie können sie jederzeit neu verknüpfen.
account-unlink-button = Verknüpfung aufheben
account-unlink-one-button = { $name } nicht mehr verknüpfen
account-unlink-confirm-button = Ja, aufheben
account-unlinked-toast = Verknüpfung aufgehoben.
account-link-button = Weiteren Einkauf verknüpfen
account-wishes-button = 🔔 Worauf ich warte
