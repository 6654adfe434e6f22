# Noch nicht (ganz) bezahlt: was dann zurückgeht.
return-unpaid = Bisher ist nichts bezahlt, also gibt es nichts zurückzuzahlen: Diese Artikel müssen Sie nicht mehr bezahlen. Kommt dafür noch Geld von Ihnen an, bekommen Sie es zurück.
return-unpaid-wished = Bisher ist nichts bezahlt. Nehmen wir die Artikel zurück, müssen Sie sie nicht mehr bezahlen.
return-reserved = Ihr Geld ist bisher nur reserviert, abgebucht ist nichts: Für diese Artikel wird nichts abgebucht, also gibt es nichts zurückzuzahlen. Wird doch noch abgebucht, bekommen Sie es zurück.
return-reserved-wished = Ihr Geld ist bisher nur reserviert, abgebucht ist nichts. Nehmen wir die Artikel zurück, wird dafür nichts abgebucht.
return-off-bill = Die Bestellung ist noch nicht ganz bezahlt: Ausgezahlt wird deshalb nichts, Ihre offene Rechnung wird um <b>{ MONEY($total) }</b> kleiner.
return-off-bill-wished = Die Bestellung ist noch nicht ganz bezahlt. Nehmen wir die Artikel zurück, wird Ihre offene Rechnung um <b>{ MONEY($total) }</b> kleiner.
return-of-owed = Abgezogen: { MONEY($total) }, die noch nicht bezahlt sind
return-difference-bill = Ihre offene Rechnung wird um <b>{ MONEY($total) }</b> kleiner.
return-push-offbill = <b>✅ Ihre Rückgabe ist erledigt</b>
return-push-came = <b>💶 Ihre Zahlung ist doch noch angekommen</b>

# Für das Team.
rma-unpaid = ⚠️ Noch nichts bezahlt: nichts zu erstatten, die Rechnung mindern
rma-reserved = 🔒 Nur autorisiert, nicht eingezogen: Autorisierung aufheben statt erstatten
rma-owed = ⚠️ Noch nicht ganz bezahlt: { MONEY($total) } von der offenen Rechnung abziehen
rma-settle-none-button = ✅ Ohne Erstattung schließen
rma-settle-send-button = 📦 Artikel schicken …
rma-settle-owed =
    <b>{ $number } ohne Erstattung schließen</b>
    Davon ist nichts bezahlt. Ein Tipp schließt die Rückgabe; die offene Rechnung mindern Sie bitte um { MONEY($total) }.
rma-did-came = 💶 Geld kam nach
call-came = 💶 Für { $number } ist noch Geld eingegangen: { MONEY($total) } sind zu erstatten, die Frist läuft ab der Erklärung.
