"""What customers may mean by a tracking number or an article's name: what is in their own orders, and nobody else's."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.db import document
from bot.shop.numbers import tracking_key
from bot.shop.rows import fetch

# The newest; nobody asks about more by name.
LINES_SEEN = 300
PARCELS_SEEN = 300

LINES = """
SELECT l.id, l.order_id, o.number, o.is_open, l.sku, l.name, p.name AS product FROM shop_line l
JOIN shop_order o ON o.id = l.order_id LEFT JOIN shop_product p ON p.sku = l.sku
WHERE o.customer_id IN ? AND NOT o.is_hidden AND l.quantity > 0
ORDER BY o.placed_at DESC, o.id DESC, l.position LIMIT ?"""
PARCELS = """
SELECT s.order_id, s.tracking_number FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE o.customer_id IN ? AND NOT o.is_hidden AND s.tracking_number IS NOT NULL ORDER BY s.id DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One item of one order; `names` are what the shop calls it, in all its languages. `is_open`: somebody still waits
    for something of the order. `given_by`: it came for another one, by that return."""

    id: int
    order_id: int
    number: str
    sku: str | None
    names: tuple[str, ...]
    is_open: bool = False
    given_by: int | None = None


async def own_lines(customer_ids: Sequence[int]) -> list[OwnLine]:
    """The items of these customers' orders, the newest order first."""
    return [
        OwnLine(
            id=row["id"],
            order_id=row["order_id"],
            number=row["number"],
            sku=row["sku"],
            names=names_of(row["name"], row["product"]),
            is_open=bool(row["is_open"]),
        )
        for row in await fetch(LINES, tuple(customer_ids), LINES_SEEN)
    ]


async def own_parcels(customer_ids: Sequence[int]) -> list[tuple[int, str]]:
    """Order and key of the tracking number of these customers' parcels, the newest first."""
    rows = await fetch(PARCELS, tuple(customer_ids), PARCELS_SEEN)
    return [(row["order_id"], key) for row in rows if (key := tracking_key(row["tracking_number"]))]


def names_of(line: str | None, product: str | None) -> tuple[str, ...]:
    """What an item is called, by its order and by the catalogue (JSON by language)."""
    texts = document(product) if product else {}
    return tuple(dict.fromkeys(name for name in (line, *(texts or {}).values()) if name))
