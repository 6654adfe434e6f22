# The list of orders.
orders-title =
    { $total ->
        [one] <b>Meng Bestellungen</b> · eng Bestellung
       *[other] <b>Meng Bestellungen</b> · { $total } Bestellungen
    }
orders-none = Zu Ärem Kont si keng Bestellungen notéiert.
orders-page = Säit { $page }/{ $pages }. Fir d’éischt kommen déi oppe Bestellungen, dann déi neist.
orders-choose = <b>Wéi eng Bestellung mengt Dir?</b>
orders-all-delivered = Dir hutt am Moment keng oppe Bestellung. Hei sinn Är lescht:
orders-entry-button = { $number } · { $state }
orders-entry-partly = ✅ { NUMBER($arrived) } vun { NUMBER($count) } Päck geliwwert
orders-entry-withdrawn = ↩️ Widderruff
orders-entry-part = { $state }, deelweis ↩️
orders-entry-late-button = { $number } · verspéit · { $state }
orders-newer-button = ‹ Méi nei
orders-older-button = Méi al ›
