# Retouren an der Team: d’Kaart, hir Knäpp, d’Écranen am private Chat.
rma-approve-button = ✅ Unhuelen
rma-keep-button = 🎁 Ouni Retour …
rma-photo-button = 📷 Foto ufroen
rma-gone-button = 🚚 Schonn ënnerwee
rma-onway-button = 🚚 Ass ënnerwee
rma-here-button = 📦 Alles do
rma-fine-button = 🔎 Alles an der Rei
rma-fine-part-button = 🔎 Wat do ass, ass an der Rei
rma-undo-button = ↩️ Awer net do
rma-back-button = ↪️ Zréckgeschéckt
rma-close-button = ✔️ Ofschléissen
rma-decline-button = ✖️ Refuséieren …
rma-label-button = 🏷 Retourszettel …
rma-relabel-button = 🏷 Aneren Zettel …
rma-receive-button = 📦 Just en Deel …
rma-check-button = 🔎 Eppes stëmmt net …
rma-check-part-button = 🔎 Préiwen, Rescht feelt …
rma-settle-button = 💶 Auszuelen: { MONEY($total) } …
rma-fee-button = 🎁 Retourskäschten erloossen ({ MONEY($total) })
rma-open-button = ↩️ Retour beaarbechten
rma-state = Stand: <b>{ $state }</b>
rma-state-next = Stand: <b>{ $state }</b> · { $next }
rma-next-customer_confirms = nach net ofgeschéckt
rma-next-shop_decides = mir decidéieren
rma-next-shop_sends_label = mir schécken de Retourszettel
rma-next-customer_sends = mir waarden op de Pak
rma-next-carrier_brings = de Pak kënnt
rma-next-customer_sends_rest = mir waarden op de Rescht
rma-next-shop_checks = mir kontrolléieren
rma-next-shop_settles = mir bezuelen oder ersetzen
rma-next-shop_closes = gëtt geschwënn ofgeschloss
rma-waits = ⚠️ Waart op eis: { $why }
rma-why-value = héije Wäert
rma-why-value_unknown = Wäert onbekannt
rma-why-many_returns = vill Retouren an 90 Deeg
rma-why-date_unknown = Dag vun der Liwwerung onbekannt
rma-why-said_missing = huet e Pak als net ukomm gemellt
rma-why-was_declined = gouf schonn eng Kéier refuséiert
rma-why-defect = Mangel: gesetzlecht Recht
rma-why-defect_without_photo = Mangel ouni Foto: gesetzlecht Recht
rma-piece-accepted = ugeholl: { NUMBER($count) } vun { NUMBER($of) }
rma-piece-received = do: { NUMBER($count) } vun { NUMBER($of) }
rma-piece-instead = 🔁 amplaz: { $name } ({ $sku })
rma-piece-instead-price = 🔁 amplaz: { $name } ({ $sku }) · { MONEY($total) }
rma-finding = 🔎 Kontrolléiert: { $why }
rma-photos =
    { $count ->
        [one] 📷 eng Foto
       *[other] 📷 { $count } Fotoen
    }
