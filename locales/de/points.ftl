# Points: what somebody has collected, and why.
points-title = <b>Meine Punkte</b>
points-available =
    { $count ->
        [one] Sie haben einen Punkt.
       *[other] Sie haben { $count } Punkte.
    }
points-owed =
    { $count ->
        [one] Es fehlt ein Punkt: Er war schon eingelöst, als die Ware zurückkam. Der nächste gleicht das aus.
       *[other] Es fehlen { $count } Punkte: Sie waren schon eingelöst, als die Ware zurückkam. Die nächsten gleichen das aus.
    }
points-pending =
    { $count ->
        [one] Ein Punkt kommt dazu: am { DAY($day) }, wenn die Zeit für eine Rückgabe vorbei ist.
       *[other] { $count } Punkte kommen dazu, die ersten am { DAY($day) }, wenn die Zeit für eine Rückgabe vorbei ist.
    }
points-none = Für Ihre Antwort, wenn wir Sie nach einer Bestellung fragen, gibt es Punkte, gleich wie sie ausfällt.
points-entry = <b>{ $points }</b> · { $reason } · { DATE($day) }
points-entry-pending = <b>{ $points }</b> · { $reason } · zählt ab { DATE($day) }
points-reason-survey = Ihre Bewertung
points-reason-survey_order = Ihre Bewertung zur Bestellung { $number }
points-reason-goodwill = als Entschuldigung
points-reason-expire = verfallen: bis dahin nicht eingelöst
points-reason-spend = eingelöst
points-reason-purchase = Einkauf, Bestellung { $number }
points-reason-clawback = zurückgegeben ({ $number }, Bestellung { $order }): zurückgebucht, wie damals gutgeschrieben
points-reason-clawback_undone = doch behalten ({ $number }, Bestellung { $order }): wieder gutgeschrieben
points-reason-other = gebucht
points-not-enough = Dafür reichen die Punkte nicht: Es sind { NUMBER($available) }.
points-reason-review = Ihre Bewertung von „{ $product }“
points-reason-review_removed = Ihre Bewertung wurde gelöscht
points-reason-review_fake = Ihre Bewertung zählt nicht
points-reason-review_again = Ihre Bewertung zählt wieder
points-reason-goodwill_order = als Entschuldigung zu Bestellung { $number }
points-codes = <b>Ihre Codes</b>
points-code = <code>{ $code }</code> · { $reason } · { DATE($day) }
points-reason-clawback_refund = erstattet (Bestellung { $order }): zurückgebucht, wie damals gutgeschrieben
codes-none =
    <b>Gutscheine</b>
    Ihnen ist noch kein Code geschenkt worden. Wenn Sie einen bekommen, steht er hier; eingegeben wird er im Shop an der Kasse.
codes-how = Eingegeben wird ein Code im Shop an der Kasse.
codes-unlinked =
    <b>Gutscheine</b>
    Codes, die Ihnen geschenkt wurden, stehen hier, sobald Ihr Einkauf verknüpft ist. Eingegeben wird ein Code im Shop an der Kasse.
points-expiring =
    { $count ->
        [one] Ein Punkt davon gilt noch bis { DAY($day) }.
       *[other] { NUMBER($count) } davon gelten noch bis { DAY($day) }.
    }
points-tier = Ihre Stufe: <b>{ $name }</b>
points-benefit = · { $benefit }
points-next =
    { $count ->
        [one] Noch ein Punkt bis zur Stufe { $name }.
       *[other] Noch { NUMBER($count) } Punkte bis zur Stufe { $name }.
    }
points-times = Einkäufe bringen { NUMBER($times) }-mal so viele Punkte
points-how-button = Wie Punkte entstehen
points-how-title = <b>Wie Punkte entstehen</b>
points-how-rate = · Einkauf: { NUMBER($rate) } je { $currency }, ohne Versandkosten
points-how-week = · Bestellt vom { DATE($first) } bis { DATE($last) }: { NUMBER($times) }-mal so viele
points-how-pending = · Punkte aus Einkäufen zählen, sobald nichts mehr zurückgegeben werden kann; was zurückgeht, nimmt seine Punkte mit.
points-how-survey =
    { $count ->
        [one] · Antwort auf eine Umfrage: meist ein Punkt, wie auch immer sie ausfällt
       *[other] · Antwort auf eine Umfrage: meist { NUMBER($count) }, wie auch immer sie ausfällt
    }
points-how-review =
    { $count ->
        [one] · Bewertung eines gekauften Produkts: ein Punkt, für einen Stern ebenso wie für fünf
       *[other] · Bewertung eines gekauften Produkts: { NUMBER($count) }, für einen Stern ebenso viele wie für fünf
    }
points-how-expiry =
    { $count ->
        [one] · Punkte gelten einen Monat, nachdem sie zählen; die ältesten werden zuerst eingelöst.
       *[other] · Punkte gelten { $count } Monate, nachdem sie zählen; die ältesten werden zuerst eingelöst.
    }
points-how-forever = · Punkte verfallen nicht.
points-how-tiers =
    { $count ->
        [one] <b>Stufen</b>, nach den Punkten, die im letzten Monat dazukamen
       *[other] <b>Stufen</b>, nach den Punkten, die in den letzten { $count } Monaten dazukamen
    }
points-how-tier = <b>{ $name }</b>: ab { NUMBER($count) }
points-warning =
    { $count ->
        [one] Einer Ihrer Punkte gilt nur noch bis { DAY($day) }.
       *[other] { NUMBER($count) } Ihrer Punkte gelten nicht mehr lange, die ersten bis { DAY($day) }.
    }
points-check-failed =
    { $count ->
        [one] ⚠️ Ein Punktekonto stimmt nicht: Was gebucht war, hat jemand anderes geändert. Welches es ist, sagt <code>main.py doctor</code>.
       *[other] ⚠️ { $count } Punktekonten stimmen nicht: Was gebucht war, hat jemand anderes geändert. Welche es sind, sagt <code>main.py doctor</code>.
    }
