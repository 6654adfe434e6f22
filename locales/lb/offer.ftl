# Wat Clienten antippen, a wat Mataarbechter gesinn, wa se eng Aktioun schreiwen.
offer-gone-toast = Dës Offer gëtt et net méi.
offer-product-gone-alert = Dëst Produkt gëtt et net méi.
offer-survey-gone-alert = Dës Ëmfro ass grad net méiglech.
offer-stopped-toast = Dir kritt keng Offere méi.
offer-stopped-before-toast = Dir kritt schonn keng Offere méi.
offer-stopped =
    🔕 Dir kritt keng Offere méi, a kengem vun Äre Chatten, och keng, déi scho fir Iech ënnerwee waren.
    Messagen iwwer Är Bestellunge kommen weider. Wann Dir et Iech anescht iwwerleet, schalt Offeren ënner „Accorden“ erëm un.
offer-preview-stop-alert = Dat ass eng Virschau. Bei Clienten hëlt dëse Knäppchen direkt all Offeren ewech.
offer-open-button = 📣 Offeren
offer-list-title = <b>Offeren</b>
offer-list-none = Hei ass nach näischt.
offer-list-shown = Gewise gëtt: { $which }. Tippt op en Zeechen ënnen, fir nëmmen dësen Zoustand ze gesinn.
offer-untitled-button = ouni Titel
offer-new-button = ➕ Nei Offer
offer-status-all = all
offer-status-draft = Entworf
offer-status-scheduled = geplangt
offer-status-running = leeft
offer-status-paused = ugehalen
offer-status-finished = fäerdeg
offer-status-cancelled = ofgebrach
offer-kind-ask = Wouhi soll se goen?
offer-kind-customers-button = 👥 U Clienten
offer-kind-channel-button = 📣 An de Kanal
offer-title-ask = Wéi soll se heeschen? Den Titel gesäit nëmmen d’Equipe.
offer-head = <b>{ $title }</b> (Nr. { $id })
offer-head-status = Zoustand: { $status }
offer-head-channel = 📣 Bäitrag am Kanal
offer-head-approved = ✅ Vun engem aneren fräiginn
offer-has-texts = Texter: { $texts }
offer-has-media = Biller a Videoen: { $count }
offer-has-buttons = Knäppercher: { $buttons }
offer-has-no-label = Ouni eis Zeil „Reklamm“; den Text seet et selwer.
offer-has-once = Kee kritt se duebel; dofir kann se, wann d’Schécken ofbrécht, e puer Leit entgoen.
offer-has-no-sound = Kënnt ouni Toun un.
offer-has-pin = Gëtt uewen ugepinnt.
offer-for = Fir:
offer-texts-button = 📝 Texter
offer-media-button = 🖼 Biller
offer-buttons-button = 🔘 Knäppercher
offer-price-button = 🏷 Präisreduktioun
offer-audience-button = 👥 Empfänger
offer-time-button = ⏰ Zäit
offer-preview-button = 👁 Virschau
offer-check-button = ✅ Préiwen a schécken
offer-run-button = 📊 Stand
offer-rename-button = ✏️ Titel
offer-copy-button = 📄 Kopie
offer-drop-button = 🗑 Verwerfen
offer-drop-ask = „{ $title }“ wierklech verwerfen? Se gëtt dann net méi geschéckt a kann net méi geännert ginn.
offer-drop-sure-button = 🗑 Jo, verwerfen
offer-edit-button = ✏️ Änneren
offer-text-ask = Schreift den Text op { $language }, mat der Formatéierung, déi en hunn soll. Héchstens { $most } Zeeche mat deem, wat de Bot derbäi setzt.
offer-text-labelled = Driwwer steet „Reklamm vun …“.
offer-text-unlabelled = Den Text muss selwer an der éischter Zeil soen, datt e Reklamm ass.
offer-text-stop = Drënner steet d’Knäppchen fir ofzebestellen.
offer-text-posted = 📣 De Post steet schonn am Kanal: Wat Dir schreift, ersetzt en do direkt.
offer-text-left-out = Op { $language } steet nach näischt am Post. Ouni Text bleift dës Sprooch ewech.
offer-text-so-far = Sou steet et elo do ({ $length } vu { $most } Zeechen):
offer-text-undecided = Op { $language } gëtt et nach keen Text. Schreift en w.e.g. oder wielt ënnen, wat ouni en geschitt.
offer-text-falls-back = Ouni Text op { $language } kréien dës Persounen en op { $other }.
offer-text-held = Ouni Text op { $language } kréien dës Persounen näischt.
offer-text-too-long = Dat ass ze laang: { $length } vu { $most } Zeechen, also { $over } ze vill. Et gëllt, wat virdrun do stoung.
offer-text-remove-button = 🗑 { $language } ewechhuelen
offer-missing-hold-button = Sprooch feelt: net schécken
offer-missing-fallback-button = Sprooch feelt: aner huelen
offer-label-off-button = Ouni Zeil „Reklamm“
offer-label-on-button = Mat Zeil „Reklamm“
offer-sound-off-button = 🔕 Ouni Toun
offer-sound-on-button = 🔔 Mat Toun
offer-pin-on-button = 📌 Uewen unhänken
offer-pin-off-button = 📌 Net unhänken
offer-media-ask = Schéckt e Bild, e Video oder en Album, héchstens { $most } Deeler.
offer-media-none = Nach näischt: Et gëtt nëmmen den Text geschéckt.
offer-media-one = Een Deel: Den Text steet drënner an huet dann héchstens 1024 Zeechen.
offer-media-album = { $count } Deeler: Si ginn als een Album eraus, den Text mat de Knäppercher kënnt no.
offer-media-posted = 📣 De Post steet schonn am Kanal. Schéckt e Bild oder e Video: Et ersetzt do direkt dat aalt.
offer-media-other = Dat geet hei net. Schéckt w.e.g. eng Foto oder e Video (net als Fichier).
offer-media-too-many = Méi wéi { $most } passen net an en Album. Dëst gouf net iwwerholl.
offer-media-text-too-long = Ënner en eenzelt Bild passen nëmmen { $most } Zeechen; ze laang ass den Text an: { $languages }. D’Bild gouf net iwwerholl.
offer-media-remove-button = 🗑 { $sign } { $number }
offer-media-remove-all-button = 🗑 All ewechhuelen
offer-buttons-list = Knäppercher ënner dem Text: { $count } vun héchstens { $most }.
offer-buttons-stop = D’Knäppchen fir ofzebestelle kënnt vum selwen derbäi.
offer-buttons-private = E Produkt an eng Ëmfro ginn am Chat vum Lieser mam Bot op.
offer-buttons-enough = Méi wéi { $most } Knäppercher sinn net méiglech.
offer-button-add-button = ➕ Knäppchen
offer-button-kind-ask = Wat soll d’Knäppchen maachen?
offer-kind-link-button = 🔗 Link
offer-kind-coupon-button = 🎟 Bongscode
offer-kind-product-button = 📦 Produkt
offer-kind-survey-button = 📝 Ëmfro
offer-link-ask = Schreift d’Adress mat https://.
offer-link-unread = Dat ass keng Adress mat https://. Schreift se w.e.g. ganz, ouni Espacen.
offer-coupon-ask = Schreift de Bongscode. En Tipp op d’Knäppchen kopéiert en.
offer-coupon-unread = E Code ass eng Zeil mat héchstens { $most } Zeechen.
offer-product-ask = Schreift, wéi ee Produkt et ass, an tippt dann drop.
offer-product-none = Dozou gouf kee Produkt fonnt.
offer-survey-ask = Wéi eng Ëmfro soll ufänken?
offer-usual-link-button = Bei d’Offer
offer-usual-coupon-button = Code kopéieren
offer-usual-product-button = Produkt kucken
offer-usual-survey-button = Ëmfro ufänken
offer-button-link = { $sign } Link: { $target }
offer-button-coupon = { $sign } Code: { $target }
offer-button-product = { $sign } Produkt: { $target }
offer-button-survey = { $sign } Ëmfro: { $target }
offer-button-product-gone = ⚠️ Dëst Produkt gëtt et net méi.
offer-button-label = { $language }: { $label }
offer-button-ask = Schreift d’Opschrëft op { $language }, héchstens { $most } Zeechen.
offer-label-too-long = Eng Opschrëft ass eng Zeil mat héchstens { $most } Zeechen.
offer-button-gone = Dëst Knäppchen gëtt et net méi.
offer-button-remove-button = 🗑 Knäppchen ewechhuelen
offer-button-done-button = ✓ Fäerdeg
offer-price-ask = Gëtt e Präis reduzéiert? Schreift den neie Präis an den niddregsten vun de leschten 30 Deeg, zum Beispill <code>19,90 24,90</code>. Dat verlaangt § 11 PAngV.
offer-price-none = Nach näischt uginn.
offer-price-is = { MONEY($price) }, niddregste Präis vun de leschten 30 Deeg: { MONEY($lowest) }
offer-price-without = { MONEY($price) }; den niddregste Präis vun de leschten 30 Deeg feelt nach.
offer-price-uncut = Et gëtt kee Präis reduzéiert.
offer-price-uncut-button = Kee Präis gëtt reduzéiert
offer-price-none-button = 🗑 Informatioun ewechhuelen
offer-price-unread = Schreift w.e.g. een oder zwee Montanten, zum Beispill 19,90 24,90.
offer-price-no-reduction = Den neie Präis muss ënner dem niddregste vun de leschten 30 Deeg leien.
offer-time-ask = Wéini soll et lassgoen, a bis wéini däerf se ukommen?
offer-time-now = Am Buttek ass et elo { $now } ({ $zone }).
offer-when-now = Lass: direkt nom Start
offer-when-at = Lass: { DATETIME($at) } ({ $zone })
offer-when-local = Lass: { DAY($day) }, { $time } bei jidderengem no senger eegener Auer
offer-expires-at = Duerno net méi: { DATETIME($at) }
offer-expires-week = Duerno net méi: siwen Deeg nom Start
offer-expires-never = Bleift am Kanal stoen
offer-moment = { DATETIME($at) }
offer-when-now-button = Direkt
offer-when-at-button = Zu enger Zäit
offer-when-local-button = 🌍 Zur Uertszäit vu jiddwer Empfänger
offer-expiry-button = ⌛ Bis wéini
offer-at-ask = Wéini soll et lassgoen ({ $zone })? Zum Beispill <code>{ $example }</code>
offer-local-ask = Op wéi engem Dag an ëm wéi vill Auer soll jiddereen se no senger eegener Auer kréien? Zum Beispill <code>{ $example }</code>
offer-expiry-ask = Bis wéini däerf se ukommen ({ $zone })? Zum Beispill <code>{ $example }</code>
offer-expiry-none-button = Siwen Deeg nom Start
offer-once-is-off = Kee gëtt vergiess. Wann d’Schécken ofbrécht, { $count ->
    [one] kann eng Persoun
   *[other] kënne bis zu { $count } Persoune
} se duebel kréien.
offer-once-is-on = Kee kritt se duebel. Wann d’Schécken ofbrécht, kann et sinn, datt { $count ->
    [one] eng Persoun se guer net kritt
   *[other] bis zu { $count } Persoune se guer net kréien
}; d’Resultater zielen se.
offer-once-on-button = 1️⃣ Ni duebel
offer-once-off-button = 👥 Kee vergiessen
offer-time-unread = Dat ass keng Zäit. Schreift w.e.g. esou: 24.12.2026 9:30
offer-time-past = Dës Zäit ass schonn eriwwer.
offer-time-past-local = Fir all déi, déi se kréie géifen, ass dës Stonn schonn eriwwer. Wielt w.e.g. eng méi spéit.
offer-audience-ask = Wielt, fir wien se ass. Derbäi kënnt ëmmer: nëmme wien averstanen ass an erreecht ka ginn.
offer-segment-everybody = Jiddereen, deen averstanen ass
offer-segment-languages = Sprooch: { $which }
offer-segment-countries = Land: { $which }
offer-segment-bought = Kaaft: { $which }
offer-segment-within = { $days ->
    [one] Lescht Bestellung viru manner wéi engem Dag
   *[other] Lescht Bestellung viru manner wéi { $days } Deeg
 }
