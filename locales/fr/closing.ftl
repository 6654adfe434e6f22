# Clore un dossier : ce que c’était, ce qui a été fait. Les familles closing-cause- et closing-action- figurent sur boutons et fiches.
closing-cause-ask =
    <b>Clore le dossier { $id }</b>
    Quelle était la cause ?
closing-action-ask =
    <b>Clore le dossier { $id }</b>
    Qu’a-t-on fait ?
closing-words-ask =
    <b>Clore le dossier { $id }</b>
    Souhaitez-vous noter quelque chose pour l’équipe ? Écrivez-le, ou clôturez sans commentaire.
closing-not-told = ⚠️ Personne n’a encore écrit à la cliente ou au client.
closing-close-button = ✅ Clore sans commentaire

closing-cause-question = simple question
closing-cause-late = en retard
closing-cause-lost = perdu
closing-cause-damaged = endommagé
closing-cause-wrong_item = mauvais article
closing-cause-product = le produit lui-même
closing-cause-address = adresse
closing-cause-courier = livreur
closing-cause-payment = paiement
closing-cause-returning = retour
closing-cause-other = autre chose

closing-action-answered = répondu
closing-action-found = colis retrouvé
closing-action-resent = renvoyé
closing-action-replaced = remplacé
closing-action-refunded = remboursé
closing-action-goodwill = geste commercial
closing-action-claimed = réclamé au transporteur
closing-action-nothing = rien à faire
closing-action-other = autre chose
