# Answers to what people type.
question-not-understood =
    Dat hunn ech net verstanen. Ech kann Iech soen, wou e Pak ass, Är Bestellunge weisen a Produiten nosichen.
question-link-first = Fir Är Bestellungen ze gesinn, verknäppt w.e.g. fir d’éischt Ären Akaf. Sou bleiwe se fir all déi aner verstoppt.
question-order-unknown = Ënner Ären Akeef gesinn ech keng Bestellung { $number }. Dës Bestellunge kann ech Iech weisen:
question-typo = Ech hunn dat als Bestellung <b>{ $number }</b> verstanen.
question-not-text = Ech kann nëmmen Text liesen. Schreift w.e.g. Är Fro oder benotzt de Menü.
question-group = Ech äntweren nëmmen an engem private Chat, fir datt soss kee vun Äre Bestellunge liest.
question-human = An dësem Chat ka bis elo nëmmen ech äntweren, de Bot. Eis Ekipp erreecht Dir ënner { $contact }.
question-human-unknown = An dësem Chat ka bis elo nëmmen ech äntweren, de Bot. D’Ekipp bei { $shop } erreecht Dir ënner der Adress an Ärer Bestellbestätegung.
question-group-button = Private Chat opmaachen
question-meant = Hutt Dir eent dovun gemengt?
question-welcome = Gär geschitt!
question-missed-again = Dat hunn ech och net verstanen. Wëllt Dir mat engem Mënsch schwätzen? Tippt op „🙋 Mënsch“ oder schreift „Mënsch“.
question-topic-team = Dobäi kann ech hei nach net selwer hëllefen, eis Ekipp awer schonn: Tippt op „🙋 Mënsch“ oder schreift „Mënsch“.
question-topic-contact = Dobäi kann ech hei nach net hëllefen. Eis Ekipp erreecht Dir ënner { $contact }.
question-topic-shop = Dobäi kann ech hei nach net hëllefen. D’Ekipp vun { $shop } erreecht Dir ënner der Adress an Ärer Confirmatioun.
question-day = { DAY($day) }
question-arrives-yes = Wéi et elo ausgesäit, jo: erwaart den <b>{ $day }</b>. Dat ass eng Schätzung, kee Verspriechen.
question-arrives-no = Wéi et elo ausgesäit, nee: erwaart den <b>{ $day }</b>. Dat ass eng Schätzung, kee Verspriechen.
question-arrives-on = Erwaart den <b>{ $day }</b>. Dat ass eng Schätzung, kee Verspriechen.
question-arrives-unknown = Et ass nach keen Dag bekannt. Soubal et een gëtt, steet en hei.
question-arrives-late = D’Liwwerung ass ze spéit: geplangt war { $day }, en neien Dag ass nach net bekannt.
question-only-order = Eng aner Bestellung gesinn ech bei Iech net.
question-fine = Alles kloer. Wat kann ech soss fir Iech maachen?
question-tap = Tippt w.e.g. op ee vun de Knäppercher, fir datt ech Iech richteg verstinn.
question-parcel-unknown = Ënner Ären Akeef gesinn ech kee Pak { $number }. Dës Bestellunge kann ech Iech weisen:
