# Fäll: wat Clientë liesen, wann si mat engem Mënsch schwätze wëllen, a wat d’Ekipp an hirem Grupp gesäit.
case-heard = 🙋 Eis Ekipp weess Bescheed an äntwert Iech hei. Schreift roueg scho, ëm wat et geet: Alles, wat Dir hei schreift, liest elo e Mënsch.
case-heard-later = 🙋 Eis Ekipp ass grad net do. Ab { DAY($at) }, { TIME($at) } Auer äntwert Iech hei e Mënsch. Schreift roueg scho, ëm wat et geet: Alles, wat Dir hei schreift, kënnt un.
case-heard-complaint = 🙋 Et deet eis leed, datt eppes net gestëmmt huet. Eis Ekipp weess Bescheed an äntwert Iech hei. Schreift w.e.g. scho, wat geschitt ass: Alles, wat Dir hei schreift, liest elo e Mënsch.
case-heard-later-complaint = 🙋 Et deet eis leed, datt eppes net gestëmmt huet. Eis Ekipp ass grad net do; vun { DAY($at) }, { TIME($at) } Auer un äntwert Iech hei e Mënsch. Schreift w.e.g. scho, wat geschitt ass: Alles, wat Dir hei schreift, kënnt un.
case-already = 🙋 Är Ufro läit bei eiser Ekipp. Dir kritt hei eng Äntwert.
case-closed = D’Gespréich mat eiser Ekipp ass eriwwer. Vun elo un äntweren erëm ech, de Bot.
case-reopened = Eis Ekipp huet Är Ufro erëm opgeholl an äntwert Iech hei.
case-end-button = Gespréich ophalen
command-human = Mat engem Mënsch schwätzen
case-human-button = 🙋 Mënsch
case-from-staff = 🙋 <b>Ekipp { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · Fall { $id }
case-not-passed = { $kind }: Dat kann ech eiser Ekipp net weiderginn, just Text, Fotoen, Dokumenter, Toun a Video. Schreift et w.e.g. op eng vun dësen Aarten.

case-told-lost = Den Transporteur mellt de Pak als verluer ({ DATETIME($at) }).
case-told-damaged = Den Transporteur mellt de Pak als beschiedegt ({ DATETIME($at) }).
case-told-action = Den Transporteur mellt, datt eppes ze maachen ass ({ DATETIME($at) }).
case-cause-human = wëll mat engem Mënsch schwätzen
case-cause-missing = als geliwwert gemellt, awer net do
case-cause-lost = Pak verluer
case-cause-damaged = Pak beschiedegt
case-cause-late = Pak ze spéit
case-cause-exception = Problem mat engem Pak
case-cause-complaint = Reklamatioun
case-cause-detractor = onzefridden an enger Ëmfro
case-cause-cancel = huet annuléiert: de Versand w.e.g. stoppen a rembourséieren
case-cause-return = Retour oder Widderruff
case-cause-change = wëll virum Versand eppes geännert hunn
case-cause-feedback = Luef oder Virschlag
case-about = Et geet ëm: { $topic }
case-about-too = Freet och no: { $topic }
case-human-too = 🙋 Wëll mat engem Mënsch schwätzen.
case-human-asked = 🙋 Fall { $id }: No der schlechter Bewäertung gëtt elo e Mënsch verlaangt. Wat d’Persoun schreift, kënnt heihin.

case-card-open = 🔔 <b>Fall { $id }</b> · { $cause }
case-card-closed = ✅ <b>Fall { $id }</b> · { $cause } · zou
case-card-who = { $name } · Sprooch: { $language } · zënter { DATETIME($at) }
case-card-who-only = { $name } · zënter { DATETIME($at) }
case-card-order = Bestellung { $number } · { $state } · { $total }
case-card-total = { MONEY($total) }
case-card-parcel = Pak { $carrier } <code>{ $number }</code> · { $state }
case-card-signed = Empfang confirméiert vun: { $name }
case-card-line = { $sign } { $text } { $mark }
case-card-owner = Këmmert sech: { $name }
case-card-nobody = Nach këmmert sech keen. Äntwert op dëse Message, fir der Persoun ze schreiwen; mat /note virdrun bleift et ënner eis.

case-queue-empty = Näischt waart. 🎉
case-queue-title =
    { $count ->
        [one] <b>Ee Fall ass op</b>
       *[other] <b>{ $count } Fäll sinn op</b>
    }
case-queue-cause = <i>{ $cause }</i>
case-queue-line = { $sign } Fall { $id } · { $age } · Bestellung { $order } · { $value }
case-queue-more = … an nach { $count }
case-age-days =
    { $days ->
        [one] zënter engem Dag
       *[other] zënter { $days } Deeg
    }
case-age-hours = zënter { $hours } St.
case-reminder = ⏰ De Fall { $id } ({ $cause }) waart { $age }, an nach huet kee reagéiert.

case-details =
    <b>Fall { $id }</b>
    Numm: { $name }
    E-Mail: { $email }
    Telefon: { $phone }
case-details-address =
    Liwweradress: { $street }
    { $city }
case-away = 🌙 Eis Ekipp ass grad net do. Wat Dir schreift, kënnt un; ab { DAY($at) }, { TIME($at) } Auer äntwert Iech hei e Mënsch.
case-card-no-chat = Client
case-card-earlier =
    { $count ->
        [one] ⋯ ee fréiere Message steet am Verlaf
       *[other] ⋯ { $count } fréier Messagë stinn am Verlaf
    }
case-card-resolved = Ursaach: { $cause } · Moossnam: { $action }
case-card-words = „{ $words }“
case-closed-by-customer = D’Persoun huet d’Gespréich selwer opgehal.
case-closed-by-recovered = Erleedegt: De Pak ass erëm ënnerwee.
case-closed-by-shipped = Erleedegt: Et ass mëttlerweil fortgeschéckt, an d’Persoun weess et.
case-closed-by-declared = Erleedegt: De Widderruff ass erkläert an huet en eegene Fall.
case-closed-by-return = Erleedegt: De Retour ass ofgeschloss.
case-handed-on = 🤝 { $name } huet Iech de Fall { $id } iwwerginn ({ $cause }).
case-unanswered = 🚨 De Fall { $id } ({ $cause }) waart { $age }, an och no der Erënnerung huet kee reagéiert.
case-unposted = 🚨 De Fall { $id } ({ $cause }) konnt net an de Grupp vun der Ekipp gesat ginn: { $reason }.
case-undelivered = ⚠️ Net zougestallt un { $name }: { $about }{ $order }. Grond: { $reason }.
case-turned-up = 📦 Fall { $id }: De Pak ass opgedaucht, seet d’Persoun. De Fall ass verginn a bleift dofir op.
case-age-minutes = zënter { $minutes } Min.
case-banned = Iwwer dëse Chat erreecht Dir eis Ekipp net méi. Ech, de Bot, si weider fir Iech do.
case-nudge = ⏰ Fall { $id } ({ $cause }): D’Persoun waart op Är Äntwert. Kënnt keng, gëtt de Fall erëm fräi.
case-nudge-urgent = ⏰ Fall { $id } ({ $cause }): D’Persoun waart op Är Äntwert, an d’Frist leeft.
case-free-again = ↩️ De Fall { $id } ({ $cause }) ass erëm fräi, bis elo bei { $name }. D’Persoun waart.
case-card-rating = Äntwert: { $rating }
case-card-rating-because = Äntwert: { $rating } · { $reasons }
case-card-before = Virdrun: Fall { $id }, { $cause }
case-card-before-done = Virdrun: Fall { $id }, { $cause } · { $action }
case-way-ordered = bestallt { DATE($day) }
case-way-expected = erwaart { DATE($day) }
case-way-delivered = geliwwert { DATE($day) }
case-way-late =
    { $days ->
        [one] een Dag ze spéit
       *[other] { $days } Deeg ze spéit
    }
case-plan = 💡 <b>Virschlag: { $trouble }</b>
case-plan-step = • { $step }
case-trouble-late = ze spéit
case-trouble-damaged = beschiedegt
case-trouble-wrong_item = falschen Artikel
case-trouble-packaging = Verpackung
case-trouble-courier = Livreur
case-trouble-price = Präis
case-trouble-service = Service
case-trouble-slow = ze laang gedauert
case-trouble-unsolved = net geléist
case-trouble-unhelpful = Äntwert huet net gehollef
case-trouble-unfriendly = onfrëndlech
case-trouble-complicated = ze komplizéiert
case-trouble-other = eppes anescht
case-trouble-lost = verluer
case-trouble-missing = net do
case-trouble-unknown = Grond net bekannt
case-contact-warned = ⏰ Fall { $id } ({ $cause }): Der Persoun huet nach keen geschriwwen. Bis { DATETIME($at) } soll si vun eis héieren hunn.
case-contact-missed = 🚨 Fall { $id } ({ $cause }): Der Persoun huet nach keen geschriwwen, a bis { DATETIME($at) } hätt si vun eis solle héieren.
case-resolve-warned = ⏰ Fall { $id } ({ $cause }) soll bis { DATETIME($at) } geléist sinn.
case-resolve-missed = 🚨 Fall { $id } ({ $cause }) hätt bis { DATETIME($at) } solle geléist sinn an ass nach op.
case-assigned-contact = 👉 Fall { $id } ({ $cause }) ass elo Ären: Keen huet en iwwerholl. Schreift der Persoun wann ech gelift bis { DATETIME($at) }.
case-assigned-resolve = 👉 Fall { $id } ({ $cause }) ass elo Ären: Keen këmmert sech drëm. Léist en wann ech gelift bis { DATETIME($at) }.
case-assigned-late = 👉 Fall { $id } ({ $cause }) ass elo Ären: Keen huet sech bis { DATETIME($at) } dorëms gekëmmert. Maacht et w.e.g. elo direkt.
case-clock-contact = ⏱ schreiwen bis { DATETIME($at) }
case-clock-contact-missed = ❗ schreiwe war fälleg: { DATETIME($at) }
case-clock-contacted = ⏱ ugeschriwwen
case-clock-resolve = léise bis { DATETIME($at) }
case-clock-resolve-missed = ❗ léise war fälleg: { DATETIME($at) }
case-unsolved = 👎 De Fall { $id } ({ $cause }) ass erëm op: D’Persoun seet, datt et net geléist ass.
case-unhappy = 👎 De Fall { $id } ({ $cause }) ass erëm op: D’Persoun ass nach ëmmer onzefridden.
case-solved-yes = 👍 D’Persoun seet, datt et geléist ass.
case-solved-no = 👎 D’Persoun seet, datt et net geléist ass.
case-solved-asked = D’Persoun ass gefrot, ob et geléist ass.
