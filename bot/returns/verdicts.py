"""What the staff say to a request: yes, yes without the goods, show me, no; and that a cancelled parcel has left."""

from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.returns.acts import WAIVABLE
from bot.returns.calls import instruct_turn
from bot.returns.cases import take_up_case
from bot.returns.deciding import may_decline
from bot.returns.locking import lock_parcel
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.money import NOTHING
from bot.returns.moving import MovedOnError, act, find_seen, give_fee_away, move
from bot.returns.parcels import join_parcel
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.send_by import await_parcel, sent_by
from bot.returns.surcharge import ask_for_difference

S = Status
# A cancelled parcel that leaves all the same brings these back to life.
GOES_ON = frozenset({S.APPROVED, S.REFUNDED, S.CREDITED, S.CLOSED})
LOSS = ("lost", "keeps", "lost_at")


class NotDeclinableError(CustomerError):
    """A statutory right, or a favour that was granted already; nothing was done."""

    key = "rma-not-declinable-alert"


class NoReasonError(CustomerError):
    """Nobody is told no, or gets less, without being told why; nothing was done."""

    key = "rma-no-reason-alert"


@unit_of_work
async def approve(
    return_id: int, *, staff_id: int, policy: Policy, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """It may come back; where the shop sends no labels, the customer is told where to."""
    row = await find_seen(return_id, seen)
    if told := sent_by(Way(row.way), policy):
        row.sends_itself, row.label = told["sends_itself"], told["label"]
        await row.save(update_fields=["sends_itself", "label"])
    await move(return_id, S.APPROVED, by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now)
    await join_parcel(return_id, settings=settings, now=now)


@unit_of_work
async def approve_without_return(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None, why: str | None = None
) -> None:
    """The customer keeps it and gets what they wished for all the same, with nothing taken off for a way back that is
    none; MovedOnError once it has been sent.

    It ends at once where they have got everything already. `why` is for the record (RET-11).
    """
    row = await find_seen(return_id, seen)
    if row.status not in {S.REQUESTED, S.APPROVED} or row.keeps or row.way == Way.CANCEL:
        raise MovedOnError
    await give_fee_away(return_id, settings=settings, now=now)
    row.keeps, row.fee = True, NOTHING
    await row.save(update_fields=["keeps", "fee"])
    by_staff: dict[str, Any] = {"by": Actor.STAFF, "staff_id": staff_id, "settings": settings, "now": now, "why": why}
    ends_as = (await read_sheet(return_id)).given_as
    if row.status == S.REQUESTED:
        await move(return_id, S.APPROVED, news="" if ends_as else "keeps", **by_staff)
    else:
        await act(row, "keep", news=None if ends_as else "keeps", **by_staff)
    await ask_for_difference(return_id, settings=settings, now=now)
    if ends_as:
        await move(return_id, ends_as, news="keeps", **by_staff)


@unit_of_work
async def decline(
    return_id: int, why: str, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """No to a favour, with the reason, which the customer reads; NotDeclinableError for every right of theirs."""
    await lock_parcel(return_id)
    row = await find_seen(return_id, seen)
    if not may_decline(Way(row.way), S(row.status)):
        raise NotDeclinableError
    if not any(map(str.isalpha, why)):
        raise NoReasonError
    await move(return_id, S.REJECTED, by=Actor.STAFF, staff_id=staff_id, why=why.strip(), settings=settings, now=now)


@unit_of_work
async def ask_for_photo(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """The customer is asked for a photo, which then stands below the card."""
    row = await find_seen(return_id, seen)
    if row.status != S.REQUESTED:
        raise MovedOnError
    row.photo_asked_at = now
    await row.save(update_fields=["photo_asked_at"])
    await act(row, "photo", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news="photo")


@unit_of_work
async def waive_fee(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """The way back costs the customer nothing, and they read so; MovedOnError where it never did, or it is settled."""
    row = await find_seen(return_id, seen)
    if not row.fee or row.status not in WAIVABLE:
        raise MovedOnError
    row.waived, row.fee = row.waived + row.fee, NOTHING
    await row.save(update_fields=["fee", "waived"])
    await act(row, "fee", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news="fee")


@unit_of_work
async def tell_on_way(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """The customer has shown that the parcel has left; that is what money for a withdrawal waits for at the longest."""
    row = await find_seen(return_id, seen)
    if row.status not in {S.APPROVED, S.LABEL_SENT} or row.keeps or row.way == Way.CANCEL:
        raise MovedOnError
    await move(return_id, S.IN_TRANSIT, by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now)
    await await_parcel(return_id, settings=settings, now=now)


@unit_of_work
async def tell_gone(
    return_id: int, *, staff_id: int, policy: Policy, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """What was cancelled had left the shop: the contract is withdrawn from all the same, and the goods come back.

    Also where the money has gone back already: then it is the goods alone that are still owed.
    """
    row = await find_seen(return_id, seen)
    await is_gone(row, by=Actor.STAFF, staff_id=staff_id, policy=policy, settings=settings, now=now)


async def is_gone(
    row: Return, *, by: Actor, policy: Policy, settings: Settings, now: datetime, staff_id: int | None = None
) -> None:
    """The same, whoever has found out, or a lost parcel was found; in a transaction with the return locked."""
    if (row.way != Way.CANCEL and not row.lost) or row.status not in GOES_ON:
        raise MovedOnError
    was_over, news = row.status != S.APPROVED, "found" if row.lost else "gone"
    has_label = row.label is not None and (row.label_expires_on or now.date()) >= now.date()
    row.way, row.closed_at = Way.WITHDRAWAL.value, None
    row.status = (S.LABEL_SENT if has_label else S.APPROVED).value
    row.lost, row.keeps, row.lost_at = False, False, None
    if told := sent_by(Way.WITHDRAWAL, policy) if not has_label else {}:
        row.sends_itself, row.label = told["sends_itself"], told["label"]
    await row.save(update_fields=["way", "status", "closed_at", *LOSS, "sends_itself", "label"])
    if was_over:
        await take_up_case(row, settings=settings, now=now)
    await await_parcel(row.id, settings=settings, now=now)
    await row.refresh_from_db()
    await act(row, news, by=by, staff_id=staff_id, settings=settings, now=now, news=news)
    await instruct_turn(row.id, settings=settings, now=now)
