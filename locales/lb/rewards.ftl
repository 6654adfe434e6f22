# What points are exchanged for, and coupons with what they are worth.
rewards-button = 🎁 Primmen
rewards-title = <b>Primmen</b>
rewards-none = Am Moment gëtt et keng Primmen.
rewards-line = { $terms }: <b>{ $points ->
        [one] ee Punkt
       *[other] { $points } Punkten
    }</b>
rewards-missing = { $count ->
        [one] et feelt nach ee Punkt
       *[other] et feelen nach { $count } Punkten
    }
rewards-choose-button = { $worth } · { $points ->
        [one] ee Punkt
       *[other] { $points } Punkten
    }
rewards-confirm =
    <b>{ $points ->
        [one] Ee Punkt
       *[other] { $points } Punkten
    } ëmtauschen?</b>
    Dofir kritt Dir e Bong: { $terms }. E gëllt eemol, nëmme fir Iech, { $days ->
        [one] een Dag
       *[other] { $days } Deeg
    } laang; agi gëtt en am Shop un der Keess.
rewards-exchange-button = Jo, ëmtauschen
rewards-done-toast = Äre Bong ass do.
rewards-gone = Dës Primm gëtt et esou net méi.
rewards-codes-button = 🎟 Meng Bongen
coupon-worth-amount = { $amount } Rabatt
coupon-worth-percent = { $percent } % Rabatt
coupon-minimum = ab { $minimum } Akafswäert
coupon-product = op „{ $product }“
coupon-category = op alles aus „{ $category }“
coupon-until = gëlteg bis { DATE($day) }
coupon-redeemed = agesat { DATE($day) }
coupon-expired = ofgelaf { DATE($day) }
coupon-open = <code>{ $code }</code> · { $terms } · { $state }
coupon-over = <s>{ $code }</s> · { $terms } · { $state }
coupon-copy-button = { $code } kopéieren
points-reason-reward = agetosch géint de Bong { $code }
