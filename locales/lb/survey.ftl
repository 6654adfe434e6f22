# Surveys: the scale, what follows the answer, and what can be rated from the order card. The questions themselves stand in
# bot/surveys/definitions, or in the shop's own files.
survey-scale-nps = 0 = guer net wahrscheinlech · 10 = extrem wahrscheinlech
survey-scale-csat = 1 = ganz onzefridden · 5 = ganz zefridden
survey-scale-ces = 1 = guer net d’accord · 7 = ganz d’accord
survey-face-1-button = 1 😞
survey-face-2-button = 2 🙁
survey-face-3-button = 3 😐
survey-face-4-button = 4 🙂
survey-face-5-button = 5 😀
survey-points =
    { $count ->
        [one] Fir Är Äntwert gëtt et ee Punkt, egal wéi se ausfält.
       *[other] Fir Är Äntwert gëtt et { $count } Punkten, egal wéi se ausfält.
    }
survey-agreed = <i>Mir froen, well Dir mat Ëmfroen d’accord sidd.</i>
survey-reminder = <i>Mir hunn nach näischt vun Iech héieren. Een Drock geet duer, a mir froen dono net méi.</i>
survey-later-button = Méi spéit
survey-never-button = Ni méi froen
survey-given = Är Äntwert: <b>{ NUMBER($score) } vun { NUMBER($most) }</b>
survey-hint = Dréckt op dat, wat stëmmt, oder schreift et hei, gär och mat Foto.
survey-reason-late-button = Ze spéit
survey-reason-damaged-button = Beschiedegt
survey-reason-wrong_item-button = Falschen Artikel
survey-reason-packaging-button = Verpackung
survey-reason-courier-button = Liwwerant
survey-reason-price-button = Präis
survey-reason-service-button = Service
survey-reason-slow-button = Ze laang gedauert
survey-reason-unsolved-button = Net geléist
survey-reason-unhelpful-button = Äntwert huet net gehollef
survey-reason-unfriendly-button = Onfrëndlech
survey-reason-complicated-button = Ze komplizéiert
survey-reason-fast-button = Séier
survey-reason-competent-button = Kompetent
survey-reason-friendly-button = Frëndlech
survey-reason-easy-button = Ganz einfach
survey-reason-other-button = Eppes aneres
survey-done-button = Fäerdeg
survey-change-button = Bewäertung änneren
survey-share-button = Weidersoen
survey-share-text = Ech hat gutt Erfarunge mat { $shop }.
survey-points-now =
    { $count ->
        [one] <b>+1 Punkt</b> fir Är Äntwert.
       *[other] <b>+{ $count } Punkten</b> fir Är Äntwert.
    }
survey-points-later =
    { $count ->
        [one] <b>+1 Punkt</b> fir Är Äntwert; en zielt ab { DAY($day) }.
       *[other] <b>+{ $count } Punkten</b> fir Är Äntwert; si zielen ab { DAY($day) }.
    }
survey-comment-kept = Merci, dat steet elo bei Ärer Bewäertung.
survey-comment-kept-case = Merci, dat steet elo bei Ärer Bewäertung, an eis Ekipp liest et.
survey-score-first = Dréckt w.e.g. fir d’éischt op eng Bewäertung a schreift dann, wat Iech wichteg ass; da gehéiert déi zwee zesummen.
survey-later-told = <i>Gär. An den nächsten Deeg froe mir nach eng Kéier, dann net méi. Dir kënnt och elo scho äntweren.</i>
survey-later-last = <i>An der Rei, dozou froe mir net méi. Dir kënnt hei äntwere bis { DAY($day) }.</i>
survey-never-told = An der Rei, mir froen Iech net méi, wéi zefridden Dir sidd. Wann Dir dat ännere wëllt, fannt Dir et an den Astellungen ënner „Accorden“.
survey-scored-toast = Merci!
survey-late-alert = Dës Ëmfro ass scho fäerdeg, Är Äntwert zielt net méi mat. Villmools Merci trotzdeem! Wëllt Dir eis eppes soen, da schreift hei „Mënsch“.
survey-gone-toast = Dës Ëmfro gehéiert net zu dësem Chat.
order-rate-button = ⭐ Liwwerung bewäerten
order-rated-button = ⭐ Är Bewäertung
survey-name-delivery_csat = Liwwerung
survey-name-nps = Weiderrecommandéieren
survey-name-return_csat = Retour
survey-name-support_csat = Clientsservice
