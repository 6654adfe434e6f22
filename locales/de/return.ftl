# Rückgaben: die Karte, was klingelt, die Bildschirme.
return-title-withdrawal = ↩️ <b>Widerruf { $number }</b> (Bestellung { $order })
return-title-cancel = ✖️ <b>Stornierung { $number }</b> (Bestellung { $order })
return-title-warranty = 🛠 <b>Reklamation { $number }</b> (Bestellung { $order })
return-title-goodwill = ↩️ <b>Rückgabe { $number }</b> (Bestellung { $order })
return-state = <b>{ $state }</b>
return-state-draft = noch nicht abgeschickt
return-state-requested = 📨 angefragt
return-state-approved = 👍 angenommen
return-state-declared = ✅ widerrufen
return-state-cancelling = ✖️ wird storniert
return-state-rejected = ✖️ nicht angenommen
return-state-label_sent = 🏷 bereit zum Verschicken
return-state-in_transit = 🚚 unterwegs zu uns
return-state-partially_received = 📦 teilweise angekommen
return-state-received = 📦 angekommen
return-state-inspected = 🔎 geprüft
return-state-refunded = ✅ erstattet
return-state-exchanged = ✅ umgetauscht
return-state-credited = ✅ gutgeschrieben
return-state-sent_back = ↪️ zurückgeschickt
return-state-closed = ✅ abgeschlossen
return-state-cancelled = ✖️ zurückgezogen
return-state-expired = ⌛ abgelaufen

return-next-draft = Bestätigen Sie, dann ist es bei uns.
return-next-requested = { $shop } sieht sich Ihre Anfrage an. Schicken Sie bitte noch nichts ab; wir schreiben Ihnen hier.
return-next-approved = { $shop } bereitet Ihren Rücksendeschein vor. Er kommt hier in diesen Chat.
return-next-sending = Bitte packen Sie alles gut ein, legen Sie die Nummer dazu und schicken Sie es an { $shop }. Heben Sie den Einlieferungsbeleg auf.
return-next-coming = Das Paket ist noch unterwegs zu Ihnen: Nehmen Sie es bitte nicht an, dann kommt es von selbst zu uns zurück. Haben Sie es doch angenommen, schicken Sie es einfach zurück; den Rücksendeschein bekommen Sie dann hier.
return-next-coming-itself = Das Paket ist noch unterwegs zu Ihnen: Nehmen Sie es bitte nicht an, dann kommt es von selbst zu uns zurück. Haben Sie es doch angenommen, schicken Sie es einfach an { $shop } zurück.
return-next-back = Das Paket ist schon auf dem Rückweg zu uns: Sie müssen nichts zurückschicken. Sobald es da ist, schreiben wir Ihnen.
return-next-coming-part = Was davon noch unterwegs zu Ihnen ist, nehmen Sie bitte nicht an; es kommt dann von selbst zurück.
return-next-coming-some = Das Paket ist noch unterwegs zu Ihnen. Ist nichts darin, was Sie behalten, nehmen Sie es bitte nicht an. Sonst nehmen Sie es an und schicken danach nur zurück, was nicht bleibt; wie, steht dann hier.
return-next-back-part = Was davon schon auf dem Rückweg zu uns ist, müssen Sie nicht schicken.
return-next-cancelling = Sie müssen nichts tun und nichts zurückschicken. Kommt doch noch ein Paket, nehmen Sie es bitte nicht an.
return-next-rejected = Ihre gesetzlichen Rechte bleiben davon unberührt. Wenn etwas nicht stimmt, schreiben Sie uns bitte.
return-still-withdraw-until = Widerrufen können Sie den Kauf trotzdem noch, ohne Grund: bis <b>{ DAY($day) }</b>.
return-still-withdraw = Widerrufen können Sie den Kauf trotzdem noch, ohne Grund.
return-next-label-over = Der Rücksendeschein ist abgelaufen. Ihr Recht bleibt Ihnen: Sagen Sie unserem Team Bescheid, dann bekommen Sie einen neuen.
return-label-over-alert = Der Rücksendeschein ist abgelaufen. Unser Team schickt Ihnen einen neuen: Tippen Sie auf „🙋 Mensch“.
return-next-label_sent = Bitte packen Sie alles gut ein und geben Sie das Paket mit dem Rücksendeschein ab. Heben Sie den Einlieferungsbeleg auf.
return-next-in_transit = Ihr Paket ist unterwegs zu uns. Sobald es da ist, schreiben wir Ihnen.
return-next-partially_received = Ein Teil ist da. Schicken Sie bitte auch den Rest; liegt er schon in einem Paket, warten wir darauf.
return-next-received = Wir prüfen die Artikel und melden uns.
return-next-inspected =
    Alles ist geprüft. Als Nächstes kommt { $outcome ->
        [credit] Ihr Guthaben
        [exchange] Ihr anderer Artikel
        [replacement] Ihr Ersatz
       *[refund] Ihr Geld
    }.
