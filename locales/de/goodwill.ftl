# Goodwill: was das Team unzufriedenen Kunden gibt, und wie es gesagt wird.
goodwill-button = 🎁 Kulanz
goodwill-ask =
    🎁 <b>Kulanz zu Fall { $id }</b>
    Was bekommt die Person? Sie sehen es noch einmal, bevor es gegeben wird.
goodwill-so-far =
    { $count ->
        [one] Bisher: ein Punkt.
       *[other] Bisher: { $count } Punkte.
    }
goodwill-left =
    { $count ->
        [one] Sie können in diesem Fall noch einen Punkt geben.
       *[other] Sie können in diesem Fall noch { $count } Punkte geben.
    }
goodwill-codes-left =
    { $count ->
        [0] Einen Code können hier nur noch die Inhaber geben.
        [one] Sie können in diesem Fall einen Code geben.
       *[other] Sie können in diesem Fall noch { $count } Codes geben.
    }
goodwill-points-given =
    { $count ->
        [one] 🎁 ein Punkt
       *[other] 🎁 { $count } Punkte
    }
goodwill-code-given = 🎁 Code { $code }
goodwill-code-button = 🏷 Ein Code
goodwill-code-ask = Welcher Code? Schreiben Sie ihn so, wie Ihr Shop ihn kennt, zum Beispiel <code>SORRY-10</code>.
goodwill-bad-code = Das ist kein Code: 3 bis 40 Buchstaben, Ziffern, - und _.
goodwill-confirm =
    🎁 <b>Kulanz zu Fall { $id }</b>
    { $gift }
    Die Person erfährt davon. Schreiben Sie einen Satz, der darunter stehen soll, oder geben Sie es ohne.
goodwill-give-button = 🎁 Geben
goodwill-given-toast = Gegeben, die Person erfährt davon.
goodwill-before-alert = In diesem Fall wurde gerade etwas gegeben; ein zweites Mal wurde nichts gegeben. Sehen Sie sich den Fall an, bevor Sie mehr geben.
goodwill-nobody-alert = Zu diesem Fall ist kein Kundenkonto bekannt; es gibt niemanden, dem man es geben könnte.
goodwill-too-much-alert = Das ist mehr, als in diesem Fall gegeben werden darf. Fragen Sie die Inhaber.
goodwill-too-many-alert = In diesem Fall dürfen Sie keinen weiteren Code geben. Fragen Sie die Inhaber.
goodwill-used-alert = Diesen Code hat schon jemand bekommen. Nehmen Sie bitte einen anderen: Jeder Code geht an eine Person.
goodwill-how = Schreiben Sie <code>/goodwill 50</code> für Punkte oder <code>/goodwill SORRY-10</code> für einen Code, und dahinter, wenn Sie mögen, einen Satz für die Person.
goodwill-told-points =
    { $count ->
        [one] 🎁 <b>{ $shop }</b> bittet um Entschuldigung. Als Wiedergutmachung haben Sie einen Punkt mehr auf Ihrem Konto.
       *[other] 🎁 <b>{ $shop }</b> bittet um Entschuldigung. Als Wiedergutmachung haben Sie { $count } Punkte mehr auf Ihrem Konto.
    }
goodwill-told-code = 🎁 <b>{ $shop }</b> bittet um Entschuldigung. Als Wiedergutmachung haben wir einen Code für Sie: <code>{ $code }</code>
goodwill-copy-button = 📋 Code kopieren
goodwill-coupon-given = 🎁 Gutschein { $worth } { $code }
goodwill-coupon-button = 🎟 Gutschein: { $worth }
goodwill-told-coupon = 🎁 <b>{ $shop }</b> bittet um Entschuldigung. Als Wiedergutmachung haben wir einen Gutschein für Sie: { $worth }, gültig bis { DATE($day) }. Ihr Code: <code>{ $code }</code>
