"""Who may review what: whoever bought it, in an order of theirs that has been delivered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.db import document
from bot.shop.facts import Texts
from bot.shop.rows import Row, fetch, moment
from bot.shop.statuses import ShipmentStatus

BOUGHT = """
SELECT p.id AS product_id, p.name, p.sku, o.id AS order_id, o.customer_id, o.delivered_at,
  (SELECT count(*) FROM community_review r WHERE r.product_id = p.id AND r.customer_id IN ?) AS reviews
FROM shop_order o JOIN shop_line l ON l.order_id = o.id JOIN shop_product p ON p.sku = l.sku
WHERE o.customer_id IN ? AND o.state = ? AND NOT o.is_hidden AND NOT o.is_test AND l.quantity > 0"""
NEWEST = " ORDER BY o.delivered_at DESC, o.id DESC, l.position"


@dataclass(frozen=True, slots=True)
class Purchase:
    """A product that came with an order; `is_reviewed` by any of the customers asked for, who are one person."""

    product_id: int
    name: Texts
    sku: str
    order_id: int
    customer_id: int
    delivered_at: datetime | None
    is_reviewed: bool


async def find_purchase(product_id: int, customer_ids: Sequence[int]) -> Purchase | None:
    """The latest delivered order of theirs with this product; None: they may not review it."""
    rows = await _bought(" AND p.id = ?", customer_ids, product_id)
    return _purchase(rows[0]) if rows else None


async def list_purchases(
    customer_ids: Sequence[int], *, order_id: int | None = None, limit: int = 8
) -> tuple[Purchase, ...]:
    """What they may review, each product once: those without a review first, then what came last."""
    clause, values = (" AND o.id = ?", [order_id]) if order_id else ("", [])
    found: dict[int, Purchase] = {}
    for row in await _bought(clause, customer_ids, *values):
        found.setdefault(row["product_id"], _purchase(row))
    return tuple(sorted(found.values(), key=lambda each: each.is_reviewed)[:limit])


async def _bought(clause: str, customer_ids: Sequence[int], *values: int) -> list[Row]:
    owners = list(customer_ids)
    return await fetch(BOUGHT + clause + NEWEST, owners, owners, str(ShipmentStatus.DELIVERED), *values)


def _purchase(row: Row) -> Purchase:
    return Purchase(
        product_id=row["product_id"],
        name=document(row["name"]) or {},
        sku=row["sku"],
        order_id=row["order_id"],
        customer_id=row["customer_id"],
        delivered_at=moment(row["delivered_at"]),
        is_reviewed=bool(row["reviews"]),
    )
