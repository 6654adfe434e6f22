"""What an exchange leaves between customer and shop, to the cent; pure."""

from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal()


@dataclass(frozen=True, slots=True)
class Difference:
    """`back` goes to the customer, `owed` is paid by them before the other article leaves, `borne` by the shop: one of
    them at most is more than nothing. `fee` is what of `borne` is the cost of the way back."""

    back: Decimal = NOTHING
    owed: Decimal = NOTHING
    borne: Decimal = NOTHING
    fee: Decimal = NOTHING


def difference(brings: Decimal, instead: Decimal, fee: Decimal, *, pays_difference: bool) -> Difference:
    """Between what the goods bring, less `fee`, and what the other articles cost.

    brings - instead = back - owed - borne.
    """
    rest = brings - instead
    if rest >= 0:
        return Difference(back=rest)
    if pays_difference:
        return Difference(owed=-rest)
    return Difference(borne=-rest, fee=min(fee, -rest))
