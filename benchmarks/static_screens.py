"""Two screens that always look the same: the list of orders and the card of one, as the bot shows them in German."""

# ruff: noqa: RUF001 - signs as German writes them

LIST = "<b>Meine Bestellungen</b> · 2 Bestellungen"
LIST_BUTTONS = (("100123 · 🚚 Unterwegs",), ("100077 · 🚚 Unterwegs",), ("‹ Zurück", "Startseite"))

CARD = """\
<b>Bestellung 100123</b>
<b>🚚 Unterwegs</b>
Das Paket ist auf dem Weg zu Ihnen. Sobald es zur Zustellung geladen wird, sehen Sie es hier.
Erwartet: <b>Dienstag, 5. Januar 2027</b>

Paketdienst: DHL
Sendungsnummer: <code>JJD000000000123</code>

<b>Artikel</b>
1 × Artikel 17, blau
1 × Artikel 230, blau
<b>Summe: 39,80 €</b>
Lieferadresse: E•••, 53••• Bonn, DE"""
CARD_BUTTONS = (
    ("Paket verfolgen", "Nummer kopieren"),
    ("Sendungsverlauf", "Aktualisieren"),
    ("Artikel und Preise",),
    ("‹ Zurück", "Startseite"),
)
