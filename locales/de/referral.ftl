# Invitations: the personal link, what it brings, and what the staff look at.
referral-button = 👋 Freunde einladen
referral-title = <b>Freunde einladen</b>
referral-pass-on = Geben Sie Ihren Link weiter; wir selbst schreiben niemandem, der uns nicht geschrieben hat.
referral-for-you = · Punkte für Sie: { NUMBER($points) }
referral-for-them = · Punkte für jede neue Kundin und jeden neuen Kunden: { NUMBER($points) }
referral-minimum = · für die erste Bestellung ab { $amount } Warenwert
referral-amount = { $amount }
referral-any-value = · für die erste Bestellung
referral-days =
    { $days ->
        [one] · aufgegeben binnen eines Tages, nachdem der Link geöffnet wurde
       *[other] · aufgegeben binnen { $days } Tagen, nachdem der Link geöffnet wurde
    }
referral-when = · sobald nichts mehr davon zurückgegeben werden kann; was zurückgeht, zählt nicht
referral-who-not = · nicht für Sie selbst, nicht bei derselben E-Mail, Telefonnummer oder Adresse, nicht für alle, die hier schon bestellt haben
referral-pace = · Mehr als { $day } in 24 Stunden oder { $month } in 30 Tagen sieht sich erst jemand aus dem Team an.
referral-link = <b>Ihr Link:</b> { $link }
referral-opened = Geöffnet: { NUMBER($count) }
referral-pending = Bestellt, noch nicht gezählt: { NUMBER($count) } · Punkte vorgemerkt: { NUMBER($points) }
referral-looked = In Prüfung: { NUMBER($count) }
referral-done = Gezählt: { NUMBER($count) } · Punkte gutgeschrieben: { NUMBER($points) }
referral-copy-button = Link kopieren
referral-off = Einladungen gibt es im Moment nicht.
referral-welcome = 👋 Sie sind eingeladen. Gezählt wird Ihre erste Bestellung bis { DAY($day) }, sobald nichts mehr davon zurückgegeben werden kann:
referral-welcome-points = · Punkte für Sie: { NUMBER($points) }
referral-welcome-link = Verknüpfen Sie die Bestellung danach hier im Chat. Wer Sie eingeladen hat, erfährt nicht, wer Sie sind.
referral-again = Ihre Einladung ist schon vermerkt; die erste zählt.
referral-over = Diese Einladung ist vorbei.
referral-self = Das ist Ihr eigener Link: Geben Sie ihn weiter, für Sie selbst zählt er nicht.
referral-known = Einladungen sind für neue Kundinnen und Kunden; Sie kennen uns schon.
referral-gone = Diesen Einladungslink gibt es nicht mehr.
referral-counted =
    { $count ->
        [one] 🎉 Eine Ihrer Einladungen zählt jetzt: Ein Punkt ist da.
       *[other] 🎉 Eine Ihrer Einladungen zählt jetzt: { NUMBER($count) } Punkte sind da.
    }
points-reason-referral_inviter = Einladung
points-reason-referral_inviter_back = eine Einladung zählt nicht mehr
points-reason-referral_inviter_again = eine Einladung zählt doch
points-reason-referral_invited = auf Einladung gekommen, Bestellung { $number }
points-reason-referral_invited_back = Bestellung { $number } zurückgegeben: Punkte der Einladung zurückgebucht
points-reason-referral_invited_again = Bestellung { $number } doch behalten: Punkte der Einladung wieder gutgeschrieben
referral-card =
    🔎 <b>Einladung prüfen</b>
    { $inviter }: { $day } in 24 Stunden, { $month } in 30 Tagen, diese mitgezählt.
referral-card-order = Die neue: Bestellung { $number } über { $total }, aufgegeben { $hours } Stunden, nachdem der Link geöffnet wurde.
referral-card-points = Punkte bei Freigabe: { NUMBER($one) } und { NUMBER($other) }
referral-card-nobody = jemand ohne Namen
referral-approve-button = ✓ Zählt
referral-decline-button = ✗ Zählt nicht …
referral-keep-button = Zurück
referral-why-same_person-button = Dieselbe Person
referral-why-household-button = Derselbe Haushalt
referral-why-made_up-button = Erfundene Kunden
referral-why-misused-button = Link missbraucht
referral-ask = Warum zählt diese Einladung nicht?
referral-approved-told = ✓ Zählt, sagt { $staff }.
referral-declined-told = ✗ Zählt nicht, sagt { $staff }: { $why }
referral-decided-toast = Gespeichert.
referral-before-alert = Darüber ist schon entschieden.
