"""Refunds that the platform has told go to the returns that they are for, once; where that is open, the staff say it.

A refund without items is booked only to the one return that is open and waits for just that amount.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import structlog

from bot.config import Settings
from bot.db import document, unit_of_work
from bot.returns.alarms import alarm
from bot.returns.freshness import give_way, is_news
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED, Actor, Status
from bot.returns.models import Return, ReturnPayment
from bot.returns.money import NOTHING
from bot.returns.moving import MovedOnError, step
from bot.returns.platform_returns import is_item
from bot.returns.refund_question import ask_staff, end_question, find_question
from bot.returns.refund_shares import Claim, Share, share
from bot.returns.settling import record_platform_payment
from bot.shop.rows import Row, amount, fetch, locked, moment
from bot.staff.audit import record

S = Status
REFUNDS = """
SELECT f.id, f.external_id, f.amount, f.items, f.refunded_at, o.source, o.currency
FROM shop_refund f JOIN shop_order o ON o.id = f.order_id WHERE """
OF_ORDER = REFUNDS + "f.order_id = ? ORDER BY f.refunded_at, f.external_id"
ONE = REFUNDS + "f.id = ?"
ORDER_OF = "SELECT order_id FROM shop_refund WHERE id = ?"
LOCK = "SELECT id FROM shop_order WHERE id = ?"
LINES = "SELECT id, sku, external_id FROM shop_line WHERE order_id = ?"
# Other articles that were given for lines of the order, and are in returns themselves.
GIVEN = """
SELECT i.line_id AS id, i.article AS sku, NULL AS external_id FROM return_item i
JOIN return_request r ON r.id = i.request_id WHERE r.order_id = ? AND i.article IS NOT NULL"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Moment:
    """When it came in (shop's time), and with which settings."""

    settings: Settings
    now: datetime


@dataclass(frozen=True, slots=True)
class Fitting:
    """A return that a refund may be for, and what is left of it to be paid."""

    row: Return
    left: Decimal
    claim: Claim


async def book_refunds(order_id: int, here: Moment) -> list[str]:
    """What became of each that was not booked before, in words for the inbox; to be called with the order locked."""
    told = []
    for refund in await fetch(OF_ORDER, order_id):
        paid, once = amount(refund["amount"]) or NOTHING, _name(refund)
        if paid <= 0 or await _is_booked(once):
            continue
        items, at = document(refund["items"]) or [], moment(refund["refunded_at"]) or here.now
        wanted = await _lines_of(order_id, items)
        fit = await _fitting(order_id, wanted, at)
        if wanted is None:
            became = await _book_without_items(fit, refund, here, at=at)
        else:
            became = await _share(fit, paid, await _pieces_of(order_id, items, fit), once, here, at=at) if fit else ""
            await end_question(refund["id"], settings=here.settings, now=here.now)
        if became:
            told.append(f"refund {refund['external_id']}: {became}")
    return told


@unit_of_work
async def answer_refund(
    refund_id: int, return_id: int | None, *, staff_id: int, settings: Settings, now: datetime
) -> bool:
    """It is for this return, or (None) for none of them; False when somebody has said so before.

    MovedOnError where the return is not waiting for money (any more): then nothing was booked.
    """
    rows = await fetch(ORDER_OF, refund_id)
    order_id = rows[0]["order_id"] if rows else 0
    await fetch(LOCK + locked(), order_id)
    if await find_question(refund_id) is None:
        return False
    [refund] = await fetch(ONE, refund_id)
    here, at, once = Moment(settings, now), moment(refund["refunded_at"]) or now, _name(refund)
    if return_id is not None and not await ReturnPayment.filter(once=once).exists():
        chosen = [each for each in await _fitting(order_id, None, at) if each.row.id == return_id]
        if not chosen:
            raise MovedOnError
        await _book(chosen[0], amount(refund["amount"]) or NOTHING, once, here, rings=is_news(at, now))
    await record(staff_id, "return.refund_assigned", f"return:{return_id or 0}", now=now)
    await end_question(refund_id, settings=settings, now=now, staff_id=staff_id, is_booked=return_id is not None)
    return True


async def _book_without_items(fit: Sequence[Fitting], refund: Row, here: Moment, *, at: datetime) -> str:
    """For the only open return if that is just what is left of it; what else it may be for, the staff know."""
    paid = amount(refund["amount"]) or NOTHING
    still_open = [each for each in fit if each.row.status not in SETTLED]
    if not still_open:
        return ""
    if await find_question(refund["id"], is_open=None) is not None:
        return ""  # asked before, whatever the answer
    if len(still_open) == 1 and still_open[0].left == paid:
        await _book(still_open[0], paid, _name(refund), here, rings=is_news(at, here.now))
        return f"booked to {still_open[0].row.number}"
    await ask_staff(refund["id"], [each.row for each in still_open], settings=here.settings, now=here.now)
    return f"names no items, the staff are asked: {', '.join(each.row.number for each in still_open)}?"


