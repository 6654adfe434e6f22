# The privacy notice. A change of meaning needs a new PRIVACY_VERSION in bot/customers/notice.py.
privacy-title = <b>Vos données dans la conversation avec { $shop }</b>
privacy-stored =
    <b>Ce qui est enregistré</b>
    Le numéro et le prénom de votre compte de messagerie, votre langue et votre fuseau horaire, les achats associés à cette conversation et l’endroit où vous en êtes, avec ce que vous avez saisi pour associer un achat. Vos commandes, vos colis et vos réponses aux enquêtes proviennent des dossiers de la boutique. Ce que vous écrivez par ailleurs est lu pour vous répondre et n’est pas conservé.
privacy-why =
    <b>Pourquoi</b>
    Pour répondre à vos questions sur vos achats (exécution du contrat, art. 6, par. 1, point b) du RGPD) et pour en tenir les inconnus à l’écart (intérêt légitime, art. 6, par. 1, point f) du RGPD). Il n’y a pas de publicité sans votre accord et vos données ne sont pas vendues.
privacy-how-long =
    <b>Combien de temps</b>
    Le lien avec vos achats : jusqu’à ce que vous le supprimiez. Les codes des e-mails de commande : 30 jours. Les essais manqués : 15 minutes. L’endroit où vous en êtes : 30 jours après votre dernier message. Les commandes : tant que le droit fiscal et commercial y oblige la boutique.
privacy-telegram =
    <b>Telegram</b>
    Telegram est une plateforme indépendante qui a sa propre politique de confidentialité. Les conversations avec un bot <b>ne sont pas chiffrées de bout en bout</b>. C’est pourquoi l’adresse, l’e-mail et le téléphone n’apparaissent ici qu’en partie. N’envoyez pas de données de carte ni de compte bancaire.
privacy-rights =
    <b>Vos droits</b>
    Vous pouvez demander l’accès, la rectification, l’effacement, la limitation et une copie de vos données, vous opposer à leur utilisation et adresser une réclamation à une autorité de protection des données. La boutique répond dans un délai d’un mois. Vous pouvez dissocier vos achats vous-même, tout de suite, sous « Mon compte ».
privacy-contact = <b>Contact</b> : { $shop }, { $contact }
privacy-contact-unknown = <b>Contact</b> : { $shop }, à l’adresse de votre confirmation de commande
privacy-version = Version { $version } du { DATE($day) }
