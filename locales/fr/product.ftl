# Products and their facts.
product-title = <b>{ $name }</b>
product-price = <b>{ MONEY($price) }</b>
product-in-stock = En stock
product-few =
    { $count ->
        [one] Plus qu’un seul en stock
        [many] Plus que { $count } en stock
       *[other] Plus que { $count } en stock
    }
product-sold-out = Épuisé pour le moment
product-description = { $text }
product-fact = <b>{ $label } :</b> { $value }
product-sku = Référence : <code>{ $sku }</code>
product-withdrawal = Rétractation : { $days } jours après réception, sans motif.
product-withdrawal-sealed = Rétractation : { $days } jours après réception, tant que le sceau est intact.
product-no-withdrawal = Pas de rétractation : { $reason }.
product-favour = À titre commercial, nous le reprenons en général jusqu’au { $days }e jour après réception.
product-no-favour = Au-delà, nous ne le reprenons pas à titre commercial.
product-no-favour-because = Au-delà, nous ne le reprenons pas à titre commercial : { $reason }
product-defect = Défectueux ou non conforme : nous en répondons pendant { $months } mois.
product-other-language = La boutique donne ces informations dans une autre langue : { $language }.
product-list = <b>Nos produits</b>
product-list-none = La boutique n’a encore présenté aucun produit ici.
product-choose = <b>De quel produit s’agit-il ?</b>
product-entry-button = { $name }
product-manual-button = Mode d’emploi
product-pictures-button = Photos
product-facts-button = Tous les détails
product-next-button = Suivants ›
product-previous-button = ‹ Précédents
product-unknown-toast = La boutique ne propose plus cet article.

# Une liste de produits, et ce qui la restreint.
product-found =
    { $count ->
        [one] <b>Un produit</b> pour « { $words } »
        [many] <b>{ $count } produits</b> pour « { $words } »
       *[other] <b>{ $count } produits</b> pour « { $words } »
    }
product-near = « { $words } » : nous n’avons pas trouvé exactement cela. Ce qui s’en rapproche le plus :
product-not-found = Nous n’avons rien trouvé pour « { $words } ».
product-none-fits = <b>Rien ne correspond à ce choix.</b>
product-only = Seulement : { $told }
product-search-hint = Écrivez simplement ce que vous cherchez.
product-refine-hint = Un mot de plus restreint le choix.
product-ask-hint = Essayez d’autres mots. Notre équipe vous aide aussi à chercher.
product-category-button = Catégorie
product-price-filter-button = Prix
product-stock-button = ☐ En stock
product-stock-on-button = ☑ En stock
product-all-button = Tout afficher
product-category-choose = <b>Quelle catégorie ?</b>
product-any-category-button = Toutes les catégories
product-price-choose = <b>Quel prix ?</b>
product-any-price-button = Tous les prix
product-price-below-button = moins de { MONEY($most) }
product-price-upto-button = jusqu’à { MONEY($most) }
product-price-between-button = { MONEY($least) } à { MONEY($most) }
product-price-above-button = à partir de { MONEY($least) }
product-price-button = { MONEY($price) }
product-sold-out-button = épuisé

# Le souhait d’être prévenu d’un produit épuisé.
product-wish-button = 🔔 Me prévenir de son retour
product-unwish-button = 🔕 Ne plus me prévenir
product-wished = 🔔 Nous vous préviendrons une fois, dès son retour. S’il n’est pas revenu le { DATE($until) }, nous vous le dirons aussi.
product-wish-which = Pour quel produit dois-je vous prévenir ? Écrivez son nom ou touchez-le.
product-wish-there = Il est déjà de retour : vous n’avez pas à attendre.
product-wished-toast = C’est noté : nous vous préviendrons.
product-unwished-toast = Nous ne vous préviendrons plus.
product-wishes-full-alert = Vous attendez déjà autant de produits que nous pouvons en retenir. Retirez-en un d’abord sous « Mon compte ».
product-back =
    <b>{ $name }</b> est de nouveau en stock.
    Vous nous aviez demandé de vous le dire. L’article n’est pas réservé.
product-wish-over = <b>{ $name }</b> n’est pas encore revenu. Votre demande a expiré ; un appui sur le produit la renouvelle.
product-wish-gone = <b>{ $name }</b> ne reviendra pas : la boutique ne le vend plus. Votre demande est close.
product-open-button = Voir le produit
product-wishes-title =
    <b>Ce que vous attendez</b>
    Appuyez sur un produit pour retirer votre demande.
product-wishes-none = Vous n’attendez aucun produit.
