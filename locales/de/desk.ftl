# Die Bildschirme des Teams im privaten Chat: Warteschlange, Fälle, wer hier arbeitet.
desk-queue-button = 📋 Offene Fälle
desk-members-button = 👥 Team
desk-queue-free =
    { $free ->
        [one] Um einen davon kümmert sich noch niemand.
       *[other] Um { $free } davon kümmert sich noch niemand.
    }
desk-queue-by-cause = Das Dringendste zuerst.
desk-queue-by-age = Was am längsten wartet, zuerst.
desk-queue-by-value = Der höchste Bestellwert zuerst.
desk-by-cause-button = Anlass
desk-by-age-button = Wartezeit
desk-by-value-button = Wert
desk-cause-human-button = 🙋 Mensch
desk-cause-missing-button = ❓ Nicht da
desk-cause-lost-button = 🕳 Verloren
desk-cause-damaged-button = 💥 Beschädigt
desk-cause-late-button = ⏳ Verspätet
desk-cause-complaint-button = 😠 Beschwerde
desk-cause-detractor-button = 🙁 Unzufrieden
desk-cause-exception-button = ⚠️ Problem
desk-cause-cancel-button = 🗑 Storniert
desk-cause-change-button = ✏️ Änderung
desk-cause-return-button = 📦 Rückgabe
desk-cause-feedback-button = 💬 Anregung
desk-number = Nr. { $id }
desk-newer-button = ‹ Neuere
desk-older-button = Ältere ›
desk-previous-button = ‹ Vorige
desk-next-button = Weitere ›

desk-nobody = Noch kümmert sich niemand.
desk-surroundings = Bestellungen: { $orders }, davon offen: { $open } · Punkte: { $points } · weitere Fälle: { $cases }
desk-last-scores = Letzte Bewertungen: { $scores }
desk-last-nps = NPS { $score }/10
desk-last-csat = CSAT { $score }/5
desk-returns = Retouren: { $returns }, davon offen: { $open }
desk-said-at = { DATETIME($at) }
desk-writer = <b>{ $name }</b>
desk-from-customer = Kundin oder Kunde
desk-from-bot = Bot
desk-from-staff = Team
desk-note = Notiz
desk-file = [Datei]
desk-history-title = <b>Fall { $id }: Verlauf</b>
desk-history-empty = Hier wurde noch nichts geschrieben.
desk-history-button = 🕘 Verlauf ({ $count })
desk-transcript-button = 📄 Als Datei
desk-transcript-title = Fall { $id }
desk-transfer-button = 🤝 Übergeben
desk-transfer-ask =
    <b>Fall { $id } übergeben</b>
    Wer kümmert sich von jetzt an?
desk-transferred-toast = Übergeben.
desk-not-transferred-toast = Das ging nicht: Der Fall ist geschlossen oder schon dort, oder diese Person darf nicht antworten.

desk-reply-button = ✍️ Antworten
desk-reply-ask =
    ✍️ <b>Antwort zu Fall { $id }</b>
    Was Sie jetzt schreiben, jede Nachricht, geht an die Kundin oder den Kunden: Text, Fotos, Dokumente, Ton, Video. Tippen Sie auf „Fertig“, wenn Sie alles gesagt haben.
desk-reply-sending = … wird gesendet
desk-not-sent-command = Ein Befehl geht nie an eine Kundin oder einen Kunden. Nichts wurde gesendet.
desk-done-button = ✔️ Fertig
desk-note-button = 📝 Notiz
desk-note-ask =
    📝 <b>Notiz zu Fall { $id }</b>
    Sie bleibt im Team; die Kundin oder der Kunde sieht sie nie.

desk-members-hint = Tippen Sie auf einen Namen, um Rolle oder Namen zu ändern oder jemanden auszutragen. Seine Nummer erfährt jede und jeder bei mir mit /id.
desk-add-button = ➕ Eintragen
desk-member =
    <b>{ $name }</b>
    Nummer: <code>{ $id }</code>
    Rolle: { $role }
desk-member-by-settings = In den Einstellungen genannt (BOTE_OWNER_IDS) und nur dort zu ändern.
desk-member-since = Eingetragen: { DATETIME($at) }
desk-member-gone = Diese Person ist nicht eingetragen.
desk-role-button = 🎭 Rolle
desk-name-button = ✏️ Name
desk-revoke-button = 🚪 Austragen
desk-number-ask = Welche Nummer hat die Person? Schreiben Sie sie, oder teilen Sie ihren Kontakt mit mir.
desk-number-wrong = Das ist keine Nummer, wie /id sie nennt.
desk-role-ask = Welche Rolle bekommt <code>{ $id }</code>?
desk-name-ask = Wie heißt <code>{ $id }</code>? Bisher: { $name }
desk-revoke-ask = { $name } (<code>{ $id }</code>) austragen? Alle Rechte enden sofort.
desk-revoke-confirm-button = 🚪 Ja, austragen
desk-revoked-toast = Ausgetragen.
desk-granted-toast = Eingetragen.
desk-queue-taken = Um alle kümmert sich jemand.
desk-ban-button = 🚫 Chat sperren
desk-unban-button = 🔓 Sperre aufheben
desk-banned-toast = Gesperrt: Diese Person erreicht keinen Menschen mehr, nur noch den Bot.
desk-unbanned-toast = Sperre aufgehoben.
