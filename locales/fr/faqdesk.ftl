# The staff’s screens about what customers ask and what the shop answers itself.
faqdesk-groups-title = <b>Questions sans réponse</b> ({ $days } derniers jours)
faqdesk-groups-figures = { $total } questions, dont { $answered } % avec une réponse immédiate.
faqdesk-groups-helpful = Jugées utiles : { $yes } réponses sur { $rated }.
faqdesk-groups-hint = Touchez une question pour y répondre désormais :
faqdesk-groups-none = Tout ce qui a été demandé a une réponse.
faqdesk-group = <b>{ $count }×</b> « { $example } » ({ $language })
faqdesk-group-gone-toast = Ce groupe a changé. Voici où il en est.
faqdesk-entries-button = 📖 Nos réponses
faqdesk-list =
    <b>Nos réponses</b> : { $count }
    Les clients les reçoivent dès qu’ils demandent avec ces mots ou presque.
faqdesk-intents = Ce que le bot connaît de lui-même : ajoutez des façons de demander ou, là où il n’a rien à montrer, une réponse à vous.
faqdesk-new-button = ➕ Nouvelle
faqdesk-intents-button = 🧩 Questions intégrées
faqdesk-title = <b>{ $title }</b>
faqdesk-off = ⏸ Désactivée
faqdesk-unsaved = ✏️ Pas encore enregistrée
faqdesk-ways = Aussi demandé ({ $language }) : { $ways }
faqdesk-answer = Réponse ({ $language }) : { $answer }
faqdesk-no-answer = Pas encore de réponse en { $language }.
faqdesk-overlap = ⚠️ « { $phrase } » reçoit aujourd’hui : { $by }
faqdesk-question-button = ❓ Question
faqdesk-phrases-button = 🗣 Façons
faqdesk-answer-button = 💬 Réponse
faqdesk-save-button = 💾 Enregistrer
faqdesk-off-button = ⏸ Désactiver
faqdesk-on-button = ▶️ Activer
faqdesk-too-long = C’est trop long : { $longest } caractères au plus.
faqdesk-question-ask = Écrivez la question en { $language }, comme les clients la lisent.
faqdesk-phrases-ask = Écrivez d’autres façons de demander en { $language }, une par ligne. Elles remplacent celles d’avant : { $so_far }
faqdesk-answer-ask =
    <b>{ $question }</b>
    Écrivez la réponse en { $language }, comme les clients doivent la lire.
faqdesk-incomplete-alert = Il manque encore une question et une réponse.
faqdesk-saved-toast = Enregistrée. Elle répond désormais.
faqdesk-off-toast = Désactivée.
faqdesk-open-button = ❔ Questions
