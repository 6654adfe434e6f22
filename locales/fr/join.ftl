# Requests to join a group: what whoever asks reads, and what the staff see.
join-link = Vous souhaitez entrer dans « { $title } ». Le groupe est réservé à la clientèle de { $shop } : associez un achat ici et vous y serez admis automatiquement.
join-link-button = Associer un achat
join-link-first = Associez un achat ; vous serez ensuite admis automatiquement dans le groupe.
join-in = ✓ Bienvenue dans « { $title } » ! Tout le monde y lit vos messages : numéros de commande et adresses ont leur place ici, dans la discussion privée.
join-below-tier = « { $title } » est ouvert à partir du niveau { $tier }. Il faut { NUMBER($needed) } points gagnés, vous en avez { NUMBER($earned) }. N’hésitez pas à redemander une fois ce niveau atteint.
join-declined = Votre demande pour « { $title } » a été refusée par l’équipe.
join-card =
    🚪 <b>Quelqu’un souhaite entrer dans « { $title } »</b> (demande { $id })
    Aucun achat n’est associé à ce compte, ou il est bloqué : la règle ne décide donc pas.
join-approve-button = ✓ Admettre
join-decline-button = ✗ Refuser
join-who-button = Qui est-ce ?
join-who = { $name } ({ $account })
join-who-unknown = Telegram ne dit pas de qui il s’agit.
join-gone-alert = Cette demande n’existe plus.
join-decided-toast = Enregistré.
join-before-alert = La décision est déjà prise.
join-approved-told = ✓ Admis, décision de { $staff }.
join-declined-told = ✗ Refusé, décision de { $staff }.
join-approved-rule = ✓ Admis : un achat a été associé entre-temps.
join-declined-rule = ✗ Refusé : le niveau n’est pas atteint.
