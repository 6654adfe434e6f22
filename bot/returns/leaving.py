"""A parcel that leaves although its order was cancelled, or comes although it was lost: the staff hear of it, and the
goods have to come back.

Who cancels has been told that nothing is to be sent back; as soon as a carrier has the parcel that is no longer true.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.db import document, unit_of_work
from bot.returns.alarms import alarm
from bot.returns.lost import lost_pieces
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import find_seen
from bot.returns.paths import Way
from bot.returns.policies import current_policy
from bot.returns.shipped import contents_of, together
from bot.returns.verdicts import GOES_ON, is_gone
from bot.shop.rows import Row, fetch, locked
from bot.shop.statuses import NOT_YET_MOVING, ShipmentStatus

P = ShipmentStatus
LOCK = "SELECT id FROM shop_order WHERE id = ?"
PARCELS = "SELECT status, contents FROM shop_shipment WHERE order_id = ?"
LINES = """
SELECT l.sku, l.quantity AS bought, coalesce(i.quantity, 0) AS cancelled FROM shop_line l
LEFT JOIN return_item i ON i.line_id = l.id AND i.request_id = ? WHERE l.order_id = ?"""
LOST_LINES = """
SELECT l.id, l.sku, l.name, l.quantity, coalesce(i.quantity, 0) AS withdrawn FROM shop_line l
LEFT JOIN return_item i ON i.line_id = l.id AND i.request_id = ? WHERE l.order_id = ?"""
# It has left and does not reach the customer: nothing is to be sent back.
NEVER_THERE = frozenset({P.LOST, P.RETURNING, P.RETURNED, P.CANCELLED})


async def mind_leaving(order_id: int, *, settings: Settings, now: datetime) -> None:
    """To be called when a parcel of the order was scanned; the same scans once more change nothing."""
    going = Return.filter(order_id=order_id, status__in=[each.value for each in GOES_ON])
    if await going.filter(way=Way.CANCEL.value).exists():
        await _mind(order_id, settings=settings, now=now)
    if await going.filter(lost=True).exists():
        await _mind_found(order_id, settings=settings, now=now)


@unit_of_work
async def _mind(order_id: int, *, settings: Settings, now: datetime) -> None:
    await fetch(LOCK + locked(), order_id)
    parcels = [row for row in await fetch(PARCELS, order_id) if row["status"] != P.CANCELLED]
    moving = [row for row in parcels if row["status"] not in NOT_YET_MOVING | NEVER_THERE]
    if not moving:
        return
    for each in await Return.filter(order_id=order_id, way=Way.CANCEL.value).order_by("id"):
        row = await find_seen(each.id)
        if row.way == Way.CANCEL and Status(row.status) in GOES_ON:
            await _tell(row, moving, is_all=len(moving) == len(parcels), settings=settings, now=now)


@unit_of_work
async def _mind_found(order_id: int, *, settings: Settings, now: datetime) -> None:
    """A parcel that was lost is on its way again, or there: what was withdrawn from for that comes back after all."""
    await fetch(LOCK + locked(), order_id)
    here: dict[str, Any] = {"settings": settings, "now": now}
    parcels = await fetch(PARCELS, order_id)
    for each in await Return.filter(order_id=order_id, lost=True).order_by("id"):
        row = await find_seen(each.id)
        lines = await fetch(LOST_LINES, row.id, row.order_id)
        lost = lost_pieces(lines, [(parcel["status"], contents_of(parcel)) for parcel in parcels])
        is_found = any(line["withdrawn"] > lost[line["id"]] for line in lines)
        if is_found and row.lost and Status(row.status) in GOES_ON:
            await is_gone(row, by=Actor.CARRIER, policy=await current_policy(), **here)
            await alarm(row, "call-lost-found", **here)


async def _tell(row: Return, moving: Sequence[Row], *, is_all: bool, settings: Settings, now: datetime) -> None:
    """What only may be in a parcel that has left is for people to find out."""
    here: dict[str, Any] = {"settings": settings, "now": now}
    lines = await fetch(LINES, row.id, row.order_id)
    sent = together(map(contents_of, moving))
    is_told = all(document(parcel["contents"]) for parcel in moving)
    is_whole = is_all and all(line["cancelled"] >= line["bought"] for line in lines)
    wanted = [line for line in lines if line["cancelled"]]
    if is_whole or all(_is_sent(line, lines, sent) for line in wanted):
        await is_gone(row, by=Actor.CARRIER, policy=await current_policy(), **here)
        await alarm(row, "call-cancel-left", **here)
    elif row.status == Status.APPROVED and (not is_told or any(_is_sent(line, lines, sent) for line in wanted)):
        await alarm(row, "call-cancel-may-have-left", **here)


def _is_sent(line: Row, lines: Sequence[Row], sent: Counter[str]) -> bool:
    """Whether more of this article has left than was not cancelled, in whichever of its lines."""
    same = [each for each in lines if each["sku"] == line["sku"]]
    return sent[line["sku"]] > sum(int(each["bought"] - each["cancelled"]) for each in same)
