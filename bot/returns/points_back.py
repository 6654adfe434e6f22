"""How many points that an order earned go back with what was returned of it; pure."""

from collections.abc import Sequence
from decimal import Decimal

NOTHING = Decimal()


def clawback(points: int, *, paid: Decimal, returned: Sequence[Decimal]) -> int:
    """How many of the points that an order earned go back by now for what was returned of it (LOY-03), in all.

    Pro rata of what was paid, rounded in the customer's favour; a whole return takes all.
    """
    gone = sum(returned, NOTHING)
    if paid <= 0 or gone <= 0:
        return 0
    return points if gone >= paid else int(points * gone / paid)