return-next-refunded = Das Geld ist angewiesen. Bis es auf Ihrem Konto ist, kann es je nach Bank einige Tage dauern.
return-next-exchanged = Ihr Ersatz ist auf dem Weg; Sie sehen ihn unter Ihren Bestellungen.
return-next-credited = Der Betrag steht Ihnen als Guthaben zur Verfügung.
return-next-sent_back = Die Artikel sind auf dem Rückweg zu Ihnen. Fragen dazu beantworten wir gern.
return-next-closed = Alles ist erledigt.
return-next-taken-back = Es bleibt beim Kauf. Solange die Frist läuft, können Sie erneut widerrufen.
return-next-cancelled = Die Artikel bleiben bei Ihnen. Solange die Frist läuft, können Sie neu anfragen.
return-next-expired = Der Rücksendeschein wurde nicht benutzt und gilt nicht mehr. Solange eine Frist läuft, können Sie neu anfragen.
return-send-to =
    Anschrift für die Rücksendung:
    { $address }
return-label-number = Nummer des Rücksendescheins: <code>{ $number }</code>
return-label-code = Code für den Schalter: <code>{ $code }</code>
return-send-by = Abschicken bis: <b>{ DAY($day) }</b>
return-clock = Geld zurück spätestens: <b>{ DAY($day) }</b>. Bis die Artikel da sind oder Sie den Versand belegen, darf der Shop damit warten.
return-clock-cancel = Geld zurück spätestens: <b>{ DAY($day) }</b>
return-piece-received = { $line } – angekommen: { NUMBER($count) }
return-missing-ask = ❓ Nicht im Paket war: { $items }. Haben Sie es noch, schicken Sie es bitte nach; ist es schon unterwegs, rechnen wir es an, sobald es da ist. War es doch im Paket, schreiben Sie uns.
return-missing = ❓ Nicht im Paket war: { $items }
return-brings-refund = Sie bekommen zurück: <b>{ MONEY($total) }</b>
return-brings-credit = Sie bekommen als Guthaben: <b>{ MONEY($total) }</b>
return-brings-exchange = Sie bekommen einen anderen Artikel dafür.
return-brings-replacement = Sie bekommen den Artikel noch einmal, ohne Kosten für Sie.
return-wished-refund = Ihr Wunsch: <b>{ MONEY($total) }</b> zurück
return-wished-credit = Ihr Wunsch: Guthaben über <b>{ MONEY($total) }</b>
return-wished-exchange = Ihr Wunsch: ein anderer Artikel dafür
return-wished-replacement = Ihr Wunsch: derselbe Artikel noch einmal, ohne Kosten für Sie
return-of-shipping = Darin enthalten: { MONEY($total) } für den Versand zu Ihnen
return-of-topped = Darin enthalten: { MONEY($total) }, die Sie für einen anderen Artikel dazugezahlt haben
return-of-fee = Abgezogen: { MONEY($total) } für die Rücksendung
return-postage-free = Die Rücksendung kostet Sie nichts.
return-postage-yours = Das Porto für die Rücksendung zahlen Sie.
return-postage-ours = Das Porto für die Rücksendung tragen wir.
return-paid = An Sie gezahlt: <b>{ MONEY($total) }</b>
return-paid-credit = Als Guthaben für Sie: <b>{ MONEY($total) }</b>
return-because = Grund: { $why }

