"""What the bot knows and does; no conversation library in here."""
