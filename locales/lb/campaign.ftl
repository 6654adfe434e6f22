# Aktiounen: wat an all Noriicht steet, a firwat eppes net geet.
campaign-label = Reklamm vun {$shop}
campaign-lowest-price = Niddregste Präis vun de leschten 30 Deeg: { MONEY($price) }
campaign-stop-button = 🔕 Keng Offere méi
campaign-wrong-status = Dat geet am aktuellen Zoustand vun der Aktioun net. Luet w.e.g. d’Usiicht nei.
campaign-changed = Et huet een d’Aktioun an der Zwëschenzäit geännert. Kuckt se w.e.g. nach eng Kéier no.
campaign-not-ready = D’Aktioun ass nach net prett. D’Kontroll weist, wat feelt.
campaign-own-approval = Wien eng Aktioun geschriwwen huet, kann se net selwer fräiginn.
segment-wrong = Dës Auswiel ass esou net méiglech: {$field}.
campaign-language-mark = 🇱🇺
campaign-post-over = ⌛ Dës Offer ass eriwwer.
