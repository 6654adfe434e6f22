# Auswertungen für das Team: der Satz, auf den es ankommt, Bilder, und was Kundinnen und Kunden schrieben.
report-metric-nps = NPS
report-metric-csat = CSAT
report-metric-ces = CES
report-figure-nps = NPS { $score } ({ $low } bis { $high }, n={ $n })
report-figure-csat = CSAT { $score } % ({ $low } bis { $high } %, n={ $n })
report-figure-ces = CES { $score } von 7 ({ $low } bis { $high }, n={ $n })
report-none = { $metric }: noch keine Antworten.
report-few = { $metric }: zu wenige Antworten für einen Wert (n={ $n }, ab { $least }).
report-whole = { $figure }.
report-unsure = { $figure }: wenige Antworten, also nur ein Hinweis.
report-with-change = { $figure }, { $change }
report-up =
    { $days ->
        [one] signifikant über dem Tag davor
       *[other] signifikant über den { $days } Tagen davor
    }
report-perhaps-up =
    { $days ->
        [one] nicht signifikant über dem Tag davor
       *[other] nicht signifikant über den { $days } Tagen davor
    }
report-down =
    { $days ->
        [one] signifikant unter dem Tag davor
       *[other] signifikant unter den { $days } Tagen davor
    }
report-perhaps-down =
    { $days ->
        [one] nicht signifikant unter dem Tag davor
       *[other] nicht signifikant unter den { $days } Tagen davor
    }
report-same =
    { $days ->
        [one] so wie am Tag davor
       *[other] so wie in den { $days } Tagen davor
    }
report-no-change =
    { $days ->
        [one] am Tag davor zu wenige Antworten für einen Vergleich
       *[other] in den { $days } Tagen davor zu wenige Antworten für einen Vergleich
    }
report-last-up =
    { $by ->
        [week] signifikant über der Woche davor
        [quarter] signifikant über dem Quartal davor
       *[month] signifikant über dem Monat davor
    }
report-last-perhaps-up =
    { $by ->
        [week] nicht signifikant über der Woche davor
        [quarter] nicht signifikant über dem Quartal davor
       *[month] nicht signifikant über dem Monat davor
    }
report-last-down =
    { $by ->
        [week] signifikant unter der Woche davor
        [quarter] signifikant unter dem Quartal davor
       *[month] signifikant unter dem Monat davor
    }
report-last-perhaps-down =
    { $by ->
        [week] nicht signifikant unter der Woche davor
        [quarter] nicht signifikant unter dem Quartal davor
       *[month] nicht signifikant unter dem Monat davor
    }
report-last-same =
    { $by ->
        [week] so wie in der Woche davor
        [quarter] so wie im Quartal davor
       *[month] so wie im Monat davor
    }
report-mean = Mittelwert { $mean } von 5.
report-imported =
    { $imported ->
        [one] Eine dieser Antworten stammt aus einer früheren Umfrage und wurde importiert.
       *[other] { $imported } dieser Antworten stammen aus früheren Umfragen und wurden importiert.
    }
report-response = { $rate } von { $delivered } zugestellten Einladungen wurden beantwortet.
report-key-unknown = nicht bekannt
report-key-first = erste Bestellung
report-key-repeat = weitere Bestellung
report-n = n={ $n }
report-count = { $n }
report-hidden = zu wenige
report-value-nps = { $score }
report-value-csat = { $score } %
report-value-ces = { $score }
report-week = KW{ $week }
report-interval = { $low } bis { $high }
report-title-nps = Empfehlung (NPS)
report-title-csat = Zufriedenheit (CSAT)
report-title-ces = Leichtigkeit (CES)
report-period-all = alle Antworten
report-period-from = ab { DATE($first) }
report-period-until = bis { DATE($last) }
report-period-days = { DATE($first) } – { DATE($last) }
report-note = n: Antworten · Balken: 95-%-Intervall · grau: unter { $few } Antworten
report-note-more =
    { $hidden ->
        [one] Eine weitere Gruppe ist nicht gezeigt.
       *[other] { $hidden } weitere Gruppen sind nicht gezeigt.
    }
report-by-week = nach Woche
report-by-month = nach Monat
report-by-quarter = nach Quartal
report-by-carrier = nach Paketdienst
report-by-country = nach Land
report-by-language = nach Sprache
report-by-product = nach Produkt
report-by-category = nach Kategorie
report-by-first-order = nach Erstbestellung
report-by-survey = nach Umfrage
report-open-button = 📊 Auswertung
report-span-30-button = 30 Tage
report-span-90-button = 90 Tage
report-span-365-button = 12 Monate
report-span-all-button = Alles
report-by-none = ohne Gruppen
report-grouping-button = 🔀 { $by }
report-grouping-ask = Wonach soll ich gruppieren?
report-group = { $name }: { $score } ({ $low } bis { $high }, n={ $n })
report-group-few = { $name }: zu wenige (n={ $n })
report-comments-button = 💬 Kommentare
report-comments-title = <b>Kommentare zu { $title }</b>
report-comments-none = In diesem Zeitraum hat niemand etwas geschrieben.
report-comments-reason =
    { $answers ->
        [one] <b>{ $reason }</b>: eine Antwort
       *[other] <b>{ $reason }</b>: { $answers } Antworten
    }
report-comments-unnamed = ohne Angabe eines Grundes
report-comment = { DATE($at) } · { $about }: „{ $text }“
report-comment-order = Bestellung { $number }
report-comment-imported = importiert
report-metric-recovery = Wiedergewonnen
report-figure-recovery = Wiedergewonnen: { $score } % ({ $low } bis { $high } %, n={ $n })
report-recovery-asked = Von { $asked }, die gefragt wurden, ob es gelöst ist, haben { $answered } geantwortet.
