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
product-withdrawal = Widderruff: { $days } Deeg nom Empfang, ouni Grond.
product-withdrawal-sealed = Widderruff: { $days } Deeg nom Empfang, soulaang de Sigel intakt ass.
product-no-withdrawal = Kee Widderruff: { $reason }.
product-favour = Fräiwëlleg huele mir et normalerweis bis den { $days }. Dag nom Empfang zréck.
product-no-favour = Doriwwer eraus huele mir et net fräiwëlleg zréck.
product-no-favour-because = Doriwwer eraus huele mir et net fräiwëlleg zréck: { $reason }
product-defect = Defekt oder falsch: Dofir stinn mir { $months } Méint an.
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
product-price-upto-button = bis { MONEY($most) }
product-price-between-button = { MONEY($least) } bis { MONEY($most) }
product-price-above-button = ab { MONEY($least) }
product-price-button = { MONEY($price) }
product-sold-out-button = ausverkaaft

# De Wonsch, vun engem ausverkaafte Produit ze héieren.
product-wish-button = 🔔 Mellen, wann et erëm do ass
product-unwish-button = 🔕 Net méi mellen
product-wished = 🔔 Mir mellen eis eng Kéier, soubal et erëm do ass. Ass et de { DATE($until) } net do, soe mir dat och.
product-wish-which = Bei wéi engem Produit soll ech Bescheed soen? Schreift säin Numm, oder tippt drop.
product-wish-there = Et ass schonn erëm do: Dir braucht net ze waarden.
product-wished-toast = Virgemierkt: Mir mellen eis.
product-unwished-toast = Mir mellen eis net méi dozou.
product-wishes-full-alert = Dir waart schonn op esou vill Produiten, wéi mir eis mierke kënnen. Sträicht wann ech gelift fir d’éischt ee bei „Mäi Kont“.
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
