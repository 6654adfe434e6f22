# Was Kunden antippen, und was Mitarbeiter beim Schreiben einer Aktion sehen.
offer-gone-toast = Dieses Angebot gibt es nicht mehr.
offer-product-gone-alert = Dieses Produkt gibt es nicht mehr.
offer-survey-gone-alert = Diese Umfrage ist gerade nicht möglich.
offer-stopped-toast = Sie bekommen keine Angebote mehr.
offer-stopped-before-toast = Sie bekommen bereits keine Angebote mehr.
offer-stopped =
    🔕 Sie bekommen keine Angebote mehr, in keinem Ihrer Chats, auch keine, die schon unterwegs zu Ihnen waren.
    Nachrichten zu Ihren Bestellungen kommen weiter. Wenn Sie es sich anders überlegen, schalten Sie Angebote in Ihren Einwilligungen wieder ein.
offer-preview-stop-alert = Das ist eine Vorschau. Bei Kunden beendet dieser Knopf sofort alle Angebote.
offer-open-button = 📣 Angebote
offer-list-title = <b>Angebote</b>
offer-list-none = Hier ist noch nichts.
offer-list-shown = Gezeigt: { $which }. Tippen Sie auf ein Zeichen unten, um nur diesen Zustand zu sehen.
offer-untitled-button = ohne Titel
offer-new-button = ➕ Neues Angebot
offer-status-all = alle
offer-status-draft = Entwurf
offer-status-scheduled = geplant
offer-status-running = läuft
offer-status-paused = angehalten
offer-status-finished = fertig
offer-status-cancelled = abgebrochen
offer-kind-ask = Wohin soll es gehen?
offer-kind-customers-button = 👥 An Kunden
offer-kind-channel-button = 📣 In den Kanal
offer-title-ask = Wie soll es heißen? Den Titel sieht nur das Team.
offer-head = <b>{ $title }</b> (Nr. { $id })
offer-head-status = Zustand: { $status }
offer-head-channel = 📣 Beitrag im Kanal
offer-head-approved = ✅ Von jemand anderem freigegeben
offer-has-texts = Texte: { $texts }
offer-has-media = Bilder und Videos: { $count }
offer-has-buttons = Knöpfe: { $buttons }
offer-has-no-label = Ohne unsere Zeile „Anzeige“; der Text sagt es selbst.
offer-has-once = Niemand bekommt es doppelt; dafür kann es bei einem Abbruch ein paar Leuten entgehen.
offer-has-no-sound = Kommt lautlos an.
offer-has-pin = Wird oben angeheftet.
offer-for = Für:
offer-texts-button = 📝 Texte
offer-media-button = 🖼 Bilder
offer-buttons-button = 🔘 Knöpfe
offer-price-button = 🏷 Preissenkung
offer-audience-button = 👥 Empfänger
offer-time-button = ⏰ Zeit
offer-preview-button = 👁 Vorschau
offer-check-button = ✅ Prüfen und senden
offer-run-button = 📊 Stand
offer-rename-button = ✏️ Titel
offer-copy-button = 📄 Kopie
offer-drop-button = 🗑 Verwerfen
offer-drop-ask = „{ $title }“ wirklich verwerfen? Es wird dann nicht mehr gesendet und lässt sich nicht mehr bearbeiten.
offer-drop-sure-button = 🗑 Ja, verwerfen
offer-edit-button = ✏️ Bearbeiten
offer-text-ask = Schreiben Sie den Text auf { $language }, mit der Formatierung, die er haben soll. Höchstens { $most } Zeichen mit dem, was der Bot dazusetzt.
offer-text-labelled = Darüber steht „Anzeige von …“.
offer-text-unlabelled = Der Text muss selbst in der ersten Zeile sagen, dass er Werbung ist.
offer-text-stop = Darunter steht der Knopf zum Abbestellen.
offer-text-posted = 📣 Der Beitrag steht schon im Kanal: Was Sie schreiben, ersetzt ihn dort sofort.
offer-text-left-out = Auf { $language } steht noch nichts im Beitrag. Ohne Text bleibt diese Sprache weg.
offer-text-so-far = So steht es jetzt da ({ $length } von { $most } Zeichen):
offer-text-undecided = Auf { $language } gibt es noch keinen Text. Bitte schreiben Sie ihn oder wählen Sie unten, was ohne ihn geschieht.
offer-text-falls-back = Ohne Text auf { $language } bekommen diese Personen ihn auf { $other }.
offer-text-held = Ohne Text auf { $language } bekommen diese Personen nichts.
offer-text-too-long = Das ist zu lang: { $length } von { $most } Zeichen, also { $over } zu viel. Es gilt, was vorher da stand.
offer-text-remove-button = 🗑 { $language } entfernen
offer-missing-hold-button = Fehlende Sprache: nicht senden
offer-missing-fallback-button = Fehlende Sprache: andere nehmen
offer-label-off-button = Ohne Zeile „Anzeige“
offer-label-on-button = Mit Zeile „Anzeige“
offer-sound-off-button = 🔕 Lautlos
offer-sound-on-button = 🔔 Mit Ton
offer-pin-on-button = 📌 Oben anheften
offer-pin-off-button = 📌 Nicht anheften
offer-media-ask = Senden Sie ein Bild, ein Video oder ein Album, höchstens { $most } Teile.
offer-media-none = Noch nichts: Es wird nur der Text gesendet.
offer-media-one = Ein Teil: Der Text steht darunter und hat dann höchstens 1024 Zeichen.
offer-media-album = { $count } Teile: Sie gehen als ein Album hinaus, der Text mit den Knöpfen folgt.
offer-media-posted = 📣 Der Beitrag steht schon im Kanal. Senden Sie ein Bild oder Video: Es ersetzt dort sofort das alte.
offer-media-other = Das geht hier nicht. Bitte senden Sie ein Foto oder ein Video (nicht als Datei).
offer-media-too-many = Mehr als { $most } passen nicht in ein Album. Dieses wurde nicht übernommen.
offer-media-text-too-long = Unter ein einzelnes Bild passen nur { $most } Zeichen; zu lang ist der Text in: { $languages }. Das Bild wurde nicht übernommen.
offer-media-remove-button = 🗑 { $sign } { $number }
offer-media-remove-all-button = 🗑 Alle entfernen
offer-buttons-list = Knöpfe unter dem Text: { $count } von höchstens { $most }.
offer-buttons-stop = Der Knopf zum Abbestellen kommt von selbst dazu.
offer-buttons-private = Produkt und Umfrage öffnen sich im Chat des Lesers mit dem Bot.
offer-buttons-enough = Mehr als { $most } Knöpfe sind nicht möglich.
offer-button-add-button = ➕ Knopf
offer-button-kind-ask = Was soll der Knopf tun?
offer-kind-link-button = 🔗 Link
offer-kind-coupon-button = 🎟 Gutscheincode
offer-kind-product-button = 📦 Produkt
offer-kind-survey-button = 📝 Umfrage
offer-link-ask = Schreiben Sie die Adresse mit https://.
offer-link-unread = Das ist keine Adresse mit https://. Bitte schreiben Sie sie ganz, ohne Leerzeichen.
offer-coupon-ask = Schreiben Sie den Gutscheincode. Ein Tipp auf den Knopf kopiert ihn.
offer-coupon-unread = Ein Code ist eine Zeile mit höchstens { $most } Zeichen.
offer-product-ask = Schreiben Sie, welches Produkt es ist, und tippen Sie dann darauf.
offer-product-none = Dazu wurde kein Produkt gefunden.
offer-survey-ask = Welche Umfrage soll beginnen?
offer-usual-link-button = Zum Angebot
offer-usual-coupon-button = Code kopieren
offer-usual-product-button = Produkt ansehen
offer-usual-survey-button = Umfrage beginnen
offer-button-link = { $sign } Link: { $target }
offer-button-coupon = { $sign } Code: { $target }
offer-button-product = { $sign } Produkt: { $target }
offer-button-survey = { $sign } Umfrage: { $target }
offer-button-product-gone = ⚠️ Dieses Produkt gibt es nicht mehr.
offer-button-label = { $language }: { $label }
offer-button-ask = Schreiben Sie die Aufschrift auf { $language }, höchstens { $most } Zeichen.
offer-label-too-long = Eine Aufschrift ist eine Zeile mit höchstens { $most } Zeichen.
offer-button-gone = Diesen Knopf gibt es nicht mehr.
offer-button-remove-button = 🗑 Knopf entfernen
offer-button-done-button = ✓ Fertig
offer-price-ask = Wird ein Preis gesenkt? Schreiben Sie den neuen Preis und den niedrigsten der letzten 30 Tage, etwa <code>19,90 24,90</code>. Das verlangt § 11 PAngV.
offer-price-none = Noch nichts angegeben.
offer-price-is = { MONEY($price) }, niedrigster Preis der letzten 30 Tage: { MONEY($lowest) }
offer-price-without = { MONEY($price) }; der niedrigste Preis der letzten 30 Tage fehlt noch.
offer-price-uncut = Es wird kein Preis gesenkt.
offer-price-uncut-button = Kein Preis wird gesenkt
offer-price-none-button = 🗑 Angabe entfernen
offer-price-unread = Bitte ein oder zwei Beträge schreiben, etwa 19,90 24,90.
offer-price-no-reduction = Der neue Preis muss unter dem niedrigsten der letzten 30 Tage liegen.
offer-time-ask = Wann soll es losgehen, und bis wann darf es ankommen?
offer-time-now = Im Laden ist es jetzt { $now } ({ $zone }).
offer-when-now = Los: sofort nach dem Start
offer-when-at = Los: { DATETIME($at) } ({ $zone })
offer-when-local = Los: { DAY($day) }, { $time } bei jedem nach seiner eigenen Uhr
offer-expires-at = Danach nicht mehr: { DATETIME($at) }
offer-expires-week = Danach nicht mehr: sieben Tage nach dem Start
offer-expires-never = Bleibt im Kanal stehen
offer-moment = { DATETIME($at) }
offer-when-now-button = Sofort
offer-when-at-button = Zu einer Zeit
offer-when-local-button = 🌍 Zur Ortszeit jedes Empfängers
offer-expiry-button = ⌛ Bis wann
offer-at-ask = Wann soll es losgehen ({ $zone })? Zum Beispiel <code>{ $example }</code>
offer-local-ask = An welchem Tag und um wie viel Uhr soll jeder es nach seiner eigenen Uhr bekommen? Zum Beispiel <code>{ $example }</code>
offer-expiry-ask = Bis wann darf es ankommen ({ $zone })? Zum Beispiel <code>{ $example }</code>
offer-expiry-none-button = Sieben Tage nach dem Start
offer-once-is-off = Niemand wird ausgelassen. Bricht das Senden ab, kann es { $count ->
    [one] einer Person
   *[other] bis zu { $count } Personen
} doppelt zugehen.
offer-once-is-on = Niemand bekommt es doppelt. Bricht das Senden ab, kann es { $count ->
    [one] einer Person
   *[other] bis zu { $count } Personen
} ganz entgehen; die Ergebnisse zählen sie.
offer-once-on-button = 1️⃣ Nie doppelt
offer-once-off-button = 👥 Niemanden auslassen
offer-time-unread = Das ist keine Zeit. Bitte so schreiben: 24.12.2026 9:30
offer-time-past = Diese Zeit ist schon vorbei.
offer-time-past-local = Für alle, die es bekämen, ist diese Stunde schon vorbei. Bitte eine spätere wählen.
offer-audience-ask = Wählen Sie, für wen es ist. Dazu kommt immer: nur wer eingewilligt hat und erreichbar ist.
offer-segment-everybody = Alle, die eingewilligt haben
offer-segment-languages = Sprache: { $which }
offer-segment-countries = Land: { $which }
offer-segment-bought = Gekauft: { $which }
offer-segment-within = { $days ->
    [one] Letzte Bestellung vor weniger als einem Tag
   *[other] Letzte Bestellung vor weniger als { $days } Tagen
 }
