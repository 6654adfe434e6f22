# What points are exchanged for, and coupons with what they are worth.
rewards-button = 🎁 Rewards
rewards-title = <b>Rewards</b>
rewards-none = There are no rewards at present.
rewards-line = { $terms }: <b>{ $points ->
        [one] one point
       *[other] { $points } points
    }</b>
rewards-missing = { $count ->
        [one] one more point needed
       *[other] { $count } more points needed
    }
rewards-choose-button = { $worth } · { $points ->
        [one] one point
       *[other] { $points } points
    }
rewards-confirm =
    <b>Exchange { $points ->
        [one] one point
       *[other] { $points } points
    }?</b>
    You get a voucher for them: { $terms }. It can be used once, by you only, for { $days ->
        [one] one day
       *[other] { $days } days
    }; it is entered at the checkout of the shop.
rewards-exchange-button = Yes, exchange
rewards-done-toast = Your voucher is here.
rewards-gone = This reward is no longer offered like this.
rewards-codes-button = 🎟 My vouchers
coupon-worth-amount = { $amount } off
coupon-worth-percent = { $percent }% off
coupon-minimum = on baskets of { $minimum } or more
coupon-product = on “{ $product }”
coupon-category = on everything in “{ $category }”
coupon-until = valid until { DATE($day) }
coupon-redeemed = redeemed on { DATE($day) }
coupon-expired = expired on { DATE($day) }
coupon-open = <code>{ $code }</code> · { $terms } · { $state }
coupon-over = <s>{ $code }</s> · { $terms } · { $state }
coupon-copy-button = Copy { $code }
points-reason-reward = exchanged for voucher { $code }
