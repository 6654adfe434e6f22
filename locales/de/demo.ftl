# What happens next in the demo, on the panel with the shop's clock.
demo-next-button = { $who }: { $number } · { $state }
demo-placed-button = 🛒 Neue Bestellung
demo-packed-button = 📦 Gepackt
demo-handed_over-button = 🤝 Zur Abholung bereitgestellt
demo-back-button = 🔔 Wieder auf Lager
demo-team-button = Als Team antworten: { $who }
