# Retours : la carte, ce qui sonne, les écrans.
return-title-withdrawal = ↩️ <b>Rétractation { $number }</b> (commande { $order })
return-title-cancel = ✖️ <b>Annulation { $number }</b> (commande { $order })
return-title-warranty = 🛠 <b>Réclamation { $number }</b> (commande { $order })
return-title-goodwill = ↩️ <b>Retour { $number }</b> (commande { $order })
return-state = <b>{ $state }</b>
return-state-draft = pas encore envoyé
return-state-requested = 📨 demandé
return-state-approved = 👍 accepté
return-state-declared = ✅ rétractation déclarée
return-state-cancelling = ✖️ en cours d’annulation
return-state-rejected = ✖️ pas accepté
return-state-label_sent = 🏷 prêt à expédier
return-state-in_transit = 🚚 en route vers nous
return-state-partially_received = 📦 arrivé en partie
return-state-received = 📦 arrivé
return-state-inspected = 🔎 vérifié
return-state-refunded = ✅ remboursé
return-state-exchanged = ✅ échangé
return-state-credited = ✅ crédité
return-state-sent_back = ↪️ réexpédié
return-state-closed = ✅ terminé
return-state-cancelled = ✖️ retiré
return-state-expired = ⌛ expiré

return-next-draft = Confirmez, et c’est envoyé.
return-next-requested = { $shop } examine votre demande. Merci de ne rien envoyer pour l’instant ; nous vous écrirons ici.
return-next-approved = { $shop } prépare votre étiquette de retour. Elle arrivera ici, dans cette conversation.
return-next-sending = Emballez bien le tout, joignez le numéro et envoyez-le à { $shop }. Conservez la preuve de dépôt.
return-next-coming = Le colis est encore en route vers vous : refusez-le, s’il vous plaît, et il nous reviendra de lui-même. Si vous l’avez accepté, renvoyez-le simplement ; vous recevrez alors l’étiquette de retour ici.
return-next-coming-itself = Le colis est encore en route vers vous : refusez-le, s’il vous plaît, et il nous reviendra de lui-même. Si vous l’avez accepté, renvoyez-le simplement à { $shop }.
return-next-back = Le colis nous revient déjà : vous n’avez rien à renvoyer. Nous vous écrirons dès son arrivée.
return-next-coming-part = Ce qui est encore en route vers vous, refusez-le, s’il vous plaît ; cela nous reviendra de soi-même.
return-next-coming-some = Le colis est encore en route vers vous. S’il ne contient rien que vous gardez, refusez-le, s’il vous plaît. Sinon, acceptez-le et ne renvoyez que ce qui ne reste pas ; vous lirez ici comment.
return-next-back-part = Ce qui nous revient déjà, vous n’avez pas à l’envoyer.
return-next-cancelling = Vous n’avez rien à faire ni à renvoyer. Si un colis arrive malgré tout, merci de le refuser.
return-next-rejected = Vos droits légaux restent entiers. Si quelque chose ne va pas, écrivez-nous.
return-still-withdraw-until = Vous pouvez malgré tout encore vous rétracter de l’achat, sans motif : jusqu’au <b>{ DAY($day) }</b>.
return-still-withdraw = Vous pouvez malgré tout encore vous rétracter de l’achat, sans motif.
return-next-label-over = L’étiquette de retour a expiré. Votre droit demeure : prévenez notre équipe et vous en recevrez une nouvelle.
return-label-over-alert = L’étiquette de retour a expiré. Notre équipe vous en envoie une nouvelle : touchez « 🙋 Conseiller ».
return-next-label_sent = Emballez bien le tout et déposez le colis avec l’étiquette de retour. Conservez la preuve de dépôt.
return-next-in_transit = Votre colis est en route vers nous. Nous vous écrirons dès son arrivée.
return-next-partially_received = Une partie est arrivée. Envoyez aussi le reste, s’il vous plaît ; s’il est déjà en route, nous l’attendons.
return-next-received = Nous vérifions les articles et revenons vers vous.
return-next-inspected =
    Tout est vérifié. Prochaine étape : { $outcome ->
        [credit] votre avoir
        [exchange] votre nouvel article
        [replacement] votre article de remplacement
       *[refund] votre remboursement
    }.
