# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Ihr Paket wurde noch nicht erfasst</b>
alert-text-no_first_scan_2 = Das Etikett gibt es seit { DAY($since) }, aber der Paketdienst hat das Paket noch nicht gemeldet. Oft wird nur die erste Meldung ausgelassen. Wir beobachten es.
alert-title-no_first_scan_5 = <b>⚠️ Ihr Paket ist noch immer nicht erfasst</b>
alert-text-no_first_scan_5 = Seit { DAY($since) } fehlt jede Meldung des Paketdienstes. Das tut uns leid. Unser Team sieht nach, wo das Paket ist, und schreibt Ihnen hier.
alert-title-silence = <b>⏳ Von Ihrem Paket fehlt Neues</b>
alert-text-silence = Seit { DAY($since) } hat der Paketdienst nichts gemeldet. Meist heißt das nur, dass unterwegs nicht erfasst wurde. Wir beobachten es.
alert-title-predicted = <b>⏳ Ihr Paket kommt wahrscheinlich später</b>
alert-text-predicted = Es soll { DAY($since) } ankommen, aber nach dem, was wir gesehen haben, schafft es das wahrscheinlich nicht. Wahrscheinlich heißt nicht sicher. Wir beobachten es.
alert-like = Von { $like } Paketen, die so weit waren wie Ihres, kamen { $later } später an.
alert-title-late = <b>⏳ Ihr Paket ist verspätet</b>
alert-text-late = Es sollte { DAY($since) } ankommen und ist noch nicht zugestellt. Das tut uns leid. Sobald es vorangeht, schreiben wir Ihnen.
alert-title-lost = <b>⚠️ Ihr Paket ist vielleicht verloren</b>
alert-text-lost = Es fehlt zu lange. Das tut uns leid. Wir haben den Fall { $case } eröffnet: Unser Team lässt beim Paketdienst nachforschen und schreibt Ihnen hier. Sie müssen nichts tun.
alert-again = Spätestens { DAY($day) } schreiben wir Ihnen wieder, auch wenn es nichts Neues gibt.
alert-many = <b>⏳ Mehrere Ihrer Pakete haben Verspätung</b>
alert-many-text = Das tut uns leid. Wir beobachten sie alle; wo ein einzelnes steht, zeigt seine Karte. Sind sie wieder unterwegs, schreiben wir Ihnen.
alert-many-predicted = <b>⏳ Mehrere Ihrer Pakete verspäten sich, oder wahrscheinlich</b>
alert-many-predicted-text = Wahrscheinlich heißt nicht sicher. Wir beobachten sie alle; wo ein einzelnes steht, zeigt seine Karte. Sieht es besser aus, schreiben wir Ihnen.
alert-line = • { $parcel }: { $state }
alert-line-predicted = • { $parcel }: { $state }, wahrscheinlich später als { DAY($day) }
alert-more =
    { $count ->
        [one] … und ein weiteres Paket
       *[other] … und { $count } weitere Pakete
    }
alert-clear-many = <b>👍 Ihre Pakete sind wieder unterwegs</b>
alert-clear-many-predicted = <b>👍 Mit Ihren Paketen sieht es wieder gut aus</b>
alert-clear-text = Wir behalten sie im Blick; kommt eines an oder gibt es etwas Neues, schreiben wir Ihnen.
