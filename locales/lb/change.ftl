# Änneren an annuléieren, éier eppes verschéckt ass.
change-button = ✏️ Änneren oder annuléieren
change-ask =
    <b>Bestellung { $number } änneren</b>
    Et ass nach net alles verschéckt. Wat hätt Dir gär?
change-cancel-button = ✖️ Annuléieren
change-address-button = 🏠 Aner Adress
change-items-button = 🛒 Aner Artikelen
change-write-address =
    <b>Op wéi eng Adress soll et goen?</b>
    Schreift eis Numm, Strooss, Postleetzuel, Uertschaft a Land.
change-write-items =
    <b>Wat solle mir änneren?</b>
    Schreift eis, wat Dir gär anescht hätt.
change-asked =
    <b>Äre Wonsch ass bei eiser Ekipp.</b>
    Geännert ass nach näischt: Mir probéieren et, éier de Pak lassgeet, a soen Iech hei, ob et geklappt huet.
change-gone =
    <b>Et ass schonn ënnerwee.</b>
    Ännere kënne mir et leider net méi. Widderruffen oder zréckginn geet weider, an eis Ekipp hëlleft gär.
change-done = ✅ <b>Är Bestellung { $number } ass geännert</b>, esou wéi Dir et wollt. Mat beschte Gréiss, { $shop }
change-too-late = 🚚 <b>Fir d’Bestellung { $number } war et leider ze spéit</b>: Si geet esou eraus, wéi se war. Widderruffen oder zréckschécke kënnt Dir weiderhin. { $shop }
