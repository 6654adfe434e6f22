# Invitations: the personal link, what it brings, and what the staff look at.
referral-button = 👋 Parrainer des amis
referral-title = <b>Parrainer des amis</b>
referral-pass-on = Transmettez votre lien vous-même ; nous n’écrivons jamais à quelqu’un qui ne nous a pas écrit.
referral-for-you = · points pour vous : { NUMBER($points) }
referral-for-them = · points pour chaque nouvelle cliente ou nouveau client : { NUMBER($points) }
referral-minimum = · pour la première commande à partir de { $amount } d’articles
referral-amount = { $amount }
referral-any-value = · pour la première commande
referral-days =
    { $days ->
        [one] · passée dans la journée qui suit l’ouverture du lien
        [many] · passée dans les { $days } de jours qui suivent l’ouverture du lien
       *[other] · passée dans les { $days } jours qui suivent l’ouverture du lien
    }
referral-when = · dès que plus rien ne peut en être renvoyé ; ce qui revient ne compte pas
referral-who-not = · pas pour vous-même, ni avec le même e-mail, téléphone ou la même adresse, ni pour qui a déjà commandé ici
referral-pace = · Au-delà de { $day } en 24 heures ou de { $month } en 30 jours, notre équipe regarde d’abord.
referral-link = <b>Votre lien :</b> { $link }
referral-opened = Ouvert : { NUMBER($count) }
referral-pending = Commandé, pas encore compté : { NUMBER($count) } · points à venir : { NUMBER($points) }
referral-looked = En cours de vérification : { NUMBER($count) }
referral-done = Compté : { NUMBER($count) } · points crédités : { NUMBER($points) }
referral-copy-button = Copier le lien
referral-off = Il n’y a pas de parrainage en ce moment.
referral-welcome = 👋 Vous êtes parrainé. Ce qui compte est votre première commande jusqu’au { DAY($day) }, dès que plus rien ne peut en être renvoyé :
referral-welcome-points = · points pour vous : { NUMBER($points) }
referral-welcome-link = Associez ensuite la commande ici, dans la discussion. Qui vous a invité n’apprend pas qui vous êtes.
referral-again = Votre invitation est déjà notée ; c’est la première qui compte.
referral-over = Cette invitation est terminée.
referral-self = C’est votre propre lien : transmettez-le, il ne compte pas pour vous-même.
referral-known = Les invitations sont pour les nouveaux clients ; vous nous connaissez déjà.
referral-gone = Ce lien d’invitation n’existe plus.
referral-counted =
    { $count ->
        [one] 🎉 Une de vos invitations compte maintenant : un point est là.
        [many] 🎉 Une de vos invitations compte maintenant : { NUMBER($count) } de points sont là.
       *[other] 🎉 Une de vos invitations compte maintenant : { NUMBER($count) } points sont là.
    }
points-reason-referral_inviter = invitation
points-reason-referral_inviter_back = une invitation ne compte plus
points-reason-referral_inviter_again = une invitation compte finalement
points-reason-referral_invited = venu par une invitation, commande { $number }
points-reason-referral_invited_back = commande { $number } renvoyée : points de l’invitation repris
points-reason-referral_invited_again = commande { $number } finalement gardée : points de l’invitation rendus
referral-card =
    🔎 <b>Invitation à vérifier</b>
    { $inviter } : { $day } en 24 heures, { $month } en 30 jours, celle-ci comprise.
referral-card-order = La nouvelle : commande { $number } de { $total }, passée { $hours } heures après l’ouverture du lien.
referral-card-points = Points en cas d’accord : { NUMBER($one) } et { NUMBER($other) }
referral-card-nobody = quelqu’un sans nom
referral-approve-button = ✓ Compte
referral-decline-button = ✗ Ne compte pas…
referral-keep-button = Retour
referral-why-same_person-button = La même personne
referral-why-household-button = Le même foyer
referral-why-made_up-button = Clients inventés
referral-why-misused-button = Lien détourné
referral-ask = Pourquoi cette invitation ne compte-t-elle pas ?
referral-approved-told = ✓ Compte, dit { $staff }.
referral-declined-told = ✗ Ne compte pas, dit { $staff } : { $why }
referral-decided-toast = Enregistré.
referral-before-alert = C’est déjà décidé.
