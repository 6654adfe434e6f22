# Language and time zone.
settings-title =
    <b>Réglages</b>
    Langue : { $language }
    Fuseau horaire : { $zone }
settings-zone-choose =
    <b>Fuseau horaire</b>
    Les heures sont affichées à l’heure locale ({ $zone }). Où êtes-vous ?
settings-zone-ask = Veuillez écrire une ville ou un pays, par exemple « Vienne ».
settings-zone-unknown = Je ne connais pas ce lieu. Veuillez écrire une plus grande ville des environs ou le pays.
settings-language-button = Langue
settings-zone-button = Fuseau horaire
settings-zone-derived-button = Automatique, selon le pays de livraison
settings-zone-other-button = Un autre lieu
settings-zone-changed-toast = Fuseau horaire modifié.
settings-news-button = Ce que nous vous avons écrit
settings-news-title = <b>Nos derniers messages</b>
settings-news-none = Jusqu’ici, nous ne vous avons rien écrit de nous-mêmes.
settings-news-line = • { $about }{ $order } : { $outcome }
settings-news-sent = envoyé
settings-news-waiting = en attente ({ $reason })
settings-news-unsent = non envoyé ({ $reason })
settings-news-queued = en attente d’envoi
settings-news-order = {" "}(commande { $number })
