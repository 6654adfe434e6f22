# Answers to what people type.
question-not-understood =
    Das habe ich nicht verstanden. Ich kann sagen, wo ein Paket ist, Ihre Bestellungen zeigen und Produkte nachschlagen.
question-link-first = Damit Sie Ihre Bestellungen sehen, verknüpfen Sie bitte zuerst Ihren Einkauf. So bleiben sie allen anderen verborgen.
question-order-unknown = Unter Ihren Einkäufen sehe ich keine Bestellung { $number }. Diese Bestellungen kann ich Ihnen zeigen:
question-typo = Ich habe das als Bestellung <b>{ $number }</b> verstanden.
question-not-text = Ich kann nur Text lesen. Bitte schreiben Sie Ihre Frage oder benutzen Sie das Menü.
question-group = Ich antworte nur im privaten Chat, damit niemand sonst von Ihren Bestellungen liest.
question-human = In diesem Chat kann bisher nur ich antworten, der Bot. Unser Team erreichen Sie unter { $contact }.
question-human-unknown = In diesem Chat kann bisher nur ich antworten, der Bot. Das Team von { $shop } erreichen Sie unter der Adresse in Ihrer Bestellbestätigung.
question-group-button = Privaten Chat öffnen
question-meant = Meinten Sie eines davon?
question-welcome = Gern geschehen!
question-missed-again = Das habe ich wieder nicht verstanden. Möchten Sie mit einem Menschen sprechen? Tippen Sie auf „🙋 Mensch“ oder schreiben Sie „Mensch“.
question-topic-team = Dabei kann ich hier noch nicht selbst helfen, unser Team aber schon: Tippen Sie auf „🙋 Mensch“ oder schreiben Sie „Mensch“.
question-topic-contact = Dabei kann ich hier noch nicht helfen. Unser Team erreichen Sie unter { $contact }.
question-topic-shop = Dabei kann ich hier noch nicht helfen. Das Team von { $shop } erreichen Sie unter der Adresse in Ihrer Bestellbestätigung.
question-day = { DAY($day) }
question-arrives-yes = Nach heutigem Stand ja: erwartet am <b>{ $day }</b>. Das ist eine Schätzung, kein Versprechen.
question-arrives-no = Nach heutigem Stand nein: erwartet am <b>{ $day }</b>. Das ist eine Schätzung, kein Versprechen.
question-arrives-on = Erwartet am <b>{ $day }</b>. Das ist eine Schätzung, kein Versprechen.
question-arrives-unknown = Dafür ist noch kein Tag bekannt. Sobald es einen gibt, steht er hier.
question-arrives-late = Die Lieferung ist verspätet: geplant war { $day }, ein neuer Tag ist noch nicht bekannt.
question-only-order = Eine andere Bestellung sehe ich bei Ihnen nicht.
question-fine = Alles klar. Was kann ich sonst für Sie tun?
question-tap = Bitte tippen Sie auf einen der Knöpfe, damit ich Sie richtig verstehe.
question-parcel-unknown = Unter Ihren Einkäufen sehe ich kein Paket { $number }. Diese Bestellungen kann ich Ihnen zeigen:
