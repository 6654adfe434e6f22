# What happens next in the demo, on the panel with the shop's clock.
demo-next-button = { $who } : { $number } · { $state }
demo-placed-button = 🛒 Nouvelle commande
demo-packed-button = 📦 Emballé
demo-handed_over-button = 🤝 Remis pour l’enlèvement
demo-back-button = 🔔 De nouveau en stock
demo-team-button = Répondre pour l’équipe : { $who }
