# The community screen: what it brings, the doors, links of one's own.
community-button = 👥 Communauté
community-title = <b>La communauté de { $shop }</b>
community-brings = Ce qu’elle vous apporte :
community-unlinked = Le groupe et le canal sont réservés à notre clientèle : associez un achat et vous recevrez ici votre lien personnel.
community-group = Groupe des clients
community-channel = Canal
community-from-tier = 🔒 { $name } : à partir du niveau { $tier }
community-open-button = Invitation : { $name }
community-join-button = ➡️ Rejoindre : { $name }
community-link =
    <b>{ $name }</b> : { $link }
    Ce lien est pour vous uniquement, valable une fois et jusqu’au { DATETIME($at) }.
community-privacy = Dans le groupe, tout le monde lit vos messages. Posez plutôt ici vos questions sur une commande. Rejoindre ne rapporte pas de points.
community-contest-button = 🎁 Voir le concours
community-inside-alert = Vous y êtes déjà.
community-no-link-alert = Cela n’a pas fonctionné. Veuillez réessayer plus tard.
community-passed-on = 🔗 Une autre personne que celle à qui il était destiné a utilisé le lien personnel { $name }. Il n’est plus valable ; Telegram montre de qui il s’agit sous « Actions récentes ».
community-feedback-button = 💡 Boîte à idées
