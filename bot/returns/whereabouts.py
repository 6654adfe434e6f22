"""Where the pieces of an order are that have left the shop: with the customer, on the way there, or coming back; pure.

What is still on its way is not sent back: its customer need not take it, and what turns round comes by itself. Nobody
loses a right by this: what nobody can tell is taken as being with the customer.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.returns.shipped import Parcels, take, together
from bot.shop.rows import Row
from bot.shop.statuses import ShipmentStatus

P = ShipmentStatus
COMING = frozenset(
    {
        *(P.PICKED_UP, P.IN_TRANSIT, P.CUSTOMS, P.OUT_FOR_DELIVERY, P.AVAILABLE_FOR_PICKUP),
        *(P.ATTEMPT_FAILED, P.DELAYED, P.ON_HOLD, P.EXCEPTION),
    }
)
TURNED_ROUND = frozenset({P.RETURNING})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Pieces of a line that are still `coming` to the customer, and that are on their way `back` to the shop.

    Of a return, `beside` are those of its order that come to the customer as well, and are kept.
    """

    coming: int = 0
    back: int = 0
    beside: int = 0

    def of(self, pieces: int, left: int) -> "Whereabouts":
        """Of so many of the `left` ones that have left the shop: those at hand first, since these can be sent."""
        coming, back = min(self.coming, left), min(self.back, max(left - self.coming, 0))
        away = max(pieces - (left - coming - back), 0)
        return Whereabouts(min(away, coming), max(away - coming, 0))


NOWHERE_ELSE = Whereabouts()


def whereabouts(lines: Sequence[Row], parcels: Parcels) -> dict[int, Whereabouts]:
    """By line, as far as parcels tell what they hold, or all of them are in the same place."""
    coming, back = _in(COMING, lines, parcels), _in(TURNED_ROUND, lines, parcels)
    return {line["id"]: Whereabouts(coming[line["id"]], back[line["id"]]) for line in lines}


def _in(place: Collection[str], lines: Sequence[Row], parcels: Parcels) -> Mapping[int, int]:
    going = [(where, holds) for where, holds in parcels if where != P.CANCELLED]
    there = [holds for where, holds in going if where in place]
    if there and len(there) == len(going):
        return {line["id"]: line["quantity"] for line in lines}
    pieces = together(there)
    return {line["id"]: take(pieces, line, line["quantity"]) for line in lines}