offer-segment-not-for = { $days ->
    [one] Lescht Bestellung viru mindestens engem Dag
   *[other] Lescht Bestellung viru mindestens { $days } Deeg
 }
offer-segment-nps = Recommandatioun: { $which }
offer-segment-points-from = { $count ->
    [one] Mindestens ee Punkt
   *[other] Mindestens { $count } Punkten
 }
offer-segment-points-to = { $count ->
    [one] Héchstens ee Punkt
   *[other] Héchstens { $count } Punkten
 }
offer-segment-reacted = Huet getippt an: { $which }
offer-segment-voices = Huet sech beschwéiert a weess nach näischt: { $which }
offer-segment-anniversary = Joresdag vun der éischter Bestellung: { $which }
offer-audience-total = { $count ->
    [one] <b>Eng Persoun</b> kritt se.
   *[other] <b>{ $count } Persounen</b> kréien se.
 }
offer-audience-frozen = 👥 Empfängerkrees: { $count }
offer-audience-languages = Sproochen: { $which }
offer-audience-countries = Länner: { $which }
offer-country-unknown-button = onbekannt
offer-reason = • { $count }: { $why }
offer-by-language-button = 🗣 Sprooch
offer-by-language-ask = Tippt op d’Sproochen. Ouni Hoken sinn et all.
offer-by-country-button = 🌍 Land
offer-by-country-ask = Tippt op d’Länner, oder schreift se: DE, Frankräich
offer-by-category-button = 🗂 Kategorie
offer-by-category-ask = Wien eppes aus dëse Kategorien kaaft huet:
offer-by-product-button = 📦 Produkt
offer-by-product-ask = Wien eent vun dëse Produkter kaaft huet. Schreift, no wat gesicht soll ginn, an tippt drop.
offer-by-days-button = 🛒 Lescht Bestellung
offer-by-days-ask = Viru wéi vill Deeg war déi lescht Bestellung? <code>90</code> heescht mindestens 90, <code>&lt;30</code> manner wéi 30, <code>30-90</code> dertëscht.
offer-by-points-button = ⭐ Punkten
offer-by-points-ask = Wéi vill Punkten? <code>100</code> heescht mindestens 100, <code>&lt;50</code> héchstens 50, <code>50-100</code> dertëscht.
offer-by-nps-button = 👍 Recommandatioun
offer-by-nps-ask = Wat si lescht Kéier op d’Fro no der Recommandatioun geäntwert hunn:
offer-by-reacted-button = 👆 Huet reagéiert
offer-by-reacted-ask = Wien an enger vun dësen Offeren getippt huet:
offer-by-anniversary-button = 🎂 Joresdag
offer-by-anniversary-ask = A wéi enger Zäit vum Joer war déi éischt Bestellung, an engem fréiere Joer? Tippt op e Mount oder schreift Deeg: <code>24.12.</code> oder <code>1.12.-24.12.</code>
offer-year-days-unread = Schreift w.e.g. Dag a Mount, zum Beispill 24.12. oder 1.12.-24.12., héchstens { $most } Deeg.
offer-nps-promoter-button = Promoteren (9, 10)
offer-nps-passive-button = Neutral (7, 8)
offer-nps-detractor-button = Kritiker (0 bis 6)
offer-clear-button = 🗑 Ouni dës Bedéngung
offer-everybody-button = 👥 Erëm all
offer-countries-unread = Eent dovun ass kee Land. Schreift w.e.g. zum Beispill: DE, Frankräich
offer-days-unread = Schreift w.e.g. 90, &lt;30 oder 30-90.
offer-points-unread = Schreift w.e.g. 100, &lt;50 oder 50-100.
offer-preview-ask = Tippt op eng Sprooch: D’Offer kënnt genee esou, wéi d’Clienten se kréien.
offer-preview-languages = { $which }
offer-preview-refused = Telegram hëlt se esou net un: { $why }
offer-test-button = 📨 Test u mech ({ $language })
offer-test-toast = Den Test ass ënnerwee.
offer-check-fine = Näischt auszesetzen.
offer-check-blocked = <b>Esou kann se nach net eraus:</b>
offer-check-open = <b>Se kann eraus.</b>
offer-check-duration = Dauer bei fräier Bunn: ongeféier { $span }
offer-start-button = { $count ->
    [one] ▶️ Elo un eng Persoun schécken
   *[other] ▶️ Elo u { $count } Persoune schécken
 }
