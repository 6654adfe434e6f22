# Points: what somebody has collected, and why.
points-title = <b>Mes points</b>
points-available =
    { $count ->
        [0] Vous n’avez aucun point.
        [one] Vous avez un point.
        [many] Vous avez { $count } de points.
       *[other] Vous avez { $count } points.
    }
points-owed =
    { $count ->
        [one] Il manque un point : il était déjà utilisé quand les articles sont revenus. Le prochain le compensera.
        [many] Il manque { $count } de points : ils étaient déjà utilisés quand les articles sont revenus. Les prochains les compenseront.
       *[other] Il manque { $count } points : ils étaient déjà utilisés quand les articles sont revenus. Les prochains les compenseront.
    }
points-pending =
    { $count ->
        [one] Un point s’y ajoutera le { DAY($day) }, quand le délai de retour sera passé.
        [many] { $count } de points s’y ajouteront, les premiers le { DAY($day) }, quand le délai de retour sera passé.
       *[other] { $count } points s’y ajouteront, les premiers le { DAY($day) }, quand le délai de retour sera passé.
    }
points-none = Quand nous vous interrogeons sur une commande, votre réponse rapporte des points, quelle qu’elle soit.
points-entry = <b>{ $points }</b> · { $reason } · { DATE($day) }
points-entry-pending = <b>{ $points }</b> · { $reason } · compte à partir du { DATE($day) }
points-reason-survey = votre évaluation
points-reason-survey_order = votre évaluation de la commande { $number }
points-reason-goodwill = en guise d’excuse
points-reason-expire = expirés : non utilisés à temps
points-reason-spend = utilisés
points-reason-purchase = achat, commande { $number }
points-reason-clawback = retour ({ $number }, commande { $order }) : repris au taux auquel ils avaient été gagnés
points-reason-clawback_undone = finalement gardé ({ $number }, commande { $order }) : rendus
points-reason-other = écriture
points-not-enough = Il n’y a pas assez de points pour cela : il y en a { NUMBER($available) }.
points-reason-review = votre avis sur « { $product } »
points-reason-review_removed = votre avis a été supprimé
points-reason-review_fake = votre avis ne compte pas
points-reason-review_again = votre avis compte de nouveau
points-reason-goodwill_order = pour nous excuser à propos de la commande { $number }
points-codes = <b>Vos codes</b>
points-code = <code>{ $code }</code> · { $reason } · { DATE($day) }
points-reason-clawback_refund = remboursement (commande { $order }) : repris au taux auquel ils avaient été gagnés
codes-none =
    <b>Bons de réduction</b>
    Aucun code ne vous a encore été offert. Quand vous en recevrez un, il sera ici ; il se saisit à la caisse de la boutique.
codes-how = Un code se saisit à la caisse de la boutique.
codes-unlinked =
    <b>Bons de réduction</b>
    Les codes qui vous ont été offerts seront ici dès que votre achat sera associé. Un code se saisit à la caisse de la boutique.
points-expiring =
    { $count ->
        [one] Un de ces points est valable jusqu’au { DAY($day) }.
        [many] { NUMBER($count) } de ces points sont valables jusqu’au { DAY($day) }.
       *[other] { NUMBER($count) } de ces points sont valables jusqu’au { DAY($day) }.
    }
points-tier = Votre niveau : <b>{ $name }</b>
points-benefit = · { $benefit }
points-next =
    { $count ->
        [one] Encore un point jusqu’au niveau { $name }.
        [many] Encore { NUMBER($count) } de points jusqu’au niveau { $name }.
       *[other] Encore { NUMBER($count) } points jusqu’au niveau { $name }.
    }
points-times = vos achats rapportent { NUMBER($times) } fois plus de points
points-how-button = Comment gagner des points
points-how-title = <b>Comment gagner des points</b>
points-how-rate = · Un achat : { NUMBER($rate) } par { $currency }, hors livraison
points-how-week = · Commandé du { DATE($first) } au { DATE($last) } : { NUMBER($times) } fois plus
points-how-pending = · Les points d’un achat comptent quand plus rien ne peut être renvoyé ; un retour reprend les siens.
points-how-survey =
    { $count ->
        [one] · Une réponse à une enquête : un point en règle générale, quelle que soit la réponse
        [many] · Une réponse à une enquête : { NUMBER($count) } en règle générale, quelle que soit la réponse
       *[other] · Une réponse à une enquête : { NUMBER($count) } en règle générale, quelle que soit la réponse
    }
points-how-review =
    { $count ->
        [one] · Un avis sur un produit acheté : un point, pour une étoile comme pour cinq
        [many] · Un avis sur un produit acheté : { NUMBER($count) }, autant pour une étoile que pour cinq
       *[other] · Un avis sur un produit acheté : { NUMBER($count) }, autant pour une étoile que pour cinq
    }
points-how-expiry =
    { $count ->
        [one] · Les points sont valables un mois à partir du jour où ils comptent ; les plus anciens sont utilisés d’abord.
        [many] · Les points sont valables { $count } de mois à partir du jour où ils comptent ; les plus anciens sont utilisés d’abord.
       *[other] · Les points sont valables { $count } mois à partir du jour où ils comptent ; les plus anciens sont utilisés d’abord.
    }
points-how-forever = · Les points n’expirent pas.
points-how-tiers =
    { $count ->
        [one] <b>Niveaux</b>, d’après les points gagnés au cours du dernier mois
        [many] <b>Niveaux</b>, d’après les points gagnés au cours des { $count } derniers mois
       *[other] <b>Niveaux</b>, d’après les points gagnés au cours des { $count } derniers mois
    }
points-how-tier = <b>{ $name }</b> : à partir de { NUMBER($count) }
points-warning =
    { $count ->
        [one] L’un de vos points n’est plus valable que jusqu’au { DAY($day) }.
        [many] { NUMBER($count) } de vos points ne sont plus valables longtemps, les premiers jusqu’au { DAY($day) }.
       *[other] { NUMBER($count) } de vos points ne sont plus valables longtemps, les premiers jusqu’au { DAY($day) }.
    }
points-check-failed =
    { $count ->
        [one] ⚠️ Un compte de points n’est pas juste : ce qui y était inscrit a été modifié d’ailleurs. <code>main.py doctor</code> le nomme.
        [many] ⚠️ { $count } de comptes de points ne sont pas justes : ce qui y était inscrit a été modifié d’ailleurs. <code>main.py doctor</code> les nomme.
       *[other] ⚠️ { $count } comptes de points ne sont pas justes : ce qui y était inscrit a été modifié d’ailleurs. <code>main.py doctor</code> les nomme.
    }
