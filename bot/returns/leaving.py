"""A parcel that leaves although its order was cancelled, gets lost after a withdrawal, or is found again: what was
declared follows where the goods are.

Who cancels has been told that nothing is to be sent back; as soon as a carrier has the parcel that is no longer true.
Who withdraws is asked to send back what is on its way to them; if it never comes, there is nothing to send.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.balance import Declared, turns
from bot.returns.edited import still_held
from bot.returns.held import taken_of
from bot.returns.machine import HOLDS_ITEMS, Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.moving import find_seen, move
from bot.returns.paths import Way
from bot.returns.policies import current_policy
from bot.returns.shipped import contents_of
from bot.returns.splitting import split_off
from bot.returns.undelivered import never_comes
from bot.returns.unsaid import told_sent_at
from bot.returns.verdicts import GOES_ON, is_gone
from bot.shop.rows import Row, fetch, locked

S = Status
# Something is asked back that nobody has yet.
WAITS = frozenset({S.APPROVED, S.LABEL_SENT, S.IN_TRANSIT, S.PARTIALLY_RECEIVED})
ORDER = "SELECT id, status FROM shop_order WHERE id = ?"
PARCELS = "SELECT status, contents FROM shop_shipment WHERE order_id = ?"
LINES = """
SELECT l.id, l.sku, l.name, l.quantity, l.refunded, l.removed, l.provided, p.return_exclusion
FROM shop_line l LEFT JOIN shop_product p ON p.sku = l.sku WHERE l.order_id = ? ORDER BY l.position"""
# The newest first, since of two the one that was not paid for turns, and of those the later one.
HELD = """
SELECT h.*, CASE WHEN h.is_paid THEN 'refunded' ELSE h.stands END AS status FROM (
  SELECT r.id AS return_id, r.way, r.lost, r.keeps, r.status AS stands, i.line_id, i.quantity, i.received,
    CASE WHEN r.late_at IS NOT NULL OR r.status IN ('refunded', 'exchanged', 'credited', 'sent_back', 'closed')
      THEN coalesce(i.accepted, i.quantity) ELSE i.quantity END AS pieces,
    (CAST(r.carried AS DECIMAL) > 0 OR EXISTS (
      SELECT 1 FROM return_payment p WHERE p.request_id = r.id AND p.kind IN ('refund', 'credit'))) AS is_paid
  FROM return_item i JOIN return_request r ON r.id = i.request_id
  WHERE r.order_id = ? AND r.follows IS NULL AND r.status IN ?) h
ORDER BY h.is_paid, h.return_id DESC"""
GIVEN = """
SELECT CASE WHEN m.kind = 'exchange' THEN i.exchange_sku ELSE coalesce(i.article, l.sku) END AS sku,
  coalesce(i.given, i.accepted, i.quantity) AS pieces