offer-segment-not-for = { $days ->
    [one] Letzte Bestellung vor mindestens einem Tag
   *[other] Letzte Bestellung vor mindestens { $days } Tagen
 }
offer-segment-nps = Empfehlung: { $which }
offer-segment-points-from = { $count ->
    [one] Mindestens ein Punkt
   *[other] Mindestens { $count } Punkte
 }
offer-segment-points-to = { $count ->
    [one] Höchstens ein Punkt
   *[other] Höchstens { $count } Punkte
 }
offer-segment-reacted = Hat getippt in: { $which }
offer-segment-voices = Hat sich beschwert und weiß noch nichts: { $which }
offer-segment-anniversary = Jahrestag der ersten Bestellung: { $which }
offer-audience-total = { $count ->
    [one] <b>Eine Person</b> bekommt es.
   *[other] <b>{ $count } Personen</b> bekommen es.
 }
offer-audience-frozen = 👥 Empfängerkreis: { $count }
offer-audience-languages = Sprachen: { $which }
offer-audience-countries = Länder: { $which }
offer-country-unknown-button = unbekannt
offer-reason = • { $count }: { $why }
offer-by-language-button = 🗣 Sprache
offer-by-language-ask = Tippen Sie auf die Sprachen. Ohne Haken sind es alle.
offer-by-country-button = 🌍 Land
offer-by-country-ask = Tippen Sie auf die Länder, oder schreiben Sie sie: DE, Frankreich
offer-by-category-button = 🗂 Warengruppe
offer-by-category-ask = Wer etwas aus diesen Warengruppen gekauft hat:
offer-by-product-button = 📦 Produkt
offer-by-product-ask = Wer eines dieser Produkte gekauft hat. Schreiben Sie, wonach gesucht werden soll, und tippen Sie darauf.
offer-by-days-button = 🛒 Letzte Bestellung
offer-by-days-ask = Vor wie vielen Tagen war die letzte Bestellung? <code>90</code> heißt mindestens 90, <code>&lt;30</code> weniger als 30, <code>30-90</code> dazwischen.
offer-by-points-button = ⭐ Punkte
offer-by-points-ask = Wie viele Punkte? <code>100</code> heißt mindestens 100, <code>&lt;50</code> höchstens 50, <code>50-100</code> dazwischen.
offer-by-nps-button = 👍 Empfehlung
offer-by-nps-ask = Was sie zuletzt auf die Frage nach der Weiterempfehlung geantwortet haben:
offer-by-reacted-button = 👆 Hat reagiert
offer-by-reacted-ask = Wer in einem dieser Angebote getippt hat:
offer-by-anniversary-button = 🎂 Jahrestag
offer-by-anniversary-ask = In welcher Zeit des Jahres war die erste Bestellung, in einem früheren Jahr? Tippen Sie einen Monat an oder schreiben Sie Tage: <code>24.12.</code> oder <code>1.12.-24.12.</code>
offer-year-days-unread = Bitte schreiben Sie Tag und Monat, etwa 24.12. oder 1.12.-24.12., höchstens { $most } Tage.
offer-nps-promoter-button = Fürsprecher (9, 10)
offer-nps-passive-button = Neutrale (7, 8)
offer-nps-detractor-button = Kritiker (0 bis 6)
offer-clear-button = 🗑 Ohne diese Bedingung
offer-everybody-button = 👥 Wieder alle
offer-countries-unread = Eines davon ist kein Land. Bitte schreiben Sie etwa: DE, Frankreich
offer-days-unread = Bitte schreiben Sie 90, &lt;30 oder 30-90.
offer-points-unread = Bitte schreiben Sie 100, &lt;50 oder 50-100.
offer-preview-ask = Tippen Sie auf eine Sprache: Das Angebot kommt genau so, wie Kunden es bekommen.
offer-preview-languages = { $which }
offer-preview-refused = Telegram nimmt es so nicht an: { $why }
offer-test-button = 📨 Test an mich ({ $language })
offer-test-toast = Der Test ist unterwegs.
offer-check-fine = Nichts auszusetzen.
offer-check-blocked = <b>So kann es noch nicht hinaus:</b>
offer-check-open = <b>Es kann hinaus.</b>
offer-check-duration = Dauer bei freier Bahn: etwa { $span }
offer-start-button = { $count ->
    [one] ▶️ Jetzt an eine Person senden
   *[other] ▶️ Jetzt an { $count } Personen senden
 }
