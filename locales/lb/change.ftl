# Änneren an annuléieren, éier eppes verschéckt ass.
change-button = ✏️ Änneren oder annuléieren
change-ask =
    <b>Bestellung { $number } änneren</b>
    Wat nach net verschéckt ass, kann een änneren. Wat hätt Dir gär?
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
change-delivered =
    <b>Si ass scho bei Iech.</b>
    Mir kënnen se net méi änneren oder annuléieren.
change-delivered-back = Wann eppes net an der Rei ass, schéckt et zréck: tippt ënnen drop.
change-done = ✅ <b>Är Bestellung { $number } ass geännert</b>, esou wéi Dir et wollt. Mat beschte Gréiss, { $shop }
change-too-late = 🚚 <b>Fir d’Bestellung { $number } war et leider ze spéit</b>: Si geet esou eraus, wéi se war. Widderruffen oder zréckschécke kënnt Dir weiderhin. { $shop }
change-rest-ask = <b>Mir froen de Buttek, dat heiten ze annuléieren:</b>
change-rest-items =
    { $items }
    D’Gesetz gesäit dofir kee Widderruff vir, mee et ass nach net verschéckt: De Buttek decidéiert, a mir soen Iech et hei.
change-rest-waiting = ⏳ Är Ufro fir ze annuléieren waart op d’Äntwert vum Buttek.
change-rest-words = W.e.g. annuléieren: { $items }
change-rest-button = ✖️ De Buttek froen
change-rest-done = ✅ <b>Bestellung { $number }: De Buttek huet annuléiert, wat Dir gefrot hutt.</b> Wat Dir dofir bezuelt hutt, kritt Dir zréck. Mat beschte Gréiss, { $shop }
change-rest-left = 🚚 <b>D’Bestellung { $number } ass mëttlerweil fortgeschéckt</b>: Fir z’annuléieren war et leider ze spéit. D’Artikele komme wéi bestallt. { $shop }
change-rest-declined = 🚚 <b>Bestellung { $number }: De Buttek konnt Är Ufro fir ze annuléieren leider net unhuelen.</b> D’Artikele kommen, wéi se bestallt goufen. { $shop }
