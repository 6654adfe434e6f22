# Gewinnspiele im Kanal: Teilnahme, Auslosung, Gewinn.
contest-title = 🎁 <b>{ $title }</b>
contest-until =
    Teilnahme bis { DATETIME($at) } · { $winners ->
        [one] { $winners } Gewinn
       *[other] { $winners } Gewinne
    }
contest-post-how = Teilnahmebedingungen und Teilnahme: über den Knopf, kostenlos und ohne Kauf.
contest-post-drawn = 🎉 Ausgelost. Wer gewonnen hat, weiß es vom Bot.
contest-post-cancelled = 🚫 Abgesagt: Es wird nichts ausgelost.
contest-post-tickets = Gewinnlose: <code>{ $tickets }</code> (von { $entries })
contest-post-again = Neu ausgelost: { NUMBER($count) }-mal
contest-commitment = Festlegung der Auslosung (SHA-256): <code>{ $commitment }</code>
contest-seed =
    Startwert: <code>{ $seed }</code>
    Liste (SHA-256): <code>{ $digest }</code>
contest-ticket = Ihr Los: <code>{ $ticket }</code>
contest-agree = Mit „Teilnehmen“ stimmen Sie den Teilnahmebedingungen zu. Punkte gibt es dafür nicht; Sie können bis zum Ende wieder zurücktreten.
contest-in = ✅ Sie nehmen teil. Ob Sie gewonnen haben, sagt Ihnen der Bot hier.
contest-over = Die Teilnahme ist vorbei; gleich wird ausgelost.
contest-cancelled = 🚫 Der Laden hat das Gewinnspiel abgesagt.
contest-drawn = 🎉 Ausgelost unter { $entries } Losen: <code>{ $tickets }</code>
contest-mine-won = 🏆 <b>Sie haben gewonnen!</b> Nehmen Sie den Gewinn an?
contest-mine-accepted = 🏆 Sie haben den Gewinn angenommen. Der Laden meldet sich hier bei Ihnen.
contest-mine-declined = Sie haben auf den Gewinn verzichtet.
contest-mine-again = Ihr Los war gezogen; der Gewinn wurde neu ausgelost.
contest-terms-title = 📄 <b>Teilnahmebedingungen: { $title }</b>
contest-won =
    🏆 <b>Sie haben gewonnen: { $title }</b>
    Ihr Los <code>{ $ticket }</code> wurde gezogen.
contest-won-ask = Nehmen Sie den Gewinn an? Ohne Antwort kann er nach den Bedingungen neu ausgelost werden.
contest-replaced-no_answer = „{ $title }“: Weil Sie nicht geantwortet haben, wurde Ihr Gewinn neu ausgelost.
contest-replaced-not_entitled = „{ $title }“: Nach den Teilnahmebedingungen steht Ihnen der Gewinn nicht zu; er wurde neu ausgelost. Fragen beantwortet Ihnen der Laden hier.
contest-replaced-declined = „{ $title }“: Sie haben auf den Gewinn verzichtet; er wurde neu ausgelost.
contest-staff-drawn = 🎉 „{ $title }“ ist ausgelost. Gewinne: { $winners }. Wer es ist und wer schon weiß, dass er gewonnen hat, steht hinter dem Knopf.
contest-staff-accepted = 🏆 „{ $title }“: Platz { $place } nimmt den Gewinn an.
contest-staff-declined = „{ $title }“: Platz { $place } verzichtet auf den Gewinn. Sie können neu auslosen.
contest-check-caption = So wurde ausgelost. Mit dem Skript rechnen Sie es nach: <code>python verify_draw.py contest.json</code>
contest-open-button = 🎁 Zum Gewinnspiel
contest-terms-button = 📄 Teilnahmebedingungen
contest-enter-button = 🎟 Teilnehmen
contest-leave-button = Teilnahme zurückziehen
contest-accept-button = 🏆 Gewinn annehmen
contest-decline-button = Verzichten
contest-check-button = 🔎 Auslosung prüfen
contest-in-toast = Sie nehmen teil. Viel Glück!
contest-already-toast = Sie nehmen schon teil.
contest-left-toast = Sie nehmen nicht mehr teil.
contest-answered-toast = Danke, der Laden weiß Bescheid.
contest-over-alert = Das Gewinnspiel ist vorbei.
contest-staff-alert = Wer hier arbeitet, kann nicht teilnehmen.
contest-gone-alert = Dieses Gewinnspiel gibt es nicht.
contest-fixed-alert = Das geht nicht mehr: Es ist inzwischen weiter.
contest-unready-alert =
    { $what ->
        [texts] In mindestens einer Sprache müssen Titel, Gewinn und Bedingungen stehen.
        [half] In einer Sprache fehlt noch etwas: ergänzen oder ganz leeren.
        [deadline] Bis wann man teilnehmen kann, fehlt noch.
        [channel] Es gibt keinen Kanal (BOTE_COMMUNITY_CHAT_ID).
        [bot] Der Bot kennt seinen Namen noch nicht; er muss einmal gelaufen sein.
       *[past] Das Ende liegt in der Vergangenheit.
    }