return-push-requested = <b>📨 Ihre Anfrage ist bei uns</b>
return-push-approved = <b>👍 Ihre Anfrage ist angenommen</b>
return-push-label_sent = <b>🏷 Ihr Rücksendeschein ist da</b>
return-push-label_replaced =
    <b>🏷 Bitte benutzen Sie diesen neuen Rücksendeschein</b>
    Der erste war falsch und gilt nicht mehr: Bitte werfen Sie ihn weg. Es tut uns leid.
return-push-partially_received = <b>📦 Ein Teil Ihrer Rücksendung ist da</b>
return-push-received = <b>📦 Ihre Rücksendung ist da</b>
return-push-received-part = <b>📦 Ihre Rücksendung ist da, aber nicht alles davon</b>
return-push-refunded = <b>✅ Ihr Geld ist unterwegs</b>
return-push-exchanged = <b>✅ Ihr Ersatz ist unterwegs</b>
return-push-credited = <b>✅ Ihr Guthaben ist da</b>
return-push-credited-part = <b>✅ Ein Teil Ihres Guthabens ist da</b>
return-push-sent_back = <b>↪️ Ihre Artikel kommen zu Ihnen zurück</b>
return-push-rejected = <b>Ihre Rückgabe konnten wir leider nicht annehmen</b>
return-push-expired = <b>⌛ Ihr Rücksendeschein ist abgelaufen</b>
return-push-cancelled = <b>✖️ Diese Rückgabe wurde beendet</b>

return-nothing-left = Diese Artikel gehören schon zu einer anderen Rückgabe oder wurden erstattet. Unter der Bestellung sehen Sie, wie es darum steht.
return-way-closed = Dieser Weg ist inzwischen nicht mehr offen. Unter der Bestellung sehen Sie, was jetzt möglich ist; gern hilft Ihnen auch unser Team.
return-moved-on = Diese Rückgabe ist inzwischen einen Schritt weiter. So steht es jetzt darum:
return-sold-out = Der gewünschte Artikel ist gerade ausverkauft worden. Bitte wählen Sie einen anderen oder lassen Sie sich das Geld erstatten.
return-too-dear = Der gewünschte Artikel kostet inzwischen mehr, als Sie gezahlt haben. Bitte wählen Sie einen anderen oder lassen Sie sich das Geld erstatten.

return-moved-on-alert = Diese Rückgabe ist inzwischen einen Schritt weiter und lässt sich nicht mehr zurückziehen.
return-list = <b>Ihre Rückgaben</b>
return-list-none = Zurzeit gibt es keine Rückgabe von Ihnen. Sie beginnen eine unter der Bestellung, um die es geht.
return-entry-button = { $number }: { $state }
return-photos =
    { $count ->
        [one] Ein Foto liegt bei.
       *[other] { $count } Fotos liegen bei.
    }
return-photo-ask = <b>Schicken Sie jetzt ein Foto</b> oder mehrere zusammen. Gut ist eines vom Ganzen und eines von der Stelle, um die es geht.
return-photo-which = Für welche Rückgabe ist das Foto? Tippen Sie sie an, dann „Foto hinzufügen“, und schicken Sie es bitte noch einmal.
return-photo-only = Das kann hier niemand ansehen: Bitte schicken Sie ein Foto.
return-photo-too-large = Diese Datei ist größer als 20 MB; so große kann unser Team nicht öffnen. Schicken Sie sie bitte als Foto statt als Datei.
return-photos-enough = Das sind genug Fotos, danke. Mehr braucht unser Team nicht.
return-cancel-ask =
    <b>Rückgabe { $number } zurückziehen?</b>
    Die Artikel bleiben dann bei Ihnen. Solange die Frist läuft, können Sie neu anfragen.
return-cancel-ask-declared =
    <b>Widerruf { $number } zurücknehmen?</b>
    Dann bleibt es beim Kauf, und Sie bekommen kein Geld zurück. Solange die Frist läuft, können Sie erneut widerrufen.
return-receipt-toast = Die Bestätigung kommt gleich.
return-photo-button = 📷 Foto hinzufügen
return-photo-done-button = Fertig
return-cancel-button = ✖️ Zurückziehen
return-cancel-yes-button = Ja, zurückziehen
return-open-button = Alles dazu
return-label-button = 🏷 Rücksendeschein öffnen
return-label-again-button = 🏷 Rücksendeschein noch einmal
return-label-again-toast = Der Rücksendeschein kommt gleich.

