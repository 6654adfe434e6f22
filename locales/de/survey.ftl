# Surveys: the scale, what follows the answer, and what can be rated from the order card. The questions themselves stand in
# bot/surveys/definitions, or in the shop's own files.
survey-scale-nps = 0 = gar nicht wahrscheinlich · 10 = äußerst wahrscheinlich
survey-scale-csat = 1 = sehr unzufrieden · 5 = sehr zufrieden
survey-scale-ces = 1 = stimme gar nicht zu · 7 = stimme voll zu
survey-face-1-button = 1 😞
survey-face-2-button = 2 🙁
survey-face-3-button = 3 😐
survey-face-4-button = 4 🙂
survey-face-5-button = 5 😀
survey-points =
    { $count ->
        [one] Für Ihre Antwort gibt es einen Punkt, gleich wie sie ausfällt.
       *[other] Für Ihre Antwort gibt es { $count } Punkte, gleich wie sie ausfällt.
    }
survey-agreed = <i>Wir fragen, weil Sie in Umfragen eingewilligt haben.</i>
survey-reminder = <i>Wir haben noch nichts von Ihnen gehört. Ein Tipp genügt, und wir fragen dazu nicht noch einmal.</i>
survey-later-button = Später
survey-never-button = Nie mehr fragen
survey-given = Ihre Antwort: <b>{ NUMBER($score) } von { NUMBER($most) }</b>
survey-hint = Tippen Sie an, was zutrifft, oder schreiben Sie es hier, gern auch mit Foto.
survey-reason-late-button = Zu spät
survey-reason-damaged-button = Beschädigt
survey-reason-wrong_item-button = Falscher Artikel
survey-reason-packaging-button = Verpackung
survey-reason-courier-button = Zusteller
survey-reason-price-button = Preis
survey-reason-service-button = Service
survey-reason-slow-button = Zu langsam
survey-reason-unsolved-button = Nicht gelöst
survey-reason-unhelpful-button = Antwort half nicht
survey-reason-unfriendly-button = Unfreundlich
survey-reason-complicated-button = Zu umständlich
survey-reason-fast-button = Schnell
survey-reason-competent-button = Kompetent
survey-reason-friendly-button = Freundlich
survey-reason-easy-button = Ganz einfach
survey-reason-other-button = Etwas anderes
survey-done-button = Fertig
survey-change-button = Bewertung ändern
survey-share-button = Weitersagen
survey-share-text = Ich habe gute Erfahrungen mit { $shop } gemacht.
survey-points-now =
    { $count ->
        [one] <b>+1 Punkt</b> für Ihre Antwort.
       *[other] <b>+{ $count } Punkte</b> für Ihre Antwort.
    }
survey-points-later =
    { $count ->
        [one] <b>+1 Punkt</b> für Ihre Antwort; er zählt ab { DAY($day) }.
       *[other] <b>+{ $count } Punkte</b> für Ihre Antwort; sie zählen ab { DAY($day) }.
    }
survey-comment-kept = Danke, das steht jetzt bei Ihrer Bewertung.
survey-comment-kept-case = Danke, das steht jetzt bei Ihrer Bewertung, und unser Team liest es.
survey-score-first = Tippen Sie bitte zuerst eine Bewertung an und schreiben Sie danach, was Ihnen wichtig ist; dann gehört beides zusammen.
survey-later-told = <i>Gern. In den nächsten Tagen fragen wir noch einmal, dann nicht mehr. Antworten können Sie auch jetzt schon.</i>
survey-later-last = <i>In Ordnung, dazu fragen wir nicht noch einmal. Antworten können Sie hier bis { DAY($day) }.</i>
survey-never-told = In Ordnung, wir fragen Sie nicht mehr nach Ihrer Zufriedenheit. Möchten Sie das wieder ändern, finden Sie es in den Einstellungen unter „Einwilligungen“.
survey-scored-toast = Danke!
survey-late-alert = Diese Umfrage ist schon abgeschlossen, Ihre Antwort zählt nicht mehr mit. Vielen Dank trotzdem! Möchten Sie uns etwas sagen, schreiben Sie hier „Mensch“.
survey-gone-toast = Diese Umfrage gehört nicht zu diesem Chat.
order-rate-button = ⭐ Lieferung bewerten
order-rated-button = ⭐ Ihre Bewertung
survey-name-delivery_csat = Lieferung
survey-name-nps = Weiterempfehlung
survey-name-return_csat = Rückgabe
survey-name-support_csat = Kundendienst
