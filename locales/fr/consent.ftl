# Consents. The texts consent-wording-… are what somebody agrees to, word for word: a change of even a comma needs a
# new version in locales/versions.toml. They hold no HTML, because they are stored as they are shown.
consent-wording-survey = J’accepte que { $shop } me demande dans cette conversation, après une livraison, un retour ou une demande, quel est mon degré de satisfaction, et me le rappelle une fois. Mes réponses sont enregistrées avec ma commande et analysées. Offres comprises, je reçois au plus un tel message par jour et trois par semaine. Mon accord est libre et je peux le retirer à tout moment pour l’avenir : dans les réglages, sous « Consentements », ou avec le bouton sous chaque enquête.
consent-wording-promo = J’accepte que { $shop } m’envoie dans cette conversation ses propres offres, nouveautés et jeux-concours ainsi que des informations sur mes points de fidélité, et analyse pour cela ce que j’ai acheté et répondu ici. Enquêtes comprises, je reçois au plus un tel message par jour et trois par semaine. Mon accord est libre et je peux le retirer à tout moment pour l’avenir : dans les réglages, sous « Consentements », ou avec le bouton sous chacun de ces messages.
consent-wording-community = J’accepte que { $shop } tienne un profil de moi pour la communauté de ses clients : mon prénom, depuis quand j’en fais partie et ce à quoi j’y participe. Les autres clients n’en voient que ce que je montre moi-même. Mon accord est libre et je peux le retirer à tout moment pour l’avenir, dans les réglages, sous « Consentements » ; le profil n’est alors plus tenu.

consent-ask-survey =
    <b>Une question, et vous êtes libre de dire non :</b> pouvons-nous vous demander ici, après une livraison, comment elle s’est passée ? Une touche suffit pour répondre.
    Dire non ne change rien à vos commandes.
consent-ask-promo =
    <b>Une question, et vous êtes libre de dire non :</b> souhaitez-vous recevoir ici de temps en temps des offres et des nouveautés ?
    Dire non ne change rien à vos commandes.
consent-ask-community =
    <b>Une question, et vous êtes libre de dire non :</b> souhaitez-vous rejoindre la communauté de nos clients ?
    Dire non ne change rien à vos commandes.
consent-want-button = Oui, volontiers
consent-later-button = Plus tard
consent-no-button = Non, merci

consent-confirm-ask = <b>Veuillez confirmer.</b> Votre accord ne compte qu’à partir de la deuxième touche :
consent-confirm-button = Oui, j’accepte
consent-cancel-button = Annuler
consent-given = ✓ <b>Merci, vous avez accepté.</b> Une touche suffit pour revenir en arrière :
consent-given-toast = Merci, c’est noté.
consent-given-before-toast = Vous aviez déjà accepté.
consent-words-changed-toast = Le texte a changé. Veuillez le relire.
consent-own-account-toast = Seul le titulaire de cette conversation peut en décider.
consent-later = Entendu. Vous pouvez l’activer vous-même à tout moment.
consent-declined = Entendu, nous ne le demanderons plus. Vous pouvez l’activer vous-même à tout moment.
consent-cancelled = Vous n’avez rien accepté.
consent-withdrawn = <b>Retiré.</b> Ce qui attendait d’être envoyé ne viendra plus non plus.
consent-withdrawn-toast = Retiré.
consent-withdraw-button = Retirer
consent-diary-button = Consentements

consent-title = <b>Vos consentements</b>
consent-intro = Chacun est libre et se retire d’une touche. Les messages sur vos commandes viennent aussi sans eux.
consent-name-survey = Enquêtes
consent-name-promo = Offres
consent-name-community = Communauté
consent-state-given = ✓ <b>{ $name }</b> : oui, depuis le { DATETIME($at) } (version { $version })
consent-state-withdrawn = ✗ <b>{ $name }</b> : donné le { DATETIME($given) }, retiré le { DATETIME($at) }
consent-state-refused = ✗ <b>{ $name }</b> : non, dit le { DATETIME($at) }
consent-state-never = ✗ <b>{ $name }</b> : non
consent-earlier = Avant : donné le { DATETIME($given) }, retiré le { DATETIME($withdrawn) }
consent-switch-on-button = { $name } : accepter…
consent-switch-off-button = { $name } : retirer
# Whole messages that unsubscribe, in small letters.
consent-stop-words = stop, désabonner, me désabonner, pas de publicité, plus de publicité
