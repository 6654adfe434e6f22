"""Tracking numbers inside free text: those of the customer's own parcels, however they are grouped."""

import unicodedata
from collections.abc import Iterable

# Shorter ones are found as order numbers, or are amounts and dates.
FEWEST_DIGITS = 6


def may_name_a_parcel(text: str) -> bool:
    """Whether one's own tracking numbers are worth looking up."""
    return sum(map(str.isdigit, text)) >= FEWEST_DIGITS


def find_parcels(text: str, own: Iterable[tuple[int, str]]) -> list[int]:
    """The orders of the parcels that the text names exactly; `own` are (order id, key of the tracking number)."""
    plain = unicodedata.normalize("NFKC", text).upper()
    places = [place for place, sign in enumerate(plain) if sign.isalnum()]
    letters = "".join(plain[place] for place in places)
    found = []
    for order_id, key in own:
        start = letters.find(key)
        while key and start >= 0:
            first, last = places[start], places[start + len(key) - 1]
            if not plain[first - 1 : first].isalnum() and not plain[last + 1 : last + 2].isalnum():
                found.append(order_id)
                break
            start = letters.find(key, start + 1)
    return list(dict.fromkeys(found))
