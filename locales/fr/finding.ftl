# finding-… : ce que le contrôle trouve dans une campagne, pour l’équipe.
finding-no_text = Il n’y a pas encore de texte.
finding-text_broken = {$locale} : Telegram ne comprend pas la mise en forme {$tag}.
finding-text_too_long = {$locale} : le texte compte {$length} caractères, {$most} sont possibles.
finding-language_missing = { $number ->
    [one] {$locale} : le texte manque pour {$number} personne. Veuillez choisir si elle le reçoit dans une autre langue ou pas du tout.
    [many] {$locale} : le texte manque pour {$number} personnes. Veuillez choisir si elles le reçoivent dans une autre langue ou pas du tout.
   *[other] {$locale} : le texte manque pour {$number} personnes. Veuillez choisir si elles le reçoivent dans une autre langue ou pas du tout.
 }
finding-language_fallback = { $number ->
    [one] {$locale} : {$number} personne reçoit le texte dans une autre langue.
    [many] {$locale} : {$number} personnes reçoivent le texte dans une autre langue.
   *[other] {$locale} : {$number} personnes reçoivent le texte dans une autre langue.
 }
finding-language_hold = { $number ->
    [one] {$locale} : {$number} personne ne reçoit rien, car le texte manque.
    [many] {$locale} : {$number} personnes ne reçoivent rien, car le texte manque.
   *[other] {$locale} : {$number} personnes ne reçoivent rien, car le texte manque.
 }
finding-label_missing = {$locale} : la première ligne ne dit pas qu’il s’agit de publicité.
finding-reduction_unclear = {$locale} : « {$words} » annonce une baisse de prix. Veuillez indiquer le prix le plus bas des 30 derniers jours, ou dire qu’aucun prix ne baisse.
finding-lowest_price_missing = Pour la baisse de prix, il manque le prix le plus bas des 30 derniers jours.
finding-no_reduction = Le prix { MONEY($price) } n’est pas inférieur au plus bas des 30 derniers jours ({ MONEY($lowest) }).
finding-too_many_buttons = Plus de {$most} boutons ne sont pas possibles.
finding-button_twice = Deux boutons sont identiques. Veuillez en retirer un.
finding-button_label = Bouton « {$button} » : l’intitulé manque ou est trop long (64 caractères).
finding-button_address = Bouton « {$button} » : ce n’est pas une adresse en https://.
finding-button_code = Bouton « {$button} » : le code manque ou est trop long (256 caractères).
finding-button_target = Bouton « {$button} » : le produit ou l’enquête n’existe pas (ou plus).
finding-clicks_uncounted = Les clics sur les liens ne sont pas comptés, car BOTE_PUBLIC_URL n’est pas défini.
finding-too_many_media = Un album ne contient pas plus de {$most} photos et vidéos.
finding-media_broken = Une photo ou vidéo est illisible. Veuillez l’ajouter à nouveau.
finding-sends_itself = Ce modèle s’envoie de lui-même et reste nécessaire pour cela. Pour un envoi à la main, prenez-en une copie, ou désactivez d’abord l’automatisme.
finding-no_time = Aucune heure n’est choisie.
finding-time_past = L’heure choisie est passée.
finding-hour_struck = { $number ->
    [one] Pour une personne, cette heure est passée : elle la reçoit tout de suite, sauf pendant ses heures de repos.
    [many] Pour {$number} de personnes, cette heure est passée : elles la reçoivent tout de suite, sauf pendant leurs heures de repos.
   *[other] Pour {$number} personnes, cette heure est passée : elles la reçoivent tout de suite, sauf pendant leurs heures de repos.
}
finding-expires_before = L’offre expire avant de commencer.
finding-expires_during = L’offre expire avant que tout le monde puisse l’avoir reçue.
finding-rest = { $number ->
    [one] {$number} personne ne la reçoit qu’après ses heures calmes (la nuit et, selon le pays, les dimanches et jours fériés).
    [many] {$number} de personnes ne la reçoivent qu’après leurs heures calmes (la nuit et, selon le pays, les dimanches et jours fériés).
   *[other] {$number} personnes ne la reçoivent qu’après leurs heures calmes (la nuit et, selon le pays, les dimanches et jours fériés).
}
finding-rest_too_long = { $number ->
    [one] {$number} personne ne la recevra jamais : l’offre expire avant la fin de ses heures calmes.
    [many] {$number} de personnes ne la recevront jamais : l’offre expire avant la fin de leurs heures calmes.
   *[other] {$number} personnes ne la recevront jamais : l’offre expire avant la fin de leurs heures calmes.
}
finding-budget_too_long = { $number ->
    [one] {$number} personne ne la recevra jamais : l’offre expire avant qu’elle puisse de nouveau recevoir de la publicité (un message en 24 heures, trois en sept jours, aucun juste après un problème de colis).
    [many] {$number} de personnes ne la recevront jamais : l’offre expire avant qu’elles puissent de nouveau recevoir de la publicité (un message en 24 heures, trois en sept jours, aucun juste après un problème de colis).
   *[other] {$number} personnes ne la recevront jamais : l’offre expire avant qu’elles puissent de nouveau recevoir de la publicité (un message en 24 heures, trois en sept jours, aucun juste après un problème de colis).
}
finding-untested = Aucun essai envoyé encore : {$languages}. « Aperçu » vous en envoie un.
finding-changed_since_test = Modifié depuis le dernier essai : {$languages}.
finding-audience_empty = Personne ne la recevrait.
finding-approval_needed = { $number ->
    [one] {$number} personne : au-delà de {$above}, quelqu’un d’autre l’approuve d’abord.
    [many] {$number} personnes : au-delà de {$above}, quelqu’un d’autre l’approuve d’abord.
   *[other] {$number} personnes : au-delà de {$above}, quelqu’un d’autre l’approuve d’abord.
 }
finding-overlap = « {$title} » (nº {$id}) part dans les 24 heures. Qui est dans les deux reçoit la seconde plus tard.
finding-post_too_long = La publication compte {$length} caractères, toutes langues réunies ; {$most} sont autorisés.
finding-no_channel = Aucun canal n’est configuré (BOTE_COMMUNITY_CHAT_ID).
finding-button_in_channel = Le bouton « {$button} » mène du canal à la discussion avec le bot, dont le nom n’est connu qu’une fois que le bot a tourné.
finding-post_waits = La publication attend jusqu’au { DATETIME($until) } à cause des heures calmes.
