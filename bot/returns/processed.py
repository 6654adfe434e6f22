"""Pieces that the shop has taken back at its platform have arrived and are accepted; all of them end the check.

Shopify's returnProcess confirms which items the customer has returned and what becomes of them (restocked or not),
in one step or item by item; it may pay at once, which refunds/create tells.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.config import Settings
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.paths import Way
from bot.returns.platform_returns import is_item
from bot.returns.policies import current_policy
from bot.returns.receiving import COMES, Finding, check, receive
from bot.shop.rows import Row, fetch

LINES = "SELECT id, sku, external_id, quantity FROM shop_line WHERE order_id = ? ORDER BY position"


async def take_back(row: Return, told: Sequence[Row], *, rings: bool, settings: Settings, now: datetime) -> None:
    """To be called with the order locked. What is settled here, needs no goods, or was taken back by mistake stays."""
    done = [item for item in told if item.get("done")]
    await row.refresh_from_db()
    if not done or row.keeps or row.way == Way.CANCEL or row.status not in COMES | {Status.RECEIVED}:
        return
    if await ReturnStep.filter(request_id=row.id, act="undo").exists():  # the staff know better than the platform
        return
    items = await ReturnItem.filter(request_id=row.id).order_by("id")
    taken = by_line(done, await fetch(LINES, row.order_id), {item.line_id: item.quantity for item in items})
    accepted = {item.line_id: taken[item.line_id] for item in items}
    arrived = {item.line_id: max(accepted[item.line_id] - item.received, 0) for item in items}
    by = Actor.PLATFORM
    if row.status in COMES and any(arrived.values()):
        await receive(row.id, arrived, by=by, rings=rings, settings=settings, now=now)
        await row.refresh_from_db()
    if row.status == Status.RECEIVED and all(accepted[item.line_id] == item.quantity for item in items):
        await check(row.id, Finding(), policy=await current_policy(), by=by, settings=settings, now=now)


def by_line(done: Sequence[Row], lines: Sequence[Row], wanted: Mapping[int, int]) -> Counter[int]:
    """Pieces that the platform has taken back, by line of the return, no more than were `wanted` of it; pure.

    An item that names no line is of whichever lines have its article number, one after the other.
    """
    taken = Counter[int]()
    for item in done:
        left = sum(item["done"].values())
        for line in (line for line in lines if is_item(item, line)):
            more = max(min(left, wanted.get(line["id"], 0) - taken[line["id"]]), 0)
            taken[line["id"]] += more
            left -= more
    return taken
