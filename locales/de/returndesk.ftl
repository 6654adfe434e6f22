# Rückgaben beim Team: die Karte, ihre Knöpfe, die Bildschirme im privaten Chat.
rma-approve-button = ✅ Annehmen
rma-keep-button = 🎁 Ohne Rücksendung …
rma-photo-button = 📷 Foto erbitten
rma-gone-button = 🚚 Schon unterwegs
rma-onway-button = 🚚 Ist unterwegs
rma-here-button = 📦 Alles da
rma-fine-button = 🔎 Alles in Ordnung
rma-fine-part-button = 🔎 Was da ist, ist in Ordnung
rma-undo-button = ↩️ Doch nicht da
rma-back-button = ↪️ Zurückgeschickt
rma-close-button = ✔️ Abschließen
rma-decline-button = ✖️ Ablehnen …
rma-label-button = 🏷 Rücksendeschein …
rma-relabel-button = 🏷 Anderer Schein …
rma-receive-button = 📦 Nur ein Teil …
rma-check-button = 🔎 Etwas stimmt nicht …
rma-check-part-button = 🔎 Prüfen, Rest fehlt …
rma-settle-button = 💶 Auszahlen: { MONEY($total) } …
rma-fee-button = 🎁 Rücksendekosten erlassen ({ MONEY($total) })
rma-open-button = ↩️ Rückgabe bearbeiten
rma-state = Stand: <b>{ $state }</b>
rma-state-next = Stand: <b>{ $state }</b> · { $next }
rma-next-customer_confirms = noch nicht abgeschickt
rma-next-shop_decides = wir entscheiden
rma-next-shop_sends_label = wir schicken den Rücksendeschein
rma-next-customer_sends = warten auf das Paket
rma-next-carrier_brings = das Paket kommt
rma-next-customer_sends_rest = warten auf den Rest
rma-next-shop_checks = wir prüfen
rma-next-shop_settles = wir zahlen oder ersetzen
rma-next-shop_closes = wird bald abgeschlossen
rma-waits = ⚠️ Wartet auf uns: { $why }
rma-why-value = hoher Wert
rma-why-value_unknown = Wert unbekannt
rma-why-many_returns = viele Rückgaben in 90 Tagen
rma-why-date_unknown = Tag der Zustellung unbekannt
rma-why-said_missing = meldete ein Paket als nicht angekommen
rma-why-was_declined = wurde schon einmal abgelehnt
rma-why-defect = Mangel: gesetzliches Recht
rma-why-defect_without_photo = Mangel ohne Foto: gesetzliches Recht
rma-piece-accepted = angenommen: { NUMBER($count) } von { NUMBER($of) }
rma-piece-received = da: { NUMBER($count) } von { NUMBER($of) }
rma-piece-instead = 🔁 stattdessen: { $name } ({ $sku })
rma-piece-instead-price = 🔁 stattdessen: { $name } ({ $sku }) · { MONEY($total) }
rma-finding = 🔎 Geprüft: { $why }
rma-photos =
    { $count ->
        [one] 📷 ein Foto
       *[other] 📷 { $count } Fotos
    }
