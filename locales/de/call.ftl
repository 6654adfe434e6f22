# Was der Shop in seinem eigenen System tun muss: von Hand, oder weil sein System es nicht angenommen hat.
call-hand-return-cancelled = 🛠 Bitte im Shopsystem tun: Rückgabe { $number } zur Bestellung { $order } zurücknehmen.
call-hand-return-checked = 🛠 Bitte im Shopsystem tun: angenommene Artikel der Rückgabe { $number } einbuchen, soweit sie sich wieder verkaufen lassen.
call-hand-return-refund = 🛠 Bitte im Shopsystem tun: { MONEY($total) } für Bestellung { $order } erstatten (Rückgabe { $number }).
call-hand-return-credit = 🛠 Bitte im Shopsystem tun: Guthaben über { MONEY($total) } für Bestellung { $order } anlegen (Rückgabe { $number }).
call-hand-return-exchange = 🛠 Bitte im Shopsystem eintragen: der gewünschte Ersatz zur Bestellung { $order } ist verschickt (Rückgabe { $number }).
call-hand-return-replacement = 🛠 Bitte im Shopsystem eintragen: die Artikel der Rückgabe { $number } sind noch einmal verschickt (Bestellung { $order }).
call-hand-return-sent-back = 🛠 Bitte tun: die Artikel der Rückgabe { $number } an die Kundin oder den Kunden zurückschicken.
call-given-up = ⚠️ Das Shopsystem hat „{ $topic }“ nicht angenommen ({ $why }). Bitte von Hand erledigen. Schlüssel: { $key }
call-platform-declined = ⚠️ Die Shopplattform meldet: abgelehnt. Hier gilt { $number } weiter; bitte klären.
call-platform-unpaid = ⚠️ Die Shopplattform hat { $number } geschlossen, aber keine Erstattung gemeldet. Bitte prüfen.
call-label-late = 📦 Ein Paket zu { $number } ist unterwegs, obwohl die Rückgabe nicht mehr läuft. Bitte klären.
call-label-trouble = ⚠️ Das Rücksendepaket zu { $number } hat ein Problem beim Paketdienst. Bitte nachforschen.
call-label-unused = ⚠️ { $number } ist bezahlt, aber niemand hat die Artikel zurückgeschickt; der Rücksendeschein ist abgelaufen. Bitte nachfragen.
call-platform-cancelled = ⚠️ Die Shopplattform meldet { $number } als storniert, obwohl ein Widerruf gilt oder schon Geld geflossen ist. Bitte klären.
call-clock-red = ⏰ { $number }: Das Geld muss spätestens am { DAY($day) } zurückgehen. Bitte auszahlen.
call-platform-overpaid = ⚠️ Für { $number } hat die Shopplattform mehr erstattet, als fällig war. Bitte prüfen.
call-platform-refund-deleted = ⚠️ Die Shopplattform hat die Erstattung über { $total } zu { $number } gelöscht. Bitte prüfen Sie, ob das Geld bei der Person ankommt.
call-platform-less = ⚠️ Die Shopplattform hat Stücke aus { $number } herausgenommen; hier läuft sie weiter, wie sie erklärt, versandt oder bezahlt wurde. Bitte klären.
call-label-missing =
    { $weeks ->
        [one] ⚠️ { $number } wartet seit einer Woche auf den Rücksendeschein.
       *[other] ⚠️ { $number } wartet seit { NUMBER($weeks) } Wochen auf den Rücksendeschein.
    } Bitte schicken, oder ohne Schein senden lassen.
call-unsent = 📮 { $number }: Bis { DAY($day) } hat niemand etwas abgeschickt. Der Widerruf gilt weiter; bitte nachfragen.
call-unsent-claim = 📮 { $number }: Bis { DAY($day) } hat niemand etwas abgeschickt. Die Reklamation bleibt offen; bitte nachfragen.
call-not-arrived = 🔎 Das Paket zu { $number } ist seit zwei Wochen unterwegs und nicht angekommen. Bitte nachforschen.
call-clock-over = ⏰ { $number }: Die 14 Tage für das Geld sind seit dem { DAY($day) } um. Bitte sofort auszahlen.
call-platform-reopened = ⚠️ Die Shopplattform hat { $number } wieder geöffnet, die sie storniert hatte; hier stecken die Stücke in einer anderen Rückgabe. Bitte klären.
call-parcel-left = 📦 { $number } ist jetzt angenommen, aber das Paket mit { $other } ist schon unterwegs oder da. Bitte prüfen, ob die Artikel darin sind; sonst braucht es einen Rücksendeschein.
call-overtakes = ↩️ { $number } ist ein Widerruf und tritt an die Stelle der Anfrage { $other }, von der noch nichts unterwegs ist.
call-cancel-left = 🚚 { $number } war storniert, aber das Paket ist unterwegs. Jetzt ist es ein Widerruf: Die Ware kommt zurück.
call-cancel-may-have-left = 🚚 { $number } ist storniert, und ein Paket der Bestellung ist unterwegs. Bitte sehen Sie nach, ob die Ware darin ist.
call-erased = 🔒 Die Person zu { $number } ist gelöscht. Was ihr zusteht, steht ihr weiter zu; schreiben können Sie ihr hier nicht mehr.
call-hand-return-changed = 🛠 Bitte im Shopsystem tun: Rückgabe { $number } zur Bestellung { $order } um die Artikel kürzen, die nicht mehr dazugehören.
call-overtaken = Widerruf an ihrer Stelle
call-late-rest = 📦 { $number }: Das Paket mit dem Rücksendeschein ist erst nach der Abrechnung angekommen. Darin kann der Rest sein; bitte nachsehen und eintragen.
call-parcel-stuck = 📦 { $number }: Die Bestellung ist widerrufen. Das Paket ist nicht mehr zuzustellen; bitte lassen Sie es zurückkommen. { $reason }
call-never-comes = 📭 { $number }: Das Paket ist nach dem Widerruf verloren gegangen oder an uns zurückgekommen. Nichts kommt zurück; das Geld ist fällig, ohne zu warten.
call-lost-may-be-found = 📦 { $number }: Das Paket ist verloren, und ein anderes der Bestellung ist unterwegs. Bitte sehen Sie nach, ob die Artikel darin sind.
call-lost-found = 📦 { $number }: Das verlorene Paket ist wieder aufgetaucht. Die Artikel kommen zurück; bitte einen Rücksendeschein schicken.
call-sold-out = ⚠️ { $number }: Was die Person dafür bekommen soll, ist ausverkauft. Sie weiß es. Bitte bestellen Sie es nach, oder klären Sie, was anders geht.
