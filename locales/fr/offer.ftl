# Ce que les clients touchent, et ce que le personnel voit en écrivant une campagne.
offer-gone-toast = Cette offre n’existe plus.
offer-product-gone-alert = Ce produit n’existe plus.
offer-survey-gone-alert = Cette enquête n’est pas possible pour le moment.
offer-stopped-toast = Vous ne recevrez plus d’offres.
offer-stopped-before-toast = Vous ne recevez déjà plus d’offres.
offer-stopped =
    🔕 Vous ne recevrez plus d’offres, dans aucune de vos discussions, pas même celles qui étaient déjà en route vers vous.
    Les messages sur vos commandes continuent d’arriver. Si vous changez d’avis, réactivez les offres dans vos consentements.
offer-preview-stop-alert = Ceci est un aperçu. Chez les clients, ce bouton met fin aussitôt à toutes les offres.
offer-open-button = 📣 Offres
offer-list-title = <b>Offres</b>
offer-list-none = Il n’y a encore rien ici.
offer-list-shown = Affiché : { $which }. Touchez un signe ci-dessous pour ne voir que cet état.
offer-untitled-button = sans titre
offer-new-button = ➕ Nouvelle offre
offer-status-all = tout
offer-status-draft = brouillon
offer-status-scheduled = planifiée
offer-status-running = en cours
offer-status-paused = en pause
offer-status-finished = terminée
offer-status-cancelled = annulée
offer-kind-ask = Où doit-elle aller ?
offer-kind-customers-button = 👥 Aux clients
offer-kind-channel-button = 📣 Dans le canal
offer-title-ask = Comment s’appelle-t-elle ? Seule l’équipe voit le titre.
offer-head = <b>{ $title }</b> (nº { $id })
offer-head-status = État : { $status }
offer-head-channel = 📣 Publication du canal
offer-head-approved = ✅ Approuvée par quelqu’un d’autre
offer-has-texts = Textes : { $texts }
offer-has-media = Images et vidéos : { $count }
offer-has-buttons = Boutons : { $buttons }
offer-has-no-label = Sans notre ligne « Publicité » ; le texte le dit lui-même.
offer-has-once = Personne ne la reçoit deux fois ; en contrepartie, en cas de coupure, quelques personnes peuvent ne pas la recevoir.
offer-has-no-sound = Arrive sans son.
offer-has-pin = Sera épinglée en haut.
offer-for = Pour :
offer-texts-button = 📝 Textes
offer-media-button = 🖼 Images
offer-buttons-button = 🔘 Boutons
offer-price-button = 🏷 Baisse de prix
offer-audience-button = 👥 Destinataires
offer-time-button = ⏰ Heure
offer-preview-button = 👁 Aperçu
offer-check-button = ✅ Contrôler et envoyer
offer-run-button = 📊 Avancement
offer-rename-button = ✏️ Titre
offer-copy-button = 📄 Copie
offer-drop-button = 🗑 Jeter
offer-drop-ask = Abandonner vraiment « { $title } » ? Elle ne sera alors pas envoyée et ne pourra plus être modifiée.
offer-drop-sure-button = 🗑 Oui, abandonner
offer-edit-button = ✏️ Modifier
offer-text-ask = Écrivez le texte en { $language }, avec la mise en forme voulue. Au plus { $most } caractères avec ce que le bot ajoute.
offer-text-labelled = Au-dessus figure « Publicité de … ».
offer-text-unlabelled = Le texte doit dire lui-même, dans sa première ligne, qu’il est une publicité.
offer-text-stop = En dessous figure le bouton pour se désabonner.
offer-text-posted = 📣 La publication est déjà dans le canal : ce que vous écrivez l’y remplace aussitôt.
offer-text-left-out = La publication ne dit encore rien en { $language }. Sans texte, cette langue n’y figure pas.
offer-text-so-far = Voici ce qu’il y a maintenant ({ $length } caractères sur { $most }) :
offer-text-undecided = Il n’y a pas encore de texte en { $language }. Veuillez l’écrire, ou choisir ci-dessous ce qui se passe sans lui.
offer-text-falls-back = Sans texte en { $language }, ces personnes le reçoivent en { $other }.
offer-text-held = Sans texte en { $language }, ces personnes ne reçoivent rien.
offer-text-too-long = C’est trop long : { $length } caractères sur { $most }, soit { $over } de trop. Ce qui y était avant reste valable.
offer-text-remove-button = 🗑 Retirer : { $language }
offer-missing-hold-button = Langue absente : ne pas envoyer
offer-missing-fallback-button = Langue absente : en prendre une autre
offer-label-off-button = Sans « Publicité »
offer-label-on-button = Avec « Publicité »
offer-sound-off-button = 🔕 Sans son
offer-sound-on-button = 🔔 Avec son
offer-pin-on-button = 📌 Épingler
offer-pin-off-button = 📌 Ne pas épingler
offer-media-ask = Envoyez une image, une vidéo ou un album, au plus { $most } éléments.
offer-media-none = Encore rien : seul le texte sera envoyé.
offer-media-one = Un élément : le texte est en dessous et compte alors au plus 1024 caractères.
offer-media-album = { $count } éléments : ils partent en un seul album, le texte avec les boutons suit.
offer-media-posted = 📣 La publication est déjà dans le canal. Envoyez une image ou une vidéo : elle y remplace aussitôt l’ancienne.
offer-media-other = Ce n’est pas possible ici. Veuillez envoyer une photo ou une vidéo (pas comme fichier).
offer-media-too-many = Un album ne contient pas plus de { $most } éléments. Celui-ci n’a pas été pris.
offer-media-text-too-long = Sous une seule image, il n’y a place que pour { $most } caractères ; le texte est trop long en : { $languages }. L’image n’a pas été prise.
offer-media-remove-button = 🗑 { $sign } { $number }
offer-media-remove-all-button = 🗑 Tout retirer
offer-buttons-list = Boutons sous le texte : { $count } sur { $most } au plus.
offer-buttons-stop = Le bouton pour se désabonner s’ajoute de lui-même.
offer-buttons-private = Un produit et un sondage s’ouvrent dans la discussion du lecteur avec le bot.
offer-buttons-enough = Plus de { $most } boutons ne sont pas possibles.
offer-button-add-button = ➕ Bouton
offer-button-kind-ask = Que doit faire le bouton ?
offer-kind-link-button = 🔗 Lien
offer-kind-coupon-button = 🎟 Code promo
offer-kind-product-button = 📦 Produit
offer-kind-survey-button = 📝 Enquête
offer-link-ask = Écrivez l’adresse avec https://.
offer-link-unread = Ce n’est pas une adresse avec https://. Veuillez l’écrire en entier, sans espaces.
offer-coupon-ask = Écrivez le code promo. Toucher le bouton le copie.
offer-coupon-unread = Un code est une ligne de { $most } caractères au plus.
offer-product-ask = Écrivez de quel produit il s’agit, puis touchez-le.
offer-product-none = Aucun produit n’a été trouvé.
offer-survey-ask = Quelle enquête doit commencer ?
offer-usual-link-button = Voir l’offre
offer-usual-coupon-button = Copier le code
offer-usual-product-button = Voir le produit
offer-usual-survey-button = Commencer l’enquête
offer-button-link = { $sign } Lien : { $target }
offer-button-coupon = { $sign } Code : { $target }
offer-button-product = { $sign } Produit : { $target }
offer-button-survey = { $sign } Enquête : { $target }
offer-button-product-gone = ⚠️ Ce produit n’existe plus.
offer-button-label = { $language } : { $label }
offer-button-ask = Écrivez le libellé en { $language }, { $most } caractères au plus.
offer-label-too-long = Un libellé est une ligne de { $most } caractères au plus.
offer-button-gone = Ce bouton n’existe plus.
offer-button-remove-button = 🗑 Retirer le bouton
offer-button-done-button = ✓ Terminé
offer-price-ask = Un prix est-il réduit ? Écrivez le nouveau prix et le plus bas des 30 derniers jours, par exemple <code>19,90 24,90</code>. La loi le demande (§ 11 PAngV).
offer-price-none = Rien d’indiqué pour l’instant.
offer-price-is = { MONEY($price) }, prix le plus bas des 30 derniers jours : { MONEY($lowest) }
offer-price-without = { MONEY($price) } ; le prix le plus bas des 30 derniers jours manque encore.
offer-price-uncut = Aucun prix n’est réduit.
offer-price-uncut-button = Aucun prix n’est réduit
offer-price-none-button = 🗑 Retirer l’indication
offer-price-unread = Veuillez écrire un ou deux montants, par exemple 19,90 24,90.
offer-price-no-reduction = Le nouveau prix doit être inférieur au plus bas des 30 derniers jours.
offer-time-ask = Quand doit-elle commencer, et jusqu’à quand peut-elle arriver ?
offer-time-now = Dans la boutique, il est maintenant { $now } ({ $zone }).
offer-when-now = Début : dès le lancement
offer-when-at = Début : { DATETIME($at) } ({ $zone })
offer-when-local = Début : { DAY($day) }, { $time } à l’heure de chacun
offer-expires-at = Plus rien après : { DATETIME($at) }
offer-expires-week = Plus rien après : sept jours depuis le lancement
offer-expires-never = Reste dans le canal
offer-moment = { DATETIME($at) }
offer-when-now-button = Tout de suite
offer-when-at-button = À une heure
offer-when-local-button = 🌍 À l’heure locale de chacun
offer-expiry-button = ⌛ Jusqu’à quand
offer-at-ask = Quand doit-elle commencer ({ $zone }) ? Par exemple <code>{ $example }</code>
offer-local-ask = Quel jour et à quelle heure chacun doit-il la recevoir, à sa propre heure ? Par exemple <code>{ $example }</code>
offer-expiry-ask = Jusqu’à quand peut-elle arriver ({ $zone }) ? Par exemple <code>{ $example }</code>
offer-expiry-none-button = Sept jours depuis le lancement
offer-once-is-off = Personne n’est oublié. Si l’envoi est coupé, { $count ->
    [one] une personne peut
    [many] jusqu’à { $count } de personnes peuvent
   *[other] jusqu’à { $count } personnes peuvent
} la recevoir deux fois.
offer-once-is-on = Personne ne la reçoit deux fois. Si l’envoi est coupé, { $count ->
    [one] une personne peut
    [many] jusqu’à { $count } de personnes peuvent
   *[other] jusqu’à { $count } personnes peuvent
} ne pas la recevoir du tout ; les résultats les comptent.
offer-once-on-button = 1️⃣ Jamais deux fois
offer-once-off-button = 👥 N’oublier personne
offer-time-unread = Ce n’est pas une heure. Veuillez écrire ainsi : 24.12.2026 9:30
offer-time-past = Cette heure est déjà passée.
offer-time-past-local = Cette heure est déjà passée pour tous les destinataires. Veuillez en choisir une plus tardive.
offer-audience-ask = Choisissez pour qui elle est. S’y ajoute toujours : seulement qui a consenti et peut être joint.
offer-segment-everybody = Tous ceux qui ont consenti
offer-segment-languages = Langue : { $which }
offer-segment-countries = Pays : { $which }
offer-segment-bought = Acheté : { $which }
offer-segment-within = { $days ->
    [one] Dernière commande il y a moins de { $days } jour
    [many] Dernière commande il y a moins de { $days } jours
   *[other] Dernière commande il y a moins de { $days } jours
 }