FROM return_payment m JOIN return_request r ON r.id = m.request_id JOIN return_item i ON i.request_id = r.id
JOIN shop_line l ON l.id = i.line_id WHERE r.order_id = ? AND m.kind IN ('exchange', 'replacement')"""


async def mind_leaving(order_id: int, *, settings: Settings, now: datetime) -> None:
    """To be called when a parcel of the order was scanned; the same scans once more change nothing."""
    may_come = Q(Q(way=Way.CANCEL.value) | Q(lost=True), status__in=[*GOES_ON])
    may_get_lost = Q(way=Way.WITHDRAWAL.value, keeps=False, status__in=[*WAITS])
    if await Return.filter(may_come | may_get_lost, order_id=order_id, follows=None).exists():
        await _mind(order_id, settings=settings, now=now)


@unit_of_work
async def _mind(order_id: int, *, settings: Settings, now: datetime) -> None:
    [order] = await fetch(ORDER + locked(), order_id)
    lines = await fetch(LINES, order_id)
    held = still_held(await fetch(HELD, order_id, sorted(HOLDS_ITEMS)), {line["id"]: line["removed"] for line in lines})
    turned = turns(
        order["status"],
        lines,
        [(parcel["status"], contents_of(parcel)) for parcel in await fetch(PARCELS, order_id)],
        _declared(held, await _told_by_staff(order_id)),
        paid_back=_paid_back(lines, held),
        given=_given(await fetch(GIVEN, order_id)),
    )
    here: dict[str, Any] = {"settings": settings, "now": now}
    for return_id, pieces in (*turned.found.items(), *turned.left.items()):
        key = "call-lost-found" if return_id in turned.found else "call-cancel-left"
        await _comes_back(return_id, pieces, key, **here)
    for return_id, pieces in turned.never.items():
        await _never_comes(return_id, pieces, **here)
    for return_id in sorted(turned.doubtful):
        await _ask(return_id, **here)


async def _comes_back(return_id: int, pieces: Mapping[int, int], key: str, **here: Any) -> None:
    row = await find_seen(return_id)
    part = row if await _is_all(row, pieces) else await split_off(row, pieces, **here)
    await is_gone(part, by=Actor.CARRIER, policy=await current_policy(), **here)
    await alarm(part, key, **here)


async def _never_comes(return_id: int, pieces: Mapping[int, int], **here: Any) -> None:
    """What a carrier has scanned on its way back had come, all of it or a part."""
    row = await find_seen(return_id)
    is_all = await _is_all(row, pieces)
    if is_all and row.status == S.IN_TRANSIT and await told_sent_at(row.id) is None:
        return
    part = row if is_all else await split_off(row, pieces, **here)
    await never_comes(part, **here)
    await alarm(part, "call-never-comes", **here)
    items = await ReturnItem.filter(request_id=row.id)
    if row.status == S.PARTIALLY_RECEIVED and all(item.received == item.quantity for item in items):
        await move(row.id, S.RECEIVED, by=Actor.CARRIER, **here)


async def _ask(return_id: int, **here: Any) -> None:
    """What only may be in a parcel that has left is for people to find out."""
    row = await find_seen(return_id)
    if row.status == S.APPROVED and (row.lost or row.way == Way.CANCEL):
        await alarm(row, "call-lost-may-be-found" if row.lost else "call-cancel-may-have-left", **here)


async def _is_all(row: Return, pieces: Mapping[int, int]) -> bool:
    items = await ReturnItem.filter(request_id=row.id)
    return all(pieces.get(item.line_id, 0) == item.quantity for item in items)


async def _told_by_staff(order_id: int) -> set[int]:
    """Returns of which the staff have said where the goods are; no parcel knows better."""
    said = ReturnStep.filter(request__order_id=order_id, act__in=["gone", "found"], actor=Actor.STAFF.value)
    return {step.request_id for step in await said}


def _declared(held: Sequence[Row], told_by_staff: set[int]) -> list[Declared]:
    found = []
    for row in held:
        can_turn, pieces = row["stands"] in GOES_ON, int(row["pieces"])
        waits = row["way"] == Way.WITHDRAWAL and row["stands"] in WAITS and not row["keeps"]
        found.append(
            Declared(
                row["return_id"],
                row["line_id"],
                stopped=pieces if can_turn and row["way"] == Way.CANCEL else 0,
                lost=pieces if can_turn and row["lost"] else 0,
                unsent=row["quantity"] - row["received"] if waits and row["return_id"] not in told_by_staff else 0,
            )
        )
    return found


def _paid_back(lines: Sequence[Row], held: Sequence[Row]) -> dict[int, int]:
    in_returns = Counter[int]()
    for row in held:
        in_returns[row["line_id"]] += int(row["pieces"])
    return {line["id"]: max(taken_of(line, held) - in_returns[line["id"]], 0) for line in lines}


def _given(rows: Sequence[Row]) -> Counter[str]:
    found = Counter[str]()
    for row in rows:
        if row["sku"]:
            found[row["sku"]] += int(row["pieces"])
    return found
