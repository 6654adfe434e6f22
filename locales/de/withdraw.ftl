# Der Widerruf: zwei Schritte und die Bestätigung.
# § 356a BGB fixes the two labels in German; the others are those of Directive (EU) 2023/2673, as far as it has the language.
withdraw-button = Vertrag widerrufen
withdraw-confirm-button = Widerruf bestätigen

withdraw-title = <b>Vertrag widerrufen</b>
withdraw-ask = Mit „Widerruf bestätigen“ widerrufen Sie den Kauf dieser Artikel. Einen Grund müssen Sie nicht nennen.
withdraw-until = Widerrufsfrist: bis <b>{ DAY($day) }</b>
withdraw-since-written = Ihre Nachricht vom { DATE($at) }, { TIME($at) } Uhr ({ $zone }) zählt als Zeitpunkt Ihres Widerrufs; sie ist mit Datum und Uhrzeit festgehalten. Bitte bestätigen Sie ihn hier.
withdraw-words-case = ✍️ Schriftlicher Widerruf, eingegangen { DATETIME($at) }. Dieser Zeitpunkt zählt (§ 355 BGB), auch wenn der Fall geschlossen wird.
withdraw-words-waiting = Solange er nicht bestätigt oder unten eingetragen ist: Bitte klären Sie, was zurückgeht.
withdraw-words-declared = ✅ Erklärt als { $numbers }.
withdraw-words-case-none = ⚠️ In den Daten steht dazu kein Vertrag, der sich jetzt widerrufen lässt, oder der Chat ist nicht verknüpft: bitte prüfen und antworten.
withdraw-words-unlinked = Ihr Widerruf ist mit Datum und Uhrzeit festgehalten, und unser Team hat ihn. Verknüpfen Sie Ihren Einkauf, dann sehen Sie hier, wie es weitergeht.
withdraw-words-none = Ihre Worte sind trotzdem mit Datum und Uhrzeit festgehalten; unser Team prüft sie und antwortet Ihnen hier.
withdraw-made = Ihre Widerrufe und Rückgaben: Tippen Sie auf die, um die es geht. Dort steht, wie es weitergeht; solange nichts unterwegs ist, können Sie sie dort auch zurücknehmen.
withdraw-doubt = <b>Möchten Sie widerrufen?</b> Ich bin nicht sicher, ob ich Sie richtig verstanden habe; bisher ist nichts erklärt. Was Sie schon widerrufen haben, steht unter „Meine Rückgaben“, und ein Mensch hilft Ihnen gern.
withdraw-doubt-kept = Ihre letzte Nachricht habe ich nicht sicher verstanden. Was Sie davor erklärt haben, gilt weiter.
withdraw-denied = Gut, dann wird nichts widerrufen. Was kann ich sonst für Sie tun?
withdraw-denied-kept = Was Sie vorher geschrieben haben, ist als Widerruf festgehalten, und unser Team hat es. Möchten Sie es zurücknehmen, sagen Sie es ihm: Tippen Sie auf „🙋 Mensch“ oder schreiben Sie „Mensch“.
withdraw-unshipped = Es ist noch nichts verschickt: Die Bestellung wird storniert, und Sie müssen nichts zurückschicken.
withdraw-coming = Das Paket ist noch unterwegs: Nehmen Sie es einfach nicht an. Haben Sie es doch angenommen, schicken Sie es zurück.
withdraw-back = Das Paket ist schon auf dem Rückweg zu uns: Sie müssen nichts zurückschicken.
withdraw-sealed = Versiegelte Ware nur, solange das Siegel unversehrt ist.
withdraw-digital = Digitale Inhalte können Sie widerrufen, bis wir sie mit Ihrer Zustimmung bereitstellen (§ 356 Abs. 5 BGB).
withdraw-not-these = Nicht dabei:
withdraw-shut-over = { $name }: Die Widerrufsfrist endete am { DAY($day) }.
withdraw-shut-nothing_left = { $name }: gehört schon zu einer Rückgabe oder wurde erstattet.
withdraw-shut-in = { $name }: gehört schon zu { $numbers }.
withdraw-shut-excluded = { $name }: { $reason }
withdraw-law-made_to_measure = nach Ihren Wünschen angefertigt; dafür sieht das Gesetz keinen Widerruf vor (§ 312g Abs. 2 Nr. 1 BGB)
withdraw-law-perishable = schnell verderblich; dafür sieht das Gesetz keinen Widerruf vor (§ 312g Abs. 2 Nr. 2 BGB)
withdraw-law-sealed_hygiene = aus Hygienegründen versiegelt; geöffnet kann es nicht zurück (§ 312g Abs. 2 Nr. 3 BGB)
withdraw-law-mixed = untrennbar mit anderem vermischt (§ 312g Abs. 2 Nr. 4 BGB)
withdraw-law-sealed_media = versiegelter Datenträger; geöffnet kann er nicht zurück (§ 312g Abs. 2 Nr. 6 BGB)
withdraw-law-newspaper = Zeitung oder Zeitschrift (§ 312g Abs. 2 Nr. 7 BGB)
withdraw-law-digital = digitaler Inhalt, mit Ihrer Zustimmung schon bereitgestellt (§ 356 Abs. 5 BGB)
withdraw-law-dated_service = Leistung zu einem festen Termin (§ 312g Abs. 2 Nr. 9 BGB)
withdraw-goodwill-until = Unser Angebot darüber hinaus: Zurückgeben können Sie bis <b>{ DAY($day) }</b>.
withdraw-warranty-until = Ist etwas defekt oder falsch, sind wir bis <b>{ DAY($day) }</b> dafür da.
withdraw-warranty-open = Ist etwas defekt oder falsch, sind wir mindestens zwei Jahre lang dafür da.
withdraw-closed-title = <b>Ein Widerruf ist hier nicht möglich</b>
withdraw-registered = ✅ <b>Ihr Widerruf { $number } ist eingetragen</b>, eingegangen am { DATE($at) }, { TIME($at) } Uhr ({ $zone }). Stand: { $state }
withdraw-see-number = Wie es weitergeht, sehen Sie mit einem Tipp auf die Nummer.
withdraw-closed-help = Unser Team sieht es sich auch gern mit Ihnen zusammen an.
withdraw-none =
    <b>Zurzeit gibt es keinen Vertrag, den Sie hier widerrufen können.</b>
    Was sonst möglich ist, sehen Sie unter der jeweiligen Bestellung: Rückgabe, Umtausch oder Reklamation.
