"""What the customer gets for a return: money, credit or another article, never more than was paid, once a tap."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.i18n import Money
from bot.returns.acts import MONEY, OUTCOME_OF, is_ready, kinds_of
from bot.returns.billing import left_of_order
from bot.returns.calls import instruct_payment
from bot.returns.clawback import claw_back
from bot.returns.giving import keep_given
from bot.returns.looking import read_sheet
from bot.returns.machine import OVER, SETTLED, Actor, Status, may_move
from bot.returns.models import Return, ReturnPayment
from bot.returns.money import NOTHING, Paid, round_money, unmatched
from bot.returns.moving import MovedOnError, act, find_seen, move
from bot.returns.promised import lock_stock
from bot.returns.sheet import ReturnSheet
from bot.shop.models import Refund
from bot.shop.products import find_by_sku
from bot.shop.stock import take_from_stock

S = Status
OURS = "staff:"
# Before anybody has said yes, and after the money has gone, there is nothing to pay; what has come is checked first.
UNPAYABLE = frozenset({S.DRAFT, S.REQUESTED, S.RECEIVED}) | SETTLED | OVER

log = structlog.get_logger(__name__)


class NothingDueError(CustomerError):
    """Everything has gone back already; nothing was paid."""

    key = "rma-nothing-due-alert"


class TooMuchError(CustomerError):
    """More than is due, or than was ever paid for the order; nothing was paid."""

    key = "rma-too-much-alert"


class NotInStockError(CustomerError):
    """What they would get instead is sold out; nothing was done."""

    key = "rma-not-in-stock-alert"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was given: `id` of its payment, None where nothing was left to pay, and where the return stands now."""

    id: int | None
    amount: Decimal
    currency: str
    status: Status


async def left_to_give(sheet: ReturnSheet) -> Money:
    """What can still be given for it: no more than is due, nor than is left of what was paid for the order."""
    return Money(min(sheet.left.amount, await left_of_order(sheet.order_id, for_return=sheet.id)), sheet.left.currency)


