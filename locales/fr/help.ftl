# What the bot can do, and how to reach the shop.
help-text =
    <b>Ce que je sais faire</b>
    • Écrivez « Où est mon colis ? » ou un numéro de commande, par exemple 1001.
    • Écrivez le nom d’un produit pour voir son prix, le stock et les détails.
    • Sous « Mes commandes », vous trouvez tous vos achats et leur suivi.
    • Sous « Mon compte », vous voyez quels achats sont associés et pouvez les dissocier.
help-contact = Vous pouvez joindre l’équipe de { $shop } à l’adresse { $contact }.
help-website-button = Vers la boutique
contact-title = <b>Comment joindre { $shop }</b>
contact-at = • { $contact }
contact-mail = • à l’adresse indiquée dans votre confirmation de commande
contact-here = • Ici dans la conversation : quelqu’un est là. Touchez « 🙋 Conseiller ».
contact-here-later = • Ici dans la conversation, de nouveau à partir de { DAY($at) }, { TIME($at) } : touchez « 🙋 Conseiller », même dès maintenant.
returns-title = <b>Les retours chez { $shop }</b>
returns-withdrawal = • Vous pouvez vous rétracter pendant { $days } jours après avoir tout reçu, sans motif.
returns-goodwill = • Ensuite, nous reprenons en général jusqu’au { $days }e jour.
returns-products = • Pour certains articles, la loi exclut la rétractation, ou nous ne les reprenons que dans le cadre de la loi : c’est indiqué sur l’article.
returns-defect = • Si un article est défectueux ou faux, nous vous aidons pendant { $months } mois.
returns-free = • Le renvoi ne vous coûte rien.
returns-cost = • Le renvoi est à vos frais, sauf défaut.
returns-how = Ce qui vaut exactement pour votre commande, avec le dernier jour, vous le voyez en commençant le retour.
