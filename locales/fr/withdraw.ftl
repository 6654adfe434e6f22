# La rétractation : deux étapes et l’accusé de réception.
# § 356a BGB fixes the two labels in German; the others are those of Directive (EU) 2023/2673, as far as it has the language.
withdraw-button = Renoncer au contrat ici
withdraw-confirm-button = Confirmer la rétractation

withdraw-title = <b>Renoncer au contrat</b>
withdraw-ask = Avec « Confirmer la rétractation », vous renoncez à l’achat de ces articles. Vous n’avez pas à donner de motif.
withdraw-until = Délai de rétractation : jusqu’au <b>{ DAY($day) }</b>
withdraw-since-written = Votre message du { DATE($at) }, { TIME($at) } ({ $zone }), fait foi comme moment de votre rétractation ; il est conservé avec sa date et son heure. Merci de la confirmer ici.
withdraw-words-case = ✍️ Rétractation écrite, reçue { DATETIME($at) }. C’est ce moment qui compte (§ 355 BGB), même si ce dossier est clos.
withdraw-words-waiting = Tant qu’elle n’est ni confirmée ni saisie ci-dessous : merci de voir ce qui est renvoyé.
withdraw-words-declared = ✅ Déclarée : { $numbers }.
withdraw-words-case-none = ⚠️ Les données ne montrent aucun contrat dont on puisse se rétracter maintenant, ou la conversation n’est pas associée : veuillez vérifier et répondre.
withdraw-words-unlinked = Votre rétractation est conservée avec sa date et son heure, et notre équipe l’a reçue. Associez votre achat pour voir ici la suite.
withdraw-words-none = Vos mots sont tout de même conservés avec leur date et leur heure ; notre équipe les vérifie et vous répond ici.
withdraw-made = Vos rétractations et retours : touchez celui dont il s’agit. Vous y verrez la suite, et tant que rien n’est en route vous pouvez aussi l’annuler.
withdraw-doubt = <b>Souhaitez-vous vous rétracter ?</b> J’ai un doute sur ce que vous voulez dire ; rien n’est déclaré jusqu’ici. Vos rétractations déjà faites se trouvent sous « Mes retours », et une personne vous aide volontiers.
withdraw-doubt-kept = J’ai un doute sur le sens de votre dernier message. Ce que vous avez déclaré avant reste valable.
withdraw-denied = D’accord, rien n’est rétracté. Que puis-je faire d’autre pour vous ?
withdraw-denied-kept = Ce que vous avez écrit avant est conservé comme rétractation, et notre équipe l’a reçu. Pour revenir dessus, dites-le-lui : touchez « 🙋 Conseiller » ou écrivez « conseiller ».
withdraw-unshipped = Rien n’est encore expédié : la commande sera annulée et vous n’avez rien à renvoyer.
withdraw-coming = Le colis est encore en route : refusez-le simplement. Si vous l’avez accepté, renvoyez-le.
withdraw-back = Le colis nous revient déjà : vous n’avez rien à renvoyer.
withdraw-sealed = Pour les articles scellés : seulement tant que le sceau est intact.
withdraw-digital = Contenu numérique : vous pouvez vous rétracter tant que nous ne l’avons pas fourni avec votre accord (art. 16 m) directive 2011/83/UE).
withdraw-not-these = Non compris :
withdraw-shut-over = { $name } : le délai de rétractation a pris fin le { DAY($day) }.
withdraw-shut-nothing_left = { $name } : fait déjà partie d’un retour ou a été remboursé.
withdraw-shut-in = { $name } : fait déjà partie de { $numbers }.
withdraw-shut-excluded = { $name } : { $reason }
withdraw-law-made_to_measure = fabriqué selon vos souhaits ; la loi ne prévoit pas de rétractation (art. 16 c) directive 2011/83/UE)
withdraw-law-perishable = périssable ; la loi ne prévoit pas de rétractation (art. 16 d) directive 2011/83/UE)
withdraw-law-sealed_hygiene = scellé pour raison d’hygiène ; une fois descellé, pas de rétractation (art. 16 e) directive 2011/83/UE)
withdraw-law-mixed = mélangé de manière indissociable (art. 16 f) directive 2011/83/UE)
withdraw-law-sealed_media = support scellé ; une fois descellé, pas de rétractation (art. 16 i) directive 2011/83/UE)
withdraw-law-newspaper = journal ou magazine (art. 16 j) directive 2011/83/UE)
withdraw-law-digital = contenu numérique déjà fourni avec votre accord (art. 16 m) directive 2011/83/UE)
withdraw-law-dated_service = prestation à date fixe (art. 16 l) directive 2011/83/UE)
withdraw-goodwill-until = Ce que nous offrons en plus : vous pouvez le retourner jusqu’au <b>{ DAY($day) }</b>.
withdraw-warranty-until = Si un article est défectueux ou non conforme, nous en répondons jusqu’au <b>{ DAY($day) }</b>.
withdraw-warranty-open = Si un article est défectueux ou non conforme, nous en répondons pendant au moins deux ans.
withdraw-closed-title = <b>Une rétractation n’est pas possible ici</b>
withdraw-registered = ✅ <b>Votre rétractation { $number } est enregistrée</b>, reçue le { DATE($at) }, { TIME($at) } ({ $zone }). État : { $state }
withdraw-see-number = Touchez le numéro pour voir la suite.
withdraw-closed-help = Notre équipe l’examine volontiers avec vous.
withdraw-none =
    <b>Il n’y a actuellement aucun contrat auquel vous pouvez renoncer ici.</b>
    Sous chaque commande, vous verrez ce qui est possible : retour, échange ou réclamation.
