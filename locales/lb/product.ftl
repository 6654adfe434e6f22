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

# Eng Lëscht vu Produiten, a wat se méi kleng mécht.
product-found =
    { $count ->
        [one] <b>Ee Produit</b> fir „{ $words }“
       *[other] <b>{ $count } Produiten</b> fir „{ $words }“
    }
product-near = „{ $words }“: Genee dat hu mir net fonnt. Am nooste kënnt:
product-not-found = Fir „{ $words }“ hu mir näischt fonnt.
product-none-fits = <b>Näischt passt zu dëser Auswiel.</b>
product-only = Nëmmen: { $told }
product-search-hint = Schreift einfach, wat Dir sicht.
product-refine-hint = Nach ee Wuert mécht d’Auswiel méi kleng.
product-ask-hint = Probéiert aner Wierder. Eis Ekipp hëlleft Iech och sichen.
product-category-button = Kategorie
product-price-filter-button = Präis
product-stock-button = ☐ Op Lager
product-stock-on-button = ☑ Op Lager
product-all-button = Alles weisen
product-category-choose = <b>Wéi eng Kategorie?</b>
product-any-category-button = All Kategorien
product-price-choose = <b>Wéi e Präis?</b>
product-any-price-button = All Präis
product-price-below-button = ënner { MONEY($most) }
product-price-between-button = { MONEY($least) } bis { MONEY($most) }
product-price-above-button = ab { MONEY($least) }
product-price-button = { MONEY($price) }
product-sold-out-button = ausverkaaft

# De Wonsch, vun engem ausverkaafte Produit ze héieren.
product-wish-button = 🔔 Mellen, wann et erëm do ass
product-unwish-button = 🔕 Net méi mellen
product-wished = 🔔 Mir mellen eis eng Kéier, soubal et erëm do ass. Ass et de { DATE($until) } net do, soe mir dat och.
product-wished-toast = Virgemierkt: Mir mellen eis.
product-unwished-toast = Mir mellen eis net méi dozou.
product-wishes-full-alert = Dir waart schonn op esou vill Produiten, wéi mir eis mierke kënnen. Sträicht w. e. g. fir d’éischt ee bei „Mäi Kont“.
product-back =
    <b>{ $name }</b> ass erëm do.
    Dir hat eis gefrot, Iech et ze soen. Reservéiert ass et net.
product-wish-over = <b>{ $name }</b> ass nach net erëm do. Är Virmierkung ass ofgelaf; mat engem Tipp beim Produit maacht Dir eng nei.
product-wish-gone = <b>{ $name }</b> kënnt net méi: De Shop huet et net méi. Är Virmierkung ass domat eriwwer.
product-open-button = Produit kucken
product-wishes-title =
    <b>Op wat Dir waart</b>
    Tippt e Produit un, fir d’Virmierkung ze sträichen.
product-wishes-none = Dir waart op kee Produit.
