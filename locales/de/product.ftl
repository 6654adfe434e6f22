# Products and their facts.
product-title = <b>{ $name }</b>
product-price = <b>{ MONEY($price) }</b>
product-in-stock = Auf Lager
product-few =
    { $count ->
        [one] Nur noch ein Stück auf Lager
       *[other] Nur noch { $count } Stück auf Lager
    }
product-sold-out = Zurzeit ausverkauft
product-description = { $text }
product-fact = <b>{ $label }:</b> { $value }
product-sku = Artikelnummer: <code>{ $sku }</code>
product-returnable = Kann zurückgegeben werden.
product-not-returnable = Kann nicht zurückgegeben werden: { $reason }
product-not-returnable-plain = Kann nicht zurückgegeben werden.
product-other-language = Diese Angaben hat der Shop nur in einer anderen Sprache: { $language }.
product-list = <b>Unsere Produkte</b>
product-list-none = Der Shop hat hier keine Produkte hinterlegt.
product-choose = <b>Welches Produkt meinen Sie?</b>
product-entry-button = { $name }
product-manual-button = Anleitung
product-pictures-button = Bilder
product-facts-button = Alle Angaben
product-next-button = Weitere ›
product-previous-button = ‹ Vorherige
product-unknown-toast = Diesen Artikel führt der Shop nicht mehr.
