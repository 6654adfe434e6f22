# What the bot can do, and how to reach the shop.
help-text =
    <b>Was ich kann</b>
    • Schreiben Sie „Wo ist mein Paket?“ oder eine Bestellnummer, zum Beispiel 1001.
    • Schreiben Sie den Namen eines Produkts, dann sehen Sie Preis, Bestand und Angaben.
    • Unter „Meine Bestellungen“ finden Sie alle Einkäufe mit ihrem Sendungsverlauf.
    • Unter „Mein Konto“ sehen Sie, welche Einkäufe verknüpft sind, und können das aufheben.
help-contact = Das Team von { $shop } erreichen Sie unter { $contact }.
help-website-button = Zum Shop