@unit_of_work
async def settle(
    return_id: int,
    kind: str,
    *,
    settings: Settings,
    now: datetime,
    staff_id: int,
    amount: Decimal | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Settled:
    """Give a refund, credit, exchange or replacement: all that is left of what is due, or this `amount` of it.

    Order and return are locked, so whoever taps at the same time pays once. It ends the return where nothing has to
    come (back) any more; else the goods are still awaited (RET-11). Where the shop has paid everything back by itself
    it ends without another payment, and where nothing was ever paid it is over without a word of money.
    """
    row = await Return.get_or_none(id=return_id)
    most = await left_of_order(row.order_id, for_return=return_id, for_update=True) if row else NOTHING
    row = await find_seen(return_id, seen)
    sheet = await read_sheet(return_id)
    if row.status in UNPAYABLE:
        raise MovedOnError
    if kind not in kinds_of(sheet):
        raise MovedOnError
    by_staff: dict[str, Any] = {"staff_id": staff_id, "why": why, "settings": settings, "now": now}
    if kind in MONEY and not min(most, sheet.left.amount) and is_ready(sheet) and sheet.is_accepted:
        was_never_paid = sheet.unpaid and sheet.given is None
        after, by = (S.CLOSED, Actor.PLATFORM) if was_never_paid else (OUTCOME_OF[kind], Actor.STAFF)
        status = await move(return_id, after, by=by, **by_staff)
        return Settled(None, NOTHING, row.currency, status)
    await _take_stock(kind, sheet)
    given = _amount(sheet, amount, most) if kind in MONEY else await _worth(kind, sheet, most)
    payment = await _pay(row, kind, given, staff_id=staff_id, now=now)
    if kind not in MONEY:
        await keep_given(sheet, kind)
    await instruct_payment(return_id, payment.id, settings=settings, now=now)
    status = await _go_on(row, kind, is_all=given == most, **by_staff)
    log.info("return settled", id=return_id, kind=kind, payment=payment.id, status=status.value)
    return Settled(payment.id, given, row.currency, status)


@unit_of_work
async def record_platform_payment(
    return_id: int,
    amount: Decimal,
    *,
    once: str,
    settings: Settings,
    now: datetime,
    kind: str = "refund",
    rings: bool = True,
) -> bool:
    """The platform has paid this (`once`: "shopify:refund:17"); False when it is known, or is what we asked it to pay.

    It is a fact, so nothing is refused; where everything is paid by it, the return is settled.
    """
    row = await find_seen(return_id)
    if await ReturnPayment.filter(once=once).exists() or await _is_ours(row.order_id, amount, once, now):
        return False
    await ReturnPayment.create(request_id=row.id, kind=kind, amount=amount, currency=row.currency, once=once, at=now)
    await claw_back(row.id, now=now)
    sheet = await read_sheet(return_id)
    target = OUTCOME_OF[kind]
    if not sheet.left.amount and may_move(sheet.status, target, by=Actor.PLATFORM, is_withdrawal=sheet.is_declared):
        await move(return_id, target, by=Actor.PLATFORM, settings=settings, now=now, news=None if rings else "")
    else:
        news = "paid" if rings else None
        await act(row, "paid", by=Actor.PLATFORM, settings=settings, now=now, news=news)
    return True


@unit_of_work
async def send_back(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """Nothing of it was accepted, so it goes back to the customer."""
    await find_seen(return_id, seen)
    if (await read_sheet(return_id)).is_accepted:
        raise MovedOnError
    await move(return_id, S.SENT_BACK, by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now)


@unit_of_work
async def close(return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None) -> None:
    """It is over; the person may be asked how it went."""
    await find_seen(return_id, seen)
    await move(return_id, S.CLOSED, by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now)


async def _is_ours(order_id: int, amount: Decimal, once: str, now: datetime) -> bool:
    """Whether it is a payment of ours that the platform has carried out: one refund of the same amount for each."""
    ours = ReturnPayment.filter(request__order_id=order_id, once__startswith=OURS, amount=amount, kind__in=MONEY)
    refunds = await Refund.filter(order_id=order_id, amount=amount).order_by("refunded_at", "id")
    name = once.rpartition(":")[2]
    others = [Paid(amount, refund.refunded_at) for refund in refunds if refund.external_id != name]
    at = next((refund.refunded_at for refund in refunds if refund.external_id == name), now)
    open_ones = unmatched([Paid(amount, payment.at) for payment in await ours], others)
    return len(unmatched(open_ones, [Paid(amount, at)])) < len(open_ones)


def _amount(sheet: ReturnSheet, wanted: Decimal | None, most: Decimal) -> Decimal:
    left = min(sheet.left.amount, most)
    if left <= 0:
        raise NothingDueError
    given = left if wanted is None else round_money(wanted, sheet.goods.currency)
    if not 0 < given <= left:
        raise TooMuchError
    return given


async def _worth(kind: str, sheet: ReturnSheet, most: Decimal) -> Decimal:
    """What an article given instead counts for, once: its price where that is less than was paid, so that the
    difference is still due; nothing for a gift. On top of money there is only what that has left to give."""
    if not sheet.is_accepted or await ReturnPayment.filter(request_id=sheet.id).exclude(kind__in=MONEY).exists():
        raise NothingDueError
    left = min(sheet.left.amount, most)
    if sheet.due.amount and not left:
        raise NothingDueError
    price = sheet.instead.amount if kind == "exchange" and sheet.instead else None
    if sheet.paid is not None and price is not None and price > left:
        raise TooMuchError
    return left if price is None else min(left, price)


async def _take_stock(kind: str, sheet: ReturnSheet) -> None:
    """Another article, or the same again; where nobody counts, everything can be had.

    Another article that the shop has no more is none; the same again the shop may have without our knowing it.
    """
    if kind in MONEY:
        return
    wanted = [
        (piece.sku if kind == "replacement" else piece.instead.sku if piece.instead else None, piece.counted)
        for piece in sheet.pieces
    ]
    await lock_stock([sku for sku, _ in wanted if sku])
    for sku, pieces in wanted:
        is_known = sku is not None and await find_by_sku(sku) is not None
        is_there = await take_from_stock(sku, pieces) if sku and is_known else kind == "replacement"
        if sku and not is_there:
            raise NotInStockError


async def _pay(row: Return, kind: str, amount: Decimal, *, staff_id: int, now: datetime) -> ReturnPayment:
    """Once: the number of payments before it makes its name, and the return is locked."""
    before = await ReturnPayment.filter(request_id=row.id).count()
    payment = await ReturnPayment.create(
        request_id=row.id,
        kind=kind,
        amount=amount,
        currency=row.currency,
        once=f"{OURS}{row.id}:{before}",
        staff_id=staff_id,
        at=now,
    )
    await claw_back(row.id, now=now)
    return payment


async def _go_on(
    row: Return, kind: str, *, is_all: bool, staff_id: int, why: str | None, settings: Settings, now: datetime
) -> Status:
    """To its end where that was all, of the return or (`is_all`) of the order, else the card tells what went and what
    is still to come."""
    sheet = await read_sheet(row.id)
    if is_ready(sheet) and (is_all or not sheet.left.amount):
        after = OUTCOME_OF[kind] if sheet.given == sheet.paid else S.EXCHANGED
        return await move(row.id, after, by=Actor.STAFF, staff_id=staff_id, why=why, settings=settings, now=now)
    done = "paid" if kind in MONEY else "sent"
    await act(row, done, by=Actor.STAFF, staff_id=staff_id, why=why, settings=settings, now=now, news=done)
    return sheet.status
