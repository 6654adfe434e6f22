# The staff’s screens about what customers ask and what the shop answers itself.
faqdesk-groups-title = <b>Fragen ohne Antwort</b> (letzte { $days } Tage)
faqdesk-groups-figures = { $total } Fragen, davon { $answered } % sofort beantwortet.
faqdesk-groups-helpful = Hilfreich gefunden: { $yes } von { $rated } Antworten.
faqdesk-groups-hint = Tippen Sie auf eine Frage, um sie ab jetzt zu beantworten:
faqdesk-groups-none = Auf alles, was gefragt wurde, gibt es eine Antwort.
faqdesk-group = <b>{ $count }×</b> „{ $example }“ ({ $language })
faqdesk-group-gone-toast = Diese Gruppe hat sich geändert. So ist es jetzt.
faqdesk-entries-button = 📖 Eigene Antworten
faqdesk-list =
    <b>Eigene Antworten</b>: { $count }
    Kunden bekommen sie, sobald sie mit diesen Worten fragen oder fast so.
faqdesk-intents = Was der Bot von selbst kennt: Fügen Sie Frageweisen hinzu oder, wo er nichts zu zeigen hat, eine eigene Antwort.
faqdesk-new-button = ➕ Neu
faqdesk-intents-button = 🧩 Eingebaute Fragen
faqdesk-title = <b>{ $title }</b>
faqdesk-off = ⏸ Abgeschaltet
faqdesk-unsaved = ✏️ Noch nicht gespeichert
faqdesk-ways = Auch gefragt als ({ $language }): { $ways }
faqdesk-answer = Antwort ({ $language }): { $answer }
faqdesk-no-answer = Noch keine Antwort auf { $language }.
faqdesk-overlap = ⚠️ „{ $phrase }“ wird heute beantwortet mit: { $by }
faqdesk-question-button = ❓ Frage
faqdesk-phrases-button = 🗣 Frageweisen
faqdesk-answer-button = 💬 Antwort
faqdesk-save-button = 💾 Speichern
faqdesk-off-button = ⏸ Abschalten
faqdesk-on-button = ▶️ Einschalten
faqdesk-too-long = Das ist zu lang: höchstens { $longest } Zeichen.
faqdesk-question-ask = Schreiben Sie die Frage auf { $language }, wie Kunden sie lesen.
faqdesk-phrases-ask = Schreiben Sie andere Frageweisen auf { $language }, eine je Zeile. Sie ersetzen die bisherigen: { $so_far }
faqdesk-answer-ask =
    <b>{ $question }</b>
    Schreiben Sie die Antwort auf { $language }, wie Kunden sie lesen sollen.
faqdesk-incomplete-alert = Es fehlen noch Frage und Antwort.
faqdesk-saved-toast = Gespeichert. Ab jetzt wird so geantwortet.
faqdesk-off-toast = Abgeschaltet.
faqdesk-open-button = ❔ Fragen