withdraw-which = <b>Welchen Vertrag möchten Sie widerrufen?</b>
withdraw-pieces-ask =
    <b>Welche Artikel?</b>
    Tippen Sie einen Artikel an, um ihn zu wählen oder die Anzahl zu ändern.
withdraw-pieces-named =
    <b>Ausgewählt ist, was Sie genannt haben.</b>
    Geht noch etwas zurück, oder doch weniger? Dann tippen Sie es an.
withdraw-pieces-unclear =
    <b>Was davon genau geht zurück?</b>
    Aus Ihren Worten geht es nicht sicher hervor. Bitte tippen Sie es an.
withdraw-pieces-shut =
    <b>Was Sie genannt haben, können Sie hier nicht widerrufen.</b>
    Warum, steht darunter. Geht stattdessen etwas anderes zurück? Dann tippen Sie es an.
withdraw-more-toast = Seitdem ist etwas dazugekommen. Bitte sehen Sie es noch einmal an.
withdraw-nothing-toast = Bitte wählen Sie mindestens einen Artikel.
withdraw-done-title = <b>✅ Ihr Widerruf ist eingegangen</b>
withdraw-done-receipt = Die Bestätigung mit Inhalt, Datum und Uhrzeit kommt gleich als Nachricht und als Datei.

withdraw-receipt-title = <b>Eingangsbestätigung Ihres Widerrufs</b>
withdraw-receipt-at = Eingegangen: { DATE($at) }, { TIME($at) } Uhr ({ $zone })
withdraw-declares = Inhalt: Hiermit widerrufe ich den von mir abgeschlossenen Vertrag über den Kauf der folgenden Waren:
withdraw-name = Name: { $name }
withdraw-contract = Vertrag: Bestellung { $number } bei { $shop }
withdraw-contact = Kontakt: { $contact } und dieser Chat
withdraw-contact-chat = Kontakt: dieser Chat. Hierhin kommt auch die Bestätigung.
withdraw-number = Vorgang: { $number }
withdraw-receipt-kept = Bitte bewahren Sie diese Bestätigung auf. Sie liegt auch als Datei bei.
withdraw-paper-name = Widerruf-{ $number }.pdf
withdraw-paper-foot = Ausgestellt von { $shop } unmittelbar nach Eingang der Erklärung. Bitte aufbewahren.

