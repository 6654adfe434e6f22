"""What is in stock but promised to others: articles that open returns are to get and that have not gone out yet."""

from collections.abc import Collection

from bot.returns.machine import OVER, SETTLED, Status
from bot.shop.facts import ProductFacts
from bot.shop.rows import fetch, locked

PROMISING = frozenset(Status) - OVER - SETTLED - {Status.DRAFT}
PROMISED = """
SELECT coalesce(sum(i.quantity), 0) AS pieces FROM return_request r
JOIN return_item i ON i.request_id = r.id JOIN shop_line l ON l.id = i.line_id
WHERE r.status IN ?
AND (r.outcome = 'exchange' AND i.exchange_sku = ? OR r.outcome = 'replacement' AND coalesce(i.article, l.sku) = ?)
AND NOT EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('exchange', 'replacement'))"""
LOCK = "SELECT id FROM shop_product WHERE sku IN ? ORDER BY id"


async def is_free(product: ProductFacts, pieces: int = 1) -> bool:
    """Whether so many can be had beside what open returns were promised; always where nobody counts.

    What has gone out is taken from the stock as we know it (shop/stock.py).
    """
    if product.stock is None:
        return True
    [row] = await fetch(PROMISED, sorted(PROMISING), product.sku, product.sku)
    return product.stock - int(row["pieces"]) >= pieces


async def lock_stock(skus: Collection[str]) -> None:
    """Inside a unit of work nobody else is promised these before it ends."""
    await fetch(LOCK + locked(), sorted(skus))
