# Fäll: wat Clientë liesen, wann si mat engem Mënsch schwätze wëllen, a wat d’Ekipp an hirem Grupp gesäit.
case-heard = 🙋 Eis Ekipp weess Bescheed an äntwert Iech hei. Schreift roueg scho, ëm wat et geet: Alles, wat Dir hei schreift, liest elo e Mënsch.
case-heard-later = 🙋 Eis Ekipp ass grad net do. Vun { DAY($at) }, { TIME($at) } Auer un äntwert Iech hei e Mënsch. Schreift roueg scho, ëm wat et geet: Alles, wat Dir hei schreift, kënnt un.
case-already = 🙋 Är Ufro läit bei eiser Ekipp. Dir kritt hei eng Äntwert.
case-closed = D’Gespréich mat eiser Ekipp ass eriwwer. Vun elo un äntweren erëm ech, de Bot.
case-reopened = Eis Ekipp huet Är Ufro erëm opgeholl an äntwert Iech hei.
case-end-button = Gespréich ophalen
command-human = Mat engem Mënsch schwätzen
case-human-button = 🙋 Mënsch
case-from-staff = 🙋 <b>Ekipp { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · Fall { $id }
case-not-passed = Weiderginn kann ech Text, Fotoen an Dokumenter. Schreift et eiser Ekipp w.e.g. op eng vun dësen Aarten.

case-cause-human = wëll mat engem Mënsch schwätzen
case-cause-missing = als geliwwert gemellt, awer net do
case-cause-lost = Pak verluer
case-cause-damaged = Pak beschiedegt
case-cause-late = Pak ze spéit
case-cause-exception = Problem mat engem Pak
case-cause-complaint = Reklamatioun

case-card-open = 🔔 <b>Fall { $id }</b> · { $cause }
case-card-closed = ✅ <b>Fall { $id }</b> · { $cause } · zou
case-card-who = { $name } · Sprooch: { $language } · zënter { DATETIME($at) }
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
case-reminder = ⏰ De Fall { $id } ({ $cause }) waart zënter { $minutes } Minutten, an nach huet kee reagéiert.

case-details =
    <b>Fall { $id }</b>
    Numm: { $name }
    E-Mail: { $email }
    Telefon: { $phone }
case-details-address =
    Liwweradress: { $street }
    { $city }
