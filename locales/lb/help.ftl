# What the bot can do, and how to reach the shop.
help-text =
    <b>Wat ech kann</b>
    • Schreift „Wou ass mäi Pak?“ oder eng Bestellnummer, zum Beispill 1001.
    • Schreift den Numm vun engem Produit, da gesitt Dir Präis, Lager an Detailer.
    • Ënner „Meng Bestellungen“ fannt Dir all Är Akeef mat hirem Verlaf.
    • Ënner „Mäi Kont“ gesitt Dir, wéi eng Akeef verknäppt sinn, a kënnt dat änneren.
help-contact = D’Ekipp bei { $shop } erreecht Dir ënner { $contact }.
help-website-button = Op de Site vum Shop
contact-title = <b>Sou erreecht Dir { $shop }</b>
contact-at = • { $contact }
contact-mail = • ënner der Adress an Ärer Confirmatioun
contact-here = • Hei am Chat: Elo ass een do. Tippt op „🙋 Mënsch“.
contact-here-later = • Hei am Chat, erëm vun { DAY($at) }, { TIME($at) } Auer un: Tippt op „🙋 Mënsch“, och elo schonn.
returns-title = <b>Retouren bei { $shop }</b>
returns-withdrawal = • Widderruffe kënnt Dir { $days } Deeg laang, nodeems Dir alles kritt hutt, ouni Grond.
returns-goodwill = • Duerno huele mir normalerweis bis den { $days }. Dag zréck.
returns-products = • Bei eenzelnen Artikele schléisst d’Gesetz de Widderruff aus, oder mir huele se nëmmen esou wäit zréck, wéi d’Gesetz et virgesäit: Dat steet beim Artikel.
returns-defect = • Ass eppes futti oder falsch, hëllefe mir { $months } Méint laang.
returns-free = • De Wee zréck kascht Iech näischt.
returns-cost = • De Wee zréck bezuelt Dir, ausser bei Mängel.
returns-how = Wat genee fir Är Bestellung gëllt, mat dem leschten Dag, gesitt Dir, wann Dir de Retour ufänkt.