rma-note = 💬 „{ $note }“
rma-photo-asked = 📷 Foto ugefrot
rma-wish-refund = Wonsch: Suen zréck · { MONEY($total) }
rma-wish-credit = Wonsch: Guthaben · { MONEY($total) }
rma-wish-exchange = Wonsch: aneren Artikel · Wäert { MONEY($total) }
rma-wish-replacement = Wonsch: deeselwechten nach eng Kéier · Wäert { MONEY($total) }
rma-shipping = + Versand { MONEY($total) }
rma-fee = − Retour { MONEY($total) }
rma-loss = − Wäertverloscht { MONEY($total) }
rma-exchange-rest = Duerno kritt d’Persoun nach { MONEY($total) } zréck.
rma-exchange-dearer = ⚠️ Deen aneren Artikel kascht elo { MONEY($total) } méi, wéi ze ginn ass. D’Persoun bezilt näischt derbäi.
rma-keeps = 🎁 Näischt muss zréckkommen
rma-paid = 💶 Scho bezuelt: { MONEY($total) }
rma-clock = ⏱ Suen zréck bis { DAY($day) }
rma-step = { SCAN($at) } · { $done } · { $who }
rma-step-why = { $step }: „{ $why }“
rma-by-customer = d’Persoun
rma-by-staff = d’Ekipp
rma-by-rules = no de Reegelen
rma-by-carrier = de Paketdéngscht
rma-by-platform = de System vum Shop
rma-by-clock = d’Frist
rma-did-photo = 📷 Foto ugefrot
rma-did-keep = 🎁 ouni Retour
rma-did-gone = 🚚 war schonn ënnerwee
rma-did-unsent = 📭 awer net fortgeschéckt
rma-did-scanned = 🔎 vum Paketdéngscht gescannt
rma-did-part = 📦 nach en Deel do
rma-did-paid = 💶 bezuelt
rma-did-itself = 📮 ouni Retourszettel
rma-did-sold_out = ⚠️ Ersatz ausverkaaft
rma-did-stocked = 📦 Ersatz erëm do
rma-did-sent = 🔁 Ersatz verschéckt
rma-did-label = 📄 neie Retourszettel
rma-did-more = ➕ weider Stécker
rma-did-less = ✂️ manner Stécker
rma-did-undo = ↩️ awer net do
rma-did-arrived = 📦 ass bei der Persoun ukomm
rma-did-fee = 🎁 Retourskäschten erlooss
rma-approve-toast = Ugeholl.
rma-keep-toast = Ugeholl, ouni Retour.
rma-photo-toast = D’Persoun ass ëm eng Foto gefrot.
rma-gone-toast = Elo e Widderruff: D’Artikele kommen zréck.
rma-onway-toast = Agedroen: De Pak ass ënnerwee bei eis.
rma-here-toast = Alles ass do. Elo kontrolléieren.
rma-fine-toast = Kontrolléiert. Wat elo kënnt, steet op der Kaart.
rma-undo-toast = Zréckgeholl. D’Persoun gewuer, datt et en Iertum war.
rma-back-toast = D’Persoun weess, datt et zréckkënnt.
rma-close-toast = Ofgeschloss.
rma-fee-toast = Erlooss: De Retour kascht d’Persoun näischt.
rma-moved-on-alert = Dëse Retour ass scho méi wäit. D’Kaart weist, wéi et steet.
rma-tap-please = Tippt w.e.g. op d’Knäpp ënner dësem Message.
rma-not-declinable-alert = Dat ass e gesetzlecht Recht oder scho ugeholl: Refuséiere geet net.
rma-no-reason-alert = Schreift w.e.g. de Grond; d’Persoun liest en.
rma-too-many-alert = Dat si méi Stécker, wéi komme sollten oder do sinn.
rma-count-known-alert = Esou vill sinn schonn agedroen. Schreift w.e.g., wéi vill der am Ganzen do sinn.
rma-nothing-came-alert = Ass näischt dovun do? Da tippt op der Kaart op „Awer net do“.
rma-no-address-alert = An de Retoursreegelen ass keng Adress. Drot w.e.g. eng an (address.lines), oder schéckt en Etikett.
rma-not-reducible-alert = Hei däerf nom Gesetz näischt ofgezu ginn.
rma-not-refusable-alert = D’Kontroll lehnt kee Widderruff of: Net ugeholl gëtt nëmme wat net eisen Artikel ass oder wou d’Sigel gebrach ass.
rma-loss-too-much-alert = Dat ass méi, wéi déi ugeholl Artikele wäert sinn.
rma-nothing-due-alert = Et ass näischt méi ze bezuelen.
rma-too-much-alert = Dat ass méi, wéi nach ze bezuelen ass.
rma-not-in-stock-alert = Deen aneren Artikel ass ausverkaf. Schwätzt mat der Persoun oder bezuelt.
rma-decline-ask =
    <b>{ $number } refuséieren</b>
    Schreift de Grond. D’Persoun liest en Wuert fir Wuert; hir gesetzlech Rechter bleiwen.
