# Concoursen am Kanal: matmaachen, Auslousung, Gewënn.
contest-title = 🎁 <b>{ $title }</b>
contest-until =
    Matmaache bis { DATETIME($at) } · { $winners ->
        [one] { $winners } Gewënner
       *[other] { $winners } Gewënner
    }
contest-post-how = Konditiounen an Matmaachen: iwwer de Knäppchen, gratis an ouni Akaf.
contest-post-drawn = 🎉 Ausgeloust. De Bot huet de Gewënner Bescheed gesot.
contest-post-cancelled = 🚫 Ofgesot: Et gëtt näischt ausgeloust.
contest-post-tickets = Gewënnlousen: <code>{ $tickets }</code> (vun { $entries })
contest-post-again = Nei ausgeloust: { NUMBER($count) }-mol
contest-commitment = Festleeung vun der Auslousung (SHA-256): <code>{ $commitment }</code>
contest-seed =
    Startwäert: <code>{ $seed }</code>
    Lëscht (SHA-256): <code>{ $digest }</code>
contest-ticket = Äert Lous: <code>{ $ticket }</code>
contest-agree = Mat „Matmaachen“ sidd Dir mat de Konditiounen averstanen. Punkte ginn et dofir net; Dir kënnt bis zum Schluss erëm zrécktrieden.
contest-in = ✅ Dir maacht mat. De Bot seet Iech hei, ob Dir gewonnen hutt.
contest-over = D’Matmaachen ass eriwwer; gläich gëtt ausgeloust.
contest-cancelled = 🚫 De Buttek huet de Concours ofgesot.
contest-drawn = 🎉 Ausgeloust ënner { $entries } Lousen: <code>{ $tickets }</code>
contest-mine-won = 🏆 <b>Dir hutt gewonnen!</b> Huelt Dir de Gewënn un?
contest-mine-accepted = 🏆 Dir hutt de Gewënn ugeholl. De Buttek mellt sech hei bei Iech.
contest-mine-declined = Dir hutt op de Gewënn verzicht.
contest-mine-again = Äert Lous war gezunn; de Gewënn gouf nei ausgeloust.
contest-terms-title = 📄 <b>Konditiounen: { $title }</b>
contest-won =
    🏆 <b>Dir hutt gewonnen: { $title }</b>
    Äert Lous <code>{ $ticket }</code> gouf gezunn.
contest-won-ask = Huelt Dir de Gewënn un? Ouni Äntwert kann en no de Konditiounen nei ausgeloust ginn.
contest-replaced-no_answer = „{ $title }“: Well Dir net geäntwert hutt, gouf Äre Gewënn nei ausgeloust.
contest-replaced-not_entitled = „{ $title }“: No de Konditioune steet Iech de Gewënn net zou; e gouf nei ausgeloust. De Buttek äntwert Iech hei op Froen.
contest-replaced-declined = „{ $title }“: Dir hutt op de Gewënn verzicht; e gouf nei ausgeloust.
contest-staff-drawn = 🎉 „{ $title }“ ass ausgeloust. Gewënner: { $winners }. Wien et ass a wien et scho weess, steet hannert dem Knäppchen.
contest-staff-accepted = 🏆 „{ $title }“: Plaz { $place } hëlt de Gewënn un.
contest-staff-declined = „{ $title }“: Plaz { $place } verzicht op de Gewënn. Dir kënnt nei auslousen.
contest-check-caption = Esou gouf ausgeloust. Mam Skript rechent Dir et no: <code>python verify_draw.py contest.json</code>
contest-open-button = 🎁 Zum Concours
contest-terms-button = 📄 Konditiounen
contest-enter-button = 🎟 Matmaachen
contest-leave-button = Zrécktrieden
contest-accept-button = 🏆 Gewënn unhuelen
contest-decline-button = Verzichten
contest-check-button = 🔎 Auslousung préiwen
contest-in-toast = Dir maacht mat. Vill Gléck!
contest-already-toast = Dir maacht scho mat.
contest-left-toast = Dir maacht net méi mat.
contest-answered-toast = Merci, de Buttek weess Bescheed.
contest-over-alert = De Concours ass eriwwer.
contest-staff-alert = Wien hei schafft, kann net matmaachen.
contest-gone-alert = Dëse Concours gëtt et net.
contest-fixed-alert = Dat geet net méi: Et ass mëttlerweil weider.
contest-unready-alert =
    { $what ->
        [texts] An op d’mannst enger Sprooch mussen Titel, Gewënn a Konditioune stoen.
        [half] An enger Sprooch feelt nach eppes: ergänzen oder ganz eidel maachen.
        [deadline] Bis wéini ee matmaache kann, feelt nach.
        [channel] Et gëtt kee Kanal (BOTE_COMMUNITY_CHAT_ID).
        [bot] De Bot kennt säin Numm nach net; e muss eemol gelaf sinn.
       *[past] D’Enn läit an der Vergaangenheet.
    }