offer-post-button = ▶️ Elo publizéieren
offer-schedule-button = ⏰ Esou plangen
offer-ask-button = 🙋 Ëm d’Fräigab bieden
offer-asked-toast = { $count ->
    [one] Eng Persoun gouf gefrot.
   *[other] { $count } Persoune goufe gefrot.
 }
offer-nobody-alert = Fräigi kann nëmmen, wien näischt drun geschriwwen huet, an do ass keen. E Besëtzer kann ee fir Marketing androen.
offer-approve-button = ✅ Fräiginn
offer-approved-toast = Fräiginn, genee esou, wéi se elo ass.
offer-approval-ask = 🙋 <b>{ $title }</b> (Nr. { $id }) soll eraus a brauch Är Fräigab.
offer-approval-author = Geschriwwe vun { $name }.
offer-approval-hint = Kuckt se Iech un, ier Dir se fräigitt. Wat duerno geännert gëtt, muss nei fräigi ginn.
offer-approved-by-you = ✅ Dir hutt „{ $title }“ (Nr. { $id }) fräiginn.
offer-approved-told = ✅ { $name } huet „{ $title }“ fräiginn. Dir kënnt se elo starten.
offer-approved-goes-on = ✅ { $name } huet „{ $title }“ fräiginn. Se geet vun der nächster Kéier un nees vum selwen eraus.
offer-look-button = 👁 Kucken
offer-progress-title = <b>{ $title }</b> · { $status }
offer-progress = { $bar } { $percent } % ({ $done } vun { $total })
offer-progress-errors = ⚠️ Vum selwen ugehal: Ze vill ass schifgaang.
offer-progress-left = Nach ongeféier { $span }
offer-progress-freezing = Et gëtt nach festgehalen, wien et kritt; gläich geet et lass.
offer-progress-begins = Et huet grad eréischt ugefaangen.
offer-progress-waits = Geschéckt gëtt, soubal d’Auerzäit an de Kontaktbudget vu jiddwer Empfänger et erlaben.
offer-pause-button = ⏸ Unhalen
offer-resume-button = ▶️ Weider
offer-cancel-button = 🚫 Ofbriechen
offer-cancel-ask = „{ $title }“ wierklech ofbriechen? Wien se nach net huet, kritt se dann net méi.
offer-cancel-sure-button = 🚫 Jo, ofbriechen
offer-keep-button = Nee, weider esou
offer-kept-told = „{ $title }“ geet weider.
offer-cancelled-told = 🚫 „{ $title }“ ass ofgebrach.
offer-done-pause-toast = Ugehalen.
offer-done-resume-toast = Et geet weider.
offer-done-sure-toast = Ofgebrach.
offer-unschedule-button = ✏️ Planung zréckhuelen
offer-late-title = ⏰ <b>{ $title }</b> (Nr. { $id }) gouf net geschéckt.
offer-late-since = Zréckgehalen. Den Ufank war den { DATETIME($at) } geplangt; do huet de Bot net geschafft.
offer-late-held = Zréckgehalen. Den Ufank war den { DATETIME($at) } geplangt.
offer-late-crowd = Zënterhier sinn et esou vill Leit ginn, datt een aneren se muss fräiginn. Jiddereen, deen dat kann, ass gefrot; duerno kënnt Dir se schécken.
offer-late-late = Mëttlerweil ass et ze spéit, fir ongefrot unzefänken.
offer-late-rest = Elo ass eng Zäit, zu där Reklamm keen stéiere soll.
offer-late-expired = Mëttlerweil ass de leschten Dag eriwwer, et brauch also en neien.
offer-late-hint = Näischt ass verluer, a keen huet eppes dovu kritt. Wat soll domat geschéien?
offer-late-now-button = ▶️ Elo schécken
offer-late-time-button = ⏰ Nei Zäit
offer-late-started-told = ▶️ „{ $title }“ gëtt elo geschéckt.
offer-late-draft-told = ✏️ „{ $title }“ ass erëm en Entworf. Gitt him eng nei Zäit, da préift a plangt en.
offer-kept-held-told = „{ $title }“ bleift zréckgehalen.
offer-done-now-toast = Et fänkt un.
offer-done-time-toast = Wielt w.e.g. eng nei Zäit.
offer-correct-button = ✏️ Am Kanal änneren
offer-correct-ask = Wat Dir hei ännert, ännert sech direkt och am Kanal.
offer-posted = 📣 Steet am Kanal zënter { DATETIME($at) }
offer-posted-waits = ⏳ Nach net am Kanal: { $why }
offer-posted-soon = e geet gläich eraus
offer-posted-pinned = 📌 Uewen ugehaangen
offer-posted-clicks = 👆 Getippt: { $count }-mol
offer-end-button = ⌛ Ophalen
offer-end-ask = „{ $title }“ am Kanal ophale loossen? Driwwer steet dann, datt et eriwwer ass, d’Knäppercher verschwannen, an de Post ass net méi ugehaangen.
offer-end-sure-button = ⌛ Jo, ophalen
offer-refresh-button = 🔄 Nei
offer-follow-button = 📡 Live matliesen
offer-follow-toast = D’Kaart steet ënnen an hält sech selwer um neiste Stand.
offer-followed-before-alert = D’Kaart steet schonn an dësem Chat an hält sech do selwer um neiste Stand.
offer-result-delivered = ✉️ Zougestallt: { $count } vun { $audience }
offer-result-waiting = ⏳ Nach net geschéckt: { $count }
offer-result-kept = ⏳ Waart nach: { $count }
offer-result-about-kept = ⏳ Waart nach: ongeféier { $count }
offer-result-withheld = ✋ Zréckgehalen: { $count }
offer-result-failed = ⚠️ Net ukomm: { $count }
offer-result-left-out = ➖ Net am Empfängerkrees: { $count }
offer-result-clicked = 👆 Hunn getippt: { $count }
offer-result-tapped = { $people ->
    [one] { $name }: eng Persoun, { $times }-mol
   *[other] { $name }: { $people } Persounen, { $times }-mol
 }
