# The privacy notice. A change of meaning needs a new PRIVACY_VERSION in bot/customers/notice.py.
privacy-title = <b>Dateschutz am Chat mat { $shop }</b>
privacy-stored =
    <b>Wat gespäichert gëtt</b>
    D’Nummer an de Virnumm vun Ärem Messenger-Kont, Är Sprooch an Zäitzon, wéi eng Akeef mat dësem Chat verknäppt sinn a wou Dir am Gespréich sidd, mat deem, wat Dir fir d’Verknäppen aginn hutt. Är Bestellungen, Päck an Äntwerten op Ëmfroe kommen aus den Ënnerlage vum Shop. Wat Dir soss schreift, gëtt gelies, fir Iech z’äntweren, a gëtt net gespäichert.
privacy-why =
    <b>Firwat</b>
    Fir op Är Froen zu Ären Akeef z’äntweren (Kontrakt, Art. 6 Abs. 1 Bst. b DSGVO) a fir friem Leit dovun ewechzehalen (berechtegten Interessi, Art. 6 Abs. 1 Bst. f DSGVO). Ouni Ären Accord gëtt et keng Reklamm, an Är Donnéeë ginn net verkaaft.
privacy-how-long =
    <b>Wéi laang</b>
    D’Verknäppung mat Ären Akeef: bis Dir se läscht. D’Coden aus de Bestellmailen: 30 Deeg. Net gelonge Versich: 15 Minutten. D’Plaz am Gespréich: 30 Deeg no Ärem leschte Message. D’Bestellungen: sou laang wéi d’Steier- an d’Handelsrecht de Shop dozou verflichten.
privacy-telegram =
    <b>Telegram</b>
    Telegram ass eng onofhängeg Plattform mat enger eegener Dateschutzerklärung. Chats mat engem Bot sinn <b>net Enn-zu-Enn-verschlësselt</b>. Dofir stinn Adress, E-Mail an Telefonsnummer hei nëmmen zum Deel. Schéckt w.e.g. keng Donnéeë vu Bankkaarten oder Bankkonten.
privacy-rights =
    <b>Är Rechter</b>
    Dir kënnt Asiicht, Verbesserung, Läschung, Aschränkung an eng Kopie vun Ären Donnéeë verlaangen, Iech géint hir Notzung stellen an Iech bei enger Dateschutzautoritéit beschwéieren. De Shop äntwert bannent engem Mount. Verknäppunge kënnt Dir ënner „Mäi Kont“ direkt selwer läschen.
privacy-contact = <b>Kontakt</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Kontakt</b>: { $shop }, ënner der Adress an Ärer Bestellbestätegung
privacy-version = Versioun { $version }, { DATE($day) }