offer-post-button = ▶️ Jetzt veröffentlichen
offer-schedule-button = ⏰ So planen
offer-ask-button = 🙋 Um Freigabe bitten
offer-asked-toast = { $count ->
    [one] Eine Person wurde gefragt.
   *[other] { $count } Personen wurden gefragt.
 }
offer-nobody-alert = Freigeben darf nur, wer nichts daran geschrieben hat, und da ist niemand. Ein Inhaber kann jemanden für Marketing eintragen.
offer-approve-button = ✅ Freigeben
offer-approved-toast = Freigegeben, genau so, wie es jetzt ist.
offer-approval-ask = 🙋 <b>{ $title }</b> (Nr. { $id }) soll hinaus und braucht Ihre Freigabe.
offer-approval-author = Geschrieben von { $name }.
offer-approval-hint = Sehen Sie es an, ehe Sie es freigeben. Was danach geändert wird, muss neu freigegeben werden.
offer-approved-by-you = ✅ Sie haben „{ $title }“ (Nr. { $id }) freigegeben.
offer-approved-told = ✅ { $name } hat „{ $title }“ freigegeben. Sie können es jetzt starten.
offer-approved-goes-on = ✅ { $name } hat „{ $title }“ freigegeben. Es geht vom nächsten Mal an wieder von selbst hinaus.
offer-look-button = 👁 Ansehen
offer-progress-title = <b>{ $title }</b> · { $status }
offer-progress = { $bar } { $percent } % ({ $done } von { $total })
offer-progress-errors = ⚠️ Von selbst angehalten: Zu vieles ging schief.
offer-progress-left = Noch etwa { $span }
offer-progress-freezing = Noch wird festgehalten, wer es bekommt; gleich geht es los.
offer-progress-begins = Es hat gerade erst begonnen.
offer-progress-waits = Gesendet wird, sobald Uhrzeit und Kontaktbudget jedes Empfängers es erlauben.
offer-pause-button = ⏸ Anhalten
offer-resume-button = ▶️ Weiter
offer-cancel-button = 🚫 Abbrechen
offer-cancel-ask = „{ $title }“ wirklich abbrechen? Wer es noch nicht hat, bekommt es dann nicht mehr.
offer-cancel-sure-button = 🚫 Ja, abbrechen
offer-keep-button = Nein, weiter so
offer-kept-told = „{ $title }“ geht weiter.
offer-cancelled-told = 🚫 „{ $title }“ ist abgebrochen.
offer-done-pause-toast = Angehalten.
offer-done-resume-toast = Es geht weiter.
offer-done-sure-toast = Abgebrochen.
offer-unschedule-button = ✏️ Planung zurücknehmen
offer-late-title = ⏰ <b>{ $title }</b> (Nr. { $id }) wurde nicht gesendet.
offer-late-since = Zurückgehalten. Der Beginn war am { DATETIME($at) } geplant; da hat der Bot nicht gearbeitet.
offer-late-held = Zurückgehalten. Der Beginn war am { DATETIME($at) } geplant.
offer-late-crowd = Seither sind es so viele Personen geworden, dass jemand anderes es freigeben muss. Alle, die das können, sind gefragt; danach können Sie es senden.
offer-late-late = Inzwischen ist es zu spät, um ungefragt zu beginnen.
offer-late-rest = Jetzt ist eine Zeit, zu der Werbung niemanden stören soll.
offer-late-expired = Inzwischen ist der letzte Tag vorbei, es braucht also einen neuen.
offer-late-hint = Nichts ist verloren, und niemand hat etwas davon bekommen. Was soll damit geschehen?
offer-late-now-button = ▶️ Jetzt senden
offer-late-time-button = ⏰ Neue Zeit
offer-late-started-told = ▶️ „{ $title }“ wird jetzt gesendet.
offer-late-draft-told = ✏️ „{ $title }“ ist wieder ein Entwurf. Geben Sie ihm eine neue Zeit, dann prüfen und planen Sie ihn.
offer-kept-held-told = „{ $title }“ bleibt zurückgehalten.
offer-done-now-toast = Es beginnt.
offer-done-time-toast = Bitte eine neue Zeit wählen.
offer-correct-button = ✏️ Im Kanal ändern
offer-correct-ask = Was Sie hier ändern, ändert sich sofort auch im Kanal.
offer-posted = 📣 Steht im Kanal seit { DATETIME($at) }
offer-posted-waits = ⏳ Noch nicht im Kanal: { $why }
offer-posted-soon = er geht gleich hinaus
offer-posted-pinned = 📌 Oben angeheftet
offer-posted-clicks = 👆 Getippt: { $count }-mal
offer-end-button = ⌛ Beenden
offer-end-ask = „{ $title }“ im Kanal beenden? Darüber steht dann, dass es vorbei ist, die Knöpfe verschwinden, und der Beitrag ist nicht mehr angeheftet.
offer-end-sure-button = ⌛ Ja, beenden
offer-refresh-button = 🔄 Neu
offer-follow-button = 📡 Live mitlesen
offer-follow-toast = Die Karte steht unten und hält sich selbst auf dem Stand.
offer-followed-before-alert = Die Karte steht schon in diesem Chat und hält sich dort selbst auf dem Stand.
offer-result-delivered = ✉️ Zugestellt: { $count } von { $audience }
offer-result-waiting = ⏳ Noch nicht gesendet: { $count }
offer-result-kept = ⏳ Wartet noch: { $count }
offer-result-about-kept = ⏳ Wartet noch: etwa { $count }
offer-result-withheld = ✋ Zurückgehalten: { $count }
offer-result-failed = ⚠️ Nicht angekommen: { $count }
offer-result-left-out = ➖ Nicht im Empfängerkreis: { $count }
offer-result-clicked = 👆 Haben getippt: { $count }
offer-result-tapped = { $people ->
    [one] { $name }: eine Person, { $times }-mal
   *[other] { $name }: { $people } Personen, { $times }-mal
 }
