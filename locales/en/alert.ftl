# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Your parcel has not been scanned yet</b>
alert-text-no_first_scan_2 = The label has existed since { DAY($since) }, but the carrier has not reported the parcel yet. Often only the first scan was left out. We are watching it.
alert-title-no_first_scan_5 = <b>⚠️ Your parcel has still not been scanned</b>
alert-text-no_first_scan_5 = There has been no report from the carrier since { DAY($since) }. We are sorry. Our team looks into where the parcel is and writes to you here.
alert-title-silence = <b>⏳ No news of your parcel</b>
alert-text-silence = The carrier has reported nothing since { DAY($since) }. Mostly this only means that it was not scanned on the way. We are watching it.
alert-title-late = <b>⏳ Your parcel is late</b>
alert-text-late = It was to arrive on { DAY($since) } and has not been delivered yet. We are sorry. As soon as it moves on, we will write to you.
alert-title-lost = <b>⚠️ Your parcel may be lost</b>
alert-text-lost = It has been missing for too long. We are sorry. We have opened case { $case }: our team has the carrier search for it and writes to you here. You need not do anything.
alert-again = We will write to you again on { DAY($day) } at the latest, even if there is nothing new.
alert-many = <b>⏳ Several of your parcels are delayed</b>
alert-many-text = We are sorry. We are watching all of them; as soon as one moves on, you see it on its card.
alert-line = • { $parcel }: { $state }