contest-list-title = <b>Gewinnspiele</b>
contest-list-shown = Die neuesten stehen oben.
contest-list-none = Noch keines.
contest-list-button = 🎁 Gewinnspiele
contest-new-button = ➕ Neues Gewinnspiel
contest-title-ask = Wie soll das Gewinnspiel heißen? Schreiben Sie den Titel in Ihrer Sprache; die anderen folgen.
contest-desk-draft = ✏️ Entwurf
contest-desk-open = ▶️ läuft
contest-desk-drawn = 🎉 ausgelost
contest-desk-cancelled = 🚫 abgesagt
contest-desk-languages = Vollständig in: { $languages }. Wer eine andere Sprache liest, bekommt eine davon.
contest-desk-entries = Lose: { NUMBER($count) }
contest-desk-unposted = ⚠️ Noch nicht im Kanal: { $why }
contest-write-title = Titel auf { $language }, höchstens { NUMBER($most) } Zeichen:
contest-write-prize = Was man gewinnen kann, auf { $language }, höchstens { NUMBER($most) } Zeichen:
contest-write-terms = Teilnahmebedingungen auf { $language }, höchstens { NUMBER($most) } Zeichen: wer veranstaltet, wer teilnehmen darf, bis wann sich melden muss, wer gewonnen hat.
contest-part-title-button = Titel
contest-part-prize-button = Gewinn
contest-part-terms-button = Bedingungen
contest-remove-button = 🗑 Diesen Text entfernen
contest-too-long = Zu lang: { NUMBER($length) } von höchstens { NUMBER($most) } Zeichen.
contest-deadline-ask = Bis wann kann man teilnehmen? Zum Beispiel { $example } ({ $zone }).
contest-winners-ask = Wie viele gewinnen? Eine Zahl von 1 bis { NUMBER($most) }.
contest-winners-unread = Das ist keine Zahl von 1 bis { NUMBER($most) }.
contest-texts-button = ✏️ Texte
contest-deadline-button = ⏰ Bis wann
contest-winners-button = 🏆 Wie viele gewinnen
contest-launch-button = 📣 Eröffnen …
contest-launch-ask = So erscheint es im Kanal. Danach lässt sich nichts mehr ändern.
contest-launch-sure-button = 📣 Ja, eröffnen
contest-call-off-button = 🚫 Absagen …
contest-call-off-ask = Absagen? Dann wird nichts ausgelost, und der Kanal liest das.
contest-call-off-sure-button = 🚫 Ja, absagen
contest-again-button = 🔁 Platz { $place } neu auslosen …
contest-again-ask = Warum wird Platz { $place } neu ausgelost? Der nächste Platz derselben Auslosung rückt nach. Wer es war und warum, wird festgehalten; dass neu ausgelost wurde, steht im Kanal.
contest-why-no_answer-button = Hat nicht geantwortet
contest-why-declined-button = Hat verzichtet
contest-why-not_entitled-button = Nach den Bedingungen nicht berechtigt
contest-why-erased-button = Hat die eigenen Daten gelöscht
contest-place = <b>{ $place }.</b> { $name } · <code>{ $ticket }</code>
contest-place-told = Weiß Bescheid, hat noch nicht geantwortet.
contest-place-untold = Weiß noch nicht Bescheid: { $why }
contest-place-accepted = 🏆 Nimmt den Gewinn an.
contest-place-declined = Verzichtet auf den Gewinn.
contest-place-again = 🔁 Neu ausgelost: { $why } ({ $by })
