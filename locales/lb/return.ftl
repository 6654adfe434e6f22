# Retouren: d’Kaart, wat schellt, d’Écranen.
return-title-withdrawal = ↩️ <b>Widderruff { $number }</b> (Bestellung { $order })
return-title-cancel = ✖️ <b>Annulatioun { $number }</b> (Bestellung { $order })
return-title-warranty = 🛠 <b>Reklamatioun { $number }</b> (Bestellung { $order })
return-title-goodwill = ↩️ <b>Retour { $number }</b> (Bestellung { $order })
return-state = <b>{ $state }</b>
return-state-draft = nach net ofgeschéckt
return-state-requested = 📨 ugefrot
return-state-approved = 👍 ugeholl
return-state-declared = ✅ widderruff
return-state-cancelling = ✖️ gëtt annuléiert
return-state-rejected = ✖️ net ugeholl
return-state-label_sent = 🏷 prett fir ze schécken
return-state-in_transit = 🚚 ënnerwee bei eis
return-state-partially_received = 📦 deelweis ukomm
return-state-received = 📦 ukomm
return-state-inspected = 🔎 iwwerpréift
return-state-refunded = ✅ rembourséiert
return-state-exchanged = ✅ ëmgetosch
return-state-credited = ✅ guttgeschriwwen
return-state-sent_back = ↪️ zréckgeschéckt
return-state-closed = ✅ ofgeschloss
return-state-cancelled = ✖️ zréckgezunn
return-state-expired = ⌛ ofgelaf

return-next-draft = Confirméiert, dann ass et bei eis.
return-next-requested = { $shop } kuckt sech Är Ufro un. Schéckt w.e.g. nach näischt of; mir schreiwen Iech hei.
return-next-approved = { $shop } preparéiert Äre Retourszettel. En kënnt heihinner an dësen Chat.
return-next-sending = Packt alles gutt an, leet d’Nummer derbäi a schéckt et un { $shop }. Haalt de Beleeg gutt op.
return-next-coming = De Pak ass nach ënnerwee bei Iech: Huelt e w.e.g. net un, da kënnt e vum selwen bei eis zréck. Hutt Dir en awer ugeholl, da schéckt en einfach zréck; de Retourszettel kritt Dir dann hei.
return-next-coming-itself = De Pak ass nach ënnerwee bei Iech: Huelt e w.e.g. net un, da kënnt e vum selwen bei eis zréck. Hutt Dir en awer ugeholl, da schéckt en einfach un { $shop } zréck.
return-next-back = De Pak ass schonn um Wee zréck bei eis: Dir musst näischt zréckschécken. Soubal en do ass, schreiwe mir Iech.
return-next-coming-part = Wat dovun nach ënnerwee bei Iech ass, huelt w.e.g. net un; et kënnt dann vum selwen zréck.
return-next-coming-some = De Pak ass nach ënnerwee bei Iech. Ass näischt dran, wat Dir behaalt, huelt e w.e.g. net un. Soss huelt en un a schéckt duerno nëmmen dat zréck, wat net bleift; wéi, steet dann hei.
return-next-back-part = Wat dovun schonn um Wee zréck bei eis ass, musst Dir net schécken.
return-next-cancelling = Dir musst näischt maachen an näischt zréckschécken. Kënnt awer nach e Pak, da refuséiert e w.e.g.
return-next-rejected = Är gesetzlech Rechter bleiwen dovun onberéiert. Wann eppes net stëmmt, schreift eis w.e.g.
return-still-withdraw-until = Dir kënnt de Kaf trotzdeem nach widderruffen, ouni Grond: bis <b>{ DAY($day) }</b>.
return-still-withdraw = Dir kënnt de Kaf trotzdeem nach widderruffen, ouni Grond.
return-next-label-over = De Retourszettel ass ofgelaf. Äert Recht bleift Iech: Sot eiser Ekipp Bescheed, da kritt Dir en neien.
return-label-over-alert = De Retourszettel ass ofgelaf. Eis Ekipp schéckt Iech en neien: Tippt op „🙋 Mënsch“.
return-next-label_sent = Packt alles gutt an a gitt de Pak mam Retourszettel of. Haalt de Beleeg gutt op.
return-next-in_transit = Äre Pak ass ënnerwee bei eis. Soubal en do ass, schreiwe mir Iech.
return-next-partially_received = En Deel ass do. Schéckt w.e.g. och de Rescht; ass en schonn ënnerwee, da waarde mir drop.
return-next-received = Mir iwwerpréiwen d’Artikelen a mellen eis.
return-next-inspected =
    Alles ass iwwerpréift. Als Nächst kënnt { $outcome ->
        [credit] Äert Guthaben
        [exchange] Ären aneren Artikel
        [replacement] Ären Ersatz
       *[refund] d’Geld
    }.