offer-result-unsubscribed = 🔕 Hunn ofbestallt: { $count }
offer-result-orders = { $count ->
    [one] 🛒 Eng Bestellung fir { MONEY($value) } a { $days } Deeg duerno
   *[other] 🛒 { $count } Bestellunge fir { MONEY($value) } a { $days } Deeg duerno
 }
offer-result-safe = Verluer: { $lost } · vläicht duebel: { $doubles }
offer-auto-list-button = 🔁 Automatesch
offer-auto-button = 🔁 Automatesch schécken
offer-auto-winback-button = Mir vermëssen Iech
offer-auto-anniversary-button = Joresdag
offer-auto-coupon-button = Bong nom Kaf
offer-auto-goes_well-button = Passt zum Kaf
offer-auto-title = <b>Wat sech selwer schéckt</b>
offer-auto-after = { $days ->
    [one] <b>{ $name }</b>: een Dag no der leschter Bestellung
   *[other] <b>{ $name }</b>: { $days } Deeg no der leschter Bestellung
 }
offer-auto-yearly = <b>{ $name }</b>: op de Joresdag vun der éischter Bestellung
offer-auto-off = Ausgeschalt
offer-auto-on = Ageschalt mat „{ $title }“, déi nächst Kéier { DATETIME($at) }
offer-auto-on-now = Ageschalt mat „{ $title }“, schéckt geschwënn fir haut
offer-auto-how = Sou schalt Dir et an: eng Offer schreiwen, „Préiwen a schécken“, dann „Automatesch schécken“.
offer-auto-held = ⏸ <b>Et geet grad näischt eraus:</b>
offer-auto-figures =
    An de leschten { $days } Deeg: Versanden { $sends }, Empfänger { $people }
    ✉️ Zougestallt: { $delivered } · ⏳ Waarden nach: { $waiting }
    👆 Hunn getippt: { $clicked } · 🔕 Ofgemellt: { $unsubscribed }
offer-auto-kind-ask = Zu wéi enger Geleeënheet soll dës Offer vum selwen erausgoen?
offer-auto-reach = Mat der Zäit erreecht se héchstens Persounen: { $count }, haut wieren et { $today }. Ëmmer gëllt: nëmme wien zougestëmmt huet, eemol pro Geleeënheet, mat Rouzäiten a Kontaktbudget.
offer-auto-instead = Si ersetzt „{ $title }“.
offer-auto-hour = Geschéckt gëtt all Dag um 10 Auer; Zäit an Enn vum Entworf gëllen dofir net.
offer-auto-days-ask = Eng aner Zuel vun Deeg? Schreift se einfach. Geschéckt gëtt all Dag um 10 Auer; Zäit an Enn vum Entworf gëllen dofir net.
offer-auto-days-unread = Schreift w.e.g. eng Zuel vun 1 bis { $most }.
offer-auto-on-button = 🟢 Aschalten
offer-auto-off-button = ⏹ Ausschalten
offer-auto-again-button = 🟢 Nees aschalten
offer-auto-draft-button = ✏️ Den Entworf
