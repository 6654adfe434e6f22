# What happened to the parcels of an order, newest first.
timeline-title = <b>Bestellung { $number }: Sendungsverlauf</b>
timeline-parcel = <b>Paket { NUMBER($position) } von { NUMBER($count) }</b>
timeline-entry = <b>{ SCAN($at) }</b> · { $text }
timeline-entry-place = <b>{ SCAN($at) }</b> · { $text }, { $place }
timeline-text = <i>{ $text }</i>
timeline-empty = Vom Paketdienst liegt noch keine Meldung vor. Die erste erscheint hier.
timeline-zone = Das Neueste zuerst, in der Ortszeit von { $zone }.
timeline-older-button =
    { $count ->
        [one] Einen älteren Eintrag zeigen
       *[other] { $count } ältere Einträge zeigen
    }
timeline-fewer-button = Zurück zu den neuesten
