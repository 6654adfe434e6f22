"""What proves that an order is somebody's: the e-mail address it was placed with, or where it went."""

import hmac
import re
import unicodedata

from bot.shop.numbers import email_key

# "L-1234", "D-10115", "LV-1010": the country's letters are written by some and left out by others.
COUNTRY_BEFORE_DIGITS = re.compile(r"^[A-Z]{1,2}(?=\d{4,6}$)")
NOT_IN_A_POSTCODE = re.compile(r"[\W_]+")
AROUND_AN_ADDRESS = "<>()[]\"'.,;: "


def is_proof(text: str, *, email: str | None, postal_code: str | None) -> bool:
    """Whether `text` is the e-mail address or the postcode given with the order; what is not known proves nothing."""
    if "@" in text:
        return _same(_address(text), _address(email or ""))
    return _same(postcode_key(text), postcode_key(postal_code or ""))


def postcode_key(text: str) -> str:
    """A postcode as it compares: `L-1234`, `l 1234` and `1234` are one, so are `SW1A 1AA` and `sw1a1aa`."""
    letters = NOT_IN_A_POSTCODE.sub("", unicodedata.normalize("NFKC", text)).upper()
    return COUNTRY_BEFORE_DIGITS.sub("", letters)


def _address(text: str) -> str:
    return email_key(text.strip().strip(AROUND_AN_ADDRESS)) or ""


def _same(given: str, known: str) -> bool:
    return bool(known) and hmac.compare_digest(given.encode(), known.encode())
