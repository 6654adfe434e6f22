# What happened to the parcels of an order, newest first.
timeline-title = <b>Bestellung { $number }: Verlaf</b>
timeline-parcel = <b>Pak { NUMBER($position) }/{ NUMBER($count) }</b>
timeline-entry = <b>{ SCAN($at) }</b> · { $text }
timeline-entry-place = <b>{ SCAN($at) }</b> · { $text }, { $place }
timeline-text = <i>{ $text }</i>
timeline-empty = Den Transporteur huet nach näischt gemellt. Seng éischt Meldung steet dann hei.
timeline-zone = Dat Neist fir d’éischt, Lokalzäit: { $zone }.
timeline-older-button =
    { $count ->
        [one] Eng méi al Etapp weisen
       *[other] { $count } méi al Etappe weisen
    }
timeline-fewer-button = Zréck bei déi neist
