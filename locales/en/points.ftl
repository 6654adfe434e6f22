# Points: what somebody has collected, and why.
points-title = <b>My points</b>
points-available =
    { $count ->
        [one] You have one point.
       *[other] You have { $count } points.
    }
points-owed =
    { $count ->
        [one] One point is missing: it was spent before the goods came back. The next one makes up for it.
       *[other] { $count } points are missing: they were spent before the goods came back. The next ones make up for them.
    }
points-pending =
    { $count ->
        [one] One more is on its way: on { DAY($day) }, when the time for a return is over.
       *[other] { $count } more are on their way, the first on { DAY($day) }, when the time for a return is over.
    }
points-none = When we ask you about an order, your answer earns points, whatever it is.
points-entry = <b>{ $points }</b> · { $reason } · { DATE($day) }
points-entry-pending = <b>{ $points }</b> · { $reason } · counts from { DATE($day) }
points-reason-survey = your rating
points-reason-survey_order = your rating of order { $number }
points-reason-goodwill = as an apology
points-reason-expire = expired: not spent in time
points-reason-spend = spent
points-reason-purchase = purchase, order { $number }
points-reason-clawback = returned ({ $number }, order { $order }): taken back as they were earned
points-reason-clawback_undone = kept after all ({ $number }, order { $order }): given back
points-reason-other = booked
points-not-enough = There are not enough points for that: there are { NUMBER($available) }.
points-reason-review = your review of “{ $product }”
points-reason-review_removed = your review was deleted
points-reason-review_fake = your review does not count
points-reason-review_again = your review counts again
points-reason-goodwill_order = as an apology for order { $number }
points-codes = <b>Your codes</b>
points-code = <code>{ $code }</code> · { $reason } · { DATE($day) }
points-reason-clawback_refund = refunded (order { $order }): taken back as they were earned
codes-none =
    <b>Vouchers</b>
    You have not been given a code yet. When you get one, it stands here; it is entered at the checkout of the shop.
codes-how = A code is entered at the checkout of the shop.
codes-unlinked =
    <b>Vouchers</b>
    Codes that you were given stand here once your purchase is linked. A code is entered at the checkout of the shop.
points-expiring =
    { $count ->
        [one] One of them is valid until { DAY($day) }.
       *[other] { NUMBER($count) } of them are valid until { DAY($day) }.
    }
points-tier = Your tier: <b>{ $name }</b>
points-benefit = · { $benefit }
points-next =
    { $count ->
        [one] One more point to { $name }.
       *[other] { NUMBER($count) } more points to { $name }.
    }
points-times = purchases earn { NUMBER($times) } times as many points
points-how-button = How points come
points-how-title = <b>How points come</b>
points-how-rate = · A purchase: { NUMBER($rate) } for each { $currency }, not counting delivery
points-how-week = · Ordered from { DATE($first) } to { DATE($last) }: { NUMBER($times) } times as many
points-how-pending = · Points of purchases count once nothing can be sent back any more; what goes back takes its points along.
points-how-survey =
    { $count ->
        [one] · An answer to a survey: one point as a rule, whatever the answer
       *[other] · An answer to a survey: { NUMBER($count) } as a rule, whatever the answer
    }
points-how-review =
    { $count ->
        [one] · A review of a product you bought: one point, for one star just as for five
       *[other] · A review of a product you bought: { NUMBER($count) }, as many for one star as for five
    }
points-how-expiry =
    { $count ->
        [one] · Points last one month from when they count; the oldest are spent first.
       *[other] · Points last { $count } months from when they count; the oldest are spent first.
    }
points-how-forever = · Points do not expire.
points-how-tiers =
    { $count ->
        [one] <b>Tiers</b>, by the points that came within the last month
       *[other] <b>Tiers</b>, by the points that came within the last { $count } months
    }
points-how-tier = <b>{ $name }</b>: from { NUMBER($count) }
points-warning =
    { $count ->
        [one] One of your points is valid only until { DAY($day) }.
       *[other] { NUMBER($count) } of your points are not valid much longer, the first until { DAY($day) }.
    }
points-check-failed =
    { $count ->
        [one] ⚠️ The points of one account are wrong: something else has changed what was booked. <code>main.py doctor</code> names it.
       *[other] ⚠️ The points of { $count } accounts are wrong: something else has changed what was booked. <code>main.py doctor</code> names them.
    }