offer-result-unsubscribed = 🔕 Haben abbestellt: { $count }
offer-result-orders = { $count ->
    [one] 🛒 Eine Bestellung für { MONEY($value) } in { $days } Tagen danach
   *[other] 🛒 { $count } Bestellungen für { MONEY($value) } in { $days } Tagen danach
 }
offer-result-safe = Verloren: { $lost } · vielleicht doppelt: { $doubles }
offer-auto-list-button = 🔁 Automatisch
offer-auto-button = 🔁 Automatisch senden
offer-auto-winback-button = Wir vermissen Sie
offer-auto-anniversary-button = Jahrestag
offer-auto-coupon-button = Gutschein nach Kauf
offer-auto-goes_well-button = Passt zum Kauf
offer-auto-title = <b>Was sich selbst sendet</b>
offer-auto-after = { $days ->
    [one] <b>{ $name }</b>: einen Tag nach der letzten Bestellung
   *[other] <b>{ $name }</b>: { $days } Tage nach der letzten Bestellung
 }
offer-auto-yearly = <b>{ $name }</b>: am Jahrestag der ersten Bestellung
offer-auto-off = Ausgeschaltet
offer-auto-on = Eingeschaltet mit „{ $title }“, das nächste Mal { DATETIME($at) }
offer-auto-on-now = Eingeschaltet mit „{ $title }“, sendet gleich für heute
offer-auto-how = So schalten Sie es ein: ein Angebot schreiben, „Prüfen und senden“, dann „Automatisch senden“.
offer-auto-held = ⏸ <b>Es geht gerade nichts hinaus:</b>
offer-auto-figures =
    In den letzten { $days } Tagen: Aussendungen { $sends }, Empfänger { $people }
    ✉️ Zugestellt: { $delivered } · ⏳ Warten noch: { $waiting }
    👆 Haben getippt: { $clicked } · 🔕 Abgemeldet: { $unsubscribed }
offer-auto-kind-ask = Zu welchem Anlass soll dieses Angebot von selbst hinausgehen?
offer-auto-reach = Mit der Zeit erreicht es höchstens Personen: { $count }, heute wären es { $today }. Immer gilt: nur wer zugestimmt hat, einmal je Anlass, mit Ruhezeiten und Kontaktbudget.
offer-auto-instead = Es ersetzt „{ $title }“.
offer-auto-hour = Es sendet täglich um 10 Uhr; Zeit und Ende des Entwurfs gelten dafür nicht.
offer-auto-days-ask = Andere Zahl von Tagen? Schreiben Sie sie einfach. Es sendet täglich um 10 Uhr; Zeit und Ende des Entwurfs gelten dafür nicht.
offer-auto-days-unread = Bitte schreiben Sie eine Zahl von 1 bis { $most }.
offer-auto-on-button = 🟢 Einschalten
offer-auto-off-button = ⏹ Ausschalten
offer-auto-again-button = 🟢 Wieder einschalten
offer-auto-draft-button = ✏️ Der Entwurf