offer-segment-not-for = { $days ->
    [one] Dernière commande il y a au moins { $days } jour
    [many] Dernière commande il y a au moins { $days } jours
   *[other] Dernière commande il y a au moins { $days } jours
 }
offer-segment-nps = Recommandation : { $which }
offer-segment-points-from = { $count ->
    [one] Au moins { $count } point
    [many] Au moins { $count } points
   *[other] Au moins { $count } points
 }
offer-segment-points-to = { $count ->
    [one] Au plus { $count } point
    [many] Au plus { $count } points
   *[other] Au plus { $count } points
 }
offer-segment-reacted = A touché dans : { $which }
offer-segment-voices = S’est plaint et ne le sait pas encore : { $which }
offer-segment-anniversary = Anniversaire de la première commande : { $which }
offer-audience-total = { $count ->
    [one] <b>{ $count } personne</b> la reçoit.
    [many] <b>{ $count } de personnes</b> la reçoivent.
   *[other] <b>{ $count } personnes</b> la reçoivent.
 }
offer-audience-frozen = 👥 Audience : { $count }
offer-audience-languages = Langues : { $which }
offer-audience-countries = Pays : { $which }
offer-country-unknown-button = inconnu
offer-reason = • { $count } : { $why }
offer-by-language-button = 🗣 Langue
offer-by-language-ask = Touchez les langues. Sans coche, ce sont toutes.
offer-by-country-button = 🌍 Pays
offer-by-country-ask = Touchez les pays, ou écrivez-les : DE, France
offer-by-category-button = 🗂 Catégorie
offer-by-category-ask = Qui a acheté quelque chose de ces catégories :
offer-by-product-button = 📦 Produit
offer-by-product-ask = Qui a acheté un de ces produits. Écrivez ce qu’il faut chercher, puis touchez-le.
offer-by-days-button = 🛒 Dernière commande
offer-by-days-ask = Il y a combien de jours était la dernière commande ? <code>90</code> signifie au moins 90, <code>&lt;30</code> moins de 30, <code>30-90</code> entre les deux.
offer-by-points-button = ⭐ Points
offer-by-points-ask = Combien de points ? <code>100</code> signifie au moins 100, <code>&lt;50</code> au plus 50, <code>50-100</code> entre les deux.
offer-by-nps-button = 👍 Recommandation
offer-by-nps-ask = Ce qu’ils ont répondu en dernier sur la recommandation :
offer-by-reacted-button = 👆 A réagi
offer-by-reacted-ask = Qui a touché quelque chose dans une de ces offres :
offer-by-anniversary-button = 🎂 Anniversaire
offer-by-anniversary-ask = À quelle période de l’année la première commande a-t-elle eu lieu, une année passée ? Touchez un mois ou écrivez des jours : <code>24.12.</code> ou <code>1.12.-24.12.</code>
offer-year-days-unread = Veuillez écrire le jour et le mois, par exemple 24.12. ou 1.12.-24.12., { $most } jours au plus.
offer-nps-promoter-button = Promoteurs (9, 10)
offer-nps-passive-button = Passifs (7, 8)
offer-nps-detractor-button = Détracteurs (0 à 6)
offer-clear-button = 🗑 Sans cette condition
offer-everybody-button = 👥 De nouveau tous
offer-countries-unread = L’un d’eux n’est pas un pays. Veuillez écrire par exemple : DE, France
offer-days-unread = Veuillez écrire 90, &lt;30 ou 30-90.
offer-points-unread = Veuillez écrire 100, &lt;50 ou 50-100.
offer-preview-ask = Touchez une langue : l’offre arrive exactement comme les clients la recevront.
offer-preview-languages = { $which }
offer-preview-refused = Telegram ne l’accepte pas ainsi : { $why }
offer-test-button = 📨 Test pour moi ({ $language })
offer-test-toast = Le test est en route.
offer-check-fine = Rien à redire.
offer-check-blocked = <b>Elle ne peut pas encore partir ainsi :</b>
offer-check-open = <b>Elle peut partir.</b>
offer-check-duration = Durée sans obstacle : environ { $span }
offer-start-button = { $count ->
    [one] ▶️ Envoyer à { $count } personne
    [many] ▶️ Envoyer à { $count } de personnes
   *[other] ▶️ Envoyer à { $count } personnes
 }
