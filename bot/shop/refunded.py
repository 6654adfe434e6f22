"""How many pieces of each line the shop has refunded, by its orders or, where these do not tell, by its refunds."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.db import document
from bot.shop.rows import Row, change, fetch, locked, moment

# WooCommerce's orders never tell what was refunded: the next one would take the count back.
ONLY_IN_REFUNDS = frozenset({"woocommerce"})
LINES = "SELECT id, external_id, sku, quantity, refunded FROM shop_line WHERE order_id = ? ORDER BY position"


async def count_refunded(order_id: int, items: Sequence[Any], *, source: str, at: datetime) -> None:
    """Count the items of a refund that the order itself, as it is stored, does not know of yet."""
    if source in ONLY_IN_REFUNDS:
        await recount_refunded(order_id)
        return
    [order] = await fetch(f"SELECT revised_at FROM shop_order WHERE id = ?{locked()}", order_id)  # noqa: S608  # our own words
    known_until = moment(order["revised_at"])
    if known_until and known_until >= at:
        return
    lines = await fetch(LINES, order_id)
    await _write(lines, _counted(lines, items, Counter({line["id"]: line["refunded"] for line in lines})))


async def recount_refunded(order_id: int) -> None:
    """All of it anew, from the refunds that are known, where orders do not tell; to be called after each order."""
    [order] = await fetch("SELECT source FROM shop_order WHERE id = ?", order_id)
    if order["source"] not in ONLY_IN_REFUNDS:
        return
    refunds = await fetch("SELECT items FROM shop_refund WHERE order_id = ? ORDER BY id", order_id)
    items = [item for refund in refunds for item in document(refund["items"]) or []]
    lines = await fetch(LINES, order_id)
    await _write(lines, _counted(lines, items, Counter()))


def _counted(lines: Sequence[Row], items: Sequence[Any], count: Counter[int]) -> Counter[int]:
    """Pieces by line: of the line that an item names, else of the first ones of its article that have some left."""
    for item in items:
        left = int(item.get("quantity") or 0)
        for line in (line for line in lines if _is_of(item, line)):
            more = min(left, line["quantity"] - count[line["id"]])
            if more > 0:
                count[line["id"]] += more
                left -= more
    return count


def _is_of(item: Any, line: Row) -> bool:
    if item.get("line") and line["external_id"]:
        return bool(item["line"] == line["external_id"])
    return item.get("sku") is not None and bool(item["sku"] == line["sku"])


async def _write(lines: Sequence[Row], count: Counter[int]) -> None:
    for line in lines:
        if count[line["id"]] != line["refunded"]:
            await change("UPDATE shop_line SET refunded = ? WHERE id = ?", count[line["id"]], line["id"])