rma-note = 💬 „{ $note }“
rma-photo-asked = 📷 Foto erbeten
rma-wish-refund = Wunsch: Geld zurück · { MONEY($total) }
rma-wish-credit = Wunsch: Guthaben · { MONEY($total) }
rma-wish-exchange = Wunsch: anderer Artikel · Wert { MONEY($total) }
rma-wish-replacement = Wunsch: derselbe noch einmal · Wert { MONEY($total) }
rma-shipping = + Versand { MONEY($total) }
rma-fee = − Rücksendung { MONEY($total) }
rma-loss = − Wertverlust { MONEY($total) }
rma-exchange-rest = Danach bekommt die Person noch { MONEY($total) } zurück.
rma-exchange-dearer = ⚠️ Der andere Artikel kostet jetzt { MONEY($total) } mehr, als zu geben ist. Die Person zahlt nichts dazu.
rma-keeps = 🎁 Ohne Rücksendung
rma-paid = 💶 Schon gezahlt: { MONEY($total) }
rma-clock = ⏱ Geld zurück bis { DAY($day) }
rma-step = { SCAN($at) } · { $done } · { $who }
rma-step-why = { $step }: „{ $why }“
rma-by-customer = Kundin oder Kunde
rma-by-staff = Team
rma-by-rules = nach den Regeln
rma-by-carrier = Paketdienst
rma-by-platform = Shop-System
rma-by-clock = Fristablauf
rma-did-photo = 📷 Foto erbeten
rma-did-keep = 🎁 ohne Rücksendung
rma-did-gone = 🚚 war schon unterwegs
rma-did-unsent = 📭 doch nicht abgeschickt
rma-did-scanned = 🔎 vom Paketdienst gescannt
rma-did-part = 📦 noch ein Teil da
rma-did-paid = 💶 gezahlt
rma-did-itself = 📮 ohne Rücksendeschein
rma-did-sold_out = ⚠️ Ersatz ausverkauft
rma-did-stocked = 📦 Ersatz wieder da
rma-did-sent = 🔁 Ersatz verschickt
rma-did-label = 📄 neuer Rücksendeschein
rma-did-more = ➕ weitere Stücke
rma-did-less = ✂️ weniger Stücke
rma-did-undo = ↩️ doch nicht da
rma-did-arrived = 📦 kam bei der Person an
rma-did-fee = 🎁 Rücksendekosten erlassen
rma-approve-toast = Angenommen.
rma-keep-toast = Angenommen, ohne Rücksendung.
rma-photo-toast = Die Person ist um ein Foto gebeten.
rma-gone-toast = Jetzt ein Widerruf: Die Artikel kommen zurück.
rma-onway-toast = Eingetragen: Das Paket ist unterwegs zu uns.
rma-here-toast = Alles ist da. Als Nächstes prüfen.
rma-fine-toast = Geprüft. Was als Nächstes kommt, steht auf der Karte.
rma-undo-toast = Zurückgenommen. Die Person erfährt, dass es ein Irrtum war.
rma-back-toast = Die Person weiß, dass es zurückkommt.
rma-close-toast = Abgeschlossen.
rma-fee-toast = Erlassen: Die Rücksendung kostet die Person nichts.
rma-moved-on-alert = Diese Rückgabe ist schon einen Schritt weiter. Die Karte zeigt, wie es steht.
rma-tap-please = Bitte tippen Sie auf die Knöpfe unter dieser Nachricht.
rma-not-declinable-alert = Das ist ein gesetzliches Recht oder schon angenommen: Ablehnen geht nicht.
rma-no-reason-alert = Bitte schreiben Sie den Grund; die Person liest ihn.
rma-too-many-alert = Das sind mehr Stücke, als kommen sollten oder da sind.
rma-count-known-alert = So viele sind schon eingetragen. Bitte schreiben Sie, wie viele insgesamt da sind.
rma-nothing-came-alert = Ist nichts davon da? Dann tippen Sie auf der Karte auf „Doch nicht da“.
rma-no-address-alert = In den Rückgaberegeln steht keine Adresse. Bitte tragen Sie eine ein (address.lines), oder schicken Sie einen Rücksendeschein.
rma-not-reducible-alert = Hier darf nach dem Gesetz nichts abgezogen werden.
rma-not-refusable-alert = Ein Widerruf wird bei der Prüfung nicht abgelehnt: Nicht angenommen wird nur, was nicht unser Artikel ist oder wessen Siegel gebrochen ist.
rma-loss-too-much-alert = Das ist mehr, als die angenommenen Artikel wert sind.
rma-nothing-due-alert = Es ist nichts mehr zu zahlen.
rma-too-much-alert = Das ist mehr, als noch zu zahlen ist.
rma-not-in-stock-alert = Der andere Artikel ist ausverkauft. Bitte klären Sie es mit der Person oder zahlen Sie aus.
rma-decline-ask =
    <b>{ $number } ablehnen</b>
    Schreiben Sie den Grund. Die Person liest ihn genau so; ihre gesetzlichen Rechte bleiben.
