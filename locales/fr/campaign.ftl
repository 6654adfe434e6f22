# Campagnes : ce qui figure dans chaque message, et pourquoi quelque chose n’est pas possible.
campaign-label = Publicité de {$shop}
campaign-lowest-price = Prix le plus bas des 30 derniers jours : { MONEY($price) }
campaign-stop-button = 🔕 Plus d’offres
campaign-wrong-status = La campagne ne le permet pas dans son état actuel. Veuillez recharger l’affichage.
campaign-changed = Quelqu’un a modifié la campagne entre-temps. Veuillez la relire.
campaign-not-ready = La campagne n’est pas encore prête. Le contrôle montre ce qui manque.
campaign-own-approval = Qui a rédigé ou modifié une campagne ne peut pas l’approuver.
campaign-on-its-way = La publication est en train de partir. Veuillez réessayer dans un instant.
campaign-media-fixed = Dans le canal, une image peut être remplacée par une autre ou ajoutée à un texte ; elle ne peut pas y être retirée, et un album reste tel quel.
segment-wrong = Ce choix n’est pas possible : {$field}.
campaign-language-mark = 🇫🇷
campaign-post-over = ⌛ Cette offre est terminée.
