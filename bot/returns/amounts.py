"""An amount of money as somebody types it, in the currency that is meant; pure."""

import re
from decimal import Decimal

from babel.numbers import get_currency_symbol

from bot.returns.money import places_of

# As people write them out, the longest first.
WORDS = {"EUR": ("EUROS", "EURO"), "CHF": ("FRANKEN", "FRANCS", "FR."), "GBP": ("POUNDS",)}
GAPS = " .,'\u2019\u00a0\u202f"
WHOLE_SUM = re.compile(r"[.,]\s?[-\u2013\u2014]{1,2}$")
GROUPS = rf"[0-9]{{1,3}}(?P<gap>[{GAPS}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*"
GROUPED = re.compile(GROUPS + r"(?:(?!(?P=gap))[.,](?P<cents>[0-9]+))?")
PLAIN = re.compile(r"([0-9]{1,9})(?:[.,](?P<cents>[0-9]+))?")


def read_amount(text: str, currency: str) -> Decimal | None:
    """A sum as it is typed: 5, 1,5, 1.234,50 €, CHF 5.-; None for whatever is none, or names another currency.

    No more decimals than the currency has: "1.000" is a thousand euros, and never one.
    """
    told = WHOLE_SUM.sub("", _bare(text, currency))
    for form in (PLAIN, GROUPED):
        found = form.fullmatch(told)
        if found and len(found["cents"] or "") <= places_of(currency):
            return _sum(told, found["cents"])
    return None


def _sum(told: str, cents: str | None) -> Decimal:
    whole = told[: -len(cents) - 1] if cents else told
    digits = "".join(filter(str.isdecimal, whole))
    return Decimal(f"{digits}.{cents}" if cents else digits)


def _bare(text: str, currency: str) -> str:
    """Without the name of the currency, before or behind."""
    told = text.strip()
    code = currency.upper()
    for sign in (*WORDS.get(code, ()), code, get_currency_symbol(code, locale="en")):
        if told.upper().startswith(sign):
            return told[len(sign) :].strip()
        if told.upper().endswith(sign):
            return told[: -len(sign)].strip()
    return told
