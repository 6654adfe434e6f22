# What happened to the parcels of an order, newest first.
timeline-title = <b>Commande { $number } : suivi détaillé</b>
timeline-parcel = <b>Colis { NUMBER($position) } sur { NUMBER($count) }</b>
timeline-entry = <b>{ SCAN($at) }</b> · { $text }
timeline-entry-place = <b>{ SCAN($at) }</b> · { $text }, { $place }
timeline-text = <i>{ $text }</i>
timeline-empty = Le transporteur n’a encore rien annoncé. Son premier message apparaîtra ici.
timeline-zone = Du plus récent au plus ancien, à l’heure locale ({ $zone }).
timeline-older-button =
    { $count ->
        [one] Voir une étape plus ancienne
        [many] Voir { $count } d’étapes plus anciennes
       *[other] Voir { $count } étapes plus anciennes
    }
timeline-fewer-button = Retour aux plus récentes
