# The privacy notice. A change of its words needs a new version in locales/versions.toml.
privacy-title = <b>Vos données dans la conversation avec { $shop }</b>
privacy-stored =
    <b>Ce qui est enregistré</b>
    • Votre compte de messagerie : numéro, prénom, langue, fuseau horaire, achats associés, l’endroit où vous en êtes et, pendant un jour, les derniers mots
    • Vos commandes, colis, retours et remboursements, d’après les dossiers de la boutique et les transporteurs
    • Ce que vous écrivez à notre équipe et ce que nous vous écrivons, avec les images
    • Les consentements avec leur texte et leur date, les réponses aux enquêtes, les points, l’invitation par laquelle vous êtes venu, les demandes d’entrer dans nos groupes, les concours auxquels vous participez, vos avis sur des produits, les produits épuisés que vous attendez
    Ce que vous écrivez par ailleurs est lu pour vous répondre ; vos questions sont conservées, sans numéros ni adresses, afin d’améliorer les réponses.
privacy-why =
    <b>Pourquoi, et sur quelle base</b>
    • Renseignements, nouvelles des colis, retours, demandes, points, concours, avis : le contrat (art. 6, par. 1, point b) du RGPD)
    • Conservation des commandes et justificatifs : la loi (point c)
    • Enquêtes, offres, communauté : votre consentement (point a), pour chacun séparément, et retirable à tout moment
    • Tenir les inconnus à l’écart, éviter les abus, améliorer les réponses : intérêt légitime (point f)
    Vos données ne sont pas vendues.
privacy-how-long =
    <b>Combien de temps</b>
    • Compte et association : jusqu’à ce que vous les effaciez ; l’endroit où vous en êtes : 30 jours après le dernier message
    • Textes de nos messages : 30 jours ; mots et images des demandes et des retours : un an après leur fin
    • Questions posées au bot, et l’invitation par laquelle vous êtes venu : un an, puis seulement comptées ; demandes d’entrer dans nos groupes : un an ; concours : un an après leur fin, puis les billets restent sans personne ; avis : cinq ans, ou jusqu’à ce que vous les effaciez
    • Réponses aux enquêtes : deux ans, puis sans personne ; points : jusqu’à ce que vous les effaciez
    • Consentements : tant qu’ils valent, puis trois ans comme preuve
    • Commandes : tant que le droit fiscal et commercial y oblige la boutique (huit ans) ; bloquées après un effacement
privacy-telegram =
    <b>Telegram</b>
    Telegram est une plateforme indépendante qui a sa propre politique de confidentialité. Les conversations avec un bot <b>ne sont pas chiffrées de bout en bout</b>. C’est pourquoi l’adresse, l’e-mail et le téléphone n’apparaissent ici qu’en partie. N’envoyez pas de données de carte ni de compte bancaire.
privacy-rights =
    <b>Vos droits</b>
    Avec les boutons ci-dessous, vous recevez aussitôt une copie de vos données, vous effacez tout et vous retirez vos consentements. Vous pouvez aussi demander la rectification et la limitation, vous opposer à l’utilisation de vos données et adresser une réclamation à une autorité de protection des données. La boutique répond dans un délai d’un mois.
privacy-contact = <b>Contact</b> : { $shop }, { $contact }
privacy-contact-unknown = <b>Contact</b> : { $shop }, à l’adresse de votre confirmation de commande
privacy-version = Version { $version } du { DATE($day) }

privacy-export-button = 📄 Copie de mes données
privacy-erase-button = 🗑 Tout effacer
privacy-read-button = Lire la notice
privacy-changed =
    <b>Notre notice sur vos données est nouvelle</b> (version { $version } du { DATE($day) }).
    Ce qui est nouveau : si vous donnez votre avis sur un produit, les étoiles, le texte et la photo sont montrés avec le produit, sans votre nom, jusqu’à cinq ans ou jusqu’à ce que vous les effaciez. Si vous participez à un concours, c’est conservé avec votre billet jusqu’à un an après sa fin. Si vous souhaitez entrer dans un de nos groupes, la demande et sa réponse sont conservées un an. Si vous venez par le lien d’invitation de quelqu’un d’autre, c’est noté pendant un an ; aucun des deux n’apprend rien de l’autre. Vos questions au bot sont conservées un an, sans numéros ni adresses, afin d’améliorer les réponses. Une touche vous donne une copie de vos données, deux touches effacent tout. Enquêtes et offres ne viennent qu’avec votre accord. Ce que { $shop } enregistre et pendant combien de temps se trouve sous /privacy.

privacy-export-caption =
    <b>Vos données</b> au { DATETIME($at) }. Tout éditeur de texte peut lire le fichier.
