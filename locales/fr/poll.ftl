# Sondages du canal, pour qui y écrit des offres.
poll-until = Votez jusqu’au { DATETIME($at) }
poll-gone-alert = Ce sondage n’existe pas.
poll-fixed-alert = Ce n’est plus possible : le sondage en est déjà plus loin.
poll-unready-alert =
    { $what ->
        [options] Il manque encore les réponses.
        [order] Il se terminerait avant de paraître dans le canal.
        [channel] Il n’y a pas de canal (BOTE_COMMUNITY_CHAT_ID).
       *[past] Sa date ou sa fin est passée.
    }
poll-list-title = <b>Sondages du canal</b>
poll-list-shown = Les plus récents sont en haut.
poll-list-none = Aucun pour l’instant.
poll-list-button = 📊 Sondages
poll-new-button = ➕ Nouveau sondage
poll-question-ask = Que voulez-vous demander ? Écrivez la question telle que le canal la lira, { NUMBER($most) } caractères au plus.
poll-question-long = Cela fait { NUMBER($length) } caractères ; { NUMBER($most) } sont permis.
poll-options-ask = Écrivez les réponses dans un seul message, une par ligne : de 1 à { NUMBER($options) } réponses de { NUMBER($most) } caractères au plus.
poll-options-unread = Cela ne convient pas : de 1 à { NUMBER($options) } réponses différentes, une par ligne, de { NUMBER($most) } caractères au plus.
poll-countries-ask = De quels pays peut-on voter ? Écrivez leurs codes, { NUMBER($most) } au plus, par exemple <code>LU DE FR</code>. Telegram reconnaît le pays au numéro de téléphone.
poll-countries-unread = Ce ne sont pas des codes de pays. Écrivez-les ainsi : LU DE FR
poll-at-ask = Quand doit-il paraître dans le canal ({ $zone }) ? Par exemple <code>{ $example }</code>
poll-deadline-ask = Jusqu’à quand peut-on voter ({ $zone }) ? Par exemple <code>{ $example }</code>
poll-title = 📊 <b>{ $question }</b>
poll-status-draft = ✏️ brouillon
poll-status-scheduled = ⏰ programmé
poll-status-open = ▶️ en cours
poll-status-closed = ✅ terminé
poll-status-cancelled = 🚫 pas paru : à l’heure prévue, il était déjà terminé.
poll-rules = Anonyme : dans un canal, personne n’apprend qui a choisi quoi. { $several ->
        [yes] Plusieurs réponses sont permises.
       *[no] Une seule réponse est permise.
    }
poll-members = Peut voter qui suit le canal depuis plus de 24 heures.
poll-countries = Seulement de : { $countries }
poll-post-at = Paraît : { DATETIME($at) }
poll-open-end = Sans fin : vous le terminez vous-même.
poll-result = { $share } % · { $option } ({ NUMBER($count) })
poll-voters =
    { $count ->
        [one] { NUMBER($count) } personne a voté.
        [many] { NUMBER($count) } de personnes ont voté.
       *[other] { NUMBER($count) } personnes ont voté.
    }
poll-unposted = ⚠️ Pas encore dans le canal : { $why }
poll-question-button = ✏️ Question
poll-options-button = ☰ Réponses
poll-one-button = Une seule réponse
poll-several-button = Plusieurs réponses
poll-anybody-button = Les nouveaux abonnés aussi
poll-members-button = Seulement qui suit depuis plus longtemps
poll-countries-button = 🌍 Pays
poll-countries-all-button = De tous les pays
poll-at-button = ⏰ Date
poll-at-none-button = Tout de suite, quand je le publie
poll-deadline-button = ⏳ Fin
poll-deadline-none-button = Sans fin
poll-preview-button = 👁 À quoi il ressemble
poll-post-button = 📣 Publier maintenant
poll-post-again-button = 📣 Essayer encore
poll-plan-button = ⏰ Publier à cette date
poll-unplan-button = Revenir au brouillon
poll-close-button = ✅ Terminer
poll-refresh-button = 🔄 Recompter
poll-post-ask = Le publier maintenant dans le canal ? Ensuite, ni la question ni les réponses ne changent plus.
poll-close-ask = Le terminer maintenant ? Plus personne ne pourra voter.
poll-sure-post-button = Oui, publier
poll-sure-close-button = Oui, terminer