return-next-refunded = Le remboursement est lancé. Selon votre banque, il peut mettre quelques jours à arriver.
return-next-exchanged = Votre article de remplacement est en route ; vous le trouverez dans vos commandes.
return-next-credited = Le montant est à votre disposition sous forme d’avoir.
return-next-sent_back = Les articles repartent chez vous. Nous répondons volontiers à vos questions.
return-next-closed = Tout est réglé.
return-next-taken-back = L’achat est maintenu. Tant que le délai court, vous pouvez à nouveau vous rétracter.
return-next-cancelled = Les articles restent chez vous. Tant que le délai court, vous pouvez refaire une demande.
return-next-expired = L’étiquette de retour n’a pas été utilisée et n’est plus valable. Tant qu’un délai court, vous pouvez refaire une demande.
return-send-to =
    Adresse de retour :
    { $address }
return-label-number = Numéro de l’étiquette de retour : <code>{ $number }</code>
return-label-code = Code à présenter au guichet : <code>{ $code }</code>
return-send-by = À expédier au plus tard le : <b>{ DAY($day) }</b>
return-clock = Remboursement au plus tard : <b>{ DAY($day) }</b>. Le vendeur peut attendre d’avoir reçu les articles ou une preuve d’expédition.
return-clock-cancel = Remboursement au plus tard : <b>{ DAY($day) }</b>
return-piece-received = { $line } – arrivés : { NUMBER($count) }
return-missing-ask = ❓ Absent du colis : { $items }. Si vous l’avez encore, envoyez-le, s’il vous plaît ; s’il est déjà en route, nous le compterons dès son arrivée. S’il était bien dans le colis, écrivez-nous.
return-missing = ❓ Absent du colis : { $items }
return-brings-refund = Remboursement : <b>{ MONEY($total) }</b>
return-brings-credit = Vous recevez un avoir de <b>{ MONEY($total) }</b>
return-brings-exchange = Vous recevez un autre article à la place.
return-brings-replacement = Vous recevez à nouveau l’article, sans frais pour vous.
return-wished-refund = Votre souhait : un remboursement de <b>{ MONEY($total) }</b>
return-wished-credit = Votre souhait : un avoir de <b>{ MONEY($total) }</b>
return-wished-exchange = Votre souhait : un autre article à la place
return-wished-replacement = Votre souhait : le même article à nouveau, sans frais pour vous
return-of-shipping = Dont { MONEY($total) } pour la livraison chez vous
return-of-topped = Dont { MONEY($total) } que vous avez payés en supplément pour un autre article
return-of-fee = Déduit : { MONEY($total) } pour le retour
return-postage-free = Le renvoi ne vous coûte rien.
return-postage-yours = Les frais de renvoi sont à votre charge.
return-postage-ours = Nous prenons en charge les frais de renvoi.
return-paid = Versé : <b>{ MONEY($total) }</b>
return-paid-credit = Votre avoir : <b>{ MONEY($total) }</b>
return-because = Motif : { $why }

return-push-requested = <b>📨 Votre demande est bien arrivée</b>
return-push-approved = <b>👍 Votre demande est acceptée</b>
return-push-label_sent = <b>🏷 Votre étiquette de retour est là</b>
return-push-label_replaced =
    <b>🏷 Utilisez cette nouvelle étiquette de retour, s’il vous plaît</b>
    La première était erronée et n’est plus valable : jetez-la, s’il vous plaît. Nous en sommes désolés.
return-push-partially_received = <b>📦 Une partie de votre retour est arrivée</b>
return-push-received = <b>📦 Votre retour est arrivé</b>
return-push-received-part = <b>📦 Votre retour est arrivé, mais pas en entier</b>
return-push-refunded = <b>✅ Votre remboursement est en route</b>
return-push-exchanged = <b>✅ Votre article de remplacement est en route</b>
return-push-credited = <b>✅ Votre avoir est là</b>
return-push-credited-part = <b>✅ Une partie de votre avoir est là</b>
return-push-sent_back = <b>↪️ Vos articles reviennent chez vous</b>
return-push-rejected = <b>Nous n’avons malheureusement pas pu accepter votre retour</b>
return-push-expired = <b>⌛ Votre étiquette de retour a expiré</b>
return-push-cancelled = <b>✖️ Ce retour a été annulé</b>

return-nothing-left = Ces articles font déjà partie d’un autre retour ou ont été remboursés. Vous verrez où cela en est sous la commande.
return-way-closed = Cette possibilité n’est plus ouverte. Sous la commande, vous verrez ce qui est possible maintenant ; notre équipe vous aide volontiers aussi.
return-moved-on = Ce retour a avancé entre-temps. Voici où il en est :
return-sold-out = L’article souhaité est désormais épuisé. Choisissez-en un autre ou demandez le remboursement.
return-too-dear = L’article souhaité coûte désormais plus que ce que vous avez payé. Choisissez-en un autre ou demandez le remboursement.

