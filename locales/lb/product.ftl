# Products and their facts.
product-title = <b>{ $name }</b>
product-price = <b>{ MONEY($price) }</b>
product-in-stock = Op Lager
product-few =
    { $count ->
        [one] Nach just ee Stéck op Lager
       *[other] Nach just { $count } Stéck op Lager
    }
product-sold-out = Am Moment ausverkaaft
product-description = { $text }
product-fact = <b>{ $label }:</b> { $value }
product-sku = Artikelnummer: <code>{ $sku }</code>
product-returnable = Kann zréckgeschéckt ginn.
product-not-returnable = Kann net zréckgeschéckt ginn: { $reason }
product-not-returnable-plain = Kann net zréckgeschéckt ginn.
product-other-language = Dës Informatioune gëtt et nëmmen an enger anerer Sprooch: { $language }.
product-list = <b>Eis Produiten</b>
product-list-none = De Shop huet hei nach keng Produiten uginn.
product-choose = <b>Wéi e Produit mengt Dir?</b>
product-entry-button = { $name }
product-manual-button = Gebrauchsanweisung
product-pictures-button = Biller
product-facts-button = All Detailer
product-next-button = Weider ›
product-previous-button = ‹ Virdrun
product-unknown-toast = Dësen Artikel huet de Shop net méi.
