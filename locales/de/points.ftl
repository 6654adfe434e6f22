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
