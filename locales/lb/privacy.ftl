# The privacy notice. A change of its words needs a new version in locales/versions.toml.
privacy-title = <b>Dateschutz am Chat mat { $shop }</b>
privacy-stored =
    <b>Wat gespäichert gëtt</b>
    • Äre Messenger-Kont: Nummer, Virnumm, Sprooch, Zäitzon, verknäppten Akeef, Plaz am Gespréich an, een Dag laang, déi lescht Wierder
    • Är Bestellungen, Päck, Retouren a Rembourséierungen, aus den Ënnerlage vum Shop a vun de Liwwerservicer
    • wat Dir eiser Ekipp schreift a mir Iech, mat Biller
    • Accorden mat Wuert an Zäit, Äntwerten op Ëmfroen, Punkten, iwwer wéi eng Invitatioun Dir komm sidd, Ufroen un eis Gruppen, Concoursen, bei deenen Dir matmaacht, Är Bewäertunge vu Produiten, ausverkaafte Produiten, op déi Dir waart
    Wat Dir soss schreift, gëtt gelies, fir Iech z’äntweren; Är Froe ginn ouni Nummeren an Adressen opgehuewen, fir datt d’Äntwerte besser ginn.
privacy-why =
    <b>Firwat, an op wéi enger Grondlag</b>
    • Auskunft, Noriichte vum Pak, Retouren, Ufroen, Punkten, Concoursen, Bewäertungen: de Kontrakt (Art. 6 Abs. 1 Bst. b DSGVO)
    • Bestellungen a Beleeger ophalen: d’Gesetz (Bst. c)
    • Ëmfroen, Offeren, Communautéit: Ären Accord (Bst. a), all fir sech an zu all Moment zréckzezéien
    • Friemer ewechhalen, Mëssbrauch verhënneren, besser Äntwerten: berechtegten Interessi (Bst. f)
    Är Donnéeë ginn net verkaaft.
privacy-how-long =
    <b>Wéi laang</b>
    • Kont a Verknäppung: bis Dir se läscht; Plaz am Gespréich: 30 Deeg no der leschter Noriicht
    • Texter vun eise Messagen: 30 Deeg; Wierder a Biller vun Ufroen a Retouren: ee Joer no hirem Enn
    • Froen un de Bot, an iwwer wéi eng Invitatioun Dir komm sidd: ee Joer, duerno nëmmen nach gezielt; Ufroen un eis Gruppen: ee Joer; Concoursen: ee Joer no hirem Enn, duerno bleiwen d’Lousen ouni Persoun; Bewäertungen: fënnef Joer, oder bis Dir se läscht
    • Äntwerten op Ëmfroen: zwee Joer, duerno ouni Persoun; Punkten: bis Dir läscht
    • Accorden: sou laang se gëllen, duerno dräi Joer als Beweis
    • Bestellungen: sou laang wéi d’Steier- an d’Handelsrecht de Shop dozou verflichten (aacht Joer), no engem Läsche gespaart
privacy-telegram =
    <b>Telegram</b>
    Telegram ass eng onofhängeg Plattform mat enger eegener Dateschutzerklärung. Chats mat engem Bot sinn <b>net Enn-zu-Enn-verschlësselt</b>. Dofir stinn Adress, E-Mail an Telefonsnummer hei nëmmen zum Deel. Schéckt w.e.g. keng Donnéeë vu Bankkaarten oder Bankkonten.
privacy-rights =
    <b>Är Rechter</b>
    Mat de Knäppercher hei drënner kritt Dir direkt eng Kopie vun Ären Donnéeën, läscht alles a schalt Accorden aus. Dir kënnt och Verbesserung an Aschränkung verlaangen, Iech géint d’Notzung stellen an Iech bei enger Dateschutzautoritéit beschwéieren. De Shop äntwert bannent engem Mount.
privacy-contact = <b>Kontakt</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Kontakt</b>: { $shop }, ënner der Adress an Ärer Bestellbestätegung
privacy-version = Versioun { $version }, { DATE($day) }

privacy-export-button = 📄 Kopie vu mengen Donnéeën
privacy-erase-button = 🗑 Alles läschen
privacy-read-button = Dateschutz liesen
privacy-changed =
    <b>Eis Dateschutzinformatioun ass nei</b> (Versioun { $version }, { DATE($day) }).
    Nei ass: Wann Dir e Produit bewäert, weise mir Stären, Wierder a Foto ouni Ären Numm beim Produit, bis zu fënnef Joer oder bis Dir se läscht. Wann Dir bei engem Concours matmaacht, gëtt dat mat Ärem Lous bis ee Joer no sengem Enn opgehuewen. Wann Dir an eng vun eise Gruppe wëllt, gëtt d’Ufro mat der Äntwert ee Joer laang opgehuewen. Wann Dir iwwer den Invitatiounslink vun engem anere kommt, gëtt dat ee Joer laang notéiert; kee gewuer dobäi eppes vum aneren. Är Froen un de Bot ginn ouni Nummeren an Adressen ee Joer laang opgehuewen, fir datt d’Äntwerte besser ginn. Mat engem Tipp kritt Dir eng Kopie vun Ären Donnéeën, mat zwee Tippe läscht Dir alles. Ëmfroen an Offere ginn et nëmme mat Ärem Accord. Wat { $shop } wéi laang späichert, steet ënner /privacy.

privacy-export-caption =
    <b>Är Donnéeën</b>, Stand { DATETIME($at) }. De Fichier ka mat all Texteditor gelies ginn.
