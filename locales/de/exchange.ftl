# Der Tausch: welcher Artikel, zu welchem Preis, und wer den Unterschied zahlt.
return-instead = 🔁 Im Tausch: { $item }
return-instead-price = { $item } · { MONEY($total) }
return-wished-instead = Ihr Wunsch im Tausch: { $item }
return-difference-if = Wenn der Shop zustimmt:
return-difference-back = Sie bekommen <b>{ MONEY($total) }</b> zurück.
return-difference-owed = Sie zahlen <b>{ MONEY($total) }</b> dazu.
return-difference-same = Gleicher Preis: Sie zahlen nichts dazu.
return-difference-borne = Sie zahlen nichts dazu.
return-difference-fee = 🎁 Von der Rücksendung übernehmen wir { MONEY($total) }.
return-difference-rest = Den Unterschied von { MONEY($total) } übernehmen wir.
return-difference-then = Das zahlen Sie erst, wenn Ihre Rücksendung geprüft ist: { $shop } schickt Ihnen dann eine Zahlungsaufforderung und nach der Zahlung den neuen Artikel.
return-difference-now = { $shop } schickt Ihnen dafür eine Zahlungsaufforderung und nach der Zahlung den neuen Artikel.
return-with-fee = Darin enthalten: { MONEY($total) } für die Rücksendung
return-with-loss = Darin enthalten: { MONEY($total) } für Wertverlust
return-topped = Von Ihnen dazugezahlt: <b>{ MONEY($total) }</b>
return-waived = 🎁 Die Rücksendekosten von { MONEY($total) } übernehmen wir.
return-exchange-variants = <b>Derselbe Artikel in anderer Ausführung</b>
return-exchange-others = <b>Vergleichbares</b>
return-exchange-line = <b>{ $name }</b> · { MONEY($total) } · { $left }
return-short-back = { MONEY($total) } zurück
return-short-owed = { MONEY($total) } dazu
return-short-same = gleicher Preis
return-short-borne = ohne Zuzahlung
return-want-no-other = Zum Tausch haben wir zurzeit nichts Passendes da.
return-want-no-same = Denselben Artikel haben wir zurzeit nicht vorrätig. Möchten Sie lieber auf ihn warten, sagen Sie es unserem Team: „🙋 Mensch“.
return-price-changed = Der gewünschte Artikel kostet inzwischen mehr, als Sie eben gelesen haben. Gesendet ist noch nichts: Bitte sehen Sie sich den neuen Preis an.
return-left = Sie bekommen noch <b>{ MONEY($total) }</b> zurück.
return-tracking = 📦 Sendungsnummer: <code>{ $number }</code>
return-next-owed = Alles ist geprüft. Jetzt fehlt nur noch Ihre Zahlung.
return-push-owed = <b>💳 Bitte noch den Unterschied zahlen</b>
return-push-topped = <b>✅ Danke, Ihre Zahlung ist da</b>
return-push-free = <b>🎁 Sie zahlen nichts dazu</b>
return-push-fee = <b>🎁 Die Rücksendung kostet Sie nichts</b>
return-next-exchange = Alles ist geprüft. Als Nächstes geht Ihr neuer Artikel auf den Weg.
return-next-rest = Ihr neuer Artikel ist auf dem Weg. Das Geld, das übrig bleibt, folgt.
return-next-swapped = Ihr neuer Artikel ist auf dem Weg. Er steht auch auf der Karte der Bestellung.
return-push-swapped = <b>✅ Ihr neuer Artikel ist unterwegs</b>
return-push-unpaid = <b>💳 Ihre Zahlung fehlt noch</b>
return-rather-ask =
    <b>Bei { $number } lieber { MONEY($total) } zurück?</b>
    Dann ist das nicht mehr für Sie zurückgelegt:
return-rather-yes-button = 💶 Ja, das Geld
return-rather-late-alert = Das geht nicht mehr: Ihr neuer Artikel ist schon unterwegs, oder es ist dafür gezahlt.

# Für das Team.
rma-waived = 🎁 Rücksendekosten von { MONEY($total) } erlassen
rma-topped = 💳 Dazugezahlt: { MONEY($total) }
rma-exchange-owed = 💳 Die Person zahlt { MONEY($total) } dazu, bevor der andere Artikel geht.
rma-exchange-same = Gleicher Preis: Niemand zahlt etwas dazu.
rma-difference-unpaid-alert = Der Unterschied ist noch nicht bezahlt. Erst danach geht der andere Artikel.
rma-topup-button = 💳 { MONEY($total) } sind bezahlt …
rma-free-button = 🎁 Unterschied erlassen ({ MONEY($total) })
rma-free-toast = Erlassen: Die Person zahlt nichts dazu und weiß es.
rma-did-topped = 💳 Unterschied bezahlt
rma-did-free = 🎁 Unterschied erlassen
rma-next-customer_pays = wartet auf die Zahlung
rma-how-paid-alert = Bitte schreiben Sie, wie das Geld gekommen ist.
rma-topup-ask =
    <b>Sind für { $number } { MONEY($total) } dazugezahlt?</b>
    Schreiben Sie, wie das Geld gekommen ist, zum Beispiel: Überweisung vom 17.11. Die Person erfährt, dass ihre Zahlung da ist.
rma-ship-ask =
    <b>Womit geht der Artikel für { $number } auf den Weg?</b>
    Schreiben Sie die Sendungsnummer. Die Person bekommt sie mit der Nachricht.
rma-ship-wrong = Das ist keine Sendungsnummer.
rma-ship-without-button = 📦 Ohne Nummer verschickt
call-hand-exchange-payment-due = 🛠 Bitte im Shopsystem tun: von der Person { MONEY($total) } für Bestellung { $order } anfordern (Rückgabe { $number }). Ist bezahlt, tragen Sie es hier ein; dann darf der andere Artikel gehen.
call-hand-exchange-waived = ✔️ Bitte nicht mehr anfordern: Die { MONEY($total) } für Bestellung { $order } sind erlassen (Rückgabe { $number }).
call-hand-exchange-paid = ✔️ Bitte nicht mehr anfordern: Die { MONEY($total) } für Bestellung { $order } sind bezahlt (Rückgabe { $number }).
rma-settle-article-button = 📦 Artikel schicken oder { MONEY($total) } …
rma-did-money = 💶 lieber das Geld
call-difference-unpaid = 💳 { $number }: seit zwei Wochen sind { MONEY($total) } für den anderen Artikel nicht bezahlt. Er ist noch zurückgelegt. Bitte fragen Sie nach, erlassen Sie den Unterschied oder erstatten Sie.
return-push-sold_out = <b>⚠️ Ihr Ersatz ist zurzeit ausverkauft</b>
return-instead-gone =
    { $money ->
        [yes] ⚠️ Zurzeit ausverkauft. Unser Team weiß es. Sie können warten, oder auf der Karte dieser Rückgabe das Geld dafür nehmen.
       *[no] ⚠️ Zurzeit ausverkauft. Unser Team weiß es und sieht nach, was anders geht.
    }
return-next-sold-out = Alles ist geprüft. Sobald der Artikel wieder da ist, geht er auf den Weg.
