"""The steps of a return: every one with who took it and why, once, told to its customer and to the staff."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.config import Settings
from bot.customers.holds import release_hold
from bot.db import unit_of_work
from bot.errors import CustomerError, NotFoundError
from bot.returns.calls import instruct_step
from bot.returns.cases import claim_case, end_case, refresh_desk
from bot.returns.delivery_back import reckon_delivery
from bot.returns.fees import pass_fee_on
from bot.returns.locking import lock_parcel, lock_return
from bot.returns.looking import read_sheet
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED, Actor, Status, may_move
from bot.returns.models import Return, ReturnStep
from bot.returns.news import announce, announce_step
from bot.returns.paths import DECLARED, Way
from bot.returns.send_by import await_parcel
from bot.shipping.events import retell_order
from bot.staff.audit import record

LONGEST_WHY = 255
WAITS_FOR_PARCEL = frozenset({Status.APPROVED, Status.LABEL_SENT, Status.IN_TRANSIT})
GIVES_UP = frozenset({Status.CANCELLED, Status.EXPIRED})
COMES_TO_NOTHING = GIVES_UP | {Status.REJECTED}

log = structlog.get_logger(__name__)


class MovedOnError(CustomerError):
    """The return has moved on since the button was drawn."""

    key = "return-moved-on"


@unit_of_work
async def move(
    return_id: int,
    after: Status,
    *,
    by: Actor,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    why: str | None = None,
    seen: int | None = None,
    news: str | None = None,
) -> Status:
    """Bring a return to another status and tell its customer; MovedOnError when it is not there (any more).

    `seen` is the revision that whoever acts has looked at, `news` the message that rings instead of the usual one,
    none if it is empty. The same step twice is one.
    """
    if await step(return_id, after, by=by, now=now, staff_id=staff_id, why=why, seen=seen):
        await tell_step(return_id, after, by=by, settings=settings, now=now, staff_id=staff_id, news=news)
    return after


@unit_of_work
async def tell_step(
    return_id: int,
    after: Status,
    *,
    by: Actor,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    news: str | None = None,
) -> None:
    """Everything that follows from a step: whoever is concerned hears of it; the rest is for `move`."""
    if after in WAITS_FOR_PARCEL:
        await await_parcel(return_id, settings=settings, now=now)
    if news is None and after in SETTLED and await _was_there(return_id, after):
        news = after.value  # the usual message rings once
    if news is None:
        await announce_step(return_id, after, by=by, settings=settings, now=now)
    else:
        await announce(return_id, news, settings=settings, now=now)
    await _tell_staff(return_id, after.value, staff_id=staff_id, settings=settings, now=now)
    await instruct_step(return_id, after, by=by, settings=settings, now=now)
    await end_case(return_id, after, staff_id=staff_id, settings=settings, now=now)
    if after not in HOLDS_ITEMS:
        order_id = (await find_seen(return_id)).order_id
        await reckon_delivery(order_id, settings=settings, now=now)
        await retell_order(order_id, settings=settings, now=now)
    if after in COMES_TO_NOTHING:
        await give_fee_away(return_id, settings=settings, now=now)


@unit_of_work
async def step(
    return_id: int,
    after: Status,
    *,
    by: Actor,
    now: datetime,
    staff_id: int | None = None,
    why: str | None = None,
    seen: int | None = None,
    gives_way: bool = False,
) -> bool:
    """The same without a word, for what is told together with something else; False when it stands there already."""
    row = await find_seen(return_id, seen)
    before = Status(row.status)
    if before is after:
        return False
    needs_no_goods = row.keeps or row.way == Way.CANCEL
    if not may_move(
        before,
        after,
        by=by,
        is_withdrawal=row.way in DECLARED,
        needs_no_goods=needs_no_goods,
        comes_late=row.late_at is not None,
        gives_way=gives_way,
    ):
        raise MovedOnError
    if after in GIVES_UP and by is not Actor.PLATFORM and await is_paid(return_id):
        raise MovedOnError
    columns: dict[str, object] = {"status": after.value, "closed_at": now if after in OVER else None}
    if after is Status.REJECTED:  # the customer reads it: no code of the review, where nobody gave a reason
        columns["why"] = why and why[:LONGEST_WHY]
    await _change(row, columns)
    await _keep(row, after, None, by=by, staff_id=staff_id, why=why, now=now)
    if after not in HOLDS_ITEMS or after in OVER:
        await release_hold(row.customer_id, reason="return", subject=subject_of(return_id), now=now)
    log.info("return moved", id=return_id, before=before.value, after=after.value, by=by.value)
    return True


@unit_of_work
async def begin(return_id: int, way: Way, *, needs_review: bool, now: datetime) -> Status:
    """The first step: a withdrawal takes effect at once, what is clear is approved by the rules."""
    if way in DECLARED:
        await step(return_id, Status.APPROVED, by=Actor.CUSTOMER, now=now)
        return Status.APPROVED
    await step(return_id, Status.REQUESTED, by=Actor.CUSTOMER, now=now)
    if needs_review:
        return Status.REQUESTED
    await step(return_id, Status.APPROVED, by=Actor.RULES, now=now)
    return Status.APPROVED


@unit_of_work
async def act(
    row: Return,
    done: str,
    *,
    by: Actor,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    why: str | None = None,
    news: str | None = None,
) -> None:
    """Something was done that leaves the status as it is: photo, keep, paid, …; `row` as it was read with its lock.

    Whatever columns the caller has changed are shown; `news` is the message that rings.
    """
    await _change(row, {})
    await _keep(row, Status(row.status), done, by=by, staff_id=staff_id, why=why, now=now)
    await announce(row.id, news, settings=settings, now=now)
    await _tell_staff(row.id, done, staff_id=staff_id, settings=settings, now=now)


async def is_paid(return_id: int) -> bool:
    """Whether something went to the customer already, so that the goods are owed, or came from them on top."""
    sheet = await read_sheet(return_id)
    return sheet.given is not None or sheet.is_topped


async def find_seen(return_id: int, seen: int | None = None) -> Return:
    """The return, locked with its order in the caller's transaction; MovedOnError when it changed since `seen` was
    drawn."""
    row = await lock_return(return_id)
    if row is None:
        raise NotFoundError
    if seen is not None and seen != row.revision:
        raise MovedOnError
    return row


@unit_of_work
async def cancel(return_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> Status:
    """The customer thinks again while nothing has left; the pieces are free for another return."""
    if not await Return.filter(id=return_id, customer_id__in=list(customer_ids)).exists():
        raise NotFoundError
    await lock_parcel(return_id)
    return await move(return_id, Status.CANCELLED, by=Actor.CUSTOMER, settings=settings, now=now)


@unit_of_work
async def tell_sent(return_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> Status:
    """The customer has handed the parcel in, which no scan tells where the label is none of ours."""
    if not await Return.filter(id=return_id, customer_id__in=list(customer_ids)).exists():
        raise NotFoundError
    row = await find_seen(return_id)
    if row.status == Status.APPROVED and not row.sends_itself:
        raise MovedOnError
    return await move(return_id, Status.IN_TRANSIT, by=Actor.CUSTOMER, settings=settings, now=now)


async def _was_there(return_id: int, after: Status) -> bool:
    return await ReturnStep.filter(request_id=return_id, status=after.value, act=None).count() > 1


def subject_of(return_id: int) -> str:
    """What its hold is about."""
    return f"return:{return_id}"


async def _change(row: Return, columns: dict[str, object]) -> None:
    """One more revision, unless somebody was faster."""
    seen = Return.filter(id=row.id, revision=row.revision, status=row.status)
    if not await seen.update(revision=row.revision + 1, **columns):
        raise MovedOnError


async def _keep(
    row: Return, status: Status, done: str | None, *, by: Actor, staff_id: int | None, why: str | None, now: datetime
) -> None:
    await ReturnStep.create(
        request_id=row.id,
        status=status.value,
        act=done,
        actor=by.value,
        staff_id=staff_id,
        why=why and why[:LONGEST_WHY],
        at=now,
    )


async def give_fee_away(return_id: int, *, settings: Settings, now: datetime) -> None:
    """Nothing of this one comes back: whatever else is in its parcel bears the cost of the way back."""
    for other in await pass_fee_on(await Return.get(id=return_id)):
        await announce(other, None, settings=settings, now=now)
        await refresh_desk(other, settings=settings, now=now)


async def _tell_staff(return_id: int, done: str, *, staff_id: int | None, settings: Settings, now: datetime) -> None:
    """On the card, and on record where one of them did it."""
    if staff_id is not None:
        await record(staff_id, f"return.{done}", subject_of(return_id), now=now)
        await claim_case(return_id, staff_id=staff_id, settings=settings, now=now)
    await refresh_desk(return_id, settings=settings, now=now)
