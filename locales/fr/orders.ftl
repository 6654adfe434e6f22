# The list of orders.
orders-title =
    { $total ->
        [0] <b>Mes commandes</b> · aucune commande
        [one] <b>Mes commandes</b> · une commande
        [many] <b>Mes commandes</b> · { $total } de commandes
       *[other] <b>Mes commandes</b> · { $total } commandes
    }
orders-none = Aucune commande n’est enregistrée pour votre compte.
orders-page = Page { $page } sur { $pages }. Les commandes en cours d’abord, puis les plus récentes.
orders-choose = <b>De quelle commande s’agit-il ?</b>
orders-all-delivered = Vous n’avez aucune commande en cours. Voici les dernières :
orders-entry-button = { $number } · { $state }
orders-entry-partly = ✅ { NUMBER($arrived) } sur { NUMBER($count) } colis livrés
orders-entry-withdrawn = ↩️ Rétractation
orders-entry-part = { $state }, en partie ↩️
orders-entry-late-button = { $number } · en retard · { $state }
orders-newer-button = ‹ Plus récentes
orders-older-button = Plus anciennes ›
