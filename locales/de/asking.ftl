# Was Menschen im Shop tun: Rechnung, Zahlung, Lob und Anregungen.
asking-invoice =
    <b>Rechnung</b>
    Die Rechnung schickt der Shop, meist mit der Bestellbestätigung oder der Versandmail. Was Sie bestellt und bezahlt haben, sehen Sie auch hier; eine Rechnung ist das aber nicht.
asking-invoice-team = Sie finden sie nicht? Dann bitten wir unser Team, sie Ihnen zu schicken.
asking-invoice-button = 🧾 Rechnung anfordern
asking-payment_problem =
    <b>Problem mit einer Zahlung</b>
    Ob Geld angekommen ist, sehe ich nicht. Schreiben Sie hier keine Karten- oder Kontonummern.
asking-payment_problem-team = Unser Team sieht nach und antwortet Ihnen hier.
asking-payment_problem-button = 🙋 Jemand soll nachsehen
asking-feedback =
    <b>Lob und Anregungen</b>
    Danke, dass Sie uns etwas sagen möchten.
asking-feedback-rate = Eine Lieferung bewerten Sie mit einem Tipp.
asking-feedback-team = Alles andere schreiben Sie uns; unser Team liest es.
asking-feedback-button = ✍️ Uns etwas schreiben
asking-rate-button = ⭐ Bestellung { $number } bewerten
asking-others-button = Eine andere Bestellung
asking-write =
    <b>Was möchten Sie uns sagen?</b>
    Bitte schreiben Sie es in einer Nachricht; ein Bild darf vorher kommen.
asking-picture =
    <b>Das Bild ist bei unserem Team.</b>
    Möchten Sie etwas ergänzen? Weitere Bilder oder eine Nachricht, oder Sie sind fertig.
asking-done-button = ✓ Fertig
asking-kept =
    <b>Danke! Unser Team liest es.</b>
    Wenn Sie eine Antwort möchten, tippen Sie auf „🙋 Mensch“.
asking-contact = Unser Team erreichen Sie unter { $contact }.
asking-shop = Das Team von { $shop } erreichen Sie unter der Adresse in Ihrer Bestellbestätigung.
