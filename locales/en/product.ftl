# Products and their facts.
product-title = <b>{ $name }</b>
product-price = <b>{ MONEY($price) }</b>
product-in-stock = In stock
product-few =
    { $count ->
        [one] Only one left in stock
       *[other] Only { $count } left in stock
    }
product-sold-out = Sold out at the moment
product-description = { $text }
product-fact = <b>{ $label }:</b> { $value }
product-sku = Item number: <code>{ $sku }</code>
product-returnable = Can be returned.
product-not-returnable = Cannot be returned: { $reason }
product-not-returnable-plain = Cannot be returned.
product-other-language = The shop tells this in another language: { $language }.
product-list = <b>Our products</b>
product-list-none = The shop has not listed any products here.
product-choose = <b>Which product do you mean?</b>
product-entry-button = { $name }
product-manual-button = Manual
product-pictures-button = Pictures
product-facts-button = All details
product-next-button = More ›
product-previous-button = ‹ Previous
product-unknown-toast = The shop does not list this item any more.
