# What the bot can do, and how to reach the shop.
help-text =
    <b>Ce que je sais faire</b>
    • Écrivez « Où est mon colis ? » ou un numéro de commande, par exemple 1001.
    • Écrivez le nom d’un produit pour voir son prix, le stock et les détails.
    • Sous « Mes commandes », vous trouvez tous vos achats et leur suivi.
    • Sous « Mon compte », vous voyez quels achats sont associés et pouvez les dissocier.
help-contact = Vous pouvez joindre l’équipe de { $shop } à l’adresse { $contact }.
help-website-button = Vers la boutique
