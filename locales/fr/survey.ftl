# Surveys: the scale, what follows the answer, and what can be rated from the order card. The questions themselves stand in
# bot/surveys/definitions, or in the shop's own files.
survey-scale-nps = 0 = pas du tout probable · 10 = extrêmement probable
survey-scale-csat = 1 = très insatisfait(e) · 5 = très satisfait(e)
survey-scale-ces = 1 = pas du tout d’accord · 7 = tout à fait d’accord
survey-face-1-button = 1 😞
survey-face-2-button = 2 🙁
survey-face-3-button = 3 😐
survey-face-4-button = 4 🙂
survey-face-5-button = 5 😀
survey-points =
    { $count ->
        [one] Votre réponse rapporte un point, quelle qu’elle soit.
        [many] Votre réponse rapporte { $count } de points, quelle qu’elle soit.
       *[other] Votre réponse rapporte { $count } points, quelle qu’elle soit.
    }
survey-agreed = <i>Nous posons la question parce que vous avez accepté les enquêtes.</i>
survey-reminder = <i>Nous n’avons pas encore eu de réponse de votre part. Un appui suffit, et nous ne reposerons plus la question.</i>
survey-later-button = Plus tard
survey-never-button = Ne plus demander
survey-given = Votre réponse : <b>{ NUMBER($score) } sur { NUMBER($most) }</b>
survey-hint = Appuyez sur ce qui convient ou écrivez-le ici, volontiers avec une photo.
survey-reason-late-button = Trop tard
survey-reason-damaged-button = Abîmé
survey-reason-wrong_item-button = Mauvais article
survey-reason-packaging-button = Emballage
survey-reason-courier-button = Livreur
survey-reason-price-button = Prix
survey-reason-service-button = Service
survey-reason-slow-button = Trop long
survey-reason-unsolved-button = Pas résolu
survey-reason-unhelpful-button = Réponse inutile
survey-reason-unfriendly-button = Peu aimable
survey-reason-complicated-button = Trop compliqué
survey-reason-fast-button = Rapide
survey-reason-competent-button = Compétent
survey-reason-friendly-button = Aimable
survey-reason-easy-button = Tout simple
survey-reason-other-button = Autre chose
survey-done-button = Terminé
survey-change-button = Modifier la note
survey-share-button = En parler
survey-share-text = J’ai eu une bonne expérience avec { $shop }.
survey-points-now =
    { $count ->
        [one] <b>+1 point</b> pour votre réponse.
        [many] <b>+{ $count } de points</b> pour votre réponse.
       *[other] <b>+{ $count } points</b> pour votre réponse.
    }
survey-points-later =
    { $count ->
        [one] <b>+1 point</b> pour votre réponse ; il compte à partir du { DAY($day) }.
        [many] <b>+{ $count } de points</b> pour votre réponse ; ils comptent à partir du { DAY($day) }.
       *[other] <b>+{ $count } points</b> pour votre réponse ; ils comptent à partir du { DAY($day) }.
    }
survey-comment-kept = Merci, c’est noté avec votre évaluation.
survey-comment-kept-case = Merci, c’est noté avec votre évaluation, et notre équipe le lit.
survey-score-first = Veuillez d’abord appuyer sur une note, puis écrire ce qui compte pour vous ; ainsi les deux vont ensemble.
survey-later-told = <i>Volontiers. Nous redemanderons une fois dans les prochains jours, puis plus. Vous pouvez aussi répondre dès maintenant.</i>
survey-later-last = <i>D’accord, nous ne reposerons plus cette question. Vous pouvez répondre ici jusqu’au { DAY($day) }.</i>
survey-never-told = D’accord, nous ne vous demanderons plus votre avis. Pour changer d’avis, ouvrez « Consentements » dans les réglages.
survey-scored-toast = Merci !
survey-late-alert = Cette enquête est déjà close, votre réponse ne compte plus. Merci quand même ! Si vous souhaitez nous dire quelque chose, écrivez ici « humain ».
survey-gone-toast = Cette enquête n’appartient pas à cette conversation.
order-rate-button = ⭐ Évaluer la livraison
order-rated-button = ⭐ Votre évaluation
survey-name-delivery_csat = Livraison
survey-name-nps = Recommandation
survey-name-return_csat = Retour
survey-name-support_csat = Service client
