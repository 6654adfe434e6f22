# When something does not work: always a way on, never a technical word.
error-unexpected = Quelque chose s’est mal passé de notre côté. Veuillez réessayer ; le menu est ci-dessous.
error-too-many-tries = C’était un essai de trop. Veuillez attendre un quart d’heure, puis réessayer.
error-not-found = Je n’ai pas trouvé cela. Voici le menu :
error-link-expired = Ce lien a déjà servi ou a expiré. Vous pouvez associer votre achat de l’une de ces façons :
error-stale = Ce bouton venait d’un écran précédent. Voici l’écran actuel :
error-stale-alert = Ce bouton n’est plus à jour. J’ouvre le menu.
error-busy-alert = Cela a pris trop de temps. Touchez le bouton encore une fois.
error-cut = … Une partie du texte manque ici, car un message ne peut pas être plus long.
flood-notice = Cela fait beaucoup de messages d’un coup. Je reprends la lecture dès que c’est calme pendant quelques secondes.
error-stale-begun-alert = Ce bouton n’est plus à jour. Vous pouvez continuer là où vous en étiez.
error-stale-now-alert = Ce bouton n’est plus à jour. Je vous montre où en sont les choses.
