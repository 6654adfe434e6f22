"""Which returns a customer may mean: what is in their own name, and nobody else's."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.returns.machine import CANCELLABLE, OVER, Status
from bot.returns.paths import Way
from bot.shop.rows import fetch

# The newest; nobody asks about more by number.
RETURNS_SEEN = 100

OWN = """
SELECT id, number, order_id, way, status FROM return_request
WHERE customer_id IN ? AND status <> 'draft' ORDER BY id DESC LIMIT ?"""
# Nothing has left yet, or may still have to.
AWAITS_PARCEL = frozenset({Status.REQUESTED, Status.APPROVED, Status.LABEL_SENT})


@dataclass(frozen=True, slots=True)
class OwnReturn:
    """One of them, and where it stands."""

    id: int
    number: str
    order_id: int
    way: Way
    status: Status

    @property
    def is_open(self) -> bool:
        return self.status not in OVER

    @property
    def awaits_parcel(self) -> bool:
        """Whether the customer may still need something to send it with."""
        return self.status in AWAITS_PARCEL and self.way is not Way.CANCEL

    @property
    def may_be_dropped(self) -> bool:
        """Whether the customer may still keep everything."""
        return self.status in CANCELLABLE and self.way is not Way.CANCEL


async def own_returns(customer_ids: Sequence[int]) -> list[OwnReturn]:
    """What these customers send or have sent back, newest first."""
    return [
        OwnReturn(row["id"], row["number"], row["order_id"], Way(row["way"]), Status(row["status"]))
        for row in await fetch(OWN, tuple(customer_ids), RETURNS_SEEN)
    ]