offer-post-button = ▶️ Publier maintenant
offer-schedule-button = ⏰ Planifier ainsi
offer-ask-button = 🙋 Demander l’approbation
offer-asked-toast = { $count ->
    [one] { $count } personne a été sollicitée.
    [many] { $count } de personnes ont été sollicitées.
   *[other] { $count } personnes ont été sollicitées.
 }
offer-nobody-alert = Seule une personne qui n’y a rien rédigé peut l’approuver, et il n’y en a pas. Un propriétaire peut inscrire quelqu’un pour le marketing.
offer-approve-button = ✅ Approuver
offer-approved-toast = Approuvée, exactement telle qu’elle est.
offer-approval-ask = 🙋 <b>{ $title }</b> (nº { $id }) doit partir et a besoin de votre approbation.
offer-approval-author = Écrite par { $name }.
offer-approval-hint = Regardez-la avant de l’approuver. Ce qui est modifié ensuite doit être approuvé de nouveau.
offer-approved-by-you = ✅ Vous avez approuvé « { $title } » (nº { $id }).
offer-approved-told = ✅ { $name } a approuvé « { $title } ». Vous pouvez la lancer maintenant.
offer-approved-goes-on = ✅ { $name } a approuvé « { $title } ». Elle repart d’elle-même dès la prochaine fois.
offer-look-button = 👁 Regarder
offer-progress-title = <b>{ $title }</b> · { $status }
offer-progress = { $bar } { $percent } % ({ $done } sur { $total })
offer-progress-errors = ⚠️ Mise en pause d’elle-même : trop de choses ont échoué.
offer-progress-left = Encore environ { $span }
offer-progress-freezing = La liste des destinataires est en cours d’écriture ; l’envoi commence dans un instant.
offer-progress-begins = L’envoi vient de commencer.
offer-progress-waits = Envoi dès que l’heure et le budget de contact de chaque destinataire le permettent.
offer-pause-button = ⏸ Pause
offer-resume-button = ▶️ Continuer
offer-cancel-button = 🚫 Annuler
offer-cancel-ask = Annuler vraiment « { $title } » ? Ceux qui ne l’ont pas encore ne la recevront pas.
offer-cancel-sure-button = 🚫 Oui, annuler
offer-keep-button = Non, continuer
offer-kept-told = « { $title } » continue.
offer-cancelled-told = 🚫 « { $title } » est annulée.
offer-done-pause-toast = En pause.
offer-done-resume-toast = Cela continue.
offer-done-sure-toast = Annulée.
offer-unschedule-button = ✏️ Retirer la planification
offer-late-title = ⏰ <b>{ $title }</b> (n° { $id }) n’a pas été envoyée.
offer-late-since = Retenue. Le début était prévu le { DATETIME($at) } ; le bot ne fonctionnait pas à ce moment-là.
offer-late-held = Retenue. Le début était prévu le { DATETIME($at) }.
offer-late-crowd = Depuis, elle touche tant de personnes que quelqu’un d’autre doit l’approuver. Tous ceux qui le peuvent ont été sollicités ; ensuite, vous pourrez l’envoyer.
offer-late-late = Il est maintenant trop tard pour commencer sans vous demander.
offer-late-rest = C’est maintenant une heure à laquelle la publicité ne doit déranger personne.
offer-late-expired = Son dernier jour est passé entre-temps ; il en faut un nouveau.
offer-late-hint = Rien n’est perdu, et personne n’en a encore rien reçu. Que faut-il en faire ?
offer-late-now-button = ▶️ Envoyer maintenant
offer-late-time-button = ⏰ Autre moment
offer-late-started-told = ▶️ « { $title } » est en cours d’envoi.
offer-late-draft-told = ✏️ « { $title } » est de nouveau un brouillon. Donnez-lui un autre moment, puis vérifiez-la et planifiez-la.
offer-kept-held-told = « { $title } » reste retenue.
offer-done-now-toast = L’envoi commence.
offer-done-time-toast = Veuillez choisir un autre moment.
offer-correct-button = ✏️ Modifier dans le canal
offer-correct-ask = Ce que vous modifiez ici change aussitôt dans le canal.
offer-posted = 📣 Dans le canal depuis le { DATETIME($at) }
offer-posted-waits = ⏳ Pas encore dans le canal : { $why }
offer-posted-soon = elle part dans un instant
offer-posted-pinned = 📌 Épinglée en haut
offer-posted-clicks = 👆 Touchers : { $count }
offer-end-button = ⌛ Terminer
offer-end-ask = Terminer « { $title } » dans le canal ? Il y sera alors écrit que c’est terminé, les boutons disparaîtront, et la publication ne sera plus épinglée.
offer-end-sure-button = ⌛ Oui, terminer
offer-refresh-button = 🔄 Actualiser
offer-follow-button = 📡 Suivre en direct
offer-follow-toast = La carte est ci-dessous et se met à jour d’elle-même.
offer-followed-before-alert = La carte est déjà dans cette discussion et s’y met à jour d’elle-même.
offer-result-delivered = ✉️ Distribués : { $count } sur { $audience }
offer-result-waiting = ⏳ Pas encore envoyés : { $count }
offer-result-kept = ⏳ En attente : { $count }
offer-result-about-kept = ⏳ En attente : environ { $count }
offer-result-withheld = ✋ Retenus : { $count }
offer-result-failed = ⚠️ Non arrivés : { $count }
offer-result-left-out = ➖ Hors de l’audience : { $count }
offer-result-clicked = 👆 Ont touché : { $count }
offer-result-tapped = { $people ->
    [one] { $name } : { $people } personne, { $times } fois
    [many] { $name } : { $people } personnes, { $times } fois
   *[other] { $name } : { $people } personnes, { $times } fois
 }