withdraw-which = <b>À quel contrat souhaitez-vous renoncer ?</b>
withdraw-pieces-ask =
    <b>Quels articles ?</b>
    Touchez un article pour le choisir ou en changer le nombre.
withdraw-pieces-named =
    <b>Ce que vous avez nommé est sélectionné.</b>
    Faut-il en renvoyer plus ou moins ? Touchez alors l’article.
withdraw-pieces-unclear =
    <b>Quels articles au juste ?</b>
    Vos mots ne le disent pas avec certitude. Touchez-les, s’il vous plaît.
withdraw-pieces-shut =
    <b>Vous ne pouvez pas vous rétracter ici pour ce que vous avez nommé.</b>
    La raison figure ci-dessous. Est-ce autre chose qui repart ? Touchez-le alors.
withdraw-more-toast = Quelque chose s’est ajouté entre-temps. Vérifiez encore une fois, s’il vous plaît.
withdraw-nothing-toast = Choisissez au moins un article.
withdraw-done-title = <b>✅ Votre rétractation est bien reçue</b>
withdraw-done-receipt = L’accusé de réception avec contenu, date et heure arrive tout de suite, en message et en fichier.

withdraw-receipt-title = <b>Accusé de réception de votre rétractation</b>
withdraw-receipt-at = Reçu : { DATE($at) }, { TIME($at) } ({ $zone })
withdraw-declares = Contenu : Je vous notifie par la présente ma rétractation du contrat portant sur la vente des biens ci-dessous :
withdraw-name = Nom : { $name }
withdraw-contract = Contrat : commande { $number } auprès de { $shop }
withdraw-contact = Contact : { $contact } et cette conversation
withdraw-contact-chat = Contact : cette conversation. L’accusé de réception y arrivera aussi.
withdraw-number = Dossier : { $number }
withdraw-receipt-kept = Conservez cet accusé de réception. Il est aussi joint en fichier.
withdraw-paper-name = Retractation-{ $number }.pdf
withdraw-paper-foot = Établi par { $shop } dès réception de la déclaration. À conserver.

withdraw-some-button = Seulement certains articles
withdraw-chosen-button = Continuer
withdraw-everything-button = Toute la commande
withdraw-piece-button = { $mark } { $name } · { NUMBER($chosen) } sur { NUMBER($left) }
withdraw-paper-button = 🧾 Accusé de réception
withdraw-kept-note = ✍️ Votre rétractation du { DATE($at) } à { TIME($at) } ({ $zone }) nous est parvenue et compte. Confirmez-la pour que la suite se fasse tout de suite.
withdraw-kept-button = ✍️ Voir votre rétractation
withdraw-which-written = Votre message du { DATE($at) }, { TIME($at) } ({ $zone }), fait foi comme moment de votre rétractation ; il est conservé avec sa date et son heure. Touchez le contrat concerné.
withdraw-which-times = Ce que vous avez écrit est conservé avec la date et l’heure : pour chaque contrat, c’est le premier de vos messages qui le vise qui compte. Touchez le contrat pour voir lequel.
withdraw-words-receipt =
    <b>Accusé de réception de votre rétractation</b>
    Reçu : { DATE($at) }, { TIME($at) } ({ $zone })
    Contenu : « { $words } »
    Vos mots comptent même sans appuyer sur un bouton ; notre équipe s’en occupe.
withdraw-enter-button = ↩️ Saisir la rétractation pour { $number }
withdraw-enter-all-button = ↩️ Voir les { $count } commandes
withdraw-enter-chosen-button = ↩️ Saisir le choix pour { $number }
withdraw-enter-whole-button = ↩️ Saisir tout pour { $number }
withdraw-enter-which-toast = Le message cite des articles : choisissez sur la fiche ce qui est visé.
withdraw-enter-toast = Saisi sous { $number } ; l’accusé part.
withdraw-enter-alert = Commande { $number } : rien ne peut y faire l’objet d’une rétractation.
withdraw-enter-made-alert = Commande { $number } : la rétractation est déjà saisie ({ $returns }).
withdraw-enter-over-alert = C’est déjà réglé.
withdraw-part-cancel = <b>Annulé</b> (pas encore expédié, rien à renvoyer pour cela) :
withdraw-part-withdrawal = <b>À renvoyer</b> (déjà expédié) :
withdraw-part-brings = Pour cela : { MONEY($total) }
withdraw-numbers = Dossiers : { $numbers }
withdraw-ends = Votre demande { $number } prend ainsi fin : la rétractation la remplace.
withdraw-shrinks = Votre demande { $number } ne porte alors plus que sur les autres articles.
# Of wishes by which the customer may keep the goods: one that goes on beside the withdrawal, and one that gives way.
withdraw-leaves = Ce que vous pouvez garder selon votre demande { $number } n’en fait pas partie.
withdraw-kept-back = Les articles que cette demande vous permettait de garder sont à renvoyer après la rétractation.
withdraw-lost = Le colis ne vous est jamais parvenu : vous n’avez rien à renvoyer et vous êtes remboursé de tout.
withdraw-part-lost = <b>Jamais arrivé</b> (rien à renvoyer pour ces articles) :
# What was sent back with a request that the withdrawal takes the place of.
withdraw-part-sent = <b>Déjà renvoyé</b> (plus rien à envoyer pour ces articles) :
withdraw-sent = Vous l’avez déjà renvoyé : vous n’avez plus rien à envoyer.
withdraw-ends-labelled = Votre demande { $number } prend ainsi fin : la rétractation la remplace. Votre étiquette de retour reste valable.
# What was given for something that went back, among the items.
withdraw-given-replacement = { $name } (remplacement)
withdraw-given-exchange = { $name } (reçu en échange)
