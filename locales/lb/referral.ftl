# Invitations: the personal link, what it brings, and what the staff look at.
referral-button = 👋 Frënn alueden
referral-title = <b>Frënn alueden</b>
referral-pass-on = Gitt Äre Link selwer weider; mir schreiwe kengem, deen eis net geschriwwen huet.
referral-for-you = · Punkte fir Iech: { NUMBER($points) }
referral-for-them = · Punkte fir all nei Clientin an all neie Client: { NUMBER($points) }
referral-minimum = · fir déi éischt Bestellung ab { $amount } Wuerewäert
referral-amount = { $amount }
referral-any-value = · fir déi éischt Bestellung
referral-days =
    { $days ->
        [one] · opginn an engem Dag, nodeems de Link opgemaach gouf
       *[other] · opginn a { $days } Deeg, nodeems de Link opgemaach gouf
    }
referral-when = · soubal näischt méi dovu ka zréckgeschéckt ginn; wat zréckgeet, zielt net
referral-who-not = · net fir Iech selwer, net mat der selwechter E-Mail, Telefonsnummer oder Adress, net fir déi, déi hei scho bestallt hunn
referral-pace = · Méi wéi { $day } a 24 Stonnen oder { $month } an 30 Deeg kuckt sech fir d’éischt een aus dem Team un.
referral-link = <b>Äre Link:</b> { $link }
referral-opened = Opgemaach: { NUMBER($count) }
referral-pending = Bestallt, nach net gezielt: { NUMBER($count) } · Punkten ënnerwee: { NUMBER($points) }
referral-looked = Gëtt nogekuckt: { NUMBER($count) }
referral-done = Gezielt: { NUMBER($count) } · Punkte guttgeschriwwen: { NUMBER($points) }
referral-copy-button = Link kopéieren
referral-off = Am Moment gëtt et keng Invitatiounen.
referral-welcome = 👋 Dir sidd invitéiert. Et zielt Är éischt Bestellung bis { DAY($day) }, soubal näischt méi dovu ka zréckgeschéckt ginn:
referral-welcome-points = · Punkte fir Iech: { NUMBER($points) }
referral-welcome-link = Verknäppt d’Bestellung duerno hei am Chat. Wien Iech invitéiert huet, gewuer net, wien Dir sidd.
referral-again = Är Invitatioun ass scho notéiert; déi éischt zielt.
referral-over = Dës Invitatioun ass eriwwer.
referral-self = Dat ass Ären eegene Link: Gitt e weider, fir Iech selwer zielt en net.
referral-known = Invitatioune si fir nei Clienten; Dir kennt eis schonn.
referral-gone = Dëse Link gëtt et net méi.
referral-counted =
    { $count ->
        [one] 🎉 Eng vun Ären Invitatiounen zielt elo: Ee Punkt ass do.
       *[other] 🎉 Eng vun Ären Invitatiounen zielt elo: { NUMBER($count) } Punkte sinn do.
    }
points-reason-referral_inviter = Invitatioun
points-reason-referral_inviter_back = eng Invitatioun zielt net méi
points-reason-referral_inviter_again = eng Invitatioun zielt dach
points-reason-referral_invited = iwwer eng Invitatioun komm, Bestellung { $number }
points-reason-referral_invited_back = Bestellung { $number } zréckginn: Punkte vun der Invitatioun zréckgebucht
points-reason-referral_invited_again = Bestellung { $number } dach behalen: Punkte vun der Invitatioun erëm guttgeschriwwen
referral-card =
    🔎 <b>Invitatioun nokucken</b>
    { $inviter }: { $day } a 24 Stonnen, { $month } an 30 Deeg, dës matgezielt.
referral-card-order = Déi nei: Bestellung { $number } iwwer { $total }, opginn { $hours } Stonnen, nodeems de Link opgemaach gouf.
referral-card-points = Punkten, wann se zielt: { NUMBER($one) } a { NUMBER($other) }
referral-card-nobody = een ouni Numm
referral-approve-button = ✓ Zielt
referral-decline-button = ✗ Zielt net …
referral-keep-button = Zréck
referral-why-same_person-button = Déi selwecht Persoun
referral-why-household-button = Dee selwechte Stot
referral-why-made_up-button = Erfonnt Clienten
referral-why-misused-button = Link mëssbraucht
referral-ask = Firwat zielt dës Invitatioun net?
referral-approved-told = ✓ Zielt, seet { $staff }.
referral-declined-told = ✗ Zielt net, seet { $staff }: { $why }
referral-decided-toast = Gespäichert.
referral-before-alert = Doriwwer ass scho decidéiert.
