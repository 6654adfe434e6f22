# Warnings ahead of trouble: what we see, what we do, when we write again.
alert-title-no_first_scan_2 = <b>⏳ Äre Pak gouf nach net erfaasst</b>
alert-text-no_first_scan_2 = Den Etikett gëtt et zanter { DAY($since) }, mee den Transporteur huet de Pak nach net gemellt. Dacks gouf just déi éischt Meldung ausgelooss. Mir behalen en am A.
alert-title-no_first_scan_5 = <b>⚠️ Äre Pak ass nach ëmmer net erfaasst</b>
alert-text-no_first_scan_5 = Zanter { DAY($since) } feelt all Meldung vum Transporteur. Dat deet eis leed. Eis Ekipp kuckt no, wou de Pak ass, a schreift Iech hei.
alert-title-silence = <b>⏳ Vun Ärem Pak feelt Neies</b>
alert-text-silence = Zanter { DAY($since) } huet den Transporteur näischt gemellt. Meeschtens heescht dat just, datt ënnerwee net erfaasst gouf. Mir behalen en am A.
alert-title-predicted = <b>⏳ Äre Pak kënnt wahrscheinlech méi spéit</b>
alert-text-predicted = E soll { DAY($since) } ukommen, mee no deem, wat mir gesinn hunn, packt en dat wahrscheinlech net. Wahrscheinlech heescht net sécher. Mir behalen en am A.
alert-like = Vun { $like } Päck, déi esou wäit waren ewéi Ären, sinn der { $later } méi spéit ukomm.
alert-title-late = <b>⏳ Äre Pak ass ze spéit</b>
alert-text-late = E sollt { DAY($since) } ukommen an ass nach net geliwwert. Dat deet eis leed. Soubal et virugeet, schreiwe mir Iech.
alert-title-lost = <b>⚠️ Äre Pak ass vläicht verluer</b>
alert-text-lost = E feelt schonn ze laang. Dat deet eis leed. Mir hunn de Fall { $case } opgemaach: Eis Ekipp léisst beim Transporteur nosichen a schreift Iech hei. Dir musst näischt maachen.
alert-again = Spéitstens { DAY($day) } schreiwe mir Iech erëm, och wann et näischt Neies gëtt.
alert-many = <b>⏳ Méi vun Äre Päck hu Verspéidung</b>
alert-many-text = Dat deet eis leed. Mir behalen se all am A; wou en eenzelen drun ass, weist seng Kaart. Wa se erëm ënnerwee sinn, schreiwe mir Iech.
alert-many-predicted = <b>⏳ Méi vun Äre Päck hu Verspéidung, oder wahrscheinlech</b>
alert-many-predicted-text = Wahrscheinlech heescht net sécher. Mir behalen se all am A; wou en eenzelen drun ass, weist seng Kaart. Gesäit et besser aus, schreiwe mir Iech.
alert-line = • { $parcel }: { $state }
alert-line-predicted = • { $parcel }: { $state }, wahrscheinlech méi spéit ewéi { DAY($day) }
alert-more =
    { $count ->
        [one] … an nach ee Pak
       *[other] … an nach { $count } Päck
    }
alert-clear-many = <b>👍 Är Päck sinn erëm ënnerwee</b>
alert-clear-many-predicted = <b>👍 Mat Äre Päck gesäit et erëm gutt aus</b>
alert-clear-text = Mir behalen se am A; wann een ukënnt oder et eppes Neies gëtt, schreiwe mir Iech.