return-next-refunded = D’Sue sinn ugewisen. Jee no Bank kann et e puer Deeg daueren.
return-next-exchanged = Ären Ersatz ass ënnerwee; Dir fannt en ënner Äre Bestellungen.
return-next-credited = De Betrag steet Iech als Guthaben zur Verfügung.
return-next-sent_back = D’Artikele si um Réckwee bei Iech. Mir äntweren gär op Är Froen.
return-next-closed = Alles ass erleedegt.
return-next-taken-back = Et bleift beim Kaf. Soulaang d’Frist leeft, kënnt Dir nach eng Kéier widderruffen.
return-next-cancelled = D’Artikele bleiwe bei Iech. Soulaang d’Frist leeft, kënnt Dir nei ufroen.
return-next-expired = De Retourszettel gouf net benotzt a gëllt net méi. Soulaang eng Frist leeft, kënnt Dir nei ufroen.
return-send-to =
    Adress fir de Retour:
    { $address }
return-label-number = Nummer vum Retourszettel: <code>{ $number }</code>
return-label-code = Code fir de Guichet: <code>{ $code }</code>
return-send-by = Ofschécke bis: <b>{ DAY($day) }</b>
return-clock = Suen zréck bis spéitstens: <b>{ DAY($day) }</b>. De Shop däerf waarden, bis d’Artikelen do sinn oder Dir de Versand beleet.
return-clock-cancel = Suen zréck bis spéitstens: <b>{ DAY($day) }</b>
return-piece-received = { $line } – ukomm: { NUMBER($count) }
return-missing-ask = ❓ Net am Pak war: { $items }. Hutt Dir et nach, schéckt et w.e.g. no; ass et schonn ënnerwee, rechne mir et un, soubal et do ass. War et awer am Pak, schreift eis.
return-missing = ❓ Net am Pak war: { $items }
return-brings-refund = Dir kritt zréck: <b>{ MONEY($total) }</b>
return-brings-credit = Dir kritt als Guthaben: <b>{ MONEY($total) }</b>
return-brings-exchange = Dir kritt en aneren Artikel dofir.
return-brings-replacement = Dir kritt den Artikel nach eng Kéier, ouni Käschte fir Iech.
return-wished-refund = Äre Wonsch: <b>{ MONEY($total) }</b> zréck
return-wished-credit = Äre Wonsch: Guthaben iwwer <b>{ MONEY($total) }</b>
return-wished-exchange = Äre Wonsch: en aneren Artikel dofir
return-wished-replacement = Äre Wonsch: deeselwechten Artikel nach eng Kéier, ouni Käschte fir Iech
return-of-shipping = Dran enthalen: { MONEY($total) } fir de Versand bei Iech
return-of-topped = Dran enthalen: { MONEY($total) }, déi Dir fir en aneren Artikel derbäi bezuelt hutt
return-of-fee = Ofgezunn: { MONEY($total) } fir de Retour
return-postage-free = De Retour kascht Iech näischt.
return-postage-yours = De Porto fir de Retour bezuelt Dir.
return-postage-ours = De Porto fir de Retour droe mir.
return-paid = Un Iech bezuelt: <b>{ MONEY($total) }</b>
return-paid-credit = Als Guthabe fir Iech: <b>{ MONEY($total) }</b>
return-because = Grond: { $why }

