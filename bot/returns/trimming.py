"""Pieces that the shop's platform has taken out of a return are the customer's again, and free for another one."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.returns.alarms import alarm
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import act, is_paid
from bot.returns.paths import DECLARED, Way
from bot.returns.platform_returns import brings, held_by_others, is_item, pieces_of
from bot.shop.rows import Row, fetch

LINES = "SELECT id, sku, external_id, quantity FROM shop_line WHERE order_id = ? ORDER BY position"
# Nothing of it has left yet, so that somebody may still think again.
FREE = frozenset({Status.REQUESTED, Status.APPROVED, Status.LABEL_SENT})


async def trim(row: Return, told: Sequence[Row], *, settings: Settings, now: datetime) -> None:
    """To be called with the order locked. What was declared, is on its way or paid stays as it is: the staff hear."""
    cut = [item for item in told if item.get("out")]
    lines = await fetch(LINES, row.order_id) if cut else []
    kept, _ = pieces_of(told, lines)
    touched = {line["id"] for line in lines for item in cut if is_item(item, line)}
    items = await ReturnItem.filter(request_id=row.id).order_by("id")
    less = [item for item in items if item.line_id in touched and kept[item.line_id] < item.quantity]
    if not less:
        return
    left = {item.line_id: kept[item.line_id] if item in less else item.quantity for item in items}
    left = {line_id: pieces for line_id, pieces in left.items() if pieces}
    if row.way in DECLARED or row.status not in FREE or not left or await is_paid(row.id):
        await alarm(row, "call-platform-less", settings=settings, now=now)
        return
    for item in less:
        item.quantity = kept[item.line_id]
        await (item.save(update_fields=["quantity"]) if item.quantity else item.delete())
    money = await brings(row.order_id, left, await held_by_others(row.order_id, row.id), Way(row.way))
    await Return.filter(id=row.id).update(goods=money.goods, shipping=money.shipping, fee=money.fee)
    await act(row, "less", by=Actor.PLATFORM, settings=settings, now=now)
