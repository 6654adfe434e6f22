# What the shop knows about the person in the chat.
account-title = <b>Mäi Kont</b>
account-none = Mat dësem Chat ass nach keen Akaf verknäppt.
account-purchase = <b>Kont { NUMBER($position) }/{ NUMBER($count) }</b>
account-name = Numm: { $name }
account-email = E-Mail: { $email }
account-phone = Telefon: { $phone }
account-address = Liwweradress: { $address }
account-unknown = De Shop kennt zu dësem Akaf weder Numm nach Adress.
account-orders =
    { $count ->
        [one] Eng Bestellung
       *[other] { $count } Bestellungen
    }
account-payment = Bezuelmethod vun der Bestellung { $number }: { $method }
account-language = Sprooch: { $language }
account-zone = Zäitzon: { $zone }
account-chats =
    { $count ->
        [one] Nëmme mat dësem Chat verknäppt
       *[other] Mat { $count } Chats verknäppt
    }
account-unlink-ask = <b>Verknäppung läschen?</b> Dëse Chat gesäit dës Bestellungen dann net méi. Dir kënnt se zu all Moment nei verknäppen.
account-unlink-button = Verknäppung läschen
account-unlink-one-button = { $name } net méi verknäppen
account-unlink-confirm-button = Jo, läschen
account-unlinked-toast = Verknäppung geläscht.
account-link-button = Nach en Akaf verknäppen
account-wishes-button = 🔔 Op wat ech waarden
