# What points are exchanged for, and coupons with what they are worth.
rewards-button = 🎁 Récompenses
rewards-title = <b>Récompenses</b>
rewards-none = Il n’y a pas de récompenses en ce moment.
rewards-line = { $terms } : <b>{ $points ->
        [one] un point
        [many] { $points } de points
       *[other] { $points } points
    }</b>
rewards-missing = { $count ->
        [one] il manque un point
        [many] il manque { $count } de points
       *[other] il manque { $count } points
    }
rewards-choose-button = { $worth } · { $points ->
        [one] un point
        [many] { $points } de points
       *[other] { $points } points
    }
rewards-confirm =
    <b>Échanger { $points ->
        [one] un point
        [many] { $points } de points
       *[other] { $points } points
    } ?</b>
    Vous recevrez un bon de réduction : { $terms }. Il est utilisable une seule fois, par vous uniquement, pendant { $days ->
        [one] un jour
        [many] { $days } de jours
       *[other] { $days } jours
    } ; il se saisit à la caisse de la boutique.
rewards-exchange-button = Oui, échanger
rewards-done-toast = Votre bon de réduction est là.
rewards-gone = Cette récompense n’est plus proposée sous cette forme.
rewards-codes-button = 🎟 Mes bons
coupon-worth-amount = { $amount } de réduction
coupon-worth-percent = { $percent } % de réduction
coupon-minimum = dès { $minimum } d’achat
coupon-product = sur « { $product } »
coupon-category = sur toute la catégorie « { $category } »
coupon-until = valable jusqu’au { DATE($day) }
coupon-redeemed = utilisé le { DATE($day) }
coupon-expired = expiré le { DATE($day) }
coupon-open = <code>{ $code }</code> · { $terms } · { $state }
coupon-over = <s>{ $code }</s> · { $terms } · { $state }
coupon-copy-button = Copier { $code }
points-reason-reward = échangés contre le bon { $code }