return-moved-on-alert = Ce retour a déjà avancé et ne peut plus être retiré.
return-list = <b>Vos retours</b>
return-list-none = Vous n’avez aucun retour en ce moment. Commencez-en un sous la commande concernée.
return-entry-button = { $number } : { $state }
return-photos =
    { $count ->
        [one] Une photo est jointe.
        [many] { $count } de photos sont jointes.
       *[other] { $count } photos sont jointes.
    }
return-photo-ask = <b>Envoyez maintenant une photo</b>, ou plusieurs ensemble. L’idéal : une vue d’ensemble et une de l’endroit concerné.
return-photo-which = Pour quel retour est cette photo ? Touchez-le, puis « Ajouter une photo », et renvoyez-la, s’il vous plaît.
return-photo-only = Personne ne peut consulter cela ici : envoyez une photo, s’il vous plaît.
return-photo-too-large = Ce fichier dépasse 20 Mo ; notre équipe ne peut pas l’ouvrir. Envoyez-le plutôt comme photo.
return-photos-enough = C’est assez de photos, merci. Notre équipe n’en a pas besoin de plus.
return-cancel-ask =
    <b>Retirer le retour { $number } ?</b>
    Les articles restent alors chez vous. Tant que le délai court, vous pouvez refaire une demande.
return-cancel-ask-declared =
    <b>Revenir sur la rétractation { $number } ?</b>
    L’achat est alors maintenu, sans remboursement. Tant que le délai court, vous pouvez à nouveau vous rétracter.
return-receipt-toast = L’accusé de réception arrive.
return-photo-button = 📷 Ajouter une photo
return-photo-done-button = Terminé
return-cancel-button = ✖️ Retirer
return-cancel-yes-button = Oui, retirer
return-open-button = Tous les détails
return-label-button = 🏷 Ouvrir l’étiquette de retour
return-label-again-button = 🏷 Renvoyer l’étiquette
return-label-again-toast = L’étiquette arrive.

return-push-remind = <b>🏷 Votre retour attend encore</b>

return-line = <b>{ $name }</b>
return-line-excluded = Pas de rétractation : { $reason }
return-from-neighbour = Compté depuis la remise chez un voisin, le { DAY($day) }. Si vous l’avez reçu plus tard, c’est ce jour-là qui compte.
return-until-withdrawal = Rétractation jusqu’au { DAY($day) }
return-until-goodwill = Reprise volontaire de notre part jusqu’au { DAY($day) }
return-until-warranty = Défectueux ou non conforme : jusqu’au { DAY($day) }
return-right-withdrawal = Vous exercez votre droit légal de rétractation.
return-right-goodwill = Nous le reprenons à titre commercial.
return-or-withdraw = 💡 Jusqu’au { DAY($day) }, vous pouvez aussi vous rétracter : personne ne vérifie d’abord, et pour toute la commande les frais de livraison sont remboursés aussi.
return-right-warranty = Nous en répondons pendant au moins deux ans.
return-shut-unshipped = { $item } : pas encore expédié
return-shut-coming = { $item } : encore en route vers vous
return-shut-back = { $item } : nous revient déjà
return-which = <b>De quelle commande s’agit-il ?</b>
return-nothing-open = <b>Pour l’instant, rien de cette commande ne peut être retourné.</b>
return-not-there-yet =
    <b>D’après le transporteur, le colis n’est pas encore chez vous.</b>
    Vous pourrez le renvoyer ou faire une réclamation dès son arrivée. Vous pouvez vous rétracter dès maintenant.
return-not-sent-yet =
    <b>Ce n’est pas encore expédié.</b>
    Vous pouvez encore modifier ou annuler. Vous pourrez renvoyer l’article ou faire une réclamation dès son arrivée.
return-not-together-alert = Ces articles suivent des voies différentes. Retournez-les l’un après l’autre.
return-why-ask = <b>Pourquoi le retournez-vous ?</b>
return-why-only-defects =
    <b>Qu’est-ce qui ne va pas ?</b>
    Le délai de retour est passé. Si un article est défectueux ou non conforme, nous sommes là malgré tout.
return-why-only-defects-law =
    <b>Qu’est-ce qui ne va pas ?</b>
    Le retour n’est pas possible : { $reason }. Si un article est défectueux ou non conforme, nous sommes là.
