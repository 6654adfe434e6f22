# Aktiounen: wat an all Noriicht steet, a firwat eppes net geet.
campaign-label = Reklamm vun {$shop}
campaign-lowest-price = Niddregste Präis vun de leschten 30 Deeg: { MONEY($price) }
campaign-stop-button = 🔕 Keng Offere méi
campaign-wrong-status = Dat geet am aktuellen Zoustand vun der Aktioun net. Luet w.e.g. d’Usiicht nei.
campaign-changed = Et huet een d’Aktioun an der Zwëschenzäit geännert. Kuckt se w.e.g. nach eng Kéier no.
campaign-not-ready = D’Aktioun ass nach net prett. D’Kontroll weist, wat feelt.
campaign-own-approval = Wien eng Aktioun geschriwwen oder geännert huet, kann se net selwer fräiginn.
campaign-on-its-way = De Post geet grad eraus. Probéiert et w.e.g. gläich nach eng Kéier.
campaign-media-fixed = Am Kanal kann e Bild géint en anert getosch oder bei en Text derbäigesat ginn; ewechhuele kann een et do net, an en Album bleift, wéi en ass.
segment-wrong = Dës Auswiel ass esou net méiglech: {$field}.
campaign-language-mark = 🇱🇺
campaign-post-over = ⌛ Dës Offer ass eriwwer.
