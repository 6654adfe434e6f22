# Den Tausch: wéi en Artikel, zu wéi engem Präis, a wien den Ënnerscheed bezilt.
return-instead = 🔁 Am Tausch: { $item }
return-instead-price = { $item } · { MONEY($total) }
return-wished-instead = Äre Wonsch am Tausch: { $item }
return-difference-if = Wann de Shop d’accord ass:
return-difference-back = Dir kritt <b>{ MONEY($total) }</b> zréck.
return-difference-owed = Dir bezuelt <b>{ MONEY($total) }</b> derbäi.
return-difference-same = Selwechte Präis: Dir bezuelt näischt derbäi.
return-difference-borne = Dir bezuelt näischt derbäi.
return-difference-fee = 🎁 Vun de Retourskäschten iwwerhuele mir { MONEY($total) }.
return-difference-rest = Den Ënnerscheed ({ MONEY($total) }) iwwerhuele mir.
return-difference-then = Dat bezuelt Dir eréischt, wann Äre Retour kontrolléiert ass: { $shop } schéckt Iech dann eng Rechnung an no der Bezuelung deen neien Artikel.
return-difference-now = { $shop } schéckt Iech dofir eng Rechnung an no der Bezuelung deen neien Artikel.
return-with-fee = Dran enthalen: { MONEY($total) } fir de Retour
return-with-loss = Dran enthalen: { MONEY($total) } fir Wäertverloscht
return-topped = Vun Iech derbäi bezuelt: <b>{ MONEY($total) }</b>
return-waived = 🎁 D’Retourskäschten ({ MONEY($total) }) iwwerhuele mir.
return-exchange-variants = <b>Dee selwechten Artikel an enger anerer Ausféierung</b>
return-exchange-others = <b>Vergläichbares</b>
return-exchange-line = <b>{ $name }</b> · { MONEY($total) } · { $left }
return-short-back = { MONEY($total) } zréck
return-short-owed = { MONEY($total) } derbäi
return-short-same = selwechte Präis
return-short-borne = ouni Opschlag
return-want-no-other = Fir ze tauschen hu mir am Moment näischt Passendes do.
return-want-no-same = Deeselwechten Artikel hu mir am Moment net do. Wëllt Dir léiwer op e waarden, sot et eiser Ekipp: „🙋 Mënsch“.
return-price-changed = De gewënschten Artikel kascht elo méi, wéi Dir grad gelies hutt. Et ass nach näischt geschéckt: Kuckt Iech w.e.g. deen neie Präis un.
return-left = Dir kritt nach <b>{ MONEY($total) }</b> zréck.
return-tracking = 📦 Trackingnummer: <code>{ $number }</code>
return-next-owed = Alles ass kontrolléiert. Elo feelt just nach Är Bezuelung.
return-push-owed = <b>💳 Bezuelt w.e.g. nach den Ënnerscheed</b>
return-push-topped = <b>✅ Merci, Är Bezuelung ass do</b>
return-push-free = <b>🎁 Dir bezuelt näischt derbäi</b>
return-push-fee = <b>🎁 De Retour kascht Iech näischt</b>
return-next-exchange = Alles ass kontrolléiert. Als Nächst geet Ären neien Artikel op de Wee.
return-next-rest = Ären neien Artikel ass ënnerwee. D’Suen, déi iwwreg bleiwen, kommen no.
return-next-swapped = Ären neien Artikel ass ënnerwee. E steet och op der Kaart vun der Bestellung.
return-push-swapped = <b>✅ Ären neien Artikel ass ënnerwee</b>
return-push-unpaid = <b>💳 Är Bezuelung feelt nach</b>
return-rather-ask =
    <b>Bei { $number } léiwer { MONEY($total) } zréck?</b>
    Dann ass dat net méi fir Iech op der Säit:
return-rather-yes-button = 💶 Jo, d’Suen
return-rather-late-alert = Dat geet net méi: Ären neien Artikel ass scho fort, oder et ass dofir bezuelt.

# Fir d’Equipe.
rma-waived = 🎁 Retourskäschten ({ MONEY($total) }) erlooss
rma-topped = 💳 Derbäi bezuelt: { MONEY($total) }
rma-exchange-owed = 💳 D’Persoun bezilt { MONEY($total) } derbäi, ier deen aneren Artikel fortgeet.
rma-exchange-same = Selwechte Präis: Keen bezilt eppes derbäi.
rma-difference-unpaid-alert = Den Ënnerscheed ass nach net bezuelt. Eréischt duerno geet deen aneren Artikel fort.
rma-topup-button = 💳 { MONEY($total) } si bezuelt …
rma-free-button = 🎁 Ënnerscheed erloossen ({ MONEY($total) })
rma-free-toast = Erlooss: D’Persoun bezilt näischt derbäi a weess et.
rma-did-topped = 💳 Ënnerscheed bezuelt
rma-did-free = 🎁 Ënnerscheed erlooss
rma-next-customer_pays = waart op d’Bezuelung
rma-how-paid-alert = Schreift w.e.g., wéi d’Sue komm sinn.
rma-topup-ask =
    <b>Si fir { $number } { MONEY($total) } derbäi bezuelt?</b>
    Schreift, wéi d’Sue komm sinn, zum Beispill: Iwwerweisung vum 17.11. D’Persoun kritt gesot, datt hir Bezuelung do ass.
rma-ship-ask =
    <b>Wéi geet den Artikel fir { $number } fort?</b>
    Schreift d’Trackingnummer. D’Persoun kritt se mat der Noriicht.
rma-ship-wrong = Dat ass keng Trackingnummer.
rma-ship-without-button = 📦 Ouni Nummer fort
call-hand-exchange-payment-due = 🛠 Wgl. am Buttekssystem maachen: vun der Persoun { MONEY($total) } ufroen (Bestellung { $order }, Retour { $number }). Wann et bezuelt ass, hei androen; da geet deen aneren Artikel fort.
call-hand-exchange-waived = ✔️ Wgl. net méi ufroen: Déi { MONEY($total) } fir d'Bestellung { $order } sinn erlooss (Retour { $number }).
call-hand-exchange-paid = ✔️ Wgl. net méi ufroen: Déi { MONEY($total) } fir d'Bestellung { $order } si bezuelt (Retour { $number }).
rma-settle-article-button = 📦 Artikel schécken oder { MONEY($total) } …
rma-did-money = 💶 léiwer d’Suen
call-difference-unpaid = 💳 { $number }: zënter zwou Woche sinn { MONEY($total) } fir deen aneren Artikel net bezuelt. En ass nach op der Säit. Frot w.e.g. no, erloosst den Ënnerscheed oder rembourséiert.
return-push-sold_out = <b>⚠️ Ären Ersatz ass am Moment ausverkaaft</b>
return-instead-gone =
    { $money ->
        [yes] ⚠️ Am Moment ausverkaaft. Eist Team weess et. Dir kënnt waarden, oder op der Kaart vun dëser Retour d’Suen dofir huelen.
       *[no] ⚠️ Am Moment ausverkaaft. Eist Team weess et a kuckt, wat anescht geet.
    }
return-next-sold-out = Alles ass kontrolléiert. Soubal den Artikel erëm do ass, geet en op de Wee.
