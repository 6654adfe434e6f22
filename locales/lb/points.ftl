# Points: what somebody has collected, and why.
points-title = <b>Meng Punkten</b>
points-available =
    { $count ->
        [one] Dir hutt ee Punkt.
       *[other] Dir hutt { $count } Punkten.
    }
points-owed =
    { $count ->
        [one] Et feelt ee Punkt: En war schonn agelëscht, wéi d’Wuer zréckkoum. Dee nächste gläicht dat aus.
       *[other] Et feelen { $count } Punkten: Si waren schonn agelëscht, wéi d’Wuer zréckkoum. Déi nächst gläichen dat aus.
    }
points-pending =
    { $count ->
        [one] Ee Punkt kënnt nach derbäi: { DAY($day) }, wann d’Zäit fir eng Retour eriwwer ass.
       *[other] { $count } Punkte kommen nach derbäi, déi éischt { DAY($day) }, wann d’Zäit fir eng Retour eriwwer ass.
    }
points-none = Wa mir Iech no enger Bestellung froen, gëtt et fir Är Äntwert Punkten, egal wéi se ausfält.
points-entry = <b>{ $points }</b> · { $reason } · { DATE($day) }
points-entry-pending = <b>{ $points }</b> · { $reason } · zielt vum { DATE($day) } un
points-reason-survey = Är Bewäertung
points-reason-survey_order = Är Bewäertung vun der Bestellung { $number }
points-reason-goodwill = als Entschëllegung
points-reason-expire = verfall: net an der Zäit agesat
points-reason-spend = agesat
points-reason-purchase = Akaf, Bestellung { $number }
points-reason-clawback = zréckginn ({ $number }, Bestellung { $order }): zréckgebucht, wéi deemools guttgeschriwwen
points-reason-clawback_undone = dach behalen ({ $number }, Bestellung { $order }): erëm guttgeschriwwen
points-reason-other = gebucht
points-not-enough = Dofir ginn d’Punkten net duer: Et sinn der { NUMBER($available) }.
points-reason-review = Är Bewäertung vu(n) „{ $product }“
points-reason-review_removed = Är Bewäertung gouf geläscht
points-reason-review_fake = Är Bewäertung zielt net
points-reason-review_again = Är Bewäertung zielt nees
points-reason-goodwill_order = als Entschëllegung fir d’Bestellung { $number }
points-codes = <b>Är Coden</b>
points-code = <code>{ $code }</code> · { $reason } · { DATE($day) }
points-reason-clawback_refund = rembourséiert (Bestellung { $order }): zréckgebucht, wéi deemools guttgeschriwwen
codes-none =
    <b>Bongen</b>
    Dir krut nach kee Code geschenkt. Wann Dir ee kritt, steet en hei; agi gëtt en am Shop un der Keess.
codes-how = E Code gëtt am Shop un der Keess aginn.
codes-unlinked =
    <b>Bongen</b>
    Coden, déi Iech geschenkt goufen, stinn hei, soubal Ären Akaf verknäppt ass. E Code gëtt am Shop un der Keess aginn.
points-expiring =
    { $count ->
        [one] Ee Punkt dovun ass nach valabel bis { DAY($day) }.
       *[other] { NUMBER($count) } dovu sinn nach valabel bis { DAY($day) }.
    }
points-tier = Ären Niveau: <b>{ $name }</b>
points-benefit = · { $benefit }
points-next =
    { $count ->
        [one] Nach ee Punkt bis { $name }.
       *[other] Nach { NUMBER($count) } Punkte bis { $name }.
    }
points-times = Akeef brénge { NUMBER($times) }-mol sou vill Punkten
points-how-button = Wéi Punkten zesummekommen
points-how-title = <b>Wéi Punkten zesummekommen</b>
points-how-rate = · Akaf: { NUMBER($rate) } pro { $currency }, ouni d’Liwwerkäschten
points-how-week = · Bestallt vum { DATE($first) } bis { DATE($last) }: { NUMBER($times) }-mol sou vill
points-how-pending = · Punkte vun Akeef zielen, soubal näischt méi ka zréckgeschéckt ginn; wat zréckgeet, hëlt seng Punkte mat.
points-how-survey =
    { $count ->
        [one] · Äntwert op eng Ëmfro: meeschtens ee Punkt, egal wéi se ausfält
       *[other] · Äntwert op eng Ëmfro: meeschtens { NUMBER($count) }, egal wéi se ausfält
    }
points-how-review =
    { $count ->
        [one] · Bewäertung vun engem kaafte Produit: ee Punkt, fir ee Stär grad ewéi fir fënnef
       *[other] · Bewäertung vun engem kaafte Produit: { NUMBER($count) }, fir ee Stär sou vill ewéi fir fënnef
    }
points-how-expiry =
    { $count ->
        [one] · Punkte gëllen ee Mount, vun deem Dag un, wou se zielen; déi eelst ginn als éischt agesat.
       *[other] · Punkte gëllen { $count } Méint, vun deem Dag un, wou se zielen; déi eelst ginn als éischt agesat.
    }
points-how-forever = · Punkte verfalen net.
points-how-tiers =
    { $count ->
        [one] <b>Niveauen</b>, no de Punkten, déi am leschte Mount derbäikoumen
       *[other] <b>Niveauen</b>, no de Punkten, déi an de leschte { $count } Méint derbäikoumen
    }
points-how-tier = <b>{ $name }</b>: ab { NUMBER($count) }
points-warning =
    { $count ->
        [one] Ee vun Äre Punkten ass nëmmen nach valabel bis { DAY($day) }.
       *[other] { NUMBER($count) } vun Äre Punkte sinn net méi laang valabel, déi éischt bis { DAY($day) }.
    }
points-check-failed =
    { $count ->
        [one] ⚠️ E Punktekonto stëmmt net: Eppes aneres huet geännert, wat gebucht war. Wéi een et ass, seet <code>main.py doctor</code>.
       *[other] ⚠️ { $count } Punktekonte stëmmen net: Eppes aneres huet geännert, wat gebucht war. Wéi eng et sinn, seet <code>main.py doctor</code>.
    }