contest-list-title = <b>Concoursen</b>
contest-list-shown = Déi neist stinn uewen.
contest-list-none = Nach keen.
contest-list-button = 🎁 Concoursen
contest-new-button = ➕ Neie Concours
contest-title-ask = Wéi soll de Concours heeschen? Schreift den Titel an Ärer Sprooch; déi aner kommen duerno.
contest-desk-draft = ✏️ Entworf
contest-desk-open = ▶️ leeft
contest-desk-drawn = 🎉 ausgeloust
contest-desk-cancelled = 🚫 ofgesot
contest-desk-languages = Komplett op: { $languages }. Wien eng aner Sprooch liest, kritt eng dovun.
contest-desk-entries = Lousen: { NUMBER($count) }
contest-desk-unposted = ⚠️ Nach net am Kanal: { $why }
contest-write-title = Titel op { $language }, héchstens { NUMBER($most) } Zeechen:
contest-write-prize = Wat ee gewanne kann, op { $language }, héchstens { NUMBER($most) } Zeechen:
contest-write-terms = Konditiounen op { $language }, héchstens { NUMBER($most) } Zeechen: wien organiséiert, wien dierf matmaachen, bis wéini sech e Gewënner muss mellen.
contest-part-title-button = Titel
contest-part-prize-button = Gewënn
contest-part-terms-button = Konditiounen
contest-remove-button = 🗑 Dësen Text ewechhuelen
contest-too-long = Ze laang: { NUMBER($length) } vun héchstens { NUMBER($most) } Zeechen.
contest-deadline-ask = Bis wéini kann ee matmaachen? Zum Beispill { $example } ({ $zone }).
contest-winners-ask = Wéi vill gewannen? Eng Zuel vun 1 bis { NUMBER($most) }.
contest-winners-unread = Dat ass keng Zuel vun 1 bis { NUMBER($most) }.
contest-texts-button = ✏️ Texter
contest-deadline-button = ⏰ Bis wéini
contest-winners-button = 🏆 Wéi vill gewannen
contest-launch-button = 📣 Opmaachen …
contest-launch-ask = Esou steet et am Kanal. Duerno ka näischt méi geännert ginn.
contest-launch-sure-button = 📣 Jo, opmaachen
contest-call-off-button = 🚫 Ofsoen …
contest-call-off-ask = Ofsoen? Da gëtt näischt ausgeloust, an de Kanal liest dat.
contest-call-off-sure-button = 🚫 Jo, ofsoen
contest-again-button = 🔁 Plaz { $place } nei auslousen …
contest-again-ask = Firwat gëtt Plaz { $place } nei ausgeloust? Déi nächst Plaz vun der selwechter Auslousung réckelt no. Wien et war a firwat gëtt festgehalen; de Kanal liest, datt nei ausgeloust gouf.
contest-why-no_answer-button = Huet net geäntwert
contest-why-declined-button = Huet verzicht
contest-why-not_entitled-button = No de Konditiounen net berechtegt
contest-why-erased-button = Huet seng Donnéeë geläscht
contest-place = <b>{ $place }.</b> { $name } · <code>{ $ticket }</code>
contest-place-told = Weess Bescheed, huet nach net geäntwert.
contest-place-untold = Weess nach net Bescheed: { $why }
contest-place-accepted = 🏆 Hëlt de Gewënn un.
contest-place-declined = Verzicht op de Gewënn.
contest-place-again = 🔁 Nei ausgeloust: { $why } ({ $by })
