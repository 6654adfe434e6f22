"""What proves that an order is somebody's: the e-mail address it was placed with, or where it went."""

import hmac

from bot.shop.numbers import email_key, postcode_key

# Who has linked by these has shown that the person's mailbox or telephone is theirs; by a number, one delivery only.
STRONG_PROOFS = ("link", "contact")
AROUND_AN_ADDRESS = "<>()[]\"'.,;: "


def is_proof(text: str, *, email: str | None, postal_code: str | None) -> bool:
    """Whether `text` is the e-mail address or the postcode given with the order; what is not known proves nothing."""
    if "@" in text:
        return _same(_address(text), _address(email or ""))
    return _same(postcode_key(text), postcode_key(postal_code or ""))


def _address(text: str) -> str:
    return email_key(text.strip().strip(AROUND_AN_ADDRESS)) or ""


def _same(given: str, known: str) -> bool:
    return bool(known) and hmac.compare_digest(given.encode(), known.encode())
