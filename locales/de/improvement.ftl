# Sie sagten, wir taten: was geändert wurde, weil Kundinnen und Kunden sich beschwert haben.
improvement-list-button = 💬 Gesagt, getan
improvement-list-title = <b>Gesagt, getan</b>
improvement-list-shown = Womit Kundinnen und Kunden in den letzten { NUMBER($days) } Tagen unzufrieden waren. Die Zahl zählt die Antworten und Fälle, zu denen noch niemand gesagt hat, was getan wurde.
improvement-list-none = Keine unzufriedene Antwort und kein geschlossener Fall der letzten { NUMBER($days) } Tage nennt einen Grund.
improvement-named = Genannt in { $answers ->
        [one] { NUMBER($answers) } unzufriedenen Antwort
       *[other] { NUMBER($answers) } unzufriedenen Antworten
    } und { $cases ->
        [one] { NUMBER($cases) } geschlossenen Fall
       *[other] { NUMBER($cases) } geschlossenen Fällen
    }.
improvement-unanswered = { $count ->
        [0] Zu allen wurde gesagt, was getan wurde.
        [one] { NUMBER($count) } davon wartet auf eine Antwort.
       *[other] { NUMBER($count) } davon warten auf eine Antwort.
    }
improvement-none-done = Noch wurde nicht erzählt, was dagegen getan wurde.
improvement-done = { $on }: für { $people ->
        [one] { NUMBER($people) } Person
       *[other] { NUMBER($people) } Personen
    }, bisher { NUMBER($told) } benachrichtigt
improvement-write-button = ✍️ Sagen, was getan wurde
improvement-write-ask = Was haben Sie dagegen getan? Schreiben Sie es auf { $language } in einer Nachricht, höchstens { NUMBER($most) } Zeichen. Was die Kundschaft gesagt hat, stellt der Bot darüber.
improvement-write-others = Eine Sprache ohne Text fehlt im Beitrag; die Nachricht weicht auf eine andere aus oder wartet, wie Sie es dort wählen.
improvement-too-long = Das sind { NUMBER($length) } Zeichen; erlaubt sind { NUMBER($most) }.
improvement-prepare-button = Beitrag und Nachricht vorbereiten
improvement-card = Das antwortet auf { $voices ->
        [one] { NUMBER($voices) } Beschwerde
       *[other] { NUMBER($voices) } Beschwerden
    } von { $people ->
        [one] { NUMBER($people) } Person
       *[other] { NUMBER($people) } Personen
    }; bisher { NUMBER($told) } benachrichtigt. Die Nachricht bekommt nur, wer Angeboten zugestimmt hat, und jeder einmal.
improvement-card-next = Beitrag und Nachricht sind Entwürfe wie jedes Angebot: Dort werden sie angesehen, geprüft und gesendet.
improvement-no-channel = Es gibt keinen Kanal (BOTE_COMMUNITY_CHAT_ID), also keinen Beitrag.
improvement-no-voices = Darüber hat sich niemand beschwert, also gibt es keine Nachricht.
improvement-post-button = 📣 Der Beitrag
improvement-letter-button = ✉️ Die Nachricht an die Betroffenen
improvement-drop-button = 🗑 Zurücknehmen
improvement-begun-alert = Es wird schon erzählt.
improvement-gone-alert = Es wurde zurückgenommen.
improvement-title = Gesagt, getan: { $said }
improvement-post =
    <b>Sie haben es gesagt, wir haben es getan</b>
    Sie haben uns gesagt: { $said }.
improvement-letter =
    <b>Sie haben es gesagt, wir haben es getan</b>
    Sie haben uns gesagt: { $said }. Danke dafür, wir haben etwas getan:
improvement-cause-late = Lieferungen kommen zu spät
improvement-cause-damaged = Ware kommt beschädigt an
improvement-cause-wrong_item = Es kommt der falsche Artikel
improvement-cause-lost = Pakete gehen verloren
improvement-cause-packaging = Die Verpackung sollte besser sein
improvement-cause-courier = Es gibt Ärger mit der Zustellung
improvement-cause-address = Pakete gehen an die falsche Adresse
improvement-cause-product = Ein Produkt ist nicht, wie es sein sollte
improvement-cause-price = Die Preise sind zu hoch
improvement-cause-payment = Das Bezahlen klappt nicht
improvement-cause-returning = Das Zurücksenden ist zu mühsam
improvement-cause-service = Der Service sollte besser sein
improvement-cause-slow = Antworten dauern zu lange
improvement-cause-unsolved = Probleme werden nicht gelöst
improvement-cause-unhelpful = Antworten helfen nicht weiter
improvement-cause-unfriendly = Wir waren nicht freundlich genug
improvement-cause-complicated = Es ist zu umständlich
