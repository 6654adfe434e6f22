# La question posée une fois un dossier clos : est-ce résolu ?
solved-about-order = L’équipe de { $shop } a traité ce que vous nous avez signalé à propos de la commande { $number }.
solved-about = L’équipe de { $shop } a traité ce que vous nous avez signalé.
solved-done-resent = Nous avons renvoyé votre commande.
solved-done-replaced = Un article de remplacement est en route.
solved-done-refunded = Votre remboursement est lancé.
solved-done-found = Votre colis est retrouvé.
solved-ask = <b>Est-ce résolu pour vous ?</b> Désormais, c’est de nouveau moi, le bot, qui réponds ici.
solved-yes-button = 👍 Oui, c’est résolu
solved-no-button = 👎 Non, pas encore
solved-now-button = 👍 C’est résolu maintenant
solved-told-solved = 👍 Nous en sommes ravis. Merci de nous l’avoir dit, et merci pour votre patience.
solved-told-unsolved = Nous en sommes désolés. Notre équipe reprend votre demande et vous écrit ici. Dites-nous ce qui manque encore : tout ce que vous écrivez ici est maintenant lu par une personne.
solved-late-alert = Cette question est déjà close. S’il manque encore quelque chose, écrivez-le simplement ici ou demandez à parler à quelqu’un.
solved-gone-toast = Cette question n’appartient pas à cette conversation.
solved-ask-again = Merci, notre équipe lit ce que vous écrivez. <b>Est-ce résolu pour vous ?</b>
solved-yes-words = oui, oui merci, résolu, oui résolu, c’est résolu, oui c’est résolu, c’est bon, oui c’est bon, c’est réglé, oui c’est réglé
solved-no-words = non, pas encore, non pas encore, pas résolu, ce n’est pas résolu, toujours pas, malheureusement non
