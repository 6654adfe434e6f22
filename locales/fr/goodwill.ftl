# Geste commercial : ce que l’équipe offre à un client mécontent, et comment on le dit.
goodwill-button = 🎁 Geste commercial
goodwill-ask =
    🎁 <b>Geste commercial pour le dossier { $id }</b>
    Que reçoit la personne ? Vous le verrez encore une fois avant de le donner.
goodwill-so-far =
    { $count ->
        [one] Jusqu’ici : un point.
        [many] Jusqu’ici : { $count } de points.
       *[other] Jusqu’ici : { $count } points.
    }
goodwill-left =
    { $count ->
        [one] Vous pouvez encore donner un point dans ce dossier.
        [many] Vous pouvez encore donner { $count } de points dans ce dossier.
       *[other] Vous pouvez encore donner { $count } points dans ce dossier.
    }
goodwill-codes-left =
    { $count ->
        [0] Ici, seuls les propriétaires peuvent encore donner un code.
        [one] Vous pouvez donner un code dans ce dossier.
        [many] Vous pouvez donner { $count } de codes dans ce dossier.
       *[other] Vous pouvez donner { $count } codes dans ce dossier.
    }
goodwill-points-given =
    { $count ->
        [one] 🎁 un point
        [many] 🎁 { $count } de points
       *[other] 🎁 { $count } points
    }
goodwill-code-given = 🎁 code { $code }
goodwill-code-button = 🏷 Un code
goodwill-code-ask = Quel code ? Écrivez-le comme votre boutique le connaît, par exemple <code>SORRY-10</code>.
goodwill-bad-code = Ce n’est pas un code : 3 à 40 lettres, chiffres, - et _.
goodwill-confirm =
    🎁 <b>Geste commercial pour le dossier { $id }</b>
    { $gift }
    La personne en est informée. Écrivez une phrase à ajouter en dessous, ou donnez-le sans.
goodwill-give-button = 🎁 Donner
goodwill-given-toast = C’est donné, la personne en est informée.
goodwill-before-alert = Un geste vient d’être fait dans ce dossier ; rien n’a été donné une seconde fois. Regardez le dossier avant de donner davantage.
goodwill-nobody-alert = Aucun compte client n’est connu pour ce dossier ; il n’y a personne à qui le donner.
goodwill-too-much-alert = C’est plus que ce qui peut être donné dans ce dossier. Demandez aux propriétaires.
goodwill-too-many-alert = Aucun autre code ne peut être donné dans ce dossier. Demandez aux propriétaires.
goodwill-used-alert = Quelqu’un a déjà reçu ce code. Prenez-en un autre : chaque code est pour une seule personne.
goodwill-how = Écrivez <code>/goodwill 50</code> pour des points ou <code>/goodwill SORRY-10</code> pour un code, suivi si vous le souhaitez d’une phrase pour la personne.
goodwill-told-points =
    { $count ->
        [one] 🎁 <b>{ $shop }</b> vous présente ses excuses. Pour nous faire pardonner, nous avons ajouté un point à votre compte.
        [many] 🎁 <b>{ $shop }</b> vous présente ses excuses. Pour nous faire pardonner, nous avons ajouté { $count } de points à votre compte.
       *[other] 🎁 <b>{ $shop }</b> vous présente ses excuses. Pour nous faire pardonner, nous avons ajouté { $count } points à votre compte.
    }
goodwill-told-code = 🎁 <b>{ $shop }</b> vous présente ses excuses. Pour nous faire pardonner, voici un code pour vous : <code>{ $code }</code>
goodwill-copy-button = 📋 Copier le code
goodwill-coupon-given = 🎁 bon { $worth } { $code }
goodwill-coupon-button = 🎟 Bon : { $worth }
goodwill-told-coupon = 🎁 <b>{ $shop }</b> vous présente ses excuses. Pour nous faire pardonner, voici un bon pour vous : { $worth }, valable jusqu’au { DATE($day) }. Votre code : <code>{ $code }</code>
