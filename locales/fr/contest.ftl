# Les concours du canal : participation, tirage, lot.
contest-title = 🎁 <b>{ $title }</b>
contest-until =
    Participation jusqu’au { DATETIME($at) } · { $winners ->
        [one] { $winners } gagnant
        [many] { $winners } gagnants
       *[other] { $winners } gagnants
    }
contest-post-how = Règlement et participation : par le bouton, gratuitement et sans achat.
contest-post-drawn = 🎉 Tirage effectué. Le bot a prévenu les gagnants.
contest-post-cancelled = 🚫 Annulé : il n’y aura pas de tirage.
contest-post-tickets = Billets gagnants : <code>{ $tickets }</code> (sur { $entries })
contest-post-again = Nouveau tirage : { NUMBER($count) } fois
contest-commitment = Engagement du tirage (SHA-256) : <code>{ $commitment }</code>
contest-seed =
    Graine : <code>{ $seed }</code>
    Liste (SHA-256) : <code>{ $digest }</code>
contest-ticket = Votre billet : <code>{ $ticket }</code>
contest-agree = En touchant « Participer », vous acceptez le règlement. Cela ne rapporte pas de points ; vous pouvez vous retirer jusqu’à la fin.
contest-in = ✅ Vous participez. Le bot vous dira ici si vous avez gagné.
contest-over = La participation est close ; le tirage suit dans un instant.
contest-cancelled = 🚫 La boutique a annulé le concours.
contest-drawn = 🎉 Tiré parmi { $entries } billets : <code>{ $tickets }</code>
contest-mine-won = 🏆 <b>Vous avez gagné !</b> Acceptez-vous le lot ?
contest-mine-accepted = 🏆 Vous avez accepté le lot. La boutique vous contactera ici.
contest-mine-declined = Vous avez renoncé au lot.
contest-mine-again = Votre billet avait été tiré ; le lot a été remis en jeu.
contest-terms-title = 📄 <b>Règlement : { $title }</b>
contest-won =
    🏆 <b>Vous avez gagné : { $title }</b>
    Votre billet <code>{ $ticket }</code> a été tiré.
contest-won-ask = Acceptez-vous le lot ? Sans réponse, il peut être remis en jeu selon le règlement.
contest-replaced-no_answer = « { $title } » : faute de réponse de votre part, votre lot a été remis en jeu.
contest-replaced-not_entitled = « { $title } » : selon le règlement, le lot ne vous revient pas ; il a été remis en jeu. La boutique répond ici à vos questions.
contest-replaced-declined = « { $title } » : vous avez renoncé au lot ; il a été remis en jeu.
contest-staff-drawn = 🎉 « { $title } » : le tirage est fait. Lots : { $winners }. Qui a gagné et qui le sait déjà se trouve derrière le bouton.
contest-staff-accepted = 🏆 « { $title } » : la place { $place } accepte le lot.
contest-staff-declined = « { $title } » : la place { $place } renonce au lot. Vous pouvez tirer de nouveau.
contest-check-caption = Voici le tirage. Le script permet de le vérifier : <code>python verify_draw.py contest.json</code>
contest-open-button = 🎁 Voir le concours
contest-terms-button = 📄 Règlement
contest-enter-button = 🎟 Participer
contest-leave-button = Se retirer
contest-accept-button = 🏆 Accepter le lot
contest-decline-button = Renoncer
contest-check-button = 🔎 Vérifier le tirage
contest-in-toast = Vous participez. Bonne chance !
contest-already-toast = Vous participez déjà.
contest-left-toast = Vous ne participez plus.
contest-answered-toast = Merci, la boutique est prévenue.
contest-over-alert = Le concours est terminé.
contest-staff-alert = Le personnel ne peut pas participer.
contest-gone-alert = Ce concours n’existe pas.
contest-fixed-alert = Ce n’est plus possible : cela a avancé entre-temps.
contest-unready-alert =
    { $what ->
        [texts] Titre, lot et règlement doivent exister dans une langue au moins.
        [half] Il manque quelque chose dans une langue : complétez-la ou videz-la.
        [deadline] La date limite manque.
        [channel] Il n’y a pas de canal (BOTE_COMMUNITY_CHAT_ID).
        [bot] Le bot ne connaît pas encore son nom ; il doit avoir tourné une fois.
       *[past] La fin est dans le passé.
    }

contest-list-title = <b>Concours</b>
contest-list-shown = Les plus récents d’abord.
contest-list-none = Aucun pour l’instant.
contest-list-button = 🎁 Concours
contest-new-button = ➕ Nouveau concours
contest-title-ask = Comment s’appelle le concours ? Écrivez le titre dans votre langue ; les autres suivront.
contest-desk-draft = ✏️ Brouillon
contest-desk-open = ▶️ en cours
contest-desk-drawn = 🎉 tirage effectué
contest-desk-cancelled = 🚫 annulé
contest-desk-languages = Complet en : { $languages }. Qui lit une autre langue reçoit l’une de celles-ci.
contest-desk-entries = Billets : { NUMBER($count) }
contest-desk-unposted = ⚠️ Pas encore dans le canal : { $why }
contest-write-title = Titre en { $language }, { NUMBER($most) } caractères au plus :
contest-write-prize = Ce qu’on peut gagner, en { $language }, { NUMBER($most) } caractères au plus :
contest-write-terms = Règlement en { $language }, { NUMBER($most) } caractères au plus : qui organise, qui peut participer, jusqu’à quand un gagnant doit répondre.
contest-part-title-button = Titre
contest-part-prize-button = Lot
contest-part-terms-button = Règlement
contest-remove-button = 🗑 Supprimer ce texte
contest-too-long = Trop long : { NUMBER($length) } caractères sur { NUMBER($most) } au plus.
contest-deadline-ask = Jusqu’à quand peut-on participer ? Par exemple { $example } ({ $zone }).
contest-winners-ask = Combien de gagnants ? Un nombre de 1 à { NUMBER($most) }.
contest-winners-unread = Ce n’est pas un nombre de 1 à { NUMBER($most) }.
contest-texts-button = ✏️ Textes
contest-deadline-button = ⏰ Date limite
contest-winners-button = 🏆 Nombre de gagnants
contest-launch-button = 📣 Ouvrir …
contest-launch-ask = Voici ce que lira le canal. Ensuite, plus rien ne peut être modifié.
contest-launch-sure-button = 📣 Oui, ouvrir
contest-call-off-button = 🚫 Annuler …
contest-call-off-ask = Annuler ? Il n’y aura alors pas de tirage, et le canal le lira.
contest-call-off-sure-button = 🚫 Oui, annuler
contest-again-button = 🔁 Tirer de nouveau la place { $place } …
contest-again-ask = Pourquoi tirer de nouveau la place { $place } ? La place suivante du même tirage prend le relais. Qui et pourquoi est consigné ; le canal lit qu’il y a eu un nouveau tirage.
contest-why-no_answer-button = N’a pas répondu
contest-why-declined-button = A renoncé
contest-why-not_entitled-button = N’y a pas droit selon le règlement
contest-why-erased-button = A effacé ses données
contest-place = <b>{ $place }.</b> { $name } · <code>{ $ticket }</code>
contest-place-told = Prévenu, n’a pas encore répondu.
contest-place-untold = Pas encore prévenu : { $why }
contest-place-accepted = 🏆 Accepte le lot.
contest-place-declined = Renonce au lot.
contest-place-again = 🔁 Nouveau tirage : { $why } ({ $by })
