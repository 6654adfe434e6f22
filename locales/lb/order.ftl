# The card of one order.
order-title = <b>Bestellung { $number }</b>
order-state = <b>{ $state }</b>
order-untold = Är Bestellung ass bei eis agaangen. De Shop huet eis nach net gesot, wéi wäit se ass; soubal hien et mécht, gesitt Dir et hei.
order-placed = Bestallt: { DATE($day) }
order-expected = Erwaart: <b>{ DAY($day) }</b>
order-expected-window = Erwaart: <b>{ DAY($day) }</b>, tëscht { TIME($start) } an { TIME($end) } Auer
order-late = D’Liwwerung war fir { DAY($day) }, geplangt an huet Verspéidung. Dat deet eis leed.
order-delivered-at = Geliwwert: { DAY($at) }, { TIME($at) } Auer
order-collected = ✅ Ofgeholl
order-collected-at = Ofgeholl: { DAY($at) }, { TIME($at) } Auer
order-items = <b>Artikelen</b>
order-item = { NUMBER($quantity) } × { $name }
order-item-variant = { NUMBER($quantity) } × { $name } ({ $variant })
order-item-price = { $line } – { MONEY($price) } d’Stéck
order-item-refunded = { $line } (dovun { NUMBER($count) } rembourséiert)
order-items-more =
    { $count ->
        [one] … an nach een Artikel
       *[other] … an nach { $count } Artikelen
    }
order-items-unknown = De Shop huet eis net gesot, wéi eng Artikelen zu dëser Bestellung gehéieren.
order-total = <b>Total: { MONEY($total) }</b>
order-shipping = Liwwerung: { MONEY($total) }
order-discount = Rabatt: −{ MONEY($total) }
order-tax = Steieren abegraff: { MONEY($total) }
order-total-unknown = Den Total ass net bekannt.
order-original = Ursprénglech: { MONEY($total) }
order-refunded = Rembourséiert: <b>{ MONEY($total) }</b> den { DATE($day) }
order-refunded-some = Remboursement den { DATE($day) }; de Montant huet de Shop eis net gesot.
order-refunded-all = Am Ganze rembourséiert: { MONEY($total) }
order-return-requested = Retour ugefrot, nach net decidéiert (Stand { DATE($day) })
order-return-approved = Retour oppen: ugeholl, nach net ofgeschloss (Stand { DATE($day) })
order-return-rejected = Retour ofgeleent den { DATE($day) }
order-return-cancelled = Retour zréckgezunn den { DATE($day) }
order-return-closed = Retour ofgeschloss den { DATE($day) }
order-payment = Bezuelmethod: { $method }
order-address = Liwweradress: { $address }
order-split =
    { $count ->
        [one] Dës Bestellung kënnt an engem Pak:
       *[other] Dës Bestellung kënnt op { $count } Päck verdeelt:
    }
order-partly = <b>✅ { NUMBER($arrived) } vun { NUMBER($count) } Päck geliwwert</b>
order-partly-expected =
    { $count ->
        [one] Deen anere Pak: erwaart <b>{ DAY($day) }</b>
       *[other] Déi aner Päck: erwaart bis <b>{ DAY($day) }</b>
    }
order-parcel = <b>Pak { NUMBER($position) }/{ NUMBER($count) }: { $state }</b>
order-parcels-more =
    { $count ->
        [one] … an nach ee Pak
       *[other] … an nach { $count } Päck
    }
order-parcel-contents = Inhalt: { $contents }
order-content = { NUMBER($quantity) } × { $name }
order-carrier = Transporteur: { $carrier }
order-tracking = Trackingnummer: <code>{ $number }</code>
order-no-parcel = Et gouf nach kee Pak un en Transporteur iwwerginn.

order-timeline-button = Verlaf
order-items-button = Artikelen a Präisser
order-card-button = ‹ Bestellung
order-refresh-button = Aktualiséieren
order-track-button = Pak verfollegen
order-track-parcel-button = Pak { NUMBER($position) } verfollegen
order-copy-button = Nummer kopéieren
order-copy-parcel-button = Nummer { NUMBER($position) } kopéieren
order-product-button = { $name }
order-refreshed-toast = Aktualiséiert.
order-missing-arrived = De Transporteur mellt de Pak als <b>zougestallt</b>. Wann en net do ass, tippt op de Knäppchen: Mir sichen zesummen, a wann en néierens ass, këmmert sech eis Ekipp.
order-missing-coming = De Pak ass nach <b>net als zougestallt gemellt</b>. Sou wäit ass en:
order-missing-parcel-button = De Pak { NUMBER($position) } hunn ech net
order-given-exchange = 🔁 Am Tausch kritt: { $item } ({ $number })
order-given-replacement = 🔁 Als Ersatz kritt: { $item } ({ $number })
order-declared-stopped-all = ✖️ <b>Den { DATE($day) } widderruff.</b> Et kënnt näischt méi, an Dir musst näischt maachen.
order-declared-coming-all = ↩️ <b>Den { DATE($day) } widderruff.</b> Huelt de Pak w.e.g. net un; hutt Dir e schonn, schéckt en zréck.
order-declared-back-all = ↩️ <b>Den { DATE($day) } widderruff.</b> De Pak ass schonn um Wee zréck bei eis; Dir musst näischt maachen.
order-declared-lost-all = ↩️ <b>Den { DATE($day) } widderruff.</b> De Pak ass ni ukomm; Dir musst näischt zréckschécken.
order-declared-here-all = ↩️ <b>Den { DATE($day) } widderruff.</b> Wéi et virugeet, steet ënnen beim Widderruff.
order-declared-done-all = ✅ <b>Den { DATE($day) } widderruff.</b> Dat ass erleedegt.
order-declared-part = ↩️ Den { DATE($day) } widderruff: { $items }.
order-declared-stopped = Dat kënnt net méi.
order-declared-coming = Huelt et w.e.g. net un.
order-declared-back = Dat ass schonn um Wee zréck bei eis.
order-declared-lost = Dat ass ni ukomm.
order-declared-here = Wéi et virugeet, steet ënnen beim Widderruff.
order-declared-done = Dat ass erleedegt.
