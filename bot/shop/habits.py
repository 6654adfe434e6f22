"""How somebody has paid for their last order, and who brought it: what is known where the shop tells nothing more."""

from collections.abc import Sequence

from bot.shop.rows import fetch

PAID = """
SELECT number, payment_method AS told FROM shop_order
WHERE customer_id IN ? AND NOT is_hidden AND payment_method IS NOT NULL AND payment_method <> ''
ORDER BY placed_at DESC, id DESC LIMIT 1"""
BROUGHT = """
SELECT o.number, s.carrier AS told FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE o.customer_id IN ? AND NOT o.is_hidden AND s.carrier IS NOT NULL AND s.carrier <> ''
ORDER BY o.placed_at DESC, o.id DESC, s.position LIMIT 1"""


async def last_payment(customer_ids: Sequence[int]) -> tuple[str, str] | None:
    """Number and payment method of the newest order of which the shop has told one."""
    return _found(await fetch(PAID, tuple(customer_ids)))


async def last_carrier(customer_ids: Sequence[int]) -> tuple[str, str] | None:
    """Number and carrier, by our word for it, of the newest order with a parcel."""
    return _found(await fetch(BROUGHT, tuple(customer_ids)))


def _found(rows: Sequence[dict[str, str]]) -> tuple[str, str] | None:
    return (rows[0]["number"], rows[0]["told"]) if rows else None