return-push-remind = <b>🏷 Ihre Rücksendung wartet noch</b>

return-line = <b>{ $name }</b>
return-line-excluded = Kein Widerruf: { $reason }
return-from-neighbour = Gezählt ab der Abgabe in der Nachbarschaft am { DAY($day) }. Haben Sie es erst später bekommen, zählt dieser spätere Tag.
return-until-withdrawal = Widerruf bis { DAY($day) }
return-until-goodwill = Unsere freiwillige Rücknahme bis { DAY($day) }
return-until-warranty = Defekt oder falsch: bis { DAY($day) }
return-right-withdrawal = Sie nutzen Ihr gesetzliches Widerrufsrecht.
return-right-goodwill = Wir nehmen es freiwillig zurück.
return-or-withdraw = 💡 Bis { DAY($day) } können Sie stattdessen auch widerrufen: Das prüft niemand vorher, und wer die ganze Bestellung widerruft, bekommt auch den Versand zurück.
return-right-warranty = Dafür stehen wir mindestens zwei Jahre lang ein.
return-shut-unshipped = { $item }: noch nicht verschickt
return-shut-coming = { $item }: noch unterwegs zu Ihnen
return-shut-back = { $item }: schon auf dem Rückweg zu uns
return-which = <b>Um welche Bestellung geht es?</b>
return-nothing-open = <b>Zurzeit kann nichts aus dieser Bestellung zurück.</b>
return-not-there-yet =
    <b>Das Paket ist nach dem Stand des Paketdiensts noch nicht bei Ihnen.</b>
    Zurückschicken oder reklamieren können Sie, sobald es da ist. Widerrufen können Sie schon jetzt.
return-not-sent-yet =
    <b>Das ist noch nicht verschickt.</b>
    Ändern oder stornieren können Sie noch. Zurückschicken oder reklamieren können Sie, sobald es da ist.
return-not-together-alert = Diese Artikel gehen auf verschiedenen Wegen zurück. Bitte schicken Sie sie einzeln zurück, einen nach dem anderen.
return-why-ask = <b>Warum geht es zurück?</b>
return-why-only-defects =
    <b>Was stimmt nicht?</b>
    Die Rückgabefrist ist vorbei. Ist etwas defekt oder falsch, sind wir trotzdem für Sie da.
return-why-only-defects-law =
    <b>Was stimmt nicht?</b>
    Zurückgeben geht hier nicht: { $reason }. Ist etwas defekt oder falsch, sind wir für Sie da.
return-why-size_too_small = Zu klein
return-why-size_too_large = Zu groß
return-why-color = Farbe passt nicht
return-why-style = Gefällt nicht
return-why-not_as_described = Anders als beschrieben
return-why-defective = Defekt
return-why-wrong_item = Falscher Artikel
return-why-unwanted = Nicht mehr gewünscht
return-why-unknown = Weiß ich nicht
return-why-other = Etwas anderes
return-why = Grund: { $reason }
return-why-read = ✍️ Verstanden als: <b>{ $reason }</b>. Ihre Worte liegen bei; mit „Zurück“ wählen Sie anders.
return-why-kept = ✍️ Ihre Worte liegen der Rückgabe bei. Welcher Grund trifft es am ehesten?
return-details-photos =
    <b>Zeigen Sie uns, was los ist.</b>
    Schicken Sie ein Foto oder mehrere zusammen, gern mit ein paar Worten. Es geht auch ohne, dauert dann aber länger.
return-details-words =
    <b>Bitte beschreiben Sie kurz, worum es geht.</b>
    Ein Foto hilft, wenn etwas zu sehen ist.
return-noted = Ihre Worte: „{ $note }“
return-words-toast = Bitte schreiben Sie uns ein paar Worte.
return-want-ask = <b>Was möchten Sie dafür haben?</b>
return-want-refund = 💶 Geld zurück
return-want-exchange = 🔁 Einen anderen Artikel
return-want-credit = 🎟 Guthaben
return-want-replacement = 📦 Denselben noch einmal
return-exchange-ask =
    <b>Was möchten Sie stattdessen?</b>
    Das haben wir gerade da:
return-exchange-none = Zurzeit haben wir nichts Vergleichbares da. Sie können sich das Geld erstatten lassen.
return-summary = <b>Stimmt alles so?</b>
return-then-withdrawal = Mit „Widerruf bestätigen“ widerrufen Sie den Kauf dieser Artikel. Sie bekommen sofort eine Bestätigung; niemand muss zustimmen.
return-then-goodwill = Ist alles klar, wird Ihre Anfrage sofort angenommen; sonst sieht unser Team sie sich an.
return-then-warranty = Unser Team sieht sich Ihre Reklamation an und meldet sich hier.
return-done =
    <b>✅ Abgeschickt</b>
    Darunter steht die Karte, auf der Sie jeden Schritt sehen.
return-done-then = So stand es am { DATE($at) }, { TIME($at) } Uhr.
return-start-button = ↩️ Rückgabe oder Reklamation
return-here-button = 📦 Es ist schon da
return-no-reason-button = Ohne Angabe
return-money-button = 💶 Lieber Geld zurück
return-send-button = Abschicken
return-again-button = Anderen wählen
return-all-button = ↩️ Meine Rückgaben
return-next-photo = 📷 Wir brauchen noch ein Foto von Ihnen: eines vom Ganzen und eines von der Stelle, um die es geht. Danach entscheiden wir.
return-next-keeps =
    Sie müssen nichts zurückschicken und dürfen alles behalten. Als Nächstes kommt { $outcome ->
        [credit] Ihr Guthaben
        [exchange] Ihr anderer Artikel
        [replacement] Ihr Ersatz
       *[refund] Ihr Geld
    }.
return-push-undo =
    <b>↩️ Ihre Rücksendung ist doch noch nicht da</b>
    Dass sie angekommen sei, war ein Irrtum von uns. Bitte entschuldigen Sie.
return-push-photo = <b>📷 Bitte schicken Sie uns ein Foto</b>
return-push-keeps = <b>🎁 Angenommen, und Sie dürfen es behalten</b>
return-push-gone =
    <b>🚚 Ihr Paket war schon unterwegs</b>
    Ihr Widerruf gilt trotzdem: Nehmen Sie das Paket nicht an, oder schicken Sie es an uns zurück.
return-push-unsent =
    <b>📭 Ihr Paket ist nicht angekommen</b>
    Vier Wochen nach Ihrer Meldung ist nichts bei uns. Haben Sie es abgegeben, schreiben Sie uns bitte und halten Sie den Beleg bereit.
return-push-paid = <b>💶 Ihr Geld ist unterwegs</b>
return-push-paid-part = <b>💶 Ein Teil Ihres Geldes ist unterwegs</b>
return-push-sent = <b>🔁 Ihr Ersatz ist unterwegs</b>
return-finding = 🔎 Ergebnis der Prüfung: { $why }
return-of-loss = Abgezogen: { MONEY($total) } für Wertverlust
return-piece-accepted = { $line } – angenommen: { NUMBER($count) }
return-push-sending = <b>📮 Sie können jetzt verschicken</b>
return-clock-late = Geld zurück: <b>unverzüglich</b>, denn die 14 Tage ab Ihrer Erklärung sind schon um. Bis die Artikel da sind oder Sie den Versand belegen, darf der Shop damit warten.
return-clock-cancel-late = Geld zurück: <b>unverzüglich</b>, denn die 14 Tage ab Ihrer Erklärung sind schon um.
return-push-lapsed = <b>⌛ Diese Rückgabe ist beendet</b>
return-next-lapsed = Bei uns ist nichts angekommen. Ist Ihr Paket unterwegs, schreiben Sie uns bitte gleich. Solange eine Frist läuft, können Sie neu anfragen.
return-push-waiting =
    <b>⏳ Ihr Rücksendeschein fehlt noch</b>
    Unser Team ist daran erinnert. Ihre Zeit zum Zurückschicken beginnt erst, wenn er da ist.
return-push-overdue-claim =
    <b>📮 Bitte schicken Sie die Artikel jetzt ab</b>
    Die Zeit dafür ist um. Ihre Reklamation bleibt offen. Schon abgegeben? Sagen Sie es uns unter „Alles dazu“.
