# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Your parcel has not been scanned yet</b>
alert-text-no_first_scan_2 = The label has existed since { DAY($since) }, but the carrier has not reported the parcel yet. Often only the first scan was left out. We are watching it.
alert-title-no_first_scan_5 = <b>⚠️ Your parcel has still not been scanned</b>
alert-text-no_first_scan_5 = There has been no report from the carrier since { DAY($since) }. We are sorry. Our team looks into where the parcel is and writes to you here.
alert-title-silence = <b>⏳ No news of your parcel</b>
alert-text-silence = The carrier has reported nothing since { DAY($since) }. Mostly this only means that it was not scanned on the way. We are watching it.
alert-title-predicted = <b>⏳ Your parcel will probably come later</b>
alert-text-predicted = It is expected on { DAY($since) }, but from what we have seen it will probably not be there by then. That is likely, not certain. We are watching it.
alert-like = Of { $like } parcels that were as far as yours, { $later } came later.
alert-title-late = <b>⏳ Your parcel is late</b>
alert-text-late = It was to arrive on { DAY($since) } and has not been delivered yet. We are sorry. As soon as it moves on, we will write to you.
alert-title-lost = <b>⚠️ Your parcel may be lost</b>
alert-text-lost = It has been missing for too long. We are sorry. We have opened case { $case }: our team has the carrier search for it and writes to you here. You need not do anything.
alert-again = We will write to you again on { DAY($day) } at the latest, even if there is nothing new.
alert-many = <b>⏳ Several of your parcels are delayed</b>
alert-many-text = We are sorry. We are watching all of them; the card of each shows where it is. When they are moving again, we write to you.
alert-many-predicted = <b>⏳ Several of your parcels are late, or probably will be</b>
alert-many-predicted-text = What is likely is not certain. We are watching all of them; the card of each shows where it is. When things look better, we write to you.
alert-line = • { $parcel }: { $state }
alert-line-predicted = • { $parcel }: { $state }, probably later than { DAY($day) }
alert-more =
    { $count ->
        [one] … and one more parcel
       *[other] … and { $count } more parcels
    }
alert-clear-many = <b>👍 Your parcels are moving again</b>
alert-clear-many-predicted = <b>👍 Things look good again for your parcels</b>
alert-clear-text = We keep an eye on them; when one arrives, or if there is anything new, we write to you.
