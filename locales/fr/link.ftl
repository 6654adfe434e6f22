# Linking a chat to purchases. link-not-found is one answer to an unknown number and a wrong proof, on purpose.
link-intro =
    <b>Associer votre achat</b>
    Pour que personne d’autre ne voie vos commandes, { $shop } doit savoir qu’elles sont les vôtres. Il y a trois façons de faire :

    • Ouvrez le lien de votre e-mail de commande.
    • Partagez votre propre numéro de téléphone, si la boutique le connaît.
    • Indiquez-moi le numéro de commande et l’adresse e-mail ou le code postal de la commande.
link-ask-contact = Touchez « Partager mon numéro » ci-dessous. Je le compare seulement à ceux des clients de la boutique.
link-contact-received = Merci. Je cherche des achats avec ce numéro.
link-ask-number = Veuillez écrire le <b>numéro de commande</b>. Il figure dans votre e-mail de commande.
link-number-unreadable = Je n’y vois aucun numéro de commande. Écrivez seulement le numéro qui figure dans votre e-mail de commande.
link-ask-proof =
    Commande { $number } : veuillez écrire l’<b>adresse e-mail</b> utilisée pour commander ou le <b>code postal</b> de livraison.
link-offer = <b>Est-ce bien vous ?</b>
link-offer-name = Nom : { $name }
link-offer-email = E-mail : { $email }
link-offer-phone = Téléphone : { $phone }
link-offer-address = Adresse : { $address }
link-offer-order = Commande : { $number }
link-offer-foot = Si vous confirmez, cette conversation pourra voir ces achats. Vous pouvez l’annuler à tout moment sous « Mon compte ».
link-done = <b>C’est fait.</b> Vous trouverez désormais vos commandes ici.
link-already = Cet achat est déjà associé à votre conversation.
link-cancelled = Rien n’a été associé.
link-not-found =
    Le numéro et la preuve ne correspondent pas. Veuillez vérifier les deux dans votre e-mail de commande. Après cinq essais, il faut attendre un quart d’heure.
link-contact-unknown = Aucun achat n’est enregistré avec ce numéro de téléphone. Essayez plutôt avec le numéro de commande.
link-contact-foreign = C’est le contact de quelqu’un d’autre. Veuillez partager votre propre numéro avec le bouton.
link-private-only = Un achat ne peut être associé que dans une conversation privée, pour que personne ne lise avec vous.
link-contact-button = Partager mon numéro
link-order-button = Saisir le numéro de commande
link-confirm-button = Oui, associer
link-other-button = Essayer autrement
link-cancel-button = Annuler
