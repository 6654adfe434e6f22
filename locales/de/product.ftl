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
product-withdrawal = Widerruf: { $days } Tage ab Erhalt, ohne Grund.
product-withdrawal-sealed = Widerruf: { $days } Tage ab Erhalt, solange das Siegel unversehrt ist.
product-no-withdrawal = Kein Widerruf: { $reason }.
product-favour = Freiwillig nehmen wir es in der Regel bis zum { $days }. Tag nach Erhalt zurück.
product-no-favour = Darüber hinaus nehmen wir es nicht freiwillig zurück.
product-no-favour-because = Darüber hinaus nehmen wir es nicht freiwillig zurück: { $reason }
product-defect = Defekt oder falsch: Dafür stehen wir { $months } Monate lang ein.
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

# Eine Liste von Produkten, und was sie eingrenzt.
product-found =
    { $count ->
        [one] <b>Ein Produkt</b> zu „{ $words }“
       *[other] <b>{ $count } Produkte</b> zu „{ $words }“
    }
product-near = „{ $words }“: Genau das haben wir nicht gefunden. Am nächsten kommt:
product-not-found = Zu „{ $words }“ haben wir nichts gefunden.
product-none-fits = <b>Nichts passt zu dieser Auswahl.</b>
product-only = Nur: { $told }
product-search-hint = Schreiben Sie einfach, was Sie suchen.
product-refine-hint = Noch ein Wort grenzt die Auswahl ein.
product-ask-hint = Schreiben Sie es gern anders. Unser Team hilft auch beim Suchen.
product-category-button = Kategorie
product-price-filter-button = Preis
product-stock-button = ☐ Auf Lager
product-stock-on-button = ☑ Auf Lager
product-all-button = Alles zeigen
product-category-choose = <b>Welche Kategorie?</b>
product-any-category-button = Alle Kategorien
product-price-choose = <b>Welcher Preis?</b>
product-any-price-button = Jeder Preis
product-price-below-button = unter { MONEY($most) }
product-price-upto-button = bis { MONEY($most) }
product-price-between-button = { MONEY($least) } bis { MONEY($most) }
product-price-above-button = ab { MONEY($least) }
product-price-button = { MONEY($price) }
product-sold-out-button = ausverkauft

# Der Wunsch, von einem ausverkauften Produkt zu hören.
product-wish-button = 🔔 Melden, wenn es wieder da ist
product-unwish-button = 🔕 Nicht mehr melden
product-wished = 🔔 Wir melden uns einmal, sobald es wieder da ist. Ist es bis zum { DATE($until) } nicht da, sagen wir auch das.
product-wish-which = Bei welchem Produkt soll ich Bescheid sagen? Schreiben Sie seinen Namen, oder tippen Sie es an.
product-wish-there = Es ist schon wieder da: Sie brauchen nicht zu warten.
product-wished-toast = Vorgemerkt: Wir melden uns.
product-unwished-toast = Wir melden uns nicht mehr dazu.
product-wishes-full-alert = Sie warten schon auf so viele Produkte, wie wir uns merken können. Bitte streichen Sie erst eines unter „Mein Konto“.
product-back =
    <b>{ $name }</b> ist wieder da.
    Sie hatten uns gebeten, es Ihnen zu sagen. Reserviert ist es nicht.
product-wish-over = <b>{ $name }</b> ist noch nicht wieder da. Ihre Vormerkung ist abgelaufen; mit einem Tipp beim Produkt merken Sie es neu vor.
product-wish-gone = <b>{ $name }</b> kommt nicht wieder: Der Shop führt es nicht mehr. Ihre Vormerkung ist damit erledigt.
product-open-button = Produkt ansehen
product-wishes-title =
    <b>Worauf Sie warten</b>
    Tippen Sie ein Produkt an, um die Vormerkung zu streichen.
product-wishes-none = Sie warten auf kein Produkt.
