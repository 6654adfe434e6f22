# Greeting, home screen, the buttons of the main menu and the command list.
# Keys ending in -button, -toast or -alert and the families command- and state- are plain text without HTML.
menu-welcome =
    <b>Bonjour, ici { $shop }.</b>
    Vous pouvez voir ici où se trouve votre colis et consulter vos commandes et nos produits, à toute heure.
menu-welcome-privacy = Ce qui est enregistré de ceux qui écrivent ici se trouve sous /privacy.
menu-home = <b>Bonjour { $name }, ici { $shop }.</b>
menu-home-plain = <b>Bonjour, ici { $shop }.</b>
menu-home-open =
    { $open ->
        [0] Vous n’avez aucune commande en cours.
        [one] Vous avez une commande en cours.
        [many] Vous avez { $open } de commandes en cours.
       *[other] Vous avez { $open } commandes en cours.
    }
menu-home-late =
    { $late ->
        [one] L’une d’elles a du retard.
        [many] { $late } d’entre elles ont du retard.
       *[other] { $late } d’entre elles ont du retard.
    }
menu-home-unlinked = Aucun achat n’est encore associé à cette conversation. Associez le vôtre et vous verrez vos commandes ici.

menu-where-button = 📦 Où est mon colis ?
menu-more-button =
    { $more ->
        [one] … et une autre commande en cours ›
        [many] … et { $more } d’autres commandes en cours ›
       *[other] … et { $more } autres commandes en cours ›
    }
menu-orders-button = 🧾 Mes commandes
menu-products-button = 🛍 Produits
menu-account-button = 👤 Mon compte
menu-points-button = ⭐ Mes points
menu-settings-button = ⚙️ Réglages
menu-help-button = ❓ Aide
menu-link-button = 🔗 Associer un achat
menu-privacy-button = Confidentialité
menu-home-button = Accueil
menu-back-button = ‹ Retour

command-start = Accueil
command-orders = Mes commandes
command-products = Produits
command-link = Associer un achat
command-account = Mon compte
command-points = Mes points
command-settings = Langue, fuseau horaire, consentements
command-help = Ce que je sais faire
command-privacy = Confidentialité
command-language = Changer de langue
command-queue = Dossiers ouverts
command-questions = Questions et réponses
command-offers = Écrire et suivre les offres
command-contests = Écrire les concours et les tirer
command-polls = Écrire les sondages du canal et les compter
command-report = Rapports
command-staff = Qui travaille ici
