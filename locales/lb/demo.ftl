# What happens next in the demo, on the panel with the shop's clock.
demo-next-button = { $who }: { $number } · { $state }
demo-placed-button = 🛒 Nei Bestellung
demo-packed-button = 📦 Agepaakt
demo-handed_over-button = 🤝 Fir d’Ofhuele prett gestallt
demo-back-button = 🔔 Erëm op Lager
demo-team-button = Als Ekipp äntweren: { $who }