offer-result-unsubscribed = 🔕 Se sont désabonnés : { $count }
offer-result-orders = { $count ->
    [one] 🛒 { $count } commande pour { MONEY($value) } dans les { $days } jours suivants
    [many] 🛒 { $count } de commandes pour { MONEY($value) } dans les { $days } jours suivants
   *[other] 🛒 { $count } commandes pour { MONEY($value) } dans les { $days } jours suivants
 }
offer-result-safe = Perdus : { $lost } · peut-être en double : { $doubles }
offer-auto-list-button = 🔁 Automatique
offer-auto-button = 🔁 Envoi automatique
offer-auto-winback-button = Vous nous manquez
offer-auto-anniversary-button = Anniversaire
offer-auto-coupon-button = Bon après un achat
offer-auto-goes_well-button = Va bien avec
offer-auto-title = <b>Ce qui part tout seul</b>
offer-auto-after = { $days ->
    [one] <b>{ $name }</b> : { $days } jour après la dernière commande
    [many] <b>{ $name }</b> : { $days } jours après la dernière commande
   *[other] <b>{ $name }</b> : { $days } jours après la dernière commande
 }
offer-auto-yearly = <b>{ $name }</b> : à l’anniversaire de la première commande
offer-auto-off = Désactivé
offer-auto-on = Activé avec « { $title } », prochain envoi le { DATETIME($at) }
offer-auto-on-now = Activé avec « { $title } », l’envoi du jour part dans un instant
offer-auto-how = Pour l’activer : écrivez une offre, « Contrôler et envoyer », puis « Envoi automatique ».
offer-auto-held = ⏸ <b>Rien ne part pour le moment :</b>
offer-auto-figures =
    Ces { $days } derniers jours : envois { $sends }, destinataires { $people }
    ✉️ Remis : { $delivered } · ⏳ En attente : { $waiting }
    👆 Ont touché : { $clicked } · 🔕 Désabonnés : { $unsubscribed }
offer-auto-kind-ask = À quelle occasion cette offre doit-elle partir toute seule ?
offer-auto-reach = Personnes atteintes avec le temps, au plus : { $count } ; aujourd’hui, ce serait { $today }. Toujours : seulement qui a donné son accord, une fois par occasion, selon les heures calmes et le budget de contact.
offer-auto-instead = Elle remplace « { $title } ».
offer-auto-hour = Envoi chaque jour à 10 heures ; l’heure et la fin du brouillon ne comptent pas ici.
offer-auto-days-ask = Un autre nombre de jours ? Écrivez-le simplement. Envoi chaque jour à 10 heures ; l’heure et la fin du brouillon ne comptent pas ici.
offer-auto-days-unread = Veuillez écrire un nombre de 1 à { $most }.
offer-auto-on-button = 🟢 Activer
offer-auto-off-button = ⏹ Désactiver
offer-auto-again-button = 🟢 Réactiver
offer-auto-draft-button = ✏️ Le brouillon