return-why-size_too_small = Trop petit
return-why-size_too_large = Trop grand
return-why-color = La couleur ne convient pas
return-why-style = Ne me plaît pas
return-why-not_as_described = Ne correspond pas à la description
return-why-defective = Défectueux
return-why-wrong_item = Article erroné
return-why-unwanted = Je n’en veux plus
return-why-unknown = Je ne sais pas
return-why-other = Autre chose
return-why = Motif : { $reason }
return-why-read = ✍️ Compris comme : <b>{ $reason }</b>. Vos mots sont joints ; « Retour » permet de choisir autrement.
return-why-kept = ✍️ Vos mots sont joints au retour. Quel motif s’en approche le plus ?
return-details-photos =
    <b>Montrez-nous le problème.</b>
    Envoyez une photo ou plusieurs ensemble, avec quelques mots si vous voulez. Vous pouvez continuer sans, mais ce sera plus long.
return-details-words =
    <b>Décrivez brièvement de quoi il s’agit.</b>
    Une photo aide s’il y a quelque chose à voir.
return-noted = Vos mots : « { $note } »
return-words-toast = Écrivez-nous quelques mots.
return-want-ask = <b>Que souhaitez-vous en échange ?</b>
return-want-refund = 💶 Remboursement
return-want-exchange = 🔁 Un autre article
return-want-credit = 🎟 Un avoir
return-want-replacement = 📦 Le même à nouveau
return-exchange-ask =
    <b>Que souhaitez-vous à la place ?</b>
    En stock en ce moment :
return-exchange-none = Nous n’avons rien de comparable en stock pour le moment. Vous pouvez demander le remboursement.
return-summary = <b>Tout est correct ?</b>
return-then-withdrawal = Avec « Confirmer la rétractation », vous renoncez à l’achat de ces articles. Vous recevez aussitôt un accusé de réception ; personne n’a à donner son accord.
return-then-goodwill = Si tout est clair, votre demande est acceptée aussitôt ; sinon notre équipe l’examine.
return-then-warranty = Notre équipe examine votre réclamation et vous répond ici.
return-done =
    <b>✅ C’est envoyé</b>
    La carte ci-dessous vous montre chaque étape.
return-done-then = Situation au { DATE($at) }, { TIME($at) }.
return-start-button = ↩️ Retourner ou réclamer
return-here-button = 📦 Je l’ai déjà reçu
return-no-reason-button = Sans préciser
return-money-button = 💶 Plutôt un remboursement
return-send-button = Envoyer la demande
return-again-button = En choisir un autre
return-all-button = ↩️ Mes retours
return-next-photo = 📷 Il nous manque une photo : une de l’ensemble et une de l’endroit concerné. Ensuite, nous décidons.
return-next-keeps =
    Vous n’avez rien à renvoyer et pouvez tout garder. Prochaine étape : { $outcome ->
        [credit] votre avoir
        [exchange] votre nouvel article
        [replacement] votre article de remplacement
       *[refund] votre remboursement
    }.
return-push-undo =
    <b>↩️ Votre retour n’est finalement pas encore arrivé</b>
    Nous avons annoncé son arrivée par erreur. Toutes nos excuses.
return-push-photo = <b>📷 Merci de nous envoyer une photo</b>
return-push-keeps = <b>🎁 Accepté, et vous pouvez le garder</b>
return-push-gone =
    <b>🚚 Votre colis était déjà parti</b>
    Votre rétractation reste valable : refusez le colis ou renvoyez-le-nous.
return-push-unsent =
    <b>📭 Votre colis n’est pas arrivé</b>
    Quatre semaines après votre message, nous n’avons rien reçu. Si vous l’avez déposé, écrivez-nous et gardez la preuve de dépôt à portée de main.
return-push-paid = <b>💶 Votre remboursement est en route</b>
return-push-paid-part = <b>💶 Une partie de votre remboursement est en route</b>
return-push-sent = <b>🔁 Votre article de remplacement est en route</b>
return-finding = 🔎 Résultat de la vérification : { $why }
return-of-loss = Déduit : { MONEY($total) } pour dépréciation
return-piece-accepted = { $line } – acceptés : { NUMBER($count) }
return-push-sending = <b>📮 Vous pouvez l’envoyer maintenant</b>
return-clock-late = Remboursement : <b>sans délai</b>, car les 14 jours après votre déclaration sont passés. Le vendeur peut attendre d’avoir reçu les articles ou une preuve d’expédition.
return-clock-cancel-late = Remboursement : <b>sans délai</b>, car les 14 jours après votre déclaration sont passés.
return-push-lapsed = <b>⌛ Ce retour est terminé</b>
return-next-lapsed = Rien n’est arrivé chez nous. Si votre colis est en route, écrivez-nous tout de suite. Tant qu’un délai court, vous pouvez refaire une demande.
return-push-waiting =
    <b>⏳ Votre étiquette de retour manque encore</b>
    Notre équipe a reçu un rappel. Votre délai de renvoi ne commence qu’à son arrivée.
