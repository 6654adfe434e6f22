# Greeting, home screen, the buttons of the main menu and the command list.
# Keys ending in -button, -toast or -alert and the families command- and state- are plain text without HTML.
menu-welcome =
    <b>Guten Tag, hier ist { $shop }.</b>
    Hier sehen Sie, wo Ihr Paket ist, und finden Ihre Bestellungen und unsere Produkte, rund um die Uhr.
menu-welcome-privacy = Wer hier schreibt, findet unter /privacy, was gespeichert wird.
menu-home = <b>Guten Tag { $name }, hier ist { $shop }.</b>
menu-home-plain = <b>Guten Tag, hier ist { $shop }.</b>
menu-home-open =
    { $open ->
        [0] Sie haben keine offenen Bestellungen.
        [one] Sie haben eine offene Bestellung.
       *[other] Sie haben { $open } offene Bestellungen.
    }
menu-home-late =
    { $late ->
        [one] Eine davon kommt später als geplant.
       *[other] { $late } davon kommen später als geplant.
    }
menu-home-unlinked = Mit diesem Chat ist noch kein Einkauf verknüpft. Verknüpfen Sie Ihren Einkauf, dann sehen Sie hier Ihre Bestellungen.

menu-where-button = 📦 Wo ist mein Paket?
menu-more-button =
    { $more ->
        [one] … und eine weitere offene ›
       *[other] … und { $more } weitere offene ›
    }
menu-orders-button = 🧾 Meine Bestellungen
menu-products-button = 🛍 Produkte
menu-account-button = 👤 Mein Konto
menu-points-button = ⭐ Meine Punkte
menu-settings-button = ⚙️ Einstellungen
menu-help-button = ❓ Hilfe
menu-link-button = 🔗 Einkauf verknüpfen
menu-privacy-button = Datenschutz
menu-home-button = Startseite
menu-back-button = ‹ Zurück

command-start = Startseite
command-orders = Meine Bestellungen
command-products = Produkte
command-link = Einkauf verknüpfen
command-account = Mein Konto
command-points = Meine Punkte
command-settings = Sprache, Zeitzone, Einwilligungen
command-help = Was ich kann
command-privacy = Datenschutz
command-language = Sprache ändern
command-queue = Offene Fälle
command-questions = Fragen und Antworten pflegen
command-offers = Angebote schreiben und verfolgen
command-contests = Gewinnspiele schreiben und auslosen
command-polls = Abstimmungen im Kanal schreiben und auszählen
command-report = Berichte
command-staff = Wer hier arbeitet
