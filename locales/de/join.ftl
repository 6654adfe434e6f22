# Requests to join a group: what whoever asks reads, and what the staff see.
join-link = Sie möchten in „{ $title }“. Die Gruppe ist für Kundinnen und Kunden von { $shop }: Verknüpfen Sie hier einen Einkauf, dann sind Sie von selbst drin.
join-link-button = Einkauf verknüpfen
join-link-first = Verknüpfen Sie einen Einkauf; danach werden Sie von selbst in die Gruppe aufgenommen.
join-in = ✓ Willkommen in „{ $title }“! Dort lesen alle mit: Bestellnummern und Adressen gehören hierher, in den privaten Chat.
join-below-tier = „{ $title }“ ist ab der Stufe { $tier }. Dafür zählen { NUMBER($needed) } verdiente Punkte, bei Ihnen sind es { NUMBER($earned) }. Fragen Sie gern wieder an, sobald Sie dort sind.
join-declined = Ihre Anfrage für „{ $title }“ wurde vom Team abgelehnt.
join-card =
    🚪 <b>Jemand möchte in „{ $title }“</b> (Anfrage { $id })
    Mit diesem Konto ist kein Einkauf verknüpft oder es ist gesperrt, deshalb entscheidet nicht die Regel.
join-approve-button = ✓ Aufnehmen
join-decline-button = ✗ Ablehnen
join-who-button = Wer ist das?
join-who = { $name } ({ $account })
join-who-unknown = Telegram sagt nicht, wer das ist.
join-gone-alert = Diese Anfrage gibt es nicht mehr.
join-decided-toast = Gespeichert.
join-before-alert = Darüber ist schon entschieden.
join-approved-told = ✓ Aufgenommen, sagt { $staff }.
join-declined-told = ✗ Abgelehnt, sagt { $staff }.
join-approved-rule = ✓ Aufgenommen: Inzwischen ist ein Einkauf verknüpft.
join-declined-rule = ✗ Abgelehnt: Die Stufe ist nicht erreicht.