return-push-overdue-claim =
    <b>📮 Veuillez expédier les articles maintenant</b>
    Le délai est passé. Votre réclamation reste ouverte. Déjà déposés ? Dites-le-nous sous « Tous les détails ».
return-push-overdue =
    <b>📮 Merci d’envoyer les articles maintenant</b>
    Le délai d’envoi est passé. Votre rétractation reste valable, mais d’ici là le vendeur peut attendre pour rembourser. Déjà déposé ? Dites-le-nous sous « Tous les détails ».
return-sent-button = 📮 Je l’ai envoyé
return-sent-ask =
    <b>Le colis pour { $number } est-il déposé ?</b>
    Ensuite, le retour ne peut plus être retiré. Une photo de la preuve de dépôt aide en cas de perte.
return-sent-yes-button = Oui, déposé
return-unsent-button = 📭 Finalement pas encore envoyé


# Several orders in one parcel.
return-together = 📦 Dans un même colis que { $others }
return-beside = { $number } (commande { $order })
return-together-most = Un colis peut contenir des articles de cinq commandes au plus.
return-more-button = ➕ Ajouter d’une autre commande
return-more-ask = De quelle commande souhaitez-vous ajouter quelque chose au même colis ?
return-more-none = Rien d’autre ne peut être retourné pour le moment.
return-more-order-button = { $number } · { DAY($day) }
return-more-title = <b>Ensemble dans un colis</b>
return-more-part = <b>Commande { $number }</b>
return-more-total = En tout : <b>{ MONEY($total) }</b>
return-more-out-button = Retirer la commande { $number }
return-also = Fait partie de la même rétractation : { $numbers }.
return-next-cancelling-part = Pour ces articles, vous n’avez rien à faire ni à renvoyer. S’ils arrivent malgré tout, merci de nous le dire.
return-next-overtaken = Votre rétractation { $number } a remplacé cette demande.

# What was given for something that went back.
return-given = 🔁 Reçu en contrepartie : { $item }
return-follows = 🔁 Avait été reçu à la place dans { $number }
return-followed = ↩️ L’article reçu fait l’objet de { $numbers }
return-given-button = 🛠 L’article reçu pose problème
return-given-entry-button = 🔁 { $name } (reçu pour { $number })
return-given-these = C’est ce que vous avez reçu à la place.
return-given-ask = <b>S’agit-il de l’article que vous avez reçu à la place ?</b>
return-bought-button = Autres articles de cette commande
return-push-late = <b>📦 Le reste de votre retour est finalement arrivé</b>
return-push-lateback = <b>📦 Le reste de votre retour est arrivé, mais nous ne pouvons pas l’accepter</b>
return-next-lost = Le colis ne vous est jamais parvenu : vous n’avez rien à renvoyer. Votre argent arrive ensuite.
return-shut-lost = { $item } : jamais arrivé ; vous pouvez vous rétracter sans rien renvoyer
return-push-lost = <b>📭 Le colis ne vous parviendra plus</b>
return-push-found =
    <b>📦 Votre colis perdu est retrouvé</b>
    Votre rétractation reste valable : refusez le colis ou renvoyez-le-nous.
return-push-arrived =
    <b>📦 Votre colis est finalement arrivé</b>
    Votre rétractation reste valable : renvoyez-le simplement, s’il vous plaît.

# What somebody types that they need of a return under way.
return-help-label = 🏷 Revoici votre étiquette de retour : touchez « 🏷 Ouvrir l’étiquette de retour ».
return-help-label-again = 🏷 Votre étiquette de retour arrive une nouvelle fois.
return-help-label-none = Pour ce retour, il ne vous faut pas d’étiquette de notre part.
return-help-late = Il n’est plus possible de le retirer ici. Si vous préférez garder les articles, demandez vite à notre équipe.
return-help-which = <b>De quel retour s’agit-il ?</b>
