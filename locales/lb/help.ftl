# What the bot can do, and how to reach the shop.
help-text =
    <b>Wat ech kann</b>
    • Schreift „Wou ass mäi Pak?“ oder eng Bestellnummer, zum Beispill 1001.
    • Schreift den Numm vun engem Produit, da gesitt Dir Präis, Lager an Detailer.
    • Ënner „Meng Bestellungen“ fannt Dir all Är Akeef mat hirem Verlaf.
    • Ënner „Mäi Kont“ gesitt Dir, wéi eng Akeef verknäppt sinn, a kënnt dat änneren.
help-contact = D’Ekipp bei { $shop } erreecht Dir ënner { $contact }.
help-website-button = Op de Site vum Shop