return-push-overdue =
    <b>📮 Bitte schicken Sie die Artikel jetzt ab</b>
    Die Zeit dafür ist um. Ihr Widerruf gilt weiter, aber bis dahin darf der Shop mit dem Geld warten. Schon abgegeben? Sagen Sie es uns unter „Alles dazu“.
return-sent-button = 📮 Ich habe es abgeschickt
return-sent-ask =
    <b>Ist das Paket zu { $number } abgegeben?</b>
    Danach lässt sich die Rückgabe nicht mehr zurückziehen. Ein Foto vom Einlieferungsbeleg hilft, falls es verloren geht.
return-sent-yes-button = Ja, abgegeben
return-unsent-button = 📭 Doch noch nicht abgeschickt


# Several orders in one parcel.
return-together = 📦 In einem Paket mit { $others }
return-beside = { $number } (Bestellung { $order })
return-together-most = In ein Paket passen Artikel aus höchstens fünf Bestellungen.
return-more-button = ➕ Aus einer weiteren Bestellung
return-more-ask = Aus welcher Bestellung möchten Sie etwas in dasselbe Paket legen?
return-more-none = Zurzeit kann nichts anderes zurückgehen.
return-more-order-button = { $number } · { DAY($day) }
return-more-title = <b>Zusammen in einem Paket</b>
return-more-part = <b>Bestellung { $number }</b>
return-more-total = Zusammen: <b>{ MONEY($total) }</b>
return-more-out-button = Bestellung { $number } herausnehmen
return-also = Zum selben Widerruf gehört { $numbers }.
return-next-cancelling-part = Sie müssen dafür nichts tun und nichts zurückschicken. Kommen diese Artikel doch noch, sagen Sie uns bitte Bescheid.
return-next-overtaken = An die Stelle dieser Anfrage ist Ihr Widerruf { $number } getreten.

# What was given for something that went back.
return-given = 🔁 Dafür bekommen: { $item }
return-follows = 🔁 War selbst Ersatz aus { $number }
return-followed = ↩️ Der Ersatz geht weiter in { $numbers }
return-given-button = 🛠 Mit dem Ersatz stimmt etwas nicht
return-given-entry-button = 🔁 { $name } (Ersatz aus { $number })
return-given-these = Das haben Sie als Ersatz bekommen.
return-given-ask = <b>Geht es um den Ersatz, den Sie bekommen haben?</b>
return-bought-button = Andere Artikel dieser Bestellung
return-push-late = <b>📦 Der Rest Ihrer Rücksendung ist doch noch angekommen</b>
return-push-lateback = <b>📦 Der Rest Ihrer Rücksendung ist da, wir können ihn aber nicht annehmen</b>
return-next-lost = Das Paket ist nie bei Ihnen angekommen: Sie müssen nichts zurückschicken. Als Nächstes kommt Ihr Geld.
return-shut-lost = { $item }: nie angekommen; Sie können widerrufen, ohne etwas zurückzuschicken
return-push-lost = <b>📭 Das Paket kommt nicht mehr bei Ihnen an</b>
return-push-found =
    <b>📦 Ihr verlorenes Paket ist wieder da</b>
    Ihr Widerruf gilt trotzdem: Nehmen Sie das Paket nicht an, oder schicken Sie es an uns zurück.
return-push-arrived =
    <b>📦 Ihr Paket ist doch noch angekommen</b>
    Ihr Widerruf gilt: Bitte schicken Sie es einfach zurück.

# What somebody types that they need of a return under way.
return-help-label = 🏷 Hier ist Ihr Rücksendeschein noch einmal: Tippen Sie auf „🏷 Rücksendeschein öffnen“.
return-help-label-again = 🏷 Ihr Rücksendeschein kommt gleich noch einmal.
return-help-label-none = Für diese Rückgabe brauchen Sie keinen Rücksendeschein von uns.
return-help-late = Zurückziehen lässt sich das hier nicht mehr. Möchten Sie die Artikel doch behalten, fragen Sie bitte gleich unser Team.
return-help-which = <b>Um welche Rückgabe geht es?</b>
