# Consents. The texts consent-wording-… are what somebody agrees to, word for word: a change of even a comma needs a
# new version in locales/versions.toml. They hold no HTML, because they are stored as they are shown.
consent-wording-survey = Ech si mat averstanen, datt { $shop } mech an dësem Chat no enger Liwwerung, engem Retour oder enger Ufro freet, wéi zefridden ech sinn, a mech eemol drun erënnert. Meng Äntwerte ginn zesumme mat menger Bestellung gespäichert an ausgewäert. Ech kréien, Offere matgezielt, héchstens eng esou Noriicht den Dag an dräi d’Woch. Mäin Accord ass fräiwëlleg, an ech kann en zu all Moment fir d’Zukunft zréckzéien: an den Astellungen ënner „Accorden“ oder mam Knäppchen ënner all Ëmfro.
consent-wording-promo = Ech si mat averstanen, datt { $shop } mir an dësem Chat eegen Offeren, Neiegkeeten a Concoursen an Hiweiser zu mengen Treiepunkte schéckt an dofir auswäert, wat ech hei kaaft a geäntwert hunn. Ech kréien, Ëmfroe matgezielt, héchstens eng esou Noriicht den Dag an dräi d’Woch. Mäin Accord ass fräiwëlleg, an ech kann en zu all Moment fir d’Zukunft zréckzéien: an den Astellungen ënner „Accorden“ oder mam Knäppchen ënner all esou Noriicht.
consent-wording-community = Ech si mat averstanen, datt { $shop } e Profil vu mir fir d’Communautéit vu senge Clientë féiert: mäi Virnumm, zënter wéini ech derbäi sinn a wourunner ech do deelhuelen. Aner Cliente gesinn dovunner just, wat ech selwer weisen. Mäin Accord ass fräiwëlleg, an ech kann en zu all Moment fir d’Zukunft zréckzéien, an den Astellungen ënner „Accorden“; de Profil gëtt dann net méi gefouert.

consent-ask-survey =
    <b>Eng fräiwëlleg Fro:</b> Däerfe mir Iech no enger Liwwerung hei froen, wéi et war? Een Tipp geet duer fir z’äntweren.
    Wann Dir Nee sot, ännert sech fir Är Bestellungen näischt.
consent-ask-promo =
    <b>Eng fräiwëlleg Fro:</b> Wëllt Dir hei heiansdo vun Offeren an Neiegkeeten héieren?
    Wann Dir Nee sot, ännert sech fir Är Bestellungen näischt.
consent-ask-community =
    <b>Eng fräiwëlleg Fro:</b> Wëllt Dir bei der Communautéit vun eise Cliente matmaachen?
    Wann Dir Nee sot, ännert sech fir Är Bestellungen näischt.
consent-want-button = Jo, gär
consent-later-button = Méi spéit
consent-no-button = Nee, merci

consent-confirm-ask = <b>Confirméiert w.e.g.</b> Eréischt mam zweeten Tipp gëllt Ären Accord:
consent-confirm-button = Jo, ech sinn averstanen
consent-cancel-button = Ofbriechen
consent-given = ✓ <b>Merci, Dir hutt zougesot.</b> Mat engem Tipp huelt Dir et zréck:
consent-given-toast = Merci, notéiert.
consent-given-before-toast = Dir hat schonn zougesot.
consent-words-changed-toast = Den Text huet sech geännert. Liest en w.e.g. nach eng Kéier.
consent-own-account-toast = Dat kann nëmme decidéieren, wiem dëse Chat gehéiert.
consent-later = Gutt. Dir kënnt et zu all Moment selwer aschalten.
consent-declined = An der Rei, mir froen net méi. Dir kënnt et zu all Moment selwer aschalten.
consent-cancelled = Dir hutt näischt zougesot.
consent-withdrawn = <b>Zréckgezunn.</b> Och wat schonn op d’Schécke gewaart huet, kënnt net méi.
consent-withdrawn-toast = Zréckgezunn.
consent-withdraw-button = Zréckzéien
consent-diary-button = Accorden

consent-title = <b>Är Accorden</b>
consent-intro = All Accord ass fräiwëlleg a mat engem Tipp zréckgezunn. Messagen iwwer Är Bestellunge kommen och ouni.
consent-name-survey = Ëmfroen
consent-name-promo = Offeren
consent-name-community = Communautéit
consent-state-given = ✓ <b>{ $name }</b>: jo, zënter { DATETIME($at) } (Versioun { $version })
consent-state-withdrawn = ✗ <b>{ $name }</b>: ginn { DATETIME($given) }, zréckgezunn { DATETIME($at) }
consent-state-refused = ✗ <b>{ $name }</b>: nee, gesot { DATETIME($at) }
consent-state-never = ✗ <b>{ $name }</b>: nee
consent-earlier = Virdrun: ginn { DATETIME($given) }, zréckgezunn { DATETIME($withdrawn) }
consent-switch-on-button = { $name }: zousoen …
consent-switch-off-button = { $name }: zréckzéien
# Whole messages that unsubscribe, in small letters.
consent-stop-words = stop, stopp, ofmellen, keng reklamm, keng reklamm méi
