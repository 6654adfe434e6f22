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
from bot.returns.calls import instruct_payment, instruct_step
from bot.returns.clawback import claw_back
from bot.returns.giving import keep_given, take_stock
from bot.returns.looking import read_sheet
from bot.returns.machine import OVER, SETTLED, Actor, Status, may_move
from bot.returns.missing import note_missing
from bot.returns.models import Return, ReturnPayment
from bot.returns.money import NOTHING, round_money
from bot.returns.moving import MovedOnError, act, find_seen, move
from bot.returns.sheet import ReturnSheet
from bot.returns.unreported import Paid, unmatched
from bot.shop.models import Refund

S = Status
OURS = "staff:"
# What rings where something was given and more is to come, or comes back.
NEWS = {"refund": "paid", "credit": S.CREDITED.value, "exchange": "sent", "replacement": "sent"}
# Before anybody has said yes, and after the money has gone, there is nothing to pay; what has come is checked first.
UNPAYABLE = frozenset({S.DRAFT, S.REQUESTED, S.RECEIVED}) | SETTLED | OVER

log = structlog.get_logger(__name__)


class NothingDueError(CustomerError):
    """Everything has gone back already; nothing was paid."""

    key = "rma-nothing-due-alert"


class TooMuchError(CustomerError):
    """More than is due, or than was ever paid for the order; nothing was paid."""

    key = "rma-too-much-alert"


class DifferenceUnpaidError(CustomerError):
    """What the other article costs more has not been paid yet; nothing was done."""

    key = "rma-difference-unpaid-alert"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was given: `id` of its payment, None where nothing was left to pay, and where the return stands now."""

    id: int | None
    amount: Decimal
    currency: str
    status: Status


async def left_to_give(sheet: ReturnSheet) -> Money:
    """What can still be paid for it as it stands now: of what has come in, beside what others of the order may have."""
    return (await read_sheet(sheet.id)).payable


@unit_of_work
async def settle(
    return_id: int,
    kind: str,
    *,
    settings: Settings,
    now: datetime,
    staff_id: int,
    amount: Decimal | None = None,
    tracking: str | None = None,
    why: str | None = None,
    seen: int | None = None,
) -> Settled:
    """Give a refund, credit, exchange or replacement: all that is left of what is due, or this `amount` of it.
    `tracking` is the number of the parcel with an article.

    Order and return are locked, so whoever taps at the same time pays once. It ends the return where nothing has to
    come (back) any more; else the goods are still awaited (RET-11). Where the shop has paid everything back by itself
    it ends without another payment, and where it was never paid it is closed: then it is off the bill.
    """
    row = await find_seen(return_id, seen)
    sheet = await read_sheet(return_id)
    if row.status in UNPAYABLE:
        raise MovedOnError
    if kind == "exchange" and sheet.owes:
        raise DifferenceUnpaidError
    if kind not in kinds_of(sheet):
        raise MovedOnError
    by_staff: dict[str, Any] = {"staff_id": staff_id, "why": why, "settings": settings, "now": now}
    if kind in MONEY and not sheet.payable.amount and is_ready(sheet) and sheet.is_accepted:
        return Settled(None, NOTHING, row.currency, await _end_without_money(sheet, kind, **by_staff))
    await take_stock(kind, sheet)
    given = _amount(sheet, amount) if kind in MONEY else await _worth(kind, sheet)
    payment = await _pay(row, kind, given, staff_id=staff_id, tracking=tracking, now=now)
    if kind not in MONEY:
        await keep_given(sheet, kind)
    await instruct_payment(return_id, payment.id, settings=settings, now=now)
    status = await _go_on(row, kind, **by_staff)
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
    if not sheet.payable.amount and may_move(sheet.status, target, by=Actor.PLATFORM, is_withdrawal=sheet.is_declared):
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


async def _end_without_money(sheet: ReturnSheet, kind: str, **given: Any) -> Status:
    """Everything has gone back, or nothing of it was ever paid: then the bill becomes smaller, and the shop knows."""
    if sheet.given is not None or not sheet.off_bill.amount:
        return await move(sheet.id, OUTCOME_OF[kind], by=Actor.STAFF, **given)
    await note_missing(await find_seen(sheet.id))
    await move(sheet.id, S.CLOSED, by=Actor.PLATFORM, news="offbill", **given)
    await instruct_step(sheet.id, S.CLOSED, by=Actor.STAFF, settings=given["settings"], now=given["now"])
    return S.CLOSED


def _amount(sheet: ReturnSheet, wanted: Decimal | None) -> Decimal:
    left = sheet.payable.amount
    if left <= 0:
        raise NothingDueError
    given = left if wanted is None else round_money(wanted, sheet.goods.currency)
    if not 0 < given <= left:
        raise TooMuchError
    return given


async def _worth(kind: str, sheet: ReturnSheet) -> Decimal:
    """What an article given instead counts for, once: its price where that is less than was paid, so that the
    difference is still due; nothing for a gift. On top of money there is only what that has left to give.

    It is owed whether the order was paid by now or not.
    """
    if not sheet.is_accepted or await ReturnPayment.filter(request_id=sheet.id).exclude(kind__in=MONEY).exists():
        raise NothingDueError
    left = sheet.payable.amount + sheet.off_bill.amount
    if sheet.due.amount and not left:
        raise NothingDueError
    price = sheet.instead.amount if kind == "exchange" and sheet.instead else None
    if sheet.paid is not None and price is not None and price > left:
        raise TooMuchError
    return left if price is None else min(left, price)


async def _pay(
    row: Return, kind: str, amount: Decimal, *, staff_id: int, tracking: str | None, now: datetime
) -> ReturnPayment:
    """Once: the number of payments before it makes its name, and the return is locked."""
    before = await ReturnPayment.filter(request_id=row.id).count()
    payment = await ReturnPayment.create(
        request_id=row.id,
        kind=kind,
        amount=amount,
        currency=row.currency,
        once=f"{OURS}{row.id}:{before}",
        staff_id=staff_id,
        tracking=None if kind in MONEY else tracking,
        at=now,
    )
    await claw_back(row.id, now=now)
    return payment


async def _go_on(
    row: Return, kind: str, *, staff_id: int, why: str | None, settings: Settings, now: datetime
) -> Status:
    """To its end where that was all that there is for it, else the card tells what went and what is still to come."""
    sheet = await read_sheet(row.id)
    if is_ready(sheet) and not sheet.payable.amount:
        if sheet.off_bill.amount:
            await note_missing(row)
        after = OUTCOME_OF[kind] if sheet.given == sheet.paid else S.EXCHANGED
        # What is left of an exchange follows the article, of which they have read before.
        news = NEWS[kind] if kind in MONEY and after is S.EXCHANGED else None
        by_staff: dict[str, Any] = {"by": Actor.STAFF, "staff_id": staff_id, "why": why}
        return await move(row.id, after, **by_staff, settings=settings, now=now, news=news)
    done = "paid" if kind in MONEY else "sent"
    await act(row, done, by=Actor.STAFF, staff_id=staff_id, why=why, settings=settings, now=now, news=NEWS[kind])
    return sheet.status
