"""Carriers as people know them."""

from bot.config import Locale
from bot.i18n import has_text, plain

LONGEST_CARRIER = 40


def carrier_name(carrier: str | None, locale: Locale) -> str:
    """The carrier's name; a foreign code as words, and of a parcel without a carrier that none is known."""
    if not carrier:
        return plain(locale, "carrier-unknown")
    key = f"carrier-{carrier.casefold()}"
    if has_text(key):
        return plain(locale, key)
    words = " ".join(carrier.replace("_", " ").split())
    return words if len(words) <= LONGEST_CARRIER else f"{words[: LONGEST_CARRIER - 1].rstrip()}…"
