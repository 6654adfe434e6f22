"""What is in stock but promised to others: articles of exchanges that have not gone out yet."""

from bot.returns.machine import OVER, SETTLED, Status
from bot.shop.facts import ProductFacts
from bot.shop.rows import fetch

ENDED = OVER | SETTLED | {Status.DRAFT}
PROMISED = """
SELECT coalesce(sum(i.quantity), 0) AS pieces FROM return_item i JOIN return_request r ON r.id = i.request_id
WHERE i.exchange_sku = ? AND r.outcome = 'exchange' AND r.status NOT IN ? AND NOT EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind = 'exchange')"""


async def is_free(product: ProductFacts, pieces: int = 1) -> bool:
    """Whether so many can be had beside what open returns were promised; always where nobody counts.

    What has gone out is for the shop to count.
    """
    if product.stock is None:
        return True
    [row] = await fetch(PROMISED, product.sku, sorted(ENDED))
    return product.stock - int(row["pieces"]) >= pieces