async def _share(
    fit: Sequence[Fitting], paid: Decimal, pieces: Mapping[int, int], once: str, here: Moment, *, at: datetime
) -> str:
    """Each gets what its pieces bring (refund_shares.py); the first keeps the name by which the refund is known."""
    name, _, external_id = once.rpartition(":")
    by_id = {each.row.id: each for each in fit}
    shares = share(paid, pieces, [each.claim for each in fit], fit[0].row.currency)
    for place, part in enumerate(shares or [Share(fit[0].row.id, paid)]):
        mine = once if place == 0 else f"{name}:{part.id}:{external_id}"
        await _book(by_id[part.id], part.amount, mine, here, rings=is_news(at, here.now))
    return f"booked to {', '.join(by_id[part.id].row.number for part in shares or [Share(fit[0].row.id, paid)])}"


async def _is_booked(once: str) -> bool:
    """Whether any part of it is: whatever has changed since, the same money is never booked again."""
    name, _, external_id = once.rpartition(":")
    parts = ReturnPayment.filter(once__startswith=f"{name}:", once__endswith=f":{external_id}")
    return await parts.exists()


async def _pieces_of(order_id: int, items: Sequence[Row], fit: Sequence[Fitting]) -> Counter[int]:
    """How many of each line the refund names, no more than are in these returns."""
    lines = await fetch(LINES, order_id) + await fetch(GIVEN, order_id)
    room = sum((Counter(each.claim.pieces) for each in fit), Counter[int]())
    found = Counter[int]()
    for item in items:
        left = int(item.get("quantity") or 1)
        for line in dict.fromkeys(line["id"] for line in lines if is_item(item, line)):
            more = max(min(left, room[line] - found[line]), 0)
            found[line] += more
            left -= more
    return found


def _name(refund: Row) -> str:
    """By which its payment is known."""
    return f"{refund['source']}:refund:{refund['external_id']}"


async def _accept(row: Return) -> None:
    """Whoever settles a request has accepted it."""
    if row.status == S.REQUESTED:
        await step(row.id, S.APPROVED, by=Actor.PLATFORM, now=row.created_at)
        await row.refresh_from_db()


async def _book(each: Fitting, paid: Decimal, once: str, here: Moment, *, rings: bool) -> None:
    row = each.row
    await _accept(row)
    if rings:
        await give_way(row.id, row.customer_id, "refunded" if paid >= each.left else "paid", now=here.now)
    booked = await record_platform_payment(
        row.id, paid, once=once, settings=here.settings, now=here.now, rings=rings and row.status not in OVER
    )
    if booked and paid > each.left:
        await row.refresh_from_db()  # its case ends by what it is now
        await alarm(row, "call-platform-overpaid", settings=here.settings, now=here.now)
    log.info("platform refund", id=row.id, once=once, booked=booked)


async def _fitting(order_id: int, wanted: set[int] | None, at: datetime) -> list[Fitting]:
    """Returns with these lines that are not paid in full: the open ones first, and the oldest declaration first. What a
    withdrawal has overtaken is never one of them."""
    found = []
    for row in await Return.filter(order_id=order_id, status__in=[*HOLDS_ITEMS]).order_by("id"):
        # A return of ours is asked for before its money goes back; when one was made at the platform nobody tells.
        if row.external_id is None and at < row.created_at:
            continue
        sheet = await read_sheet(row.id)
        pieces = {piece.line_id: piece.counted for piece in sheet.pieces}
        prices = {piece.line_id: piece.unit_price for piece in sheet.pieces}
        left = sheet.left.amount
        if left > 0 and (wanted is None or pieces.keys() & wanted):
            since = row.declared_at or row.created_at
            claim = Claim(row.id, pieces, left, prices)
            found.append((row.status in SETTLED | OVER, since, row.id, Fitting(row, left, claim)))
    return [each for *_, each in sorted(found, key=lambda one: one[:3])]


async def _lines_of(order_id: int, items: Sequence[Row]) -> set[int] | None:
    """Which of our lines these items are; None where the platform names none."""
    if not items:
        return None
    lines = await fetch(LINES, order_id) + await fetch(GIVEN, order_id)
    return {line["id"] for line in lines for item in items if is_item(item, line)}