rma-right-until = ⚠️ Die Person kann noch bis { DAY($day) } widerrufen und bekommt dann ihr Geld zurück. In der Absage liest sie das, mit einem Knopf dafür.
rma-right = ⚠️ Die Person kann noch widerrufen und bekommt dann ihr Geld zurück. In der Absage liest sie das, mit einem Knopf dafür.
rma-label-ask =
    <b>Rücksendeschein für { $number }</b>
    Schreiben Sie die Adresse der Seite (https://…) oder die Sendungsnummer, oder schicken Sie den Schein als Datei. Eine Nummer bekommt die Person auch als Code zum Vorzeigen.
rma-label-wrong = Darin ist weder eine Adresse noch eine Sendungsnummer zu erkennen.
rma-label-title = <b>Rücksendeschein für { $number }</b>
rma-label-url = 🔗 { $url }
rma-label-number = 🔢 Sendungsnummer { $code }
rma-label-file = 📎 die Datei von eben
rma-label-confirm = So bekommt ihn die Person. Tauschen lässt er sich, solange nichts unterwegs ist. Fehlt etwas, schicken Sie es noch.
rma-relabel-told = ⚠️ Die Person hat schon einen Schein. Der wird ungültig, und sie liest, dass sie nur den neuen benutzen soll.
rma-label-send-button = ✔️ So schicken
rma-label-again-button = ✏️ Von vorn
rma-label-taken-alert = Diese Nummer gehört schon zu einer anderen Rückgabe oder zu einem Paket, das wir verschickt haben. Bitte prüfen Sie sie.
rma-label-itself-button = 📮 Schickt selbst
rma-receive-ask =
    <b>Was ist von { $number } da?</b>
    Jeder Tipp zählt ein Stück dazu.
rma-receive-count = Sie können auch schreiben, wie viele da sind.
rma-receive-total = Sie können auch schreiben, wie viele insgesamt da sind, die schon eingetragenen ({ NUMBER($count) }) mitgezählt.
rma-piece-button = { $name }: { NUMBER($count) } von { NUMBER($of) }
rma-received-button = ✔️ Eintragen
rma-no-more-button = ✔️ Mehr kommt nicht
rma-check-ask =
    <b>Was ist mit { $number }?</b>
    Tippen Sie auf das, was nicht in Ordnung ist oder fehlt; jeder Tipp zählt ein Stück. Was fehlt, liest die Person von selbst.
rma-check-piece = • { $name }: { $told }
rma-fine-count = ✅ { NUMBER($count) } in Ordnung
rma-refused-count = ⚠️ { NUMBER($count) } nicht in Ordnung
rma-missing-count = ❓ { NUMBER($count) } fehlt
rma-refused-button = ⚠️ Nicht in Ordnung: { $name }
rma-missing-button = ❓ Fehlt: { $name }
rma-check-loss = Wertverlust wird abgezogen: { MONEY($total) }
rma-check-no-loss = Abziehen lässt sich hier nach dem Gesetz nichts.
rma-loss-button = 💸 Wertverlust abziehen
rma-loss-ask =
    <b>Wie viel ist weniger wert?</b>
    Schreiben Sie den Betrag, zum Beispiel 5,00. Nur was über das Ausprobieren wie im Laden hinausging, zählt.
rma-amount-wrong = Das ist kein Betrag. Schreiben Sie ihn so: 5,00
rma-checked-button = ✔️ So eintragen
rma-refusal-ask =
    <b>Warum wird aus { $number } etwas nicht angenommen?</b>
    Ein Widerruf lässt sich nicht ablehnen, auch nicht für benutzte oder beschädigte Ware.{ $loss ->
        [yes] {" "}Für sie wird ein Wertverlust abgezogen.
       *[no] {""}
    } Nicht annehmen können Sie nur, was nicht unser Artikel ist{ $sealed ->
        [yes] , und Ware, deren Siegel gebrochen ist.
       *[no] .
    }
rma-refusal-other-button = 📦 Es ist nicht unser Artikel
rma-refusal-seal-button = 🔓 Das Siegel ist gebrochen
rma-early-why =
    <b>Warum geht das Geld für { $number }, bevor die Artikel da sind?</b>
    Ein Satz für die Unterlagen; die Person liest ihn nicht.
rma-keep-why =
    <b>Warum muss aus { $number } nichts zurückkommen?</b>
    Ein Satz für die Unterlagen; die Person liest ihn nicht.
rma-why-ask =
    <b>Was hat die Prüfung von { $number } ergeben?</b>
    Schreiben Sie es so, wie die Person es lesen soll.
rma-settle-ask =
    <b>{ $number } auszahlen oder ersetzen</b>
    Noch zu geben: <b>{ MONEY($total) }</b>. Für weniger schreiben Sie den Betrag.
rma-settle-part = Davon für das, was da ist: <b>{ MONEY($total) }</b>. Der Rest wartet auf die fehlenden Stücke.
rma-settle-nothing =
    <b>{ $number } abschließen</b>
    Zu geben ist nichts mehr. Ein Tipp trägt ein, dass es erledigt ist.
rma-settle-early = Die Artikel sind noch nicht geprüft. Was Sie jetzt zahlen, ist gezahlt.
rma-refund-button = 💶 { MONEY($total) } erstatten
rma-credit-button = 🎟 { MONEY($total) } Guthaben
rma-exchange-button = 🔁 Anderer Artikel ist verschickt
rma-replacement-button = 📦 Ersatz ist verschickt
rma-refused = ✖️ { $why }
rma-done-toast = Eingetragen; die Person erfährt davon.
rma-change-address = 🏠 Möchte eine andere Adresse
rma-change-items = 🛒 Möchte andere Artikel
rma-change-done-button = ✅ Ist geändert
rma-change-late-button = 🚚 Zu spät
rma-change-cancel =
    ✖️ Bittet um Stornierung: noch nicht verschickt, vom Widerruf ausgenommen. Der Shop entscheidet.
    Ja: im Shopsystem stornieren, Bezahltes erstatten, dann hier bestätigen. Nein: den Grund hier schreiben, dann ablehnen.
rma-change-cancel-done-button = ✅ Storniert und erstattet
rma-change-cancel-late-button = ✖️ Ablehnen
rma-change-why-alert = Schreiben Sie zuerst den Grund als Antwort auf diesen Fall; die Person liest ihn. Dann ablehnen.
rma-change-left-alert = Inzwischen ist alles verschickt: Storniert sein kann es nicht mehr. Tippen Sie auf die andere Taste.
rma-change-left = 🚚 Inzwischen ist alles verschickt. Die Person weiß, dass es zu spät war.
rma-change-told-toast = Die Person weiß es.
# A refund that names no items.
rma-refund-which = 💶 Die Shopplattform hat am { DAY($day) } { MONEY($total) } zur Bestellung { $order } erstattet, ohne Artikel zu nennen. Zu welcher Rückgabe gehört das?
rma-refund-candidate = <b>{ $number }</b> · { $way ->
    [withdrawal] Widerruf
    [warranty] Mangel
    [cancel] vor dem Versand storniert
   *[goodwill] Kulanz
 } · noch offen: { MONEY($total) }
rma-refund-for-button = { $number } · { MONEY($total) } offen
rma-refund-none-button = Zu keiner davon
rma-refund-said-toast = Notiert.
rma-refund-currency = 💱 Die Shopplattform hat { MONEY($total) } zur Bestellung { $order } erstattet, in einer anderen Währung als bezahlt wurde. Es ist keiner Rückgabe zugeordnet; bitte prüfen.
rma-late-button = 📦 Der Rest ist da …
rma-did-late = 📦 nachträglich angekommen
rma-late-ask =
    <b>Was ist von { $number } nachträglich gekommen?</b>
    Jeder Tipp zählt ein Stück dazu. Was in Ordnung ist, wird noch einmal abgerechnet.
rma-late-fine-button = 🔎 In Ordnung, anrechnen
rma-late-not-button = ↪️ Nicht in Ordnung
rma-late-why =
    <b>Wie kam der Rest von { $number }?</b>
    Ein Satz für die Unterlagen, zum Beispiel: zweites Paket, gestern angenommen.
rma-late-why-back =
    <b>Was stimmt am Rest von { $number } nicht?</b>
    Schreiben Sie es so, wie die Person es lesen soll.
rma-late-taken-alert = Diese Stücke gehören inzwischen zu einer anderen Rückgabe oder sind schon erstattet.
rma-lost = 📭 Paket verloren oder an uns zurückgegangen: nichts kommt zurück
rma-coming = 📦 Noch unterwegs zur Person: Nimmt sie es nicht an, kommt es von selbst zurück; sonst braucht sie dann einen Rücksendeschein.
rma-turned = ↩️ Das Paket ist schon auf dem Rückweg zu uns: Die Person schickt nichts.
rma-did-lost = 📭 Paket kommt nie an
rma-did-found = 📦 verlorenes Paket ist wieder da
