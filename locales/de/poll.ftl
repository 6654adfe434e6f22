# Abstimmungen im Kanal, für alle, die dort Angebote schreiben.
poll-until = Abstimmen bis { DATETIME($at) }
poll-gone-alert = Diese Abstimmung gibt es nicht.
poll-fixed-alert = Das geht nicht mehr: Sie ist inzwischen weiter.
poll-unready-alert =
    { $what ->
        [options] Die Antworten fehlen noch.
        [order] Das Ende liegt vor dem Zeitpunkt, zu dem sie im Kanal erscheint.
        [channel] Es gibt keinen Kanal (BOTE_COMMUNITY_CHAT_ID).
       *[past] Zeitpunkt oder Ende liegen in der Vergangenheit.
    }
poll-list-title = <b>Abstimmungen im Kanal</b>
poll-list-shown = Die neuesten stehen oben.
poll-list-none = Noch keine.
poll-list-button = 📊 Abstimmungen
poll-new-button = ➕ Neue Abstimmung
poll-question-ask = Was möchten Sie fragen? Schreiben Sie die Frage so, wie der Kanal sie lesen soll, höchstens { NUMBER($most) } Zeichen.
poll-question-long = Das sind { NUMBER($length) } Zeichen; erlaubt sind { NUMBER($most) }.
poll-options-ask = Schreiben Sie die Antworten in einer Nachricht, jede in eine eigene Zeile: 1 bis { NUMBER($options) } Antworten mit höchstens { NUMBER($most) } Zeichen.
poll-options-unread = Das passt nicht: 1 bis { NUMBER($options) } verschiedene Antworten, jede in einer eigenen Zeile und höchstens { NUMBER($most) } Zeichen lang.
poll-countries-ask = Aus welchen Ländern darf abgestimmt werden? Schreiben Sie ihre Kürzel, höchstens { NUMBER($most) }, zum Beispiel <code>LU DE FR</code>. Telegram erkennt das Land an der Telefonnummer.
poll-countries-unread = Das sind keine Länderkürzel. Bitte so schreiben: LU DE FR
poll-at-ask = Wann soll sie im Kanal erscheinen ({ $zone })? Zum Beispiel <code>{ $example }</code>
poll-deadline-ask = Bis wann kann man abstimmen ({ $zone })? Zum Beispiel <code>{ $example }</code>
poll-title = 📊 <b>{ $question }</b>
poll-status-draft = ✏️ Entwurf
poll-status-scheduled = ⏰ geplant
poll-status-open = ▶️ läuft
poll-status-closed = ✅ beendet
poll-status-cancelled = 🚫 nicht erschienen: Als ihre Zeit kam, war sie schon vorbei.
poll-rules = Anonym: In Kanälen erfährt niemand, wer was gewählt hat. { $several ->
        [yes] Mehrere Antworten sind erlaubt.
       *[no] Eine Antwort ist erlaubt.
    }
poll-members = Abstimmen darf, wer dem Kanal seit mehr als 24 Stunden folgt.
poll-countries = Nur aus: { $countries }
poll-post-at = Erscheint: { DATETIME($at) }
poll-open-end = Ohne Ende: Sie beenden sie von Hand.
poll-result = { $share } % · { $option } ({ NUMBER($count) })
poll-voters =
    { $count ->
        [one] { NUMBER($count) } Person hat abgestimmt.
       *[other] { NUMBER($count) } Personen haben abgestimmt.
    }
poll-unposted = ⚠️ Noch nicht im Kanal: { $why }
poll-question-button = ✏️ Frage
poll-options-button = ☰ Antworten
poll-one-button = Nur eine Antwort erlauben
poll-several-button = Mehrere Antworten erlauben
poll-anybody-button = Auch neue Follower
poll-members-button = Nur, wer länger folgt
poll-countries-button = 🌍 Länder
poll-countries-all-button = Aus allen Ländern
poll-at-button = ⏰ Zeitpunkt
poll-at-none-button = Sofort, sobald ich sie veröffentliche
poll-deadline-button = ⏳ Ende
poll-deadline-none-button = Ohne Ende
poll-preview-button = 👁 So sieht sie aus
poll-post-button = 📣 Jetzt veröffentlichen
poll-post-again-button = 📣 Noch einmal versuchen
poll-plan-button = ⏰ Zu dieser Zeit veröffentlichen
poll-unplan-button = Zurück in den Entwurf
poll-close-button = ✅ Beenden
poll-refresh-button = 🔄 Neu zählen
poll-post-ask = Jetzt im Kanal veröffentlichen? Danach ändert sich an Frage und Antworten nichts mehr.
poll-close-ask = Jetzt beenden? Dann kann niemand mehr abstimmen.
poll-sure-post-button = Ja, veröffentlichen
poll-sure-close-button = Ja, beenden
