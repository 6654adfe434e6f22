# Rapports pour l'équipe : la phrase qui compte, des images, et ce que les clients ont écrit.
report-metric-nps = NPS
report-metric-csat = CSAT
report-metric-ces = CES
report-figure-nps = NPS { $score } (de { $low } à { $high }, n={ $n })
report-figure-csat = CSAT { $score } % (de { $low } à { $high } %, n={ $n })
report-figure-ces = CES { $score } sur 7 (de { $low } à { $high }, n={ $n })
report-none = { $metric } : pas encore de réponse.
report-few = { $metric } : trop peu de réponses pour un résultat (n={ $n }, à partir de { $least }).
report-whole = { $figure }.
report-unsure = { $figure } : peu de réponses, donc une simple indication.
report-with-change = { $figure }, { $change }
report-up =
    { $days ->
        [one] significativement au-dessus de la veille
        [many] significativement au-dessus des { $days } de jours précédents
       *[other] significativement au-dessus des { $days } jours précédents
    }
report-perhaps-up =
    { $days ->
        [one] pas significativement au-dessus de la veille
        [many] pas significativement au-dessus des { $days } de jours précédents
       *[other] pas significativement au-dessus des { $days } jours précédents
    }
report-down =
    { $days ->
        [one] significativement en dessous de la veille
        [many] significativement en dessous des { $days } de jours précédents
       *[other] significativement en dessous des { $days } jours précédents
    }
report-perhaps-down =
    { $days ->
        [one] pas significativement en dessous de la veille
        [many] pas significativement en dessous des { $days } de jours précédents
       *[other] pas significativement en dessous des { $days } jours précédents
    }
report-same =
    { $days ->
        [one] comme la veille
        [many] comme pendant les { $days } de jours précédents
       *[other] comme pendant les { $days } jours précédents
    }
report-no-change =
    { $days ->
        [one] trop peu de réponses la veille pour comparer
        [many] trop peu de réponses pendant les { $days } de jours précédents pour comparer
       *[other] trop peu de réponses pendant les { $days } jours précédents pour comparer
    }
report-last-up =
    { $by ->
        [week] significativement au-dessus de la semaine précédente
        [quarter] significativement au-dessus du trimestre précédent
       *[month] significativement au-dessus du mois précédent
    }
report-last-perhaps-up =
    { $by ->
        [week] pas significativement au-dessus de la semaine précédente
        [quarter] pas significativement au-dessus du trimestre précédent
       *[month] pas significativement au-dessus du mois précédent
    }
report-last-down =
    { $by ->
        [week] significativement en dessous de la semaine précédente
        [quarter] significativement en dessous du trimestre précédent
       *[month] significativement en dessous du mois précédent
    }
report-last-perhaps-down =
    { $by ->
        [week] pas significativement en dessous de la semaine précédente
        [quarter] pas significativement en dessous du trimestre précédent
       *[month] pas significativement en dessous du mois précédent
    }
report-last-same =
    { $by ->
        [week] comme pendant la semaine précédente
        [quarter] comme pendant le trimestre précédent
       *[month] comme pendant le mois précédent
    }
report-mean = Moyenne { $mean } sur 5.
report-imported =
    { $imported ->
        [one] Dont { $imported } réponse importée d'une enquête antérieure.
        [many] Dont { $imported } de réponses importées d'enquêtes antérieures.
       *[other] Dont { $imported } réponses importées d'enquêtes antérieures.
    }
report-response = Taux de réponse : { $rate } de { $delivered } invitations remises.
report-key-unknown = inconnu
report-key-first = première commande
report-key-repeat = commande suivante
report-n = n={ $n }
report-count = { $n }
report-hidden = trop peu
report-value-nps = { $score }
report-value-csat = { $score } %
report-value-ces = { $score }
report-week = S{ $week }
report-interval = de { $low } à { $high }
report-title-nps = Recommandation (NPS)
report-title-csat = Satisfaction (CSAT)
report-title-ces = Facilité (CES)
report-period-all = toutes les réponses
report-period-from = depuis le { DATE($first) }
report-period-until = jusqu'au { DATE($last) }
report-period-days = { DATE($first) } – { DATE($last) }
report-note = n : réponses · barre : intervalle à 95 % · gris : moins de { $few } réponses
report-note-more =
    { $hidden ->
        [one] Un autre groupe n'est pas affiché.
        [many] { $hidden } d'autres groupes ne sont pas affichés.
       *[other] { $hidden } autres groupes ne sont pas affichés.
    }
report-by-week = par semaine
report-by-month = par mois
report-by-quarter = par trimestre
report-by-carrier = par transporteur
report-by-country = par pays
report-by-language = par langue
report-by-product = par produit
report-by-category = par catégorie
report-by-first-order = par première commande
report-by-survey = par enquête
report-open-button = 📊 Rapports
report-span-30-button = 30 jours
report-span-90-button = 90 jours
report-span-365-button = 12 mois
report-span-all-button = Tout
report-by-none = sans groupes
report-grouping-button = 🔀 { $by }
report-grouping-ask = Comment les regrouper ?
report-group = { $name } : { $score } (de { $low } à { $high }, n={ $n })
report-group-few = { $name } : trop peu (n={ $n })
report-comments-button = 💬 Commentaires
report-comments-title = <b>Commentaires : { $title }</b>
report-comments-none = Personne n'a rien écrit pendant cette période.
report-comments-reason =
    { $answers ->
        [one] <b>{ $reason }</b> : { $answers } réponse
        [many] <b>{ $reason }</b> : { $answers } de réponses
       *[other] <b>{ $reason }</b> : { $answers } réponses
    }
report-comments-unnamed = sans motif indiqué
report-comment = { DATE($at) } · { $about } : « { $text } »
report-comment-order = commande { $number }
report-comment-imported = importé
report-metric-recovery = Clients reconquis
report-figure-recovery = Clients reconquis : { $score } % (de { $low } à { $high } %, n={ $n })
report-recovery-asked = Sur { $asked } clients à qui l’on a demandé si c’est résolu, { $answered } ont répondu.