privacy-export-masked = Adress, E-Mail an Telefon si verkierzt, well Dir den Akaf mat enger Bestellnummer verknäppt hutt. Ganz kritt Dir se iwwer de Link an Ärer Bestellmail oder vum Shop.
privacy-export-file-button = meng-donneeen
privacy-export-masked-alert = „{ $hidden }“: verkierzt, well den Akaf nëmme mat enger Bestellnummer verknäppt ass.
privacy-export-no-notes-alert = Notizen, déi d’Ekipp fir sech gemaach huet, gëtt de Shop op Ufro eraus.

privacy-erase-ask =
    <b>Wierklech alles läschen?</b>
    Geläscht ginn d’Verknäppung mat Ären Akeef, Numm a Kontaktdonnéeën, Gespréicher mat eiser Ekipp, Äntwerten, Punkten an alles, wat op d’Schécke waart. Accorden halen op; de Beweis doriwwer bleift dräi Joer.
    Bestellungen a Rechnunge muss de Shop ophalen. Si gi gespaart: Keen gesäit se méi hei am Chat, och Dir net.
privacy-erase-orders =
    { $count ->
        [one] ⚠️ Vun der Bestellung, déi nach ënnerwee ass, kommen keng Noriichte méi.
       *[other] ⚠️ Vun den { $count } Bestellungen, déi nach ënnerwee sinn, kommen keng Noriichte méi.
    }
privacy-erase-returns =
    { $count ->
        [one] ⚠️ Iwwer eng oppe Retour héiert Dir hei näischt méi; de Shop wéckelt se trotzdeem of.
       *[other] ⚠️ Iwwer { $count } oppe Retoure héiert Dir hei näischt méi; de Shop wéckelt se trotzdeem of.
    }
privacy-erase-cases =
    { $count ->
        [one] ⚠️ Eng oppen Ufro gëtt zougemaach, ouni datt mir äntweren.
       *[other] ⚠️ { $count } oppen Ufroe ginn zougemaach, ouni datt mir äntweren.
    }
privacy-erase-points =
    { $count ->
        [one] ⚠️ Ee Punkt verfält.
       *[other] ⚠️ { $count } Punkte verfalen.
    }
privacy-erase-shared =
    { $count ->
        [one] Een Akaf ass nach mat engem anere Chat verknäppt a bleift do ze gesinn.
       *[other] { $count } Akeef sinn nach mat engem anere Chat verknäppt a bleiwen do ze gesinn.
    }
privacy-erase-confirm-button = Jo, definitiv läschen
privacy-erase-keep-button = Nee, behalen
privacy-erase-kept = Et gouf näischt geläscht.
privacy-erase-expired-toast = Dat ass eng Zäit hier. Confirméiert w.e.g. nach eng Kéier.
privacy-erased =
    <b>Geläscht.</b> Hei ass näischt méi vun Iech gespäichert, ausser wat d’Gesetz verlaangt, an dat ass gespaart.
    De Verlaf bei Telegram läscht Dir selwer, andeems Dir dëse Chat läscht. Wann Dir nees schreift, fänke mir vu vir un.

privacy-room-customer-alert = Äre Chat, verknäppten Akeef, Accorden (Kontrakt; Accorden als Beweis)
privacy-room-conversation-alert = Är Plaz am Gespréich (Kontrakt; 30 Deeg)
privacy-room-shop-alert = Bestellungen, wéi de Shop se féiert (Kontrakt; duerno gesetzlech opgehuewen)
privacy-room-shipping-alert = Wat Liwwerservicer vun Äre Päck gemellt hunn (Kontrakt)
privacy-room-ticket-alert = Ufroen a Gespréicher mat der Ekipp (Kontrakt; ee Joer no hirem Enn)
privacy-room-return-alert = Retouren a Rembourséierungen (Kontrakt a Gesetz)
privacy-room-survey-alert = Ëmfroen an Är Äntwerten (Accord; zwee Joer, duerno ouni Persoun)
privacy-room-loyalty-alert = Är Punkte mat all Grond (Kontrakt)
privacy-room-outbox-alert = Messagen, déi mir vun eis aus geschriwwen hunn (Texter: 30 Deeg)
privacy-room-staff-alert = Wéini een aus der Ekipp Är Donnéeë gekuckt oder eppes gemaach huet (Rechenschaft)
privacy-room-support-alert = Är Froen un de Bot a wat doraus gouf (berechtegten Interessi; ee Joer, duerno ouni Persoun), Produiten, op déi Dir waart (Kontrakt; héchstens 180 Deeg)
privacy-room-broadcast-alert = Offeren, déi fir Iech geduecht waren, a wat Dir dran ugetippt hutt (Averständnes; zwee Joer)
privacy-room-community-alert = Concoursen, bei deenen Dir matmaacht, mat Ärem Lous; Ufroen un eis Gruppen (Kontrakt; ee Joer no hirem Enn, Lousen dann ouni Persoun)
privacy-room-demo-alert = Déi erfonnte Welt vun der Demo

privacy-request-data_request = { $platform } huet eng Kopie vun den Donnéeë vun enger Persoun gefrot (Ufro { $id }). Si ass prett: <code>main.py privacy answer { $id }</code>
privacy-request-redact = { $platform } huet d’Läsche vun enger Persoun gefrot (Ufro { $id }). Si ass geläscht.
privacy-request-shop_redact = { $platform } huet d’Läsche vun alle Cliente vum Shop gefrot (Ufro { $id }). Si si geläscht.
