# Ce que la boutique doit faire dans son propre système : à la main, ou parce que son système ne l’a pas accepté.
call-hand-return-cancelled = 🛠 À faire dans le système de la boutique : annuler le retour { $number } de la commande { $order }.
call-hand-return-checked = 🛠 À faire dans le système de la boutique : remettre en stock les articles acceptés du retour { $number }, s’ils peuvent être revendus.
call-hand-return-refund = 🛠 À faire dans le système de la boutique : rembourser { MONEY($total) } pour la commande { $order } (retour { $number }).
call-hand-return-credit = 🛠 À faire dans le système de la boutique : créer un avoir de { MONEY($total) } pour la commande { $order } (retour { $number }).
call-hand-return-exchange = 🛠 À saisir dans le système de la boutique : l’article souhaité en échange pour la commande { $order } est expédié (retour { $number }).
call-hand-return-replacement = 🛠 À saisir dans le système de la boutique : les articles du retour { $number } sont réexpédiés (commande { $order }).
call-hand-return-sent-back = 🛠 À faire : renvoyer les articles du retour { $number } à la cliente ou au client.
call-given-up = ⚠️ Le système de la boutique n’a pas accepté « { $topic } » ({ $why }). Veuillez le faire à la main. Clé : { $key }
call-platform-declined = ⚠️ La plateforme de la boutique indique : refusé. Ici, { $number } se poursuit ; veuillez clarifier.
call-platform-unpaid = ⚠️ La plateforme de la boutique a clos { $number } sans annoncer de remboursement. Veuillez vérifier.
call-label-late = 📦 Un colis de { $number } est en route alors que ce retour est terminé. Veuillez clarifier.
call-label-trouble = ⚠️ Le colis de retour de { $number } a un problème chez le transporteur. Veuillez vous renseigner.
call-label-unused = ⚠️ { $number } est payé, mais personne n’a renvoyé les articles ; l’étiquette a expiré. Veuillez vous renseigner.
call-platform-cancelled = ⚠️ La plateforme de la boutique indique que { $number } est annulé alors que c’est une rétractation ou que de l’argent a été versé. Veuillez clarifier.
call-clock-red = ⏰ { $number } : l’argent doit être rendu au plus tard le { DAY($day) }. Veuillez le verser.
call-platform-overpaid = ⚠️ La plateforme de la boutique a remboursé plus que dû pour { $number }. Veuillez vérifier.
call-platform-refund-deleted = ⚠️ La plateforme de la boutique a supprimé le remboursement de { $total } pour { $number }. Veuillez vérifier que la personne reçoit bien l’argent.
call-platform-less = ⚠️ La plateforme de la boutique a retiré des pièces de { $number }, qui se poursuit ici tel que déclaré, envoyé ou payé. Veuillez clarifier.
call-label-missing =
    { $weeks ->
        [one] ⚠️ { $number } attend son étiquette de retour depuis une semaine.
        [many] ⚠️ { $number } attend son étiquette de retour depuis { NUMBER($weeks) } de semaines.
       *[other] ⚠️ { $number } attend son étiquette de retour depuis { NUMBER($weeks) } semaines.
    } Veuillez l’envoyer, ou laisser renvoyer sans étiquette.
call-unsent = 📮 { $number } : rien n’a été envoyé jusqu’au { DAY($day) }. La rétractation reste valable ; veuillez vous renseigner.
call-unsent-claim = 📮 { $number } : rien n’a été envoyé jusqu’au { DAY($day) }. La réclamation reste ouverte ; veuillez vous renseigner.
call-not-arrived = 🔎 Le colis pour { $number } est en route depuis deux semaines et n’est pas arrivé. Veuillez le rechercher.
call-clock-over = ⏰ { $number } : les 14 jours pour rembourser ont pris fin le { DAY($day) }. Veuillez payer tout de suite.
call-platform-reopened = ⚠️ La plateforme de la boutique a rouvert { $number } qu’elle avait annulé ; ici les pièces sont dans un autre retour. Veuillez clarifier.
call-parcel-left = 📦 { $number } est maintenant accepté, mais le colis avec { $other } est déjà parti. Veuillez vérifier si les articles y sont ; sinon il faut une étiquette.
call-overtakes = ↩️ { $number } est une rétractation et prend la place de la demande { $other }, dont rien n’est encore en route.
call-cancel-left = 🚚 { $number } était annulé, mais le colis est parti. C’est maintenant une rétractation : les articles reviennent.
call-cancel-may-have-left = 🚚 { $number } est annulé, et un colis de la commande est parti. Veuillez vérifier si les articles s’y trouvent.
call-erased = 🔒 La personne liée à { $number } est effacée. Ce qui lui est dû le reste ; vous ne pouvez plus lui écrire ici.
call-hand-return-changed = 🛠 À faire dans le système de la boutique : retirer du retour { $number } de la commande { $order } les articles qui n’en font plus partie.
call-overtaken = rétractation à sa place
call-late-rest = 📦 { $number } : le colis avec le bon de retour n’est arrivé qu’après le règlement. Le reste peut s’y trouver ; merci de vérifier et de l’enregistrer.
call-parcel-stuck = 📦 { $number } : la commande a fait l’objet d’une rétractation. Le colis n’est plus à livrer ; merci de le laisser revenir. { $reason }
call-never-comes = 📭 { $number } : après la rétractation, le colis s’est perdu ou nous est revenu. Rien ne revient ; l’argent est dû sans attendre.
call-lost-may-be-found = 📦 { $number } : le colis est perdu, et un autre de la commande est en route. Veuillez vérifier si les articles s’y trouvent.
call-lost-found = 📦 { $number } : le colis perdu est réapparu. Les articles reviennent ; merci d’envoyer un bon de retour.
call-sold-out = ⚠️ { $number } : ce que la personne doit recevoir est épuisé. Elle le sait. Veuillez en recommander ou voir avec elle ce qui est possible.
