# The list of orders.
orders-title =
    { $total ->
        [one] <b>Meine Bestellungen</b> · eine Bestellung
       *[other] <b>Meine Bestellungen</b> · { $total } Bestellungen
    }
orders-none = Zu Ihrem Konto sind keine Bestellungen vermerkt.
orders-page = Seite { $page } von { $pages }. Zuerst kommen die offenen Bestellungen, dann die neuesten.
orders-choose = <b>Welche Bestellung meinen Sie?</b>
orders-all-delivered = Sie haben zurzeit keine offene Bestellung. Das sind Ihre letzten:
orders-entry-button = { $number } · { $state }
orders-entry-partly = ✅ { NUMBER($arrived) } von { NUMBER($count) } Paketen zugestellt
orders-entry-withdrawn = ↩️ Widerrufen
orders-entry-part = { $state }, teils ↩️
orders-entry-late-button = { $number } · verspätet · { $state }
orders-newer-button = ‹ Neuere
orders-older-button = Ältere ›
