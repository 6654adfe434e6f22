# Produktbewäertungen: Stären, Wierder, a wat doraus gëtt.
review-products-button = ⭐ Artikele bewäerten
review-list-title = Wat wëllt Dir bewäerten?
review-list-none = Bewäerte kënnt Dir, wat Dir bei eis kaaft a kritt hutt. Dovu fanne mir hei nach näischt.
review-title = <b>{ $product }</b>
review-ask = Wéi vill Stäre gitt Dir? Een Tipp geet duer.
review-terms = D’Stären zielen direkt, ob wéineg oder vill. Wierder a Bild liest eis Equipe, éier se ouni Ären Numm beim Produit stinn. Änneren a läsche kënnt Dir alles zu all Moment.
review-points =
    { $count ->
        [one] Fir déi éischt Bewäertung vun dësem Produit gëtt et ee Punkt, fir ee Stär grad ewéi fir fënnef. Gëtt se bannent 30 Deeg geläscht, geet en nees of.
       *[other] Fir déi éischt Bewäertung vun dësem Produit ginn et { NUMBER($count) } Punkten, fir ee Stär sou vill ewéi fir fënnef. Gëtt se bannent 30 Deeg geläscht, gi se nees of.
    }
review-points-given =
    { $count ->
        [one] Dofir krut Dir ee Punkt.
       *[other] Dofir krut Dir { NUMBER($count) } Punkten.
    }
review-points-pending =
    { $count ->
        [one] Dofir kritt Dir ee Punkt; e zielt vum { DATE($day) } un.
       *[other] Dofir kritt Dir { NUMBER($count) } Punkten; si zielen vum { DATE($day) } un.
    }
review-invite = <b>Wéi gefält Iech „{ $product }“?</b>
review-invite-hint = Een Tipp ass Är Bewäertung; Wierder a Bild kënnt Dir duerno dobäisetzen. Si steet ouni Ären Numm beim Produit an zielt, ob wéineg Stären oder vill.
review-not-bought = Bewäerte kann nëmmen, wien dëse Produit bei eis kaaft a kritt huet.
review-not-bought-alert = Bewäerte kann nëmmen, wien dëse Produit bei eis kaaft a kritt huet.
review-stars-first = Gitt w. e. g. fir d’éischt Stären, duerno gär Wierder dobäi.
review-own = Är Bewäertung: { $stars }
review-own-counted = Si zielt. Wierder oder e Bild kënnt Dir dobäisetzen.
review-own-waiting = D’Stären zielen. Är Wierder liest elo eis Equipe.
review-own-shown = Si steet beim Produit.
review-own-declined = D’Stären zielen. Är Wierder weise mir net, Grond: { $why }. Dir kënnt se änneren, da liese mir se nei.
review-own-fake = Mir weisen an zielen se net, Grond: { $why }. Dir kënnt se änneren, da liese mir se nei.
review-write-button = ✏️ Wierder oder Bild dobäi
review-rewrite-button = ✏️ Wierder änneren
review-remove-button = 🗑 Bewäertung läschen
review-remove-ask = Soll Är Bewäertung mat Stären, Wierder a Bild geläscht ginn?
review-remove-yes-button = Jo, läschen
review-removed-toast = Geläscht.
review-rated-toast = Merci! Är Stären zielen.
review-write-ask = Wat solle anerer iwwer de Produit wëssen? Schreift et an engem Message, gär mat engem Bild. Et gëtt ouni Ären Numm gewisen; schreift w. e. g. näischt Privates dran.
review-too-long = Dat ass e bëssen ze laang: w. e. g. héchstens { $most } Zeechen.
review-open-button = Meng Bewäertung kucken
review-told-shown = Är Bewäertung { $stars } zu „{ $product }“ steet elo beim Produit. Merci!
review-told-declined = D’Wierder vun Ärer Bewäertung { $stars } zu „{ $product }“ weise mir net. Grond: { $why }. Är Stären zielen trotzdeem. Dir kënnt d’Wierder änneren, da liese mir se nei.
review-told-fake = Är Bewäertung { $stars } zu „{ $product }“ weisen an ziele mir net. Grond: { $why }. Dir kënnt se änneren, da liese mir se nei; Froe beäntwert Iech eis Equipe hei.

# Beim Produit.
review-mean =
    { $count ->
        [one] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> vu 5 · eng Bewäertung
       *[other] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> vu 5 · { $count } Bewäertungen
    }
review-line = { $stars } „{ $words }“
review-read-button = Bewäertunge liesen ({ $reviews })
review-rate-button = ⭐ Bewäerten
review-verified-button = Wéi sinn se gepréift?
review-product-button = Bei de Produit
review-verified-alert = Bewäerte kann nëmmen, wien de Produit laut Bestellung kaaft a kritt huet. All Stären zielen, gutt wéi schlecht. Wierder liest eis Equipe fir d’éischt; wéineg Stäre si kee Grond fir en Nee.
review-one = { $stars } · { DATE($day) }
review-quote = <blockquote>{ $words }</blockquote>
review-verified = ✓ Gepréifte Kaf
review-verified-day = ✓ Gepréifte Kaf, geliwwert { DATE($day) }
review-returned = ↩ Mëttlerweil zréckginn
review-none = Nach keng Wierder zu dësem Produit.

# Fir d’Equipe.
review-card-title = 📝 <b>Bewäertung zu „{ $product }“</b> { $stars }
review-card-rule = Gepréifte Kaf. D’Stären zielen schonn; et geet nëmmen ëm Wierder a Bild. Wéineg Stäre si kee Grond.
review-card-shown = ✅ { $name } weist se, { DATETIME($at) }.
review-card-declined = 🚫 { $name } weist se net ({ $why }), { DATETIME($at) }. De Client kennt de Grond.
review-approve-button = ✅ Weisen
review-decline-button = 🚫 Net weisen …
review-why-insult = Beleidegung
review-why-private = Privat Donnéeën
review-why-unlawful = Géint d’Gesetz
review-why-adverts = Reklamm
review-why-offtopic = Net iwwer de Produit
review-why-fake = Keng echt Erfarung
review-moved-on-alert = Doriwwer ass schonn decidéiert, oder d’Bewäertung gouf geännert.
review-shown-toast = Steet beim Produit.
review-declined-toast = Net gewisen; de Grond ass matgedeelt.
