# What happens next in the demo, on the panel with the shop's clock.
demo-next-button = { $who }: { $number } · { $state }
demo-placed-button = 🛒 New order
demo-packed-button = 📦 Packed
demo-handed_over-button = 🤝 Put out for the carrier
demo-back-button = 🔔 Back in stock
demo-team-button = Answer as the team: { $who }
