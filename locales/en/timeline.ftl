# What happened to the parcels of an order, newest first.
timeline-title = <b>Order { $number }: tracking history</b>
timeline-parcel = <b>Parcel { NUMBER($position) } of { NUMBER($count) }</b>
timeline-entry = <b>{ SCAN($at) }</b> · { $text }
timeline-entry-place = <b>{ SCAN($at) }</b> · { $text }, { $place }
timeline-text = <i>{ $text }</i>
timeline-empty = There is no news from the carrier yet. The first scan will appear here.
timeline-zone = Newest first, in the local time of { $zone }.
timeline-older-button =
    { $count ->
        [one] Show one older entry
       *[other] Show { $count } older entries
    }
timeline-fewer-button = Back to the newest
