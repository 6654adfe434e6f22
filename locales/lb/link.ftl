# Linking a chat to purchases. link-not-found is one answer to an unknown number and a wrong proof, on purpose.
link-intro =
    <b>Akaf verknäppen</b>
    Fir datt soss keen Är Bestellunge gesäit, muss { $shop } wëssen, datt et Är sinn. Dofir gëtt et dräi Weeër:

    • Maacht de Link an Ärer Bestellmail op.
    • Deelt Är eegen Telefonsnummer, wann de Shop se kennt.
    • Gitt mir d’Bestellnummer an d’E-Mail-Adress oder d’Postleitzuel vun der Bestellung un.
link-ask-contact = Dréckt w.e.g. ënnen op „Meng Telefonsnummer deelen“. Ech vergläiche se nëmme mat de Cliente vum Shop.
link-contact-received = Merci. Ech sichen no Akeef mat dëser Nummer.
link-ask-number = Schreift w.e.g. d’<b>Bestellnummer</b>. Dir fannt se an Ärer Bestellmail.
link-number-unreadable = Ech gesinn dora keng Bestellnummer. Schreift w.e.g. just d’Nummer aus Ärer Bestellmail.
link-ask-proof =
    Bestellung { $number }: Schreift w.e.g. d’<b>E-Mail-Adress</b>, mat där bestallt gouf, oder d’<b>Postleitzuel</b> vun der Liwweradress.
link-offer = <b>Sidd Dir dat?</b>
link-offer-name = Numm: { $name }
link-offer-email = E-Mail: { $email }
link-offer-phone = Telefon: { $phone }
link-offer-address = Adress: { $address }
link-offer-order = Bestellung: { $number }
link-offer-foot = Wann Dir bestätegt, däerf dëse Chat dës Akeef gesinn. Dir kënnt d’Verknäppung zu all Moment ënner „Mäi Kont“ läschen.
link-done = <b>Verknäppt.</b> Vun elo u fannt Dir Är Bestellungen hei.
link-already = Dësen Akaf ass scho mat Ärem Chat verknäppt.
link-cancelled = Et gouf näischt verknäppt.
link-not-found =
    D’Nummer an de Beweis passen net zesummen. Kuckt w.e.g. béides an Ärer Bestellmail no. No fënnef Versich musst Dir eng Véierelstonn waarden.
link-contact-unknown = Mat dëser Telefonsnummer ass keen Akaf notéiert. Probéiert et w.e.g. mat der Bestellnummer.
link-contact-foreign = Dat ass de Kontakt vun enger anerer Persoun. Deelt w.e.g. Är eegen Telefonsnummer mam Knäppchen.
link-private-only = Akeef kënnen nëmmen an engem private Chat verknäppt ginn, fir datt kee matliest.
link-contact-button = Meng Telefonsnummer deelen
link-order-button = Bestellnummer aginn
link-confirm-button = Jo, verknäppen
link-other-button = Et anescht probéieren
link-cancel-button = Ofbriechen
