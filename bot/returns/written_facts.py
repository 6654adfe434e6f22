"""What the card of written words that withdraw says: since when they count, and what was made of them."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.i18n import Markup, html, lines


def waiting_facts(written_at: datetime, settings: Settings, *, is_open: bool) -> Markup:
    """Nobody has confirmed or entered them; `is_open`: there is a contract that they may be about."""
    locale = settings.default_locale
    waits = html(locale, "withdraw-words-waiting")
    return lines([_came(written_at, settings), waits if is_open else html(locale, "withdraw-words-case-none")])


def declared_facts(written_at: datetime, numbers: Sequence[str], settings: Settings, *, is_all: bool) -> Markup:
    """These withdrawals were made of them; not `is_all`: another contract is still to be confirmed or entered."""
    locale = settings.default_locale
    made = html(locale, "withdraw-words-declared", numbers=", ".join(numbers)) if numbers else Markup()
    rest = Markup() if is_all else html(locale, "withdraw-words-waiting")
    return lines([_came(written_at, settings), made, rest])


def _came(written_at: datetime, settings: Settings) -> Markup:
    return html(settings.default_locale, "withdraw-words-case", at=written_at, tz=settings.time_zone)