rma-right-until = ⚠️ D’Persoun kann nach bis { DAY($day) } widderruffen a kritt dann hir Suen zréck. An der Absag liest si dat, mat engem Knäppche dofir.
rma-right = ⚠️ D’Persoun kann nach widderruffen a kritt dann hir Suen zréck. An der Absag liest si dat, mat engem Knäppche dofir.
rma-label-ask =
    <b>Retourszettel fir { $number }</b>
    Schreift d’Adress vun der Säit (https://…) oder d’Trackingnummer, oder schéckt den Zettel als Fichier. Eng Nummer kritt d’Persoun och als Code fir ze weisen.
rma-label-wrong = Do ass weder eng Adress nach eng Trackingnummer dran.
rma-label-title = <b>Retourszettel fir { $number }</b>
rma-label-url = 🔗 { $url }
rma-label-number = 🔢 Trackingnummer { $code }
rma-label-file = 📎 de Fichier vu just elo
rma-label-confirm = Esou kritt d’Persoun en. E léisst sech tauschen, soulaang näischt ënnerwee ass. Wann eppes feelt, schéckt et nach.
rma-relabel-told = ⚠️ D’Persoun huet schonn en Zettel. Dee gëllt dann net méi, a si liest, datt si nëmmen deen neie benotze soll.
rma-label-send-button = ✔️ Esou schécken
rma-label-again-button = ✏️ Vu vir ufänken
rma-label-taken-alert = Dës Nummer gehéiert schonn zu engem anere Retour oder zu engem Pak, dee mir verschéckt hunn. Kuckt se w.e.g. no.
rma-label-itself-button = 📮 Schéckt selwer
rma-receive-ask =
    <b>Wat ass vun { $number } do?</b>
    All Tipp zielt ee Stéck derbäi.
rma-receive-count = Dir kënnt och schreiwen, wéi vill der do sinn.
rma-receive-total = Dir kënnt och schreiwen, wéi vill der am Ganzen do sinn, déi schonn agedroe matgezielt ({ NUMBER($count) }).
rma-piece-button = { $name }: { NUMBER($count) } vun { NUMBER($of) }
rma-received-button = ✔️ Androen
rma-no-more-button = ✔️ Méi kënnt net
rma-check-ask =
    <b>Wéi ass et mat { $number }?</b>
    Tippt op dat, wat net an der Rei ass oder feelt; all Tipp zielt ee Stéck. Wat feelt, liest d’Persoun vum selwen.
rma-check-piece = • { $name }: { $told }
rma-fine-count = ✅ { NUMBER($count) } an der Rei
rma-refused-count = ⚠️ { NUMBER($count) } net an der Rei
rma-missing-count = ❓ { NUMBER($count) } feelt
rma-refused-button = ⚠️ Net an der Rei: { $name }
rma-missing-button = ❓ Feelt: { $name }
rma-check-loss = Wäertverloscht gëtt ofgezunn: { MONEY($total) }
rma-check-no-loss = Ofzéie léisst sech hei nom Gesetz näischt.
rma-loss-button = 💸 Wäertverloscht ofzéien
rma-loss-ask =
    <b>Wéi vill Wäert ass verluer?</b>
    Schreift de Betrag, zum Beispill 5,00. Nëmme wat iwwer d’Ausprobéiere wéi am Buttek erausgeet, zielt.
rma-amount-wrong = Dat ass kee Betrag. Schreift en esou: 5,00
rma-checked-button = ✔️ Esou androen
rma-refusal-ask =
    <b>Firwat gëtt aus { $number } eppes net ugeholl?</b>
    E Widderruff léisst sech net oflehnen, och net fir benotzten oder beschiedegten Artikelen.{ $loss ->
        [yes] {" "}Fir déi gëtt e Wäertverloscht ofgezunn.
       *[no] {""}
    } Net unhuele kënnt Dir nëmmen, wat net eisen Artikel ass{ $sealed ->
        [yes] , an Artikelen, wou d’Sigel gebrach ass.
       *[no] .
    }
rma-refusal-other-button = 📦 Et ass net eisen Artikel
rma-refusal-seal-button = 🔓 D’Sigel ass gebrach
rma-early-why =
    <b>Firwat ginn d’Suen fir { $number }, éier d’Artikelen do sinn?</b>
    Ee Saz fir d’Ënnerlagen; d’Persoun liest en net.
rma-keep-why =
    <b>Firwat muss aus { $number } näischt zréckkommen?</b>
    Ee Saz fir d’Ënnerlagen; d’Persoun liest en net.
rma-why-ask =
    <b>Wat huet d’Kontroll vun { $number } erginn?</b>
    Schreift et esou, wéi d’Persoun et liese soll.
rma-settle-ask =
    <b>{ $number } auszuelen oder ersetzen</b>
    Nach ze ginn: <b>{ MONEY($total) }</b>. Fir manner schreift de Betrag.
rma-settle-part = Dovu fir dat, wat do ass: <b>{ MONEY($total) }</b>. De Rescht waart op déi Stécker, déi feelen.
rma-settle-nothing =
    <b>{ $number } ofschléissen</b>
    Ze ginn ass näischt méi. Een Tipp dréit an, datt et erleedegt ass.
rma-settle-early = D’Artikele sinn nach net kontrolléiert. Wat Dir elo bezuelt, ass bezuelt.
rma-refund-button = 💶 { MONEY($total) } rembourséieren
rma-credit-button = 🎟 { MONEY($total) } Guthaben
rma-exchange-button = 🔁 Deen aneren Artikel ass fort
rma-replacement-button = 📦 Den Ersatz ass fort
rma-refused = ✖️ { $why }
rma-done-toast = Agedroen; d’Persoun gewuer et.
rma-change-address = 🏠 Wëll eng aner Adress
rma-change-items = 🛒 Wëll aner Artikelen
rma-change-done-button = ✅ Ass geännert
rma-change-late-button = 🚚 Ze spéit
rma-change-cancel =
    ✖️ Freet fir ze annuléieren: nach net verschéckt, vum Widderruff ausgeholl. De Buttek decidéiert.
    Jo: am Butteksystem annuléieren, wat bezuelt gouf rembourséieren, dann hei confirméieren. Nee: de Grond hei schreiwen, dann refuséieren.
rma-change-cancel-done-button = ✅ Annuléiert a rembourséiert
rma-change-cancel-late-button = ✖️ Refuséieren
rma-change-why-alert = Schreift fir d’éischt de Grond als Äntwert op dëse Fall; d’Persoun liest en. Dono refuséieren.
rma-change-left-alert = Mëttlerweil ass alles fortgeschéckt: Et kann net méi annuléiert sinn. Tippt op dat anert Knäppchen.
rma-change-left = 🚚 Mëttlerweil ass alles fortgeschéckt. D’Persoun weess, datt et ze spéit war.
rma-change-told-toast = D’Persoun weess et.
# A refund that names no items.
rma-refund-which = 💶 D’Butteksplattform huet den { DAY($day) } { MONEY($total) } fir d’Bestellung { $order } rembourséiert, ouni Artikelen ze nennen. Fir wéi ee Retour ass dat?
rma-refund-candidate = <b>{ $number }</b> · { $way ->
    [withdrawal] Widderruff
    [warranty] Defekt
    [cancel] virum Verschécken annuléiert
   *[goodwill] Kulanz
 } · nach op: { MONEY($total) }
rma-refund-for-button = { $number } · { MONEY($total) } op
rma-refund-none-button = Fir keen dovun
rma-refund-said-toast = Notéiert.
rma-refund-currency = 💱 D’Butteksplattform huet { MONEY($total) } fir d’Bestellung { $order } rembourséiert, an enger anerer Wärung wéi bezuelt gouf. Et ass kengem Retour zougeuerdent; w.e.g. nokucken.
rma-late-button = 📦 De Rescht ass do …
rma-did-late = 📦 nodréiglech ukomm
rma-late-ask =
    <b>Wat ass vun { $number } nodréiglech komm?</b>
    All Tipp zielt ee Stéck dobäi. Wat an der Rei ass, gëtt nach eng Kéier ofgerechent.
rma-late-fine-button = 🔎 An der Rei, urechnen
rma-late-not-button = ↪️ Net an der Rei
rma-late-why =
    <b>Wéi koum de Rescht vun { $number }?</b>
    Ee Saz fir d’Ënnerlagen, zum Beispill: zweete Pak, gëschter ugeholl.
rma-late-why-back =
    <b>Wat stëmmt um Rescht vun { $number } net?</b>
    Schreift et esou, wéi d’Persoun et liese soll.
rma-late-taken-alert = Dës Stécker gehéieren elo bei eng aner Retour oder si schonn zréckbezuelt.
rma-lost = 📭 Pak verluer oder bei eis zréck: näischt kënnt zréck
rma-coming = 📦 Nach ënnerwee bei der Persoun: Hëlt se e net un, kënnt e vum selwen zréck; soss brauch se dann e Retourszettel.
rma-turned = ↩️ De Pak ass schonn um Wee zréck bei eis: D’Persoun schéckt näischt.
rma-did-lost = 📭 de Pak kënnt ni un
rma-did-found = 📦 verluerene Pak ass erëm do
