# Jusqu’à quand on peut se rétracter, avec le jour ; et le formulaire de la loi.
term-title = <b>📅 Délai de rétractation</b>
term-open = Vous pouvez vous rétracter jusqu’au <b>{ DAY($day) }</b>.
term-enough = Il suffit de l’envoyer ce jour-là.
term-unbegun = Vous pouvez vous rétracter dès maintenant. Le délai ne commence que lorsque tout est chez vous ; il dure alors { NUMBER($days) } jours.
term-unknown = Vous pouvez encore vous rétracter. Aucun dernier jour n’est certain, car personne n’a signalé quand tout vous est parvenu.
term-provided = Vous pouvez vous rétracter jusqu’à ce que vous ayez reçu le contenu numérique avec votre accord.
term-over = Le délai de rétractation a pris fin le <b>{ DAY($day) }</b>.
term-excluded = Pour ces articles, la loi ne prévoit pas de rétractation.
term-nothing = Il n’y a plus rien ici dont se rétracter : tout fait déjà partie d’un retour, ou vous êtes remboursé.
term-general = Vous pouvez vous rétracter pendant { NUMBER($days) } jours après avoir tout reçu ; si le dernier jour est un samedi, un dimanche ou un jour férié, jusqu’au jour ouvrable suivant. Je vous dis le jour exact pour chaque commande liée.
term-form-text =
    <b>Vous n’avez pas besoin de formulaire.</b>
    Une phrase ici suffit, par exemple « Je me rétracte de la commande 1001 », ou deux touches sous la commande. L’accusé de réception arrive aussitôt.
    Si vous préférez en remplir un, je vous envoie le modèle de formulaire de rétractation en fichier.
term-form-button = 📄 Formulaire de rétractation
term-form-toast = Le formulaire arrive.

# Le modèle de l’annexe I B de la directive 2011/83/UE.
term-form-file = Formulaire-retractation.pdf
term-form-title = Modèle de formulaire de rétractation
term-form-use = (Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.)
term-form-to = À l’attention de
term-form-declare = Je/Nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous
term-form-order = Commande { $number } : ____________________________
term-form-goods = ____________________________________________
term-form-ordered = Commandé le (*)/reçu le (*) : ____________________________
term-form-name = Nom du (des) consommateur(s) : ____________________________
term-form-address = Adresse du (des) consommateur(s) : ____________________________
term-form-signature = Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier) : ____________________
term-form-date = Date : ____________________
term-form-strike = (*) Rayez la mention inutile.
