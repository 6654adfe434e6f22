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
product-returnable = Peut être retourné.
product-not-returnable = Ne peut pas être retourné : { $reason }
product-not-returnable-plain = Ne peut pas être retourné.
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
