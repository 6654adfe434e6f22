# Answers to what people type.
question-not-understood =
    Je n’ai pas compris. Je peux vous dire où se trouve un colis, montrer vos commandes et chercher des produits.
question-link-first = Pour voir vos commandes, veuillez d’abord associer votre achat. Elles restent ainsi cachées à tous les autres.
question-order-unknown = Je ne vois pas de commande { $number } parmi vos achats. Voici celles que je peux vous montrer :
question-typo = J’ai compris qu’il s’agit de la commande <b>{ $number }</b>.
question-not-text = Je ne sais lire que du texte. Écrivez votre question ou utilisez le menu.
question-group = Je ne réponds que dans une conversation privée, pour que personne d’autre ne lise vos commandes.
question-human = Dans cette conversation, moi seul, le bot, peux répondre pour l’instant. Vous pouvez joindre notre équipe à l’adresse { $contact }.
question-human-unknown = Dans cette conversation, moi seul, le bot, peux répondre pour l’instant. Vous pouvez joindre l’équipe de { $shop } à l’adresse de votre confirmation de commande.
question-group-button = Ouvrir la conversation privée
question-meant = Vouliez-vous dire l’une de ces choses ?
question-welcome = Avec plaisir !
question-missed-again = Je n’ai pas compris non plus. Souhaitez-vous parler à un humain ? Touchez « 🙋 Conseiller » ou écrivez « conseiller ».
question-topic-team = Je ne peux pas encore vous aider ici moi-même, mais notre équipe le peut : touchez « 🙋 Conseiller » ou écrivez « conseiller ».
question-topic-contact = Je ne peux pas encore vous aider ici. Vous joignez notre équipe à { $contact }.
question-topic-shop = Je ne peux pas encore vous aider ici. Vous joignez l’équipe de { $shop } à l’adresse indiquée dans votre confirmation de commande.
question-day = { DAY($day) }
question-arrives-yes = En l’état, oui : livraison prévue le <b>{ $day }</b>. C’est une estimation, pas une promesse.
question-arrives-no = En l’état, non : livraison prévue le <b>{ $day }</b>. C’est une estimation, pas une promesse.
question-arrives-on = Livraison prévue le <b>{ $day }</b>. C’est une estimation, pas une promesse.
question-arrives-unknown = Aucune date n’est encore connue. Dès qu’il y en aura une, elle sera indiquée ici.
question-arrives-late = La livraison est en retard : elle était prévue le { $day }, et aucune nouvelle date n’est connue.
question-only-order = Je ne vois pas d’autre commande de votre part.
question-fine = Très bien. Que puis-je faire d’autre pour vous ?
question-tap = Veuillez toucher l’un des boutons, pour que je vous comprenne bien.
question-parcel-unknown = Je ne vois pas de colis { $number } parmi vos achats. Voici les commandes que je peux vous montrer :
