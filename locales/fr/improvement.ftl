# Vous l’avez dit, nous l’avons fait : ce qui a changé parce que des clients se sont plaints.
improvement-list-button = 💬 Dit et fait
improvement-list-title = <b>Vous l’avez dit, nous l’avons fait</b>
improvement-list-shown = Ce qui a mécontenté les clients ces { NUMBER($days) } derniers jours. Le nombre compte les réponses et les dossiers auxquels personne n’a encore dit ce qui a été fait.
improvement-list-none = Aucune réponse mécontente et aucun dossier clos des { NUMBER($days) } derniers jours n’indique de cause.
improvement-named = Indiqué dans { $answers ->
        [one] { NUMBER($answers) } réponse mécontente
        [many] { NUMBER($answers) } réponses mécontentes
       *[other] { NUMBER($answers) } réponses mécontentes
    } et { $cases ->
        [one] { NUMBER($cases) } dossier clos
        [many] { NUMBER($cases) } dossiers clos
       *[other] { NUMBER($cases) } dossiers clos
    }.
improvement-unanswered = { $count ->
        [0] Pour toutes, on a dit ce qui a été fait.
        [one] { NUMBER($count) } attend une réponse.
        [many] { NUMBER($count) } attendent une réponse.
       *[other] { NUMBER($count) } attendent une réponse.
    }
improvement-none-done = On n’a encore rien dit de ce qui a été fait.
improvement-done = { $on } : pour { $people ->
        [one] { NUMBER($people) } personne
        [many] { NUMBER($people) } personnes
       *[other] { NUMBER($people) } personnes
    }, informées jusqu’ici : { NUMBER($told) }
improvement-write-button = ✍️ Dire ce qui a été fait
improvement-write-ask = Qu’avez-vous fait ? Écrivez-le en { $language } en un message, { NUMBER($most) } caractères au plus. Le bot met au-dessus ce que les clients ont dit.
improvement-write-others = Une langue sans texte manque dans la publication ; le message passe à une autre langue ou attend, selon votre choix.
improvement-too-long = Cela fait { NUMBER($length) } caractères ; { NUMBER($most) } sont permis.
improvement-prepare-button = Préparer publication et message
improvement-card = Ceci répond à { $voices ->
        [one] { NUMBER($voices) } plainte
        [many] { NUMBER($voices) } plaintes
       *[other] { NUMBER($voices) } plaintes
    } de { $people ->
        [one] { NUMBER($people) } personne
        [many] { NUMBER($people) } personnes
       *[other] { NUMBER($people) } personnes
    } ; informées jusqu’ici : { NUMBER($told) }. Seules les personnes qui acceptent les offres reçoivent le message, une fois chacune.
improvement-card-next = La publication et le message sont des brouillons comme toute offre : on les regarde, les vérifie et les envoie là.
improvement-no-channel = Il n’y a pas de canal (BOTE_COMMUNITY_CHAT_ID), donc pas de publication.
improvement-no-voices = Personne ne s’en est plaint, donc pas de message.
improvement-post-button = 📣 La publication
improvement-letter-button = ✉️ Le message aux personnes concernées
improvement-drop-button = 🗑 Retirer
improvement-begun-alert = C’est déjà en train d’être annoncé.
improvement-gone-alert = Cela a été retiré.
improvement-title = Dit et fait : { $said }
improvement-post =
    <b>Vous l’avez dit, nous l’avons fait</b>
    Vous nous avez dit : { $said }.
improvement-letter =
    <b>Vous l’avez dit, nous l’avons fait</b>
    Vous nous avez dit : { $said }. Merci, nous avons agi :
improvement-cause-late = les livraisons arrivent trop tard
improvement-cause-damaged = des articles arrivent abîmés
improvement-cause-wrong_item = ce n’est pas le bon article qui arrive
improvement-cause-lost = des colis se perdent
improvement-cause-packaging = l’emballage devrait être meilleur
improvement-cause-courier = il y a des soucis avec le livreur
improvement-cause-address = des colis partent à la mauvaise adresse
improvement-cause-product = un produit n’est pas comme il devrait être
improvement-cause-price = les prix sont trop élevés
improvement-cause-payment = le paiement ne fonctionne pas
improvement-cause-returning = renvoyer un article est trop compliqué
improvement-cause-service = le service devrait être meilleur
improvement-cause-slow = les réponses prennent trop de temps
improvement-cause-unsolved = les problèmes ne sont pas résolus
improvement-cause-unhelpful = les réponses n’aident pas
improvement-cause-unfriendly = nous n’avons pas été assez aimables
improvement-cause-complicated = c’est trop compliqué
