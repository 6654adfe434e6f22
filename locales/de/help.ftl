# What the bot can do, and how to reach the shop.
help-text =
    <b>Was ich kann</b>
    • Schreiben Sie „Wo ist mein Paket?“ oder eine Bestellnummer, zum Beispiel 1001.
    • Schreiben Sie den Namen eines Produkts, dann sehen Sie Preis, Bestand und Angaben.
    • Unter „Meine Bestellungen“ finden Sie alle Einkäufe mit ihrem Sendungsverlauf.
    • Unter „Mein Konto“ sehen Sie, welche Einkäufe verknüpft sind, und können das aufheben.
help-contact = Das Team von { $shop } erreichen Sie unter { $contact }.
help-website-button = Zum Shop
contact-title = <b>So erreichen Sie { $shop }</b>
contact-at = • { $contact }
contact-mail = • unter der Adresse in Ihrer Bestellbestätigung
contact-here = • Hier im Chat: Jetzt ist jemand da. Tippen Sie auf „🙋 Mensch“.
contact-here-later = • Hier im Chat, wieder ab { DAY($at) }, { TIME($at) } Uhr: Tippen Sie auf „🙋 Mensch“, auch jetzt schon.
returns-title = <b>Rückgabe bei { $shop }</b>
returns-withdrawal = • Widerrufen können Sie { $days } Tage lang, nachdem Sie alles bekommen haben, ohne Grund.
returns-goodwill = • Danach nehmen wir in der Regel bis zum { $days }. Tag zurück.
returns-products = • Bei einzelnen Artikeln schließt das Gesetz den Widerruf aus, oder wir nehmen sie nur so weit zurück, wie das Gesetz es vorsieht: Das steht beim Artikel.
returns-defect = • Ist etwas kaputt oder falsch, helfen wir { $months } Monate lang.
returns-free = • Der Rückweg kostet Sie nichts.
returns-cost = • Den Rückweg zahlen Sie, außer bei Mängeln.
returns-how = Was genau für Ihre Bestellung gilt, mit dem letzten Tag, sehen Sie, wenn Sie die Rückgabe beginnen.
