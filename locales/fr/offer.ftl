# Ce que les clients touchent, et ce que le personnel voit en écrivant une campagne.
offer-gone-toast = Cette offre n’existe plus.
offer-product-gone-alert = Ce produit n’existe plus.
offer-survey-gone-alert = Cette enquête n’est pas possible pour le moment.
offer-stopped-toast = Vous ne recevrez plus d’offres.
offer-stopped-before-toast = Vous ne recevez déjà plus d’offres.
offer-stopped =
    🔕 Vous ne recevrez plus d’offres, pas même celles qui étaient déjà en route vers vous.
    Les messages sur vos commandes continuent d’arriver. Si vous changez d’avis, réactivez les offres dans vos consentements.
offer-preview-stop-alert = Ceci est un aperçu. Chez les clients, ce bouton met fin aussitôt à toutes les offres.
