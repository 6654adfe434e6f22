"""What arrives of a return, all at once or in parts, and what the check of it finds; no money moves here (RET-11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.returns.clawback import claw_back
from bot.returns.deciding import may_reduce
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem, ReturnStep
from bot.returns.money import NOTHING, round_money
from bot.returns.moving import LONGEST_WHY, MovedOnError, act, find_seen, move
from bot.returns.paths import Way
from bot.returns.policies import terms_of_order
from bot.returns.policy import Policy
from bot.returns.refusing import Refusal, prove_refusal
from bot.returns.send_by import await_parcel
from bot.returns.surcharge import ask_for_difference
from bot.returns.unsaid import not_sent
from bot.returns.verdicts import NoReasonError

S = Status
HERE = frozenset({S.PARTIALLY_RECEIVED, S.RECEIVED})
COMES = frozenset({S.APPROVED, S.LABEL_SENT, S.IN_TRANSIT, S.PARTIALLY_RECEIVED})


class TooManyError(CustomerError):
    """More than was to come back, or than has come; nothing was done."""

    key = "rma-too-many-alert"


class NotReducibleError(CustomerError):
    """The law lets nothing be taken off here; nothing was done."""

    key = "rma-not-reducible-alert"


class NothingCameError(CustomerError):
    """A check of nothing: it has not come yet; nothing was done."""

    key = "rma-nothing-came-alert"


class LossTooMuchError(CustomerError):
    """More than the accepted goods are worth; nothing was done."""

    key = "rma-loss-too-much-alert"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: accepted pieces by line (whatever is not named is accepted as it came), what is taken off
    for the goods' state, and why, in words that the customer reads. `came`: pieces by line that were there, where these
    are others than were counted. `because`: why pieces of a withdrawal are not accepted."""

    accepted: Mapping[int, int] = field(default_factory=dict)
    loss: Decimal = NOTHING
    why: str | None = None
    came: Mapping[int, int] = field(default_factory=dict)
    because: Refusal | None = None


@unit_of_work
async def receive(
    return_id: int,
    arrived: Mapping[int, int] | None = None,
    *,
    settings: Settings,
    now: datetime,
    by: Actor = Actor.STAFF,
    staff_id: int | None = None,
    seen: int | None = None,
    is_all: bool = False,
    rings: bool = True,
) -> Status:
    """So many more pieces by line have come, everything if None; `is_all`: whatever is missing does not come any more.

    TooManyError for more than was to come, MovedOnError when nothing is expected (any more).
    """
    row = await find_seen(return_id, seen)
    if row.status not in COMES or row.keeps or row.way == Way.CANCEL:
        raise MovedOnError
    items = await ReturnItem.filter(request_id=return_id).order_by("id").select_for_update(no_key=True)
    missing = await _add(items, arrived)
    if arrived and not any(arrived.values()) and not is_all:
        raise TooManyError
    if missing and not is_all:
        if row.status != S.PARTIALLY_RECEIVED:
            news = await _rings_again(return_id, S.PARTIALLY_RECEIVED)
            return await move(
                return_id, S.PARTIALLY_RECEIVED, by=by, staff_id=staff_id, settings=settings, now=now, news=news
            )
        await act(row, "part", by=by, staff_id=staff_id, settings=settings, now=now)
        return S.PARTIALLY_RECEIVED
    news = await _rings_again(return_id, S.RECEIVED) if rings else ""
    return await move(return_id, S.RECEIVED, by=by, staff_id=staff_id, settings=settings, now=now, news=news)


