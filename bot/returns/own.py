"""Which returns a customer may mean: what is in their own name, and nobody else's."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.returns.machine import CANCELLABLE, OVER, Status
from bot.returns.paths import Way
from bot.shop.numbers import tracking_key
from bot.shop.own import OwnLine, names_of
from bot.shop.rows import fetch

# The newest; nobody asks about more by number.
RETURNS_SEEN = 100

OWN = """
SELECT id, number, order_id, way, status FROM return_request
WHERE customer_id IN ? AND status <> 'draft' ORDER BY id DESC LIMIT ?"""
PARCELS = """
SELECT r.id, r.label_key, p.tracking FROM return_request r
LEFT JOIN return_payment p ON p.request_id = r.id AND p.tracking IS NOT NULL
WHERE r.customer_id IN ? AND r.status <> 'draft' AND (r.label_key IS NOT NULL OR p.tracking IS NOT NULL)
ORDER BY r.id DESC LIMIT ?"""
GIVEN = """
SELECT r.id, r.order_id, o.number, i.line_id, i.exchange_sku AS sku, p.name AS product FROM return_payment m
JOIN return_request r ON r.id = m.request_id JOIN return_item i ON i.request_id = r.id
JOIN shop_order o ON o.id = r.order_id LEFT JOIN shop_product p ON p.sku = i.exchange_sku
WHERE r.customer_id IN ? AND NOT o.is_hidden AND m.kind = 'exchange' AND i.exchange_sku IS NOT NULL
ORDER BY r.id DESC LIMIT ?"""
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


async def return_parcels(customer_ids: Sequence[int]) -> list[tuple[int, str]]:
    """Their ids and the keys of the tracking numbers of what goes back, and of what was sent for it, newest first."""
    rows = await fetch(PARCELS, tuple(customer_ids), RETURNS_SEEN)
    keys = [(row["id"], key) for row in rows for key in (row["label_key"], tracking_key(row["tracking"]))]
    return [(return_id, key) for return_id, key in keys if key]


async def given_lines(customer_ids: Sequence[int]) -> list[OwnLine]:
    """The other articles that these customers have got in exchange, as items of the order that they came for."""
    return [
        OwnLine(
            id=row["line_id"],
            order_id=row["order_id"],
            number=row["number"],
            sku=row["sku"],
            names=names_of(None, row["product"]),
            given_by=row["id"],
        )
        for row in await fetch(GIVEN, tuple(customer_ids), RETURNS_SEEN)
    ]
