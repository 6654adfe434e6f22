# Greeting, home screen, the buttons of the main menu and the command list.
# Keys ending in -button, -toast or -alert and the families command- and state- are plain text without HTML.
menu-welcome =
    <b>Gudden Dag, hei ass { $shop }.</b>
    Hei gesitt Dir, wou Äre Pak ass, a fannt Är Bestellungen an eis Produiten, rondëm d’Auer.
menu-welcome-privacy = Wat vun deenen gespäichert gëtt, déi hei schreiwen, steet ënner /privacy.
menu-home = <b>Gudden Dag { $name }, hei ass { $shop }.</b>
menu-home-plain = <b>Gudden Dag, hei ass { $shop }.</b>
menu-home-open =
    { $open ->
        [0] Dir hutt keng oppe Bestellungen.
        [one] Dir hutt eng oppe Bestellung.
       *[other] Dir hutt { $open } oppe Bestellungen.
    }
menu-home-late =
    { $late ->
        [one] Eng dovu kënnt méi spéit wéi geplangt.
       *[other] { $late } dovu komme méi spéit wéi geplangt.
    }
menu-home-unlinked = Mat dësem Chat ass nach keen Akaf verknäppt. Verknäppt Ären Akaf, da gesitt Dir Är Bestellungen hei.

menu-where-button = 📦 Wou ass mäi Pak?
menu-more-button =
    { $more ->
        [one] … an nach eng oppen Bestellung ›
       *[other] … an nach { $more } oppe Bestellungen ›
    }
menu-orders-button = 🧾 Meng Bestellungen
menu-products-button = 🛍 Produiten
menu-account-button = 👤 Mäi Kont
menu-points-button = ⭐ Meng Punkten
menu-settings-button = ⚙️ Astellungen
menu-help-button = ❓ Hëllef
menu-link-button = 🔗 Akaf verknäppen
menu-privacy-button = Dateschutz
menu-home-button = Startsäit
menu-back-button = ‹ Zréck

command-start = Startsäit
command-orders = Meng Bestellungen
command-products = Produiten
command-link = Akaf verknäppen
command-account = Mäi Kont
command-points = Meng Punkten
command-settings = Sprooch, Zäitzon, Accorden
command-help = Wat ech kann
command-privacy = Dateschutz
command-language = Sprooch änneren
command-queue = Oppe Fäll
command-questions = Froen an Äntwerten
command-offers = Offere schreiwen a verfollegen
command-contests = Concoursen schreiwen an auslousen
command-polls = Ofstëmmungen am Kanal schreiwen an zielen
command-report = Rapporten
command-staff = Wien hei schafft
