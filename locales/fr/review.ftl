# Avis sur les produits : étoiles, mots, et ce qu’ils deviennent.
review-products-button = ⭐ Donner un avis
review-list-title = Sur quoi souhaitez-vous donner votre avis ?
review-list-none = Vous pouvez donner votre avis sur ce que vous avez acheté chez nous et reçu. Nous n’en trouvons pas encore ici.
review-title = <b>{ $product }</b>
review-ask = Combien d’étoiles donnez-vous ? Un geste suffit.
review-terms = Les étoiles comptent tout de suite, qu’il y en ait peu ou beaucoup. Notre équipe lit les mots et l’image avant qu’ils figurent sur la fiche du produit, sans votre nom. Vous pouvez tout modifier ou supprimer à tout moment.
review-points =
    { $count ->
        [one] Le premier avis sur ce produit rapporte un point, pour une étoile comme pour cinq. S’il est supprimé dans les 30 jours, le point est repris.
        [many] Le premier avis sur ce produit rapporte { NUMBER($count) } de points, autant pour une étoile que pour cinq. S’il est supprimé dans les 30 jours, ils sont repris.
       *[other] Le premier avis sur ce produit rapporte { NUMBER($count) } points, autant pour une étoile que pour cinq. S’il est supprimé dans les 30 jours, ils sont repris.
    }
review-points-given =
    { $count ->
        [one] Il vous a rapporté un point.
        [many] Il vous a rapporté { NUMBER($count) } de points.
       *[other] Il vous a rapporté { NUMBER($count) } points.
    }
review-points-pending =
    { $count ->
        [one] Il vous rapporte un point, qui compte à partir du { DATE($day) }.
        [many] Il vous rapporte { NUMBER($count) } de points, qui comptent à partir du { DATE($day) }.
       *[other] Il vous rapporte { NUMBER($count) } points, qui comptent à partir du { DATE($day) }.
    }
review-invite = <b>« { $product } » vous plaît-il ?</b>
review-invite-hint = Un geste est votre avis ; vous pourrez ensuite ajouter des mots et une image. Il figure sur la fiche du produit sans votre nom et compte, qu’il y ait peu d’étoiles ou beaucoup.
review-not-bought = Seules les personnes qui ont acheté ce produit chez nous et l’ont reçu peuvent donner un avis.
review-not-bought-alert = Seules les personnes qui ont acheté ce produit chez nous et l’ont reçu peuvent donner un avis.
review-stars-first = Donnez d’abord des étoiles, puis volontiers quelques mots.
review-own = Votre avis : { $stars }
review-own-counted = Il compte. Vous pouvez ajouter des mots ou une image.
review-own-waiting = Les étoiles comptent. Notre équipe est en train de lire vos mots.
review-own-shown = Il figure sur la fiche du produit.
review-own-declined = Les étoiles comptent. Nous ne publions pas vos mots, motif : { $why }. Vous pouvez les modifier, nous les relirons.
review-own-fake = Nous ne le publions ni ne le comptons, motif : { $why }. Vous pouvez le modifier, nous le relirons.
review-write-button = ✏️ Ajouter mots ou image
review-rewrite-button = ✏️ Modifier les mots
review-remove-button = 🗑 Supprimer l’avis
review-remove-ask = Faut-il supprimer votre avis, avec étoiles, mots et image ?
review-remove-yes-button = Oui, supprimer
review-removed-toast = Supprimé.
review-rated-toast = Merci ! Vos étoiles comptent.
review-write-ask = Que devraient savoir les autres sur ce produit ? Écrivez-le en un message, avec une image si vous voulez. Il est publié sans votre nom ; n’y mettez rien de privé.
review-too-long = C’est un peu trop long : { $most } caractères au plus, s’il vous plaît.
review-open-button = Voir mon avis
review-told-shown = Votre avis { $stars } sur « { $product } » figure maintenant sur la fiche du produit. Merci !
review-told-declined = Nous ne publions pas les mots de votre avis { $stars } sur « { $product } ». Motif : { $why }. Vos étoiles comptent malgré tout. Vous pouvez modifier les mots, nous les relirons.
review-told-fake = Nous ne publions ni ne comptons votre avis { $stars } sur « { $product } ». Motif : { $why }. Vous pouvez le modifier, nous le relirons ; notre équipe répond ici à vos questions.

# Sur la fiche du produit.
review-mean =
    { $count ->
        [one] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> sur 5 · un avis
        [many] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> sur 5 · { $count } d’avis
       *[other] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> sur 5 · { $count } avis
    }
review-line = { $stars } « { $words } »
review-read-button = Lire les avis ({ $reviews })
review-rate-button = ⭐ Donner un avis
review-verified-button = Comment sont-ils vérifiés ?
review-product-button = Vers le produit
review-verified-alert = Seul qui a acheté et reçu le produit, d’après sa commande, donne un avis. Toutes les étoiles comptent. Notre équipe lit d’abord les mots ; peu d’étoiles n’est pas un motif de refus.
review-one = { $stars } · { DATE($day) }
review-quote = <blockquote>{ $words }</blockquote>
review-verified = ✓ Achat vérifié
review-verified-day = ✓ Achat vérifié, livré le { DATE($day) }
review-returned = ↩ Retourné depuis
review-none = Pas encore de mots sur ce produit.

# Pour l’équipe.
review-card-title = 📝 <b>Avis sur « { $product } »</b> { $stars }
review-card-rule = Achat vérifié. Les étoiles comptent déjà ; il ne s’agit que des mots et de l’image. Peu d’étoiles n’est pas un motif.
review-card-shown = ✅ { $name } le publie, { DATETIME($at) }.
review-card-declined = 🚫 { $name } ne le publie pas ({ $why }), { DATETIME($at) }. Le motif a été communiqué.
review-approve-button = ✅ Publier
review-decline-button = 🚫 Ne pas publier …
review-why-insult = Insulte
review-why-private = Données privées
review-why-unlawful = Contenu illicite
review-why-adverts = Publicité
review-why-offtopic = Sans rapport avec le produit
review-why-fake = Pas d’expérience réelle
review-moved-on-alert = C’est déjà décidé, ou l’avis a été modifié.
review-shown-toast = Il figure sur la fiche du produit.
review-declined-toast = Non publié ; le motif est communiqué.