return-push-requested = <b>📨 Är Ufro ass bei eis</b>
return-push-approved = <b>👍 Är Ufro ass ugeholl</b>
return-push-label_sent = <b>🏷 Äre Retourszettel ass do</b>
return-push-label_replaced =
    <b>🏷 Benotzt w.e.g. dësen neie Retourszettel</b>
    Deen éischte war falsch a gëllt net méi: Geheit en w.e.g. ewech. Et deet eis leed.
return-push-partially_received = <b>📦 En Deel vun Ärem Retour ass do</b>
return-push-received = <b>📦 Äre Retour ass do</b>
return-push-received-part = <b>📦 Äre Retour ass do, awer net alles dovun</b>
return-push-refunded = <b>✅ Är Sue sinn ënnerwee</b>
return-push-exchanged = <b>✅ Ären Ersatz ass ënnerwee</b>
return-push-credited = <b>✅ Äert Guthaben ass do</b>
return-push-credited-part = <b>✅ En Deel vun Ärem Guthaben ass do</b>
return-push-sent_back = <b>↪️ Är Artikele kommen zréck bei Iech</b>
return-push-rejected = <b>Äre Retour konnte mir leider net unhuelen</b>
return-push-expired = <b>⌛ Äre Retourszettel ass ofgelaf</b>
return-push-cancelled = <b>✖️ Dëse Retour gouf annuléiert</b>

return-nothing-left = Dës Artikele gehéiere schonn zu engem anere Retour oder goufe rembourséiert. Ënner der Bestellung gesitt Dir, wéi et drëm steet.
return-way-closed = Dëse Wee ass mëttlerweil net méi op. Ënner der Bestellung gesitt Dir, wat elo méiglech ass; eis Ekipp hëlleft Iech och gär.
return-moved-on = Dëse Retour ass mëttlerweil e Schrëtt méi wäit. Esou steet et elo drëm:
return-sold-out = De gewënschten Artikel ass grad ausverkaf ginn. Wielt w.e.g. en aneren oder loosst Iech d’Suen zréckginn.
return-too-dear = De gewënschten Artikel kascht elo méi, wéi Dir bezuelt hutt. Wielt w.e.g. en aneren oder loosst Iech d’Suen zréckginn.

return-moved-on-alert = Dëse Retour ass schonn e Schrëtt méi wäit a léisst sech net méi zréckzéien.
return-list = <b>Är Retouren</b>
return-list-none = Am Moment hutt Dir keng Retouren. Dir fänkt een ënner der Bestellung un, ëm déi et geet.
return-entry-button = { $number }: { $state }
return-photos =
    { $count ->
        [one] Eng Foto läit bäi.
       *[other] { $count } Fotoe leie bäi.
    }
return-photo-ask = <b>Schéckt elo eng Foto</b> oder méi zesummen. Gutt ass eng vum Ganzen an eng vun der Plaz, ëm déi et geet.
return-photo-which = Fir wéi eng Retour ass d’Foto? Tippt se un, dann „Foto derbäisetzen“, a schéckt se w.e.g. nach eng Kéier.
return-photo-only = Dat kann hei keen ukucken: Schéckt w.e.g. eng Foto.
return-photo-too-large = Dëse Fichier ass méi grouss wéi 20 MB; eis Ekipp kann en net opmaachen. Schéckt en w.e.g. als Foto amplaz als Fichier.
return-photos-enough = Dat si genuch Fotoen, merci. Méi brauch eis Ekipp net.
return-cancel-ask =
    <b>Retour { $number } zréckzéien?</b>
    D’Artikele bleiwen dann bei Iech. Soulaang d’Frist leeft, kënnt Dir nei ufroen.
return-cancel-ask-declared =
    <b>Widderruff { $number } zréckhuelen?</b>
    Dann bleift et beim Kaf, an Dir kritt keng Suen zréck. Soulaang d’Frist leeft, kënnt Dir nach eng Kéier widderruffen.
return-receipt-toast = D’Bestätegung kënnt direkt.
return-photo-button = 📷 Foto derbäisetzen
return-photo-done-button = Fäerdeg
return-cancel-button = ✖️ Zréckzéien
return-cancel-yes-button = Jo, zréckzéien
return-open-button = Alles dozou
return-label-button = 🏷 Retourszettel opmaachen
return-label-again-button = 🏷 Retourszettel nach eng Kéier
return-label-again-toast = De Retourszettel kënnt gläich.

