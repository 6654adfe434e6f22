# Produktbewertungen: Sterne, Worte, und was daraus wird.
review-products-button = ⭐ Artikel bewerten
review-list-title = Was möchten Sie bewerten?
review-list-none = Bewerten können Sie, was Sie bei uns gekauft und erhalten haben. Davon finden wir hier noch nichts.
review-title = <b>{ $product }</b>
review-ask = Wie viele Sterne geben Sie? Ein Tipp genügt.
review-terms = Die Sterne zählen sofort, ob wenige oder viele. Worte und Bild liest unser Team, bevor sie ohne Ihren Namen beim Produkt stehen. Ändern und löschen können Sie alles jederzeit.
review-points =
    { $count ->
        [one] Für die erste Bewertung dieses Produkts gibt es einen Punkt, für einen Stern ebenso wie für fünf. Wird sie innerhalb von 30 Tagen gelöscht, geht er wieder ab.
       *[other] Für die erste Bewertung dieses Produkts gibt es { NUMBER($count) } Punkte, für einen Stern ebenso viele wie für fünf. Wird sie innerhalb von 30 Tagen gelöscht, gehen sie wieder ab.
    }
review-points-given =
    { $count ->
        [one] Dafür haben Sie einen Punkt bekommen.
       *[other] Dafür haben Sie { NUMBER($count) } Punkte bekommen.
    }
review-points-pending =
    { $count ->
        [one] Dafür bekommen Sie einen Punkt; er zählt ab { DATE($day) }.
       *[other] Dafür bekommen Sie { NUMBER($count) } Punkte; sie zählen ab { DATE($day) }.
    }
review-invite = <b>Wie gefällt Ihnen „{ $product }“?</b>
review-invite-hint = Ein Tipp ist Ihre Bewertung; Worte und Bild können Sie danach ergänzen. Sie steht ohne Ihren Namen beim Produkt und zählt, ob wenige Sterne oder viele.
review-not-bought = Bewerten kann nur, wer dieses Produkt bei uns gekauft und erhalten hat.
review-not-bought-alert = Bewerten kann nur, wer dieses Produkt bei uns gekauft und erhalten hat.
review-stars-first = Geben Sie bitte zuerst Sterne, danach gern Worte dazu.
review-own = Ihre Bewertung: { $stars }
review-own-counted = Sie zählt. Worte oder ein Bild können Sie ergänzen.
review-own-waiting = Die Sterne zählen. Ihre Worte liest gerade unser Team.
review-own-shown = Sie steht beim Produkt.
review-own-declined = Die Sterne zählen. Ihre Worte zeigen wir nicht, Grund: { $why }. Sie können sie ändern, dann lesen wir sie neu.
review-own-fake = Wir zeigen und zählen sie nicht, Grund: { $why }. Sie können sie ändern, dann lesen wir sie neu.
review-write-button = ✏️ Worte oder Bild dazu
review-rewrite-button = ✏️ Worte ändern
review-remove-button = 🗑 Bewertung löschen
review-remove-ask = Soll Ihre Bewertung mit Sternen, Worten und Bild gelöscht werden?
review-remove-yes-button = Ja, löschen
review-removed-toast = Gelöscht.
review-rated-toast = Danke! Ihre Sterne zählen.
review-write-ask = Was sollen andere über das Produkt wissen? Schreiben Sie es in einer Nachricht, gern mit einem Bild. Es wird ohne Ihren Namen gezeigt; schreiben Sie bitte nichts Privates hinein.
review-too-long = Das ist etwas zu lang: Bitte höchstens { $most } Zeichen.
review-open-button = Meine Bewertung ansehen
review-told-shown = Ihre Bewertung { $stars } zu „{ $product }“ steht jetzt beim Produkt. Danke!
review-told-declined = Die Worte Ihrer Bewertung { $stars } zu „{ $product }“ zeigen wir nicht. Grund: { $why }. Ihre Sterne zählen trotzdem. Sie können die Worte ändern, dann lesen wir sie neu.
review-told-fake = Ihre Bewertung { $stars } zu „{ $product }“ zeigen und zählen wir nicht. Grund: { $why }. Sie können sie ändern, dann lesen wir sie neu; Fragen beantwortet Ihnen unser Team hier.

# Beim Produkt.
review-mean =
    { $count ->
        [one] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> von 5 · eine Bewertung
       *[other] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> von 5 · { $count } Bewertungen
    }
review-line = { $stars } „{ $words }“
review-read-button = Bewertungen lesen ({ $reviews })
review-rate-button = ⭐ Bewerten
review-verified-button = Wie sind sie geprüft?
review-product-button = Zum Produkt
review-verified-alert = Bewerten kann nur, wer das Produkt laut Bestellung gekauft und erhalten hat. Alle Sterne zählen, gute wie schlechte. Worte liest unser Team zuerst; wenige Sterne sind kein Grund, sie abzulehnen.
review-one = { $stars } · { DATE($day) }
review-quote = <blockquote>{ $words }</blockquote>
review-verified = ✓ Geprüfter Kauf
review-verified-day = ✓ Geprüfter Kauf, geliefert am { DATE($day) }
review-returned = ↩ Inzwischen zurückgegeben
review-none = Noch keine Worte zu diesem Produkt.

# Für das Team.
review-card-title = 📝 <b>Bewertung zu „{ $product }“</b> { $stars }
review-card-rule = Geprüfter Kauf. Die Sterne zählen schon; es geht nur um Worte und Bild. Wenige Sterne sind kein Grund.
review-card-shown = ✅ { $name } zeigt sie, { DATETIME($at) }.
review-card-declined = 🚫 { $name } zeigt sie nicht ({ $why }), { DATETIME($at) }. Die Kundschaft kennt den Grund.
review-approve-button = ✅ Zeigen
review-decline-button = 🚫 Nicht zeigen …
review-why-insult = Beleidigung
review-why-private = Private Daten
review-why-unlawful = Rechtswidriges
review-why-adverts = Werbung
review-why-offtopic = Nicht zum Produkt
review-why-fake = Keine echte Erfahrung
review-moved-on-alert = Darüber ist schon entschieden, oder die Bewertung wurde geändert.
review-shown-toast = Steht beim Produkt.
review-declined-toast = Nicht gezeigt; der Grund ist mitgeteilt.
