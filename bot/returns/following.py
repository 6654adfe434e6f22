"""What the shop's platform tells about returns and refunds moves ours, and one that was made there becomes one here.

Everything it has told stands in `shop_return` and `shop_refund`. A return is brought as far as all of that says, never
back: so it ends in the same place in whatever order and however often the bodies come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import structlog

from bot.config import Settings
from bot.db import document, unit_of_work
from bot.i18n import Money
from bot.returns.alarms import alarm
from bot.returns.freshness import give_way, is_news
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED, Actor, Status, may_move
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.money import NOTHING
from bot.returns.moving import move, step
from bot.returns.paths import DECLARED
from bot.returns.platform_returns import find_or_make, is_item
from bot.returns.settling import record_platform_payment
from bot.returns.trimming import trim
from bot.shop.rows import Row, amount, fetch, locked, moment

S = Status
ORDER = "SELECT id, source FROM shop_order WHERE id = ?"
TOLD = "SELECT external_id, status, items, revised_at FROM shop_return WHERE order_id = ? ORDER BY id"
REFUNDS = """
SELECT external_id, amount, items, refunded_at FROM shop_refund WHERE order_id = ? ORDER BY refunded_at, external_id"""
CALLED_OFF = frozenset({S.REJECTED, S.CANCELLED})
# What settles a return whose customer wanted something else than the money.
BY_OUTCOME = {"exchange": S.EXCHANGED, "replacement": S.EXCHANGED, "credit": S.CREDITED}

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


@unit_of_work
async def catch_up(order_id: int, *, settings: Settings, now: datetime, made: str | None = None) -> None:
    """Bring the returns of an order to where its platform says they are; `made` is one that may be new here."""
    found = await fetch(ORDER + locked(), order_id)
    told = {row["external_id"]: row for row in await fetch(TOLD, order_id)}
    if not found or not (told or await Return.filter(order_id=order_id).exists()):
        return
    if made is not None and made in told:
        at = moment(told[made]["revised_at"]) or now
        items = document(told[made]["items"]) or []
        is_over = told[made]["status"] in CALLED_OFF
        await find_or_make(order_id, made, items, is_over=is_over, at=at, settings=settings, now=now)
    here = Moment(settings, now)
    await _book_refunds(order_id, found[0]["source"], here)
    for row in await Return.filter(order_id=order_id, external_id__in=list(told)).order_by("id"):
        await trim(row, document(told[row.external_id]["items"]) or [], settings=settings, now=now)
        await _follow(row, told[row.external_id], here)


async def _follow(row: Return, told: Row, here: Moment) -> None:
    """To the status that the platform tells, as far as the way there is open."""
    rings = is_news(moment(told["revised_at"]) or here.now, here.now)
    match told["status"]:
        case S.APPROVED:
            await _bring(row, S.APPROVED, here, rings=rings)
        case S.REJECTED if not await _bring(row, S.REJECTED, here, rings=rings) and row.status != S.REJECTED:
            await alarm(row, "call-platform-declined", settings=here.settings, now=here.now)
        case S.CANCELLED if row.way in DECLARED or await ReturnPayment.filter(request_id=row.id).exists():
            if row.status != S.CANCELLED:
                await alarm(row, "call-platform-cancelled", settings=here.settings, now=here.now)
        case S.CANCELLED:
            await _bring(row, S.CANCELLED, here, rings=rings)
        case S.CLOSED:
            await _close(row, here, rings=rings)


async def _close(row: Return, here: Moment, *, rings: bool) -> None:
    """Closed there is closed here once it is settled: by what was paid, or by what the customer wanted instead.

    Whatever is closed there was approved before.
    """
    await _bring(row, S.APPROVED, here, rings=rings)
    if row.status not in SETTLED | OVER:
        is_paid = await ReturnPayment.filter(request_id=row.id).exists()
        target = BY_OUTCOME.get(row.outcome) or (S.REFUNDED if is_paid else None)
        if target is None:
            await alarm(row, "call-platform-unpaid", settings=here.settings, now=here.now)
            return
        await _bring(row, target, here, rings=rings)
    await _bring(row, S.CLOSED, here, rings=False)


async def _bring(row: Return, after: Status, here: Moment, *, rings: bool) -> bool:
    """Whether it is there now because of this."""
    await row.refresh_from_db()
    before = Status(row.status)
    if before is after or not may_move(before, after, by=Actor.PLATFORM, is_withdrawal=row.way in DECLARED):
        return False
    if rings:
        await give_way(row.id, row.customer_id, after.value, now=here.now)
    news = None if rings else ""
    await move(row.id, after, by=Actor.PLATFORM, settings=here.settings, now=here.now, news=news)
    await row.refresh_from_db()
    return True


async def _accept(row: Return) -> None:
    """Whoever settles a request has accepted it."""
    if row.status == S.REQUESTED:
        await step(row.id, S.APPROVED, by=Actor.PLATFORM, now=row.created_at)
        await row.refresh_from_db()


async def _book_refunds(order_id: int, source: str, here: Moment) -> None:
    """Every refund that the platform has told goes to the returns that it is for, once."""
    for refund in await fetch(REFUNDS, order_id):
        paid, once = amount(refund["amount"]) or NOTHING, f"{source}:refund:{refund['external_id']}"
        if paid <= 0 or await ReturnPayment.filter(once=once).exists():
            continue
        wanted = await _lines_of(order_id, document(refund["items"]) or [])
        at = moment(refund["refunded_at"]) or here.now
        fit = await _fitting(order_id, wanted, at)
        if wanted is None:
            await _book_without_items(fit, paid, once, here, at=at)
        elif fit:
            await _share(fit, paid, once, here, at=at)


async def _book_without_items(fit: Sequence[Fitting], paid: Decimal, once: str, here: Moment, *, at: datetime) -> None:
    """For the only open return if that is just what is left of it; what else it may be for, the staff know."""
    still_open = [each for each in fit if each.row.status not in SETTLED]
    if len(still_open) == 1 and still_open[0].left == paid:
        await _book(still_open[0], paid, once, here, rings=is_news(at, here.now))
    elif still_open:
        total = Money(paid, still_open[0].row.currency)
        await alarm(still_open[0].row, "call-platform-refund", settings=here.settings, now=here.now, total=total)


async def _share(fit: Sequence[Fitting], paid: Decimal, once: str, here: Moment, *, at: datetime) -> None:
    """Each gets what is left of it, and the last the rest; the first keeps the name by which it is known."""
    name, _, external_id = once.rpartition(":")
    for place, each in enumerate(fit):
        part = paid if each is fit[-1] else min(paid, each.left)
        if part > 0:
            mine = once if place == 0 else f"{name}:{each.row.id}:{external_id}"
            await _book(each, part, mine, here, rings=is_news(at, here.now))
        paid -= part


async def _book(each: Fitting, paid: Decimal, once: str, here: Moment, *, rings: bool) -> None:
    row = each.row
    await _accept(row)
    if rings:
        await give_way(row.id, row.customer_id, "refunded" if paid >= each.left else "paid", now=here.now)
    booked = await record_platform_payment(
        row.id, paid, once=once, settings=here.settings, now=here.now, rings=rings and row.status not in OVER
    )
    if booked and paid > each.left:
        await alarm(row, "call-platform-overpaid", settings=here.settings, now=here.now)
    log.info("platform refund", id=row.id, once=once, booked=booked)


async def _fitting(order_id: int, wanted: set[int] | None, at: datetime) -> list[Fitting]:
    """Returns with these lines that are not paid in full: the open ones first, those with most of them first."""
    found = []
    for row in await Return.filter(order_id=order_id, status__in=[*HOLDS_ITEMS]).order_by("id"):
        # A return of ours is asked for before its money goes back; when one was made at the platform nobody tells.
        if row.external_id is None and at < row.created_at:
            continue
        lines = {item.line_id for item in await ReturnItem.filter(request_id=row.id)}
        left = (await read_sheet(row.id)).left.amount
        if left > 0 and (wanted is None or lines & wanted):
            found.append((row.status in SETTLED | OVER, -len(lines & (wanted or lines)), row.id, Fitting(row, left)))
    return [each for *_, each in sorted(found, key=lambda one: one[:3])]


async def _lines_of(order_id: int, items: Sequence[Row]) -> set[int] | None:
    """Which of our lines these items are; None where the platform names none."""
    if not items:
        return None
    lines = await fetch("SELECT id, sku, external_id FROM shop_line WHERE order_id = ?", order_id)
    return {line["id"] for line in lines for item in items if is_item(item, line)}