return-push-remind = <b>🏷 Äre Retour waart nach</b>

return-line = <b>{ $name }</b>
return-line-excluded = Kee Widderruff: { $reason }
return-from-neighbour = Gezielt vun deem Dag un, wou et bei engem Noper ofgi gouf: { DAY($day) }. Hutt Dir et méi spéit kritt, zielt dee méi spéiden Dag.
return-until-withdrawal = Widderruff bis { DAY($day) }
return-until-goodwill = Mir huelen et fräiwëlleg zréck bis { DAY($day) }
return-until-warranty = Defekt oder falsch: bis { DAY($day) }
return-right-withdrawal = Dir notzt Äert gesetzlecht Widderruffsrecht.
return-right-goodwill = Mir huelen et fräiwëlleg zréck.
return-or-withdraw = 💡 Bis { DAY($day) } kënnt Dir amplaz och widderruffen: Dat kontrolléiert virdru keen, a wien déi ganz Bestellung widderrifft, kritt och de Versand zréck.
return-right-warranty = Dofir stinn mir op d’mannst zwee Joer an.
return-shut-unshipped = { $item }: nach net fortgeschéckt
return-shut-coming = { $item }: nach ënnerwee bei Iech
return-shut-back = { $item }: schonn um Wee zréck bei eis
return-which = <b>Ëm wéi eng Bestellung geet et?</b>
return-nothing-open = <b>Am Moment kann näischt vun dëser Bestellung zréck.</b>
return-not-there-yet =
    <b>Nom Stand vum Paketdéngscht ass de Pak nach net bei Iech.</b>
    Zréckschécken oder reklaméiere kënnt Dir, soubal en do ass. Widderruffe kënnt Dir elo schonn.
return-not-sent-yet =
    <b>Dat ass nach net fortgeschéckt.</b>
    Änneren oder stornéiere kënnt Dir nach. Zréckschécken oder reklaméiere kënnt Dir, soubal et do ass.
return-not-together-alert = Dës Artikele ginn op verschiddene Weeër zréck. Schéckt se w.e.g. een nom aneren zréck.
return-why-ask = <b>Firwat geet et zréck?</b>
return-why-only-defects =
    <b>Wat stëmmt net?</b>
    D’Retourfrist ass eriwwer. Ass eppes defekt oder falsch, si mir trotzdeem fir Iech do.
return-why-only-defects-law =
    <b>Wat stëmmt net?</b>
    Zréckginn geet hei net: { $reason }. Ass eppes defekt oder falsch, si mir fir Iech do.
return-why-size_too_small = Ze kleng
return-why-size_too_large = Ze grouss
return-why-color = D’Faarf passt net
return-why-style = Gefält net
return-why-not_as_described = Anescht wéi beschriwwen
return-why-defective = Defekt
return-why-wrong_item = Falschen Artikel
return-why-unwanted = Net méi gewënscht
return-why-unknown = Weess ech net
return-why-other = Eppes anescht
return-why = Grond: { $reason }
return-why-read = ✍️ Verstanen als: <b>{ $reason }</b>. Är Wierder leien bäi; mat „Zréck“ wielt Dir anescht.
return-why-kept = ✍️ Är Wierder leien der Retour bäi. Wéi ee Grond passt am beschten?
return-details-photos =
    <b>Weist eis, wat lass ass.</b>
    Schéckt eng Foto oder méi zesummen, gär mat e puer Wierder. Et geet och ouni, dauert dann awer méi laang.
return-details-words =
    <b>Beschreift w.e.g. kuerz, ëm wat et geet.</b>
    Eng Foto hëlleft, wann et eppes ze gesi gëtt.
return-noted = Är Wierder: „{ $note }“
return-words-toast = Schreift eis w.e.g. e puer Wierder.
return-want-ask = <b>Wat wëllt Dir dofir hunn?</b>
return-want-refund = 💶 Suen zréck
return-want-exchange = 🔁 En aneren Artikel
return-want-credit = 🎟 Guthaben
return-want-replacement = 📦 Deeselwechten nach eng Kéier
return-exchange-ask =
    <b>Wat hätt Dir gär amplaz?</b>
    Dat hu mir grad do:
return-exchange-none = Am Moment hu mir näischt Vergläichbares do. Dir kënnt Iech d’Suen zréckgi loossen.
return-summary = <b>Stëmmt alles esou?</b>
return-then-withdrawal = Mat „Widderruff confirméieren“ widderrufft Dir de Kaf vun dësen Artikelen. Dir kritt direkt eng Bestätegung; kee muss averstane sinn.
return-then-goodwill = Ass alles kloer, gëtt Är Ufro direkt ugeholl; soss kuckt eis Ekipp se sech un.
return-then-warranty = Eis Ekipp kuckt sech Är Reklamatioun un a mellt sech hei.
return-done =
    <b>✅ Ofgeschéckt</b>
    Drënner steet d’Kaart, op där Dir all Schrëtt gesitt.
return-done-then = Esou stoung et de { DATE($at) }, { TIME($at) } Auer.
return-start-button = ↩️ Retour oder Reklamatioun
return-here-button = 📦 Et ass schonn do
return-no-reason-button = Ouni Grond
return-money-button = 💶 Léiwer Suen zréck
return-send-button = Ofschécken
return-again-button = En anere wielen
return-all-button = ↩️ Meng Retouren
return-next-photo = 📷 Mir brauche nach eng Foto vun Iech: eng vum Ganzen an eng vun der Plaz, ëm déi et geet. Duerno decidéiere mir.
return-next-keeps =
    Dir musst näischt zréckschécken an däerft alles behalen. Als Nächst kënnt { $outcome ->
        [credit] Äert Guthaben
        [exchange] Ären aneren Artikel
        [replacement] Ären Ersatz
       *[refund] d’Geld
    }.
return-push-undo =
    <b>↩️ Äre Retour ass awer nach net do</b>
    Datt en ukomm wier, war en Iertum vun eis. Entschëllegt w.e.g.
return-push-photo = <b>📷 Schéckt eis w.e.g. eng Foto</b>
return-push-keeps = <b>🎁 Ugeholl, an Dir däerft et behalen</b>
return-push-gone =
    <b>🚚 Äre Pak war schonn ënnerwee</b>
    Äre Widderruff gëllt trotzdeem: Huelt de Pak net un, oder schéckt en un eis zréck.
return-push-unsent =
    <b>📭 Äre Pak ass net ukomm</b>
    Véier Wochen no Ärer Meldung ass näischt bei eis. Hutt Dir en ofginn, schreift eis w.e.g. an haalt d’Quittung prett.
return-push-paid = <b>💶 Är Sue sinn ënnerwee</b>
return-push-paid-part = <b>💶 En Deel vun Äre Suen ass ënnerwee</b>
return-push-sent = <b>🔁 Ären Ersatz ass ënnerwee</b>
return-finding = 🔎 Resultat vun der Kontroll: { $why }
return-of-loss = Ofgezunn: { MONEY($total) } fir Wäertverloscht
return-piece-accepted = { $line } – ugeholl: { NUMBER($count) }
return-push-sending = <b>📮 Dir kënnt et elo verschécken</b>
return-clock-late = Suen zréck: <b>direkt</b>, well déi 14 Deeg no Ärer Erklärung schonn eriwwer sinn. De Shop däerf waarden, bis d’Artikelen do sinn oder Dir de Versand beleet.
return-clock-cancel-late = Suen zréck: <b>direkt</b>, well déi 14 Deeg no Ärer Erklärung schonn eriwwer sinn.
return-push-lapsed = <b>⌛ Dëse Retour ass eriwwer</b>
return-next-lapsed = Bei eis ass näischt ukomm. Ass Äre Pak ënnerwee, schreift eis w.e.g. direkt. Soulaang eng Frist leeft, kënnt Dir nei ufroen.
return-push-waiting =
    <b>⏳ Äre Retourszettel feelt nach</b>
    Eis Ekipp gouf drun erënnert. Är Zäit fir zréckzeschécken fänkt eréischt un, wann en do ass.
return-push-overdue-claim =
    <b>📮 Schéckt d’Artikele w.e.g. elo of</b>
    D’Zäit dofir ass eriwwer. Är Reklamatioun bleift op. Schonn ofginn? Sot eis et ënner „Alles dozou“.