withdraw-some-button = Nur einzelne Artikel
withdraw-chosen-button = Weiter
withdraw-everything-button = Die ganze Bestellung
withdraw-piece-button = { $mark } { $name } · { NUMBER($chosen) } von { NUMBER($left) }
withdraw-paper-button = 🧾 Eingangsbestätigung
withdraw-kept-note = ✍️ Ihr Widerruf vom { DATE($at) }, { TIME($at) } Uhr ({ $zone }) ist eingegangen und zählt. Bestätigen Sie ihn, damit alles Weitere gleich geschieht.
withdraw-kept-button = ✍️ Zu Ihrem Widerruf
withdraw-which-written = Ihre Nachricht vom { DATE($at) }, { TIME($at) } Uhr ({ $zone }) zählt als Zeitpunkt Ihres Widerrufs; sie ist mit Datum und Uhrzeit festgehalten. Tippen Sie auf den Vertrag, den Sie meinen.
withdraw-which-times = Was Sie geschrieben haben, ist mit Datum und Uhrzeit festgehalten: Bei jedem Vertrag zählt die erste Ihrer Nachrichten, die ihn meint. Tippen Sie auf den Vertrag, dann sehen Sie, welche.
withdraw-words-receipt =
    <b>Eingangsbestätigung Ihres Widerrufs</b>
    Eingegangen: { DATE($at) }, { TIME($at) } Uhr ({ $zone })
    Inhalt: „{ $words }“
    Ihre Worte gelten auch ohne weiteren Tipp; unser Team kümmert sich.
withdraw-enter-button = ↩️ Widerruf zu { $number } eintragen
withdraw-enter-all-button = ↩️ Alle { $count } Bestellungen zeigen
withdraw-enter-chosen-button = ↩️ Gewähltes zu { $number } eintragen
withdraw-enter-whole-button = ↩️ Alles zu { $number } eintragen
withdraw-enter-which-toast = Die Worte nennen Artikel: Bitte auf der Karte wählen, was gemeint ist.
withdraw-enter-toast = Eingetragen als { $number }; die Bestätigung geht hinaus.
withdraw-enter-alert = Bestellung { $number }: Davon kann nichts widerrufen werden.
withdraw-enter-made-alert = Bestellung { $number }: Der Widerruf ist schon eingetragen ({ $returns }).
withdraw-enter-over-alert = Das ist schon erledigt.
withdraw-part-cancel = <b>Wird storniert</b> (noch nicht verschickt, dafür müssen Sie nichts zurückschicken):
withdraw-part-withdrawal = <b>Kommt zurück</b> (schon verschickt):
withdraw-part-brings = Dafür: { MONEY($total) }
withdraw-numbers = Vorgänge: { $numbers }
withdraw-ends = Ihre Anfrage { $number } endet damit: Der Widerruf tritt an ihre Stelle.
withdraw-shrinks = Ihre Anfrage { $number } gilt dann nur noch für die übrigen Artikel.
# Of wishes by which the customer may keep the goods: one that goes on beside the withdrawal, and one that gives way.
withdraw-leaves = Was Sie nach Ihrer Anfrage { $number } behalten dürfen, ist nicht dabei.
withdraw-kept-back = Artikel, die Sie danach behalten durften, senden Sie nach dem Widerruf zurück.
withdraw-lost = Das Paket ist nie bei Ihnen angekommen: Sie müssen nichts zurückschicken und bekommen alles zurück.
withdraw-part-lost = <b>Nie angekommen</b> (dafür müssen Sie nichts zurückschicken):
# What was sent back with a request that the withdrawal takes the place of.
withdraw-part-sent = <b>Schon zurückgeschickt</b> (dafür müssen Sie nichts mehr schicken):
withdraw-sent = Sie haben das schon zurückgeschickt: Sie müssen nichts mehr schicken.
withdraw-ends-labelled = Ihre Anfrage { $number } endet damit: Der Widerruf tritt an ihre Stelle. Ihr Rücksendeschein gilt weiter.
# What was given for something that went back, among the items.
withdraw-given-replacement = { $name } (Ersatz)
withdraw-given-exchange = { $name } (im Tausch bekommen)
