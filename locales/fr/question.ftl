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
