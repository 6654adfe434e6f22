# The card of one order.
order-title = <b>Commande { $number }</b>
order-state = <b>{ $state }</b>
order-untold = Votre commande est enregistrée. La boutique ne nous a pas encore dit où elle en est ; dès qu’elle le fera, vous le verrez ici.
order-placed = Commandé le { DATE($day) }
order-expected = Livraison prévue : <b>{ DAY($day) }</b>
order-expected-window = Livraison prévue : <b>{ DAY($day) }</b>, entre { TIME($start) } et { TIME($end) }
order-late = La livraison était prévue le { DAY($day) } et a du retard. Veuillez nous en excuser.
order-delivered-at = Livré le { DAY($at) } à { TIME($at) }
order-collected = ✅ Retiré
order-collected-at = Retiré le { DAY($at) } à { TIME($at) }
order-items = <b>Articles</b>
order-item = { NUMBER($quantity) } × { $name }
order-item-variant = { NUMBER($quantity) } × { $name } ({ $variant })
order-item-price = { $line } – { MONEY($price) } l’unité
order-item-refunded = { $line } (dont { NUMBER($count) } remboursé)
order-items-more =
    { $count ->
        [one] … et un autre article
        [many] … et { $count } d’autres articles
       *[other] … et { $count } autres articles
    }
order-items-unknown = La boutique ne nous a pas indiqué les articles de cette commande.
order-total = <b>Total : { MONEY($total) }</b>
order-shipping = Livraison : { MONEY($total) }
order-discount = Remise : −{ MONEY($total) }
order-tax = Dont taxes : { MONEY($total) }
order-total-unknown = Le total n’est pas connu.
order-original = À l’origine : { MONEY($total) }
order-refunded = Remboursé : <b>{ MONEY($total) }</b> le { DATE($day) }
order-refunded-some = Remboursement le { DATE($day) } ; la boutique ne nous a pas dit le montant.
order-refunded-all = Remboursé au total : { MONEY($total) }
order-return-requested = Retour demandé, pas encore décidé (au { DATE($day) })
order-return-approved = Retour en cours : accepté, pas encore terminé (au { DATE($day) })
order-return-rejected = Retour refusé le { DATE($day) }
order-return-cancelled = Retour annulé le { DATE($day) }
order-return-closed = Retour terminé le { DATE($day) }
order-payment = Mode de paiement : { $method }
order-address = Adresse de livraison : { $address }
order-split =
    { $count ->
        [one] Cette commande arrive en un colis :
        [many] Cette commande arrive en { $count } de colis :
       *[other] Cette commande arrive en { $count } colis :
    }
order-partly = <b>✅ Colis livrés : { NUMBER($arrived) } sur { NUMBER($count) }</b>
order-partly-expected =
    { $count ->
        [one] L’autre colis : livraison prévue <b>{ DAY($day) }</b>
        [many] Les autres colis : livraison prévue au plus tard <b>{ DAY($day) }</b>
       *[other] Les autres colis : livraison prévue au plus tard <b>{ DAY($day) }</b>
    }
order-parcel = <b>Colis { NUMBER($position) } sur { NUMBER($count) } : { $state }</b>
order-parcels-more =
    { $count ->
        [one] … et un autre colis
        [many] … et { $count } d’autres colis
       *[other] … et { $count } autres colis
    }
order-parcel-contents = Contenu : { $contents }
order-content = { NUMBER($quantity) } × { $name }
order-carrier = Transporteur : { $carrier }
order-tracking = Numéro de suivi : <code>{ $number }</code>
order-no-parcel = Aucun colis n’a encore été remis à un transporteur.

order-timeline-button = Suivi détaillé
order-items-button = Articles et prix
order-card-button = ‹ Commande
order-refresh-button = Actualiser
order-track-button = Suivre le colis
order-track-parcel-button = Suivre le colis { NUMBER($position) }
order-copy-button = Copier le numéro
order-copy-parcel-button = Copier le numéro { NUMBER($position) }
order-product-button = { $name }
order-refreshed-toast = C’est à jour.
order-missing-arrived = Le transporteur indique que le colis est <b>livré</b>. S’il n’est pas là, touchez le bouton : nous cherchons ensemble, et s’il n’est nulle part, notre équipe s’en occupe.
order-missing-coming = Le colis n’est <b>pas encore indiqué comme livré</b>. Voici où il en est :
order-missing-parcel-button = Je n’ai pas le colis { NUMBER($position) }
order-given-exchange = 🔁 Reçu en échange : { $item } ({ $number })
order-given-replacement = 🔁 Reçu en remplacement : { $item } ({ $number })
order-declared-stopped-all = ✖️ <b>Rétractation du { DATE($day) }.</b> Plus rien ne sera livré, et vous n’avez rien à faire.
order-declared-coming-all = ↩️ <b>Rétractation du { DATE($day) }.</b> Refusez le colis, s’il vous plaît ; si vous l’avez déjà, renvoyez-le.
order-declared-back-all = ↩️ <b>Rétractation du { DATE($day) }.</b> Le colis nous revient déjà ; vous n’avez rien à faire.
order-declared-lost-all = ↩️ <b>Rétractation du { DATE($day) }.</b> Le colis n’est jamais arrivé ; vous n’avez rien à renvoyer.
order-declared-here-all = ↩️ <b>Rétractation du { DATE($day) }.</b> La suite est indiquée ci-dessous, à la rétractation.
order-declared-done-all = ✅ <b>Rétractation du { DATE($day) }.</b> C’est réglé.
order-declared-part = ↩️ Rétractation du { DATE($day) } : { $items }.
order-declared-stopped = Cela ne sera plus livré.
order-declared-coming = Refusez-le, s’il vous plaît.
order-declared-back = Cela nous revient déjà.
order-declared-lost = Cela n’est jamais arrivé.
order-declared-here = La suite est indiquée ci-dessous, à la rétractation.
order-declared-done = C’est réglé.
