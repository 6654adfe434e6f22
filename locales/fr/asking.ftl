# Ce que font les gens de la boutique : facture, paiement, avis et suggestions.
asking-invoice =
    <b>Facture</b>
    La boutique envoie la facture, le plus souvent avec la confirmation de commande ou d’expédition. Vous voyez aussi ici ce que vous avez commandé et payé ; mais ce n’est pas une facture.
asking-invoice-team = Vous ne la trouvez pas ? Nous demandons alors à notre équipe de vous l’envoyer.
asking-invoice-button = 🧾 Demander la facture
asking-payment_problem =
    <b>Problème de paiement</b>
    Je ne vois pas si l’argent est arrivé. N’écrivez ici aucun numéro de carte ou de compte.
asking-payment_problem-team = Notre équipe vérifie et vous répond ici.
asking-payment_problem-button = 🙋 Faire vérifier
asking-feedback =
    <b>Avis et suggestions</b>
    Merci de vouloir nous dire quelque chose.
asking-feedback-rate = Vous évaluez une livraison d’un seul geste.
asking-feedback-team = Pour le reste, écrivez-nous ; notre équipe le lit.
asking-feedback-button = ✍️ Nous écrire
asking-rate-button = ⭐ Évaluer la commande { $number }
asking-others-button = Une autre commande
asking-write =
    <b>Que souhaitez-vous nous dire ?</b>
    Écrivez-le en un message ; une photo peut venir avant.
asking-picture =
    <b>La photo est chez notre équipe.</b>
    Souhaitez-vous ajouter quelque chose ? D’autres photos ou un message, ou c’est terminé.
asking-done-button = ✓ Terminé
asking-kept =
    <b>Merci ! Notre équipe le lira.</b>
    Si vous souhaitez une réponse, touchez « 🙋 Conseiller ».
asking-contact = Vous joignez notre équipe à { $contact }.
asking-shop = Vous joignez l’équipe de { $shop } à l’adresse indiquée dans votre confirmation de commande.