return-push-overdue =
    <b>📮 Schéckt d’Artikelen w.e.g. elo fort</b>
    D’Zäit dofir ass eriwwer. Äre Widderruff gëllt weider, mee bis dohinner däerf de Shop mat de Sue waarden. Schonn ofginn? Sot et eis ënner „Alles dozou“.
return-sent-button = 📮 Ech hunn et fortgeschéckt
return-sent-ask =
    <b>Ass de Pak fir { $number } ofginn?</b>
    Duerno kann de Retour net méi zréckgezu ginn. Eng Foto vum Beleeg hëlleft, wann e verluer geet.
return-sent-yes-button = Jo, ofginn
return-unsent-button = 📭 Awer nach net fortgeschéckt


# Several orders in one parcel.
return-together = 📦 An engem Pak mat { $others }
return-beside = { $number } (Bestellung { $order })
return-together-most = An ee Pak passen Artikelen aus héchstens fënnef Bestellungen.
return-more-button = ➕ Aus enger weiderer Bestellung
return-more-ask = Aus wéi enger Bestellung wëllt Dir eppes an dee selwechte Pak leeën?
return-more-none = Am Moment kann näischt anescht zréckgoen.
return-more-order-button = { $number } · { DAY($day) }
return-more-title = <b>Zesummen an engem Pak</b>
return-more-part = <b>Bestellung { $number }</b>
return-more-total = Am Ganzen: <b>{ MONEY($total) }</b>
return-more-out-button = Bestellung { $number } eraushuelen
return-also = Zum selwechte Widderruff gehéiert { $numbers }.
return-next-cancelling-part = Dir musst dofir näischt maachen an näischt zréckschécken. Kommen dës Artikelen awer nach, da sot eis w.e.g. Bescheed.
return-next-overtaken = Un d’Plaz vun dëser Ufro ass Äre Widderruff { $number } getratt.

# What was given for something that went back.
return-given = 🔁 Dofir kritt: { $item }
return-follows = 🔁 War selwer Ersatz aus { $number }
return-followed = ↩️ Den Ersatz geet weider an { $numbers }
return-given-button = 🛠 Mam Ersatz stëmmt eppes net
return-given-entry-button = 🔁 { $name } (Ersatz aus { $number })
return-given-these = Dat hutt Dir als Ersatz kritt.
return-given-ask = <b>Geet et ëm den Ersatz, deen Dir kritt hutt?</b>
return-bought-button = Aner Artikele vun dëser Bestellung
return-push-late = <b>📦 De Rescht vun Ärer Retour ass awer nach ukomm</b>
return-push-lateback = <b>📦 De Rescht vun Ärer Retour ass do, mir kënnen en awer net unhuelen</b>
return-next-lost = De Pak ass ni bei Iech ukomm: Dir musst näischt zréckschécken. Als Nächst kënnt Äert Geld.
return-shut-lost = { $item }: ni ukomm; Dir kënnt widderruffen, ouni eppes zréckzeschécken
return-push-lost = <b>📭 De Pak kënnt net méi bei Iech un</b>
return-push-found =
    <b>📦 Äre verluerene Pak ass erëm do</b>
    Äre Widderruff gëllt trotzdeem: Huelt de Pak net un, oder schéckt en un eis zréck.
return-push-arrived =
    <b>📦 Äre Pak ass awer nach ukomm</b>
    Äre Widderruff gëllt: Schéckt en w.e.g. einfach zréck.

# What somebody types that they need of a return under way.
return-help-label = 🏷 Hei ass Äre Retourszettel nach eng Kéier: Tippt op „🏷 Retourszettel opmaachen“.
return-help-label-again = 🏷 Äre Retourszettel kënnt gläich nach eng Kéier.
return-help-label-none = Fir dëse Retour braucht Dir kee Retourszettel vun eis.
return-help-late = Zréckzéie léisst sech dat hei net méi. Wëllt Dir d’Artikelen awer behalen, frot w.e.g. direkt eis Ekipp.
return-help-which = <b>Ëm wéi ee Retour geet et?</b>
