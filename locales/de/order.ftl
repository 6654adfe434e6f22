# The card of one order.
order-title = <b>Bestellung { $number }</b>
order-state = <b>{ $state }</b>
order-untold = Ihre Bestellung ist bei uns eingegangen. Wie weit sie ist, hat uns der Shop noch nicht mitgeteilt; sobald er es tut, sehen Sie es hier.
order-placed = Bestellt am { DATE($day) }
order-expected = Erwartet: <b>{ DAY($day) }</b>
order-expected-window = Erwartet: <b>{ DAY($day) }</b>, { TIME($start) } bis { TIME($end) } Uhr
order-late = Die Lieferung war für { DAY($day) }, geplant und ist verspätet. Wir bitten um Entschuldigung.
order-delivered-at = Zugestellt: { DAY($at) }, { TIME($at) } Uhr
order-collected = ✅ Abgeholt
order-collected-at = Abgeholt: { DAY($at) }, { TIME($at) } Uhr
order-items = <b>Artikel</b>
order-item = { NUMBER($quantity) } × { $name }
order-item-variant = { NUMBER($quantity) } × { $name } ({ $variant })
order-item-price = { $line } – je { MONEY($price) }
order-item-refunded = { $line } (davon { NUMBER($count) } erstattet)
order-items-more =
    { $count ->
        [one] … und ein weiterer Artikel
       *[other] … und { $count } weitere Artikel
    }
order-items-unknown = Der Shop hat uns nicht mitgeteilt, welche Artikel zu dieser Bestellung gehören.
order-total = <b>Summe: { MONEY($total) }</b>
order-shipping = Versand: { MONEY($total) }
order-discount = Rabatt: −{ MONEY($total) }
order-tax = Darin enthaltene Steuer: { MONEY($total) }
order-total-unknown = Die Summe ist nicht bekannt.
order-original = Ursprünglich: { MONEY($total) }
order-refunded = Erstattet: <b>{ MONEY($total) }</b> am { DATE($day) }
order-refunded-some = Erstattung am { DATE($day) }; den Betrag hat der Shop uns nicht mitgeteilt.
order-refunded-all = Insgesamt erstattet: { MONEY($total) }
order-return-requested = Rückgabe angefragt, noch nicht entschieden (Stand { DATE($day) })
order-return-approved = Rückgabe offen: angenommen, noch nicht abgeschlossen (Stand { DATE($day) })
order-return-rejected = Rückgabe abgelehnt am { DATE($day) }
order-return-cancelled = Rückgabe zurückgezogen am { DATE($day) }
order-return-closed = Rückgabe abgeschlossen am { DATE($day) }
order-payment = Zahlungsart: { $method }
order-address = Lieferadresse: { $address }
order-split =
    { $count ->
        [one] Diese Bestellung kommt in einem Paket:
       *[other] Diese Bestellung kommt in { $count } Paketen:
    }
order-partly = <b>✅ { NUMBER($arrived) } von { NUMBER($count) } Paketen zugestellt</b>
order-partly-expected =
    { $count ->
        [one] Das andere Paket: erwartet <b>{ DAY($day) }</b>
       *[other] Die anderen Pakete: erwartet bis <b>{ DAY($day) }</b>
    }
order-parcel = <b>Paket { NUMBER($position) } von { NUMBER($count) }: { $state }</b>
order-parcels-more =
    { $count ->
        [one] … und ein weiteres Paket
       *[other] … und { $count } weitere Pakete
    }
order-parcel-contents = Inhalt: { $contents }
order-content = { NUMBER($quantity) } × { $name }
order-carrier = Paketdienst: { $carrier }
order-tracking = Sendungsnummer: <code>{ $number }</code>
order-no-parcel = Es ist noch kein Paket an einen Paketdienst übergeben.

order-timeline-button = Sendungsverlauf
order-items-button = Artikel und Preise
order-card-button = ‹ Bestellung
order-refresh-button = Aktualisieren
order-track-button = Paket verfolgen
order-track-parcel-button = Paket { NUMBER($position) } verfolgen
order-copy-button = Nummer kopieren
order-copy-parcel-button = Nummer { NUMBER($position) } kopieren
order-product-button = { $name }
order-refreshed-toast = Aktualisiert.
order-missing-arrived = Der Paketdienst meldet das Paket als <b>zugestellt</b>. Wenn es nicht da ist, tippen Sie auf den Knopf: Wir suchen zusammen, und wenn es nirgends ist, kümmert sich unser Team.
order-missing-coming = Das Paket ist noch <b>nicht als zugestellt gemeldet</b>. So weit ist es:
order-missing-parcel-button = Paket { NUMBER($position) } habe ich nicht
order-given-exchange = 🔁 Im Tausch bekommen: { $item } ({ $number })
order-given-replacement = 🔁 Als Ersatz bekommen: { $item } ({ $number })
order-declared-stopped-all = ✖️ <b>Widerrufen am { DATE($day) }.</b> Es kommt nichts mehr, und Sie müssen nichts tun.
order-declared-coming-all = ↩️ <b>Widerrufen am { DATE($day) }.</b> Nehmen Sie das Paket bitte nicht an; haben Sie es schon, schicken Sie es zurück.
order-declared-back-all = ↩️ <b>Widerrufen am { DATE($day) }.</b> Das Paket ist schon auf dem Rückweg zu uns; Sie müssen nichts tun.
order-declared-lost-all = ↩️ <b>Widerrufen am { DATE($day) }.</b> Das Paket ist nie angekommen; Sie müssen nichts zurückschicken.
order-declared-here-all = ↩️ <b>Widerrufen am { DATE($day) }.</b> Wie es weitergeht, steht unten beim Widerruf.
order-declared-done-all = ✅ <b>Widerrufen am { DATE($day) }.</b> Das ist erledigt.
order-declared-part = ↩️ Widerrufen am { DATE($day) }: { $items }.
order-declared-stopped = Das kommt nicht mehr.
order-declared-coming = Bitte nehmen Sie es nicht an.
order-declared-back = Das ist schon auf dem Rückweg zu uns.
order-declared-lost = Das ist nie angekommen.
order-declared-here = Wie es weitergeht, steht unten beim Widerruf.
order-declared-done = Das ist erledigt.