privacy-export-masked = L’adresse, l’e-mail et le téléphone sont abrégés, car vous avez associé l’achat avec un numéro de commande. Vous les recevez en entier par le lien de votre e-mail de commande ou auprès de la boutique.
privacy-export-file-button = mes-donnees
privacy-export-masked-alert = « { $hidden } » : abrégé, car l’achat n’est associé que par un numéro de commande.
privacy-export-no-notes-alert = Les notes que l’équipe a prises pour elle-même sont remises par la boutique sur demande.

privacy-erase-ask =
    <b>Vraiment tout effacer ?</b>
    Sont effacés l’association avec vos achats, votre nom et vos coordonnées, les conversations avec notre équipe, les réponses, les points et tout ce qui attend d’être envoyé. Les consentements prennent fin ; leur preuve reste trois ans.
    La boutique doit conserver les commandes et les factures. Elles sont bloquées : personne ne les voit plus dans cette conversation, vous non plus.
privacy-erase-orders =
    { $count ->
        [one] ⚠️ Plus aucune nouvelle ne viendra de la commande encore en route.
        [many] ⚠️ Plus aucune nouvelle ne viendra des { $count } de commandes encore en route.
       *[other] ⚠️ Plus aucune nouvelle ne viendra des { $count } commandes encore en route.
    }
privacy-erase-returns =
    { $count ->
        [one] ⚠️ Vous n’apprendrez plus rien ici d’un retour encore ouvert ; la boutique le traite quand même.
        [many] ⚠️ Vous n’apprendrez plus rien ici de { $count } de retours encore ouverts ; la boutique les traite quand même.
       *[other] ⚠️ Vous n’apprendrez plus rien ici de { $count } retours encore ouverts ; la boutique les traite quand même.
    }
privacy-erase-cases =
    { $count ->
        [one] ⚠️ Une demande ouverte sera fermée sans réponse.
        [many] ⚠️ { $count } de demandes ouvertes seront fermées sans réponse.
       *[other] ⚠️ { $count } demandes ouvertes seront fermées sans réponse.
    }
privacy-erase-points =
    { $count ->
        [one] ⚠️ Un point est perdu.
        [many] ⚠️ { $count } de points sont perdus.
       *[other] ⚠️ { $count } points sont perdus.
    }
privacy-erase-shared =
    { $count ->
        [one] Un achat est associé aussi à une autre conversation et y reste visible.
        [many] { $count } d’achats sont associés aussi à une autre conversation et y restent visibles.
       *[other] { $count } achats sont associés aussi à une autre conversation et y restent visibles.
    }
privacy-erase-confirm-button = Oui, effacer pour de bon
privacy-erase-keep-button = Non, garder
privacy-erase-kept = Rien n’a été effacé.
privacy-erase-expired-toast = C’était il y a un moment. Veuillez confirmer encore une fois.
privacy-erased =
    <b>Effacé.</b> Plus rien de vous n’est enregistré ici, sauf ce que la loi exige, et c’est bloqué.
    L’historique chez Telegram, vous l’effacez vous-même en supprimant cette conversation. Si vous écrivez de nouveau, nous recommençons à zéro.

privacy-room-customer-alert = Votre conversation, les achats associés, les consentements (contrat ; consentements comme preuve)
privacy-room-conversation-alert = L’endroit où vous en êtes (contrat ; 30 jours)
privacy-room-shop-alert = Les commandes telles que la boutique les tient (contrat ; puis conservation légale)
privacy-room-shipping-alert = Ce que les transporteurs ont signalé sur vos colis (contrat)
privacy-room-ticket-alert = Demandes et conversations avec l’équipe (contrat ; un an après leur fin)
privacy-room-return-alert = Retours et remboursements (contrat et loi)
privacy-room-survey-alert = Enquêtes et vos réponses (consentement ; deux ans, puis sans personne)
privacy-room-loyalty-alert = Vos points avec chaque raison (contrat)
privacy-room-outbox-alert = Messages que nous avons écrits de nous-mêmes (textes : 30 jours)
privacy-room-staff-alert = Quand quelqu’un de l’équipe a consulté vos données ou fait quelque chose (responsabilité)
privacy-room-support-alert = Vos questions au bot et la suite donnée (intérêt légitime ; un an, puis sans personne), produits que vous attendez (contrat ; 180 jours au plus)
privacy-room-broadcast-alert = Les offres qui vous étaient destinées et ce que vous y avez touché (consentement ; deux ans)
privacy-room-community-alert = Les concours auxquels vous participez, avec votre billet ; demandes d’entrer dans nos groupes (contrat ; un an après leur fin, puis sans personne)
privacy-room-demo-alert = Le monde inventé de la démo

privacy-request-data_request = { $platform } a demandé une copie des données d’une personne (demande { $id }). Elle est prête : <code>main.py privacy answer { $id }</code>
privacy-request-redact = { $platform } a demandé l’effacement d’une personne (demande { $id }). C’est fait.
privacy-request-shop_redact = { $platform } a demandé l’effacement de tous les clients de la boutique (demande { $id }). C’est fait.