@unit_of_work
async def undo_receipt(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """It was another parcel: nothing of it is here, it stands where it stood before anything came, and its customer is
    told; MovedOnError once somebody has checked it."""
    row = await find_seen(return_id, seen)
    if row.status == S.IN_TRANSIT:  # somebody said so, or another parcel was scanned
        await not_sent(return_id, by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now)
        return
    if row.status not in HERE:
        raise MovedOnError
    before = ReturnStep.filter(request_id=return_id, status__in=sorted(COMES - HERE)).order_by("-id")
    last = await before.first()
    row.status = last.status if last else S.APPROVED.value
    await row.save(update_fields=["status"])
    await ReturnItem.filter(request_id=return_id).update(received=0)
    await await_parcel(return_id, settings=settings, now=now)
    await row.refresh_from_db()
    await act(row, "undo", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news="undo")


@unit_of_work
async def check(
    return_id: int,
    finding: Finding,
    *,
    policy: Policy,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    by: Actor = Actor.STAFF,
    seen: int | None = None,
) -> Status:
    """The goods were looked at; whatever was paid before may settle it at once. Nobody waits for the rest any more.

    NoReasonError when less is accepted than has come, or paid, without saying why (what is missing says so itself),
    NotReducibleError where the law allows no deduction, LossTooMuchError for more than the goods are worth,
    TooManyError for more pieces than have come, NothingCameError where none have, NotRefusableError where pieces of a
    withdrawal are refused for no reason that the law leaves.
    """
    row = await find_seen(return_id, seen)
    if row.status not in HERE:
        raise MovedOnError
    if row.status == S.PARTIALLY_RECEIVED:
        await _end_waiting(return_id, finding, by=by, staff_id=staff_id, settings=settings, now=now)
    items = await ReturnItem.filter(request_id=return_id).order_by("id").select_for_update(no_key=True)
    refused = await _accept(items, finding)
    why = (finding.why or "").strip()
    loss = round_money(finding.loss, row.currency)
    terms = await terms_of_order(row.order_id, policy)
    if loss < 0 or (loss and not may_reduce(Way(row.way), terms)):
        raise NotReducibleError
    if loss > (await read_sheet(return_id)).worth.amount:
        raise LossTooMuchError
    await prove_refusal(row, refused, finding.because)
    if (refused or loss) and not any(map(str.isalpha, why)):
        raise NoReasonError
    await Return.filter(id=return_id).update(loss=loss, finding=why[:LONGEST_WHY] or None)
    await move(return_id, S.INSPECTED, by=by, staff_id=staff_id, why=why or None, settings=settings, now=now)
    await ask_for_difference(return_id, settings=settings, now=now)
    return await _settled_before(return_id, by=by, staff_id=staff_id, settings=settings, now=now)


async def _end_waiting(return_id: int, finding: Finding, **given: Any) -> None:
    """The customer hears of what is missing, as far as it is when somebody has looked."""
    items = await ReturnItem.filter(request_id=return_id).order_by("id")
    more = {item.line_id: max(finding.came.get(item.line_id, item.received) - item.received, 0) for item in items}
    await receive(return_id, more, is_all=True, **given)


async def _rings_again(return_id: int, after: Status) -> str | None:
    """Whoever was told by mistake before is told once more; the usual message otherwise."""
    return after.value if await ReturnStep.filter(request_id=return_id, act="undo").exists() else None


async def _add(items: list[ReturnItem], arrived: Mapping[int, int] | None) -> int:
    """How many pieces are still to come after these."""
    known = {item.line_id for item in items}
    if arrived is not None and not set(arrived) <= known:
        raise TooManyError
    missing = 0
    for item in items:
        more = item.quantity - item.received if arrived is None else arrived.get(item.line_id, 0)
        if not 0 <= more <= item.quantity - item.received:
            raise TooManyError
        item.received += more
        missing += item.quantity - item.received
        await item.save(update_fields=["received"])
    return missing


async def _accept(items: list[ReturnItem], finding: Finding) -> list[int]:
    """The lines of which less was accepted than has come; where a carrier's scan alone tells, nobody has counted."""
    if not {*finding.accepted, *finding.came} <= {item.line_id for item in items}:
        raise TooManyError
    counted = any(item.received for item in items)
    refused = list[int]()
    for item in items:
        came = finding.came.get(item.line_id, item.received if counted else item.quantity)
        accepted = finding.accepted.get(item.line_id, came)
        if not 0 <= accepted <= came <= item.quantity:
            raise TooManyError
        item.received, item.accepted = came, accepted
        refused += [item.line_id] if accepted < came else []
        await item.save(update_fields=["received", "accepted"])
    if not any(item.received for item in items):
        raise NothingCameError
    return refused


async def _settled_before(
    return_id: int, *, by: Actor, staff_id: int | None, settings: Settings, now: datetime
) -> Status:
    """Points go with the goods; money that went before they had come is not paid again."""
    await claw_back(return_id, now=now)
    sheet = await read_sheet(return_id)
    if sheet.given_as is None:
        return S.INSPECTED
    return await move(return_id, sheet.given_as, by=by, staff_id=staff_id, settings=settings, now=now)
