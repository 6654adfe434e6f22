# What points are exchanged for, and coupons with what they are worth.
rewards-button = 🎁 Prämien
rewards-title = <b>Prämien</b>
rewards-none = Zurzeit gibt es keine Prämien.
rewards-line = { $terms }: <b>{ $points ->
        [one] ein Punkt
       *[other] { $points } Punkte
    }</b>
rewards-missing = { $count ->
        [one] noch ein Punkt fehlt
       *[other] noch { $count } Punkte fehlen
    }
rewards-choose-button = { $worth } · { $points ->
        [one] ein Punkt
       *[other] { $points } Punkte
    }
rewards-confirm =
    <b>{ $points ->
        [one] Einen Punkt
       *[other] { $points } Punkte
    } eintauschen?</b>
    Dafür bekommen Sie einen Gutschein: { $terms }. Er gilt einmal, nur für Sie, { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } lang; eingegeben wird er im Shop an der Kasse.
rewards-exchange-button = Ja, eintauschen
rewards-done-toast = Ihr Gutschein ist da.
rewards-gone = Diese Prämie gibt es so nicht mehr.
rewards-codes-button = 🎟 Meine Gutscheine
coupon-worth-amount = { $amount } Rabatt
coupon-worth-percent = { $percent } % Rabatt
coupon-minimum = ab { $minimum } Einkaufswert
coupon-product = auf „{ $product }“
coupon-category = auf alles aus „{ $category }“
coupon-until = gültig bis { DATE($day) }
coupon-redeemed = eingelöst am { DATE($day) }
coupon-expired = abgelaufen am { DATE($day) }
coupon-open = <code>{ $code }</code> · { $terms } · { $state }
coupon-over = <s>{ $code }</s> · { $terms } · { $state }
coupon-copy-button = { $code } kopieren
points-reason-reward = eingetauscht gegen Gutschein { $code }
