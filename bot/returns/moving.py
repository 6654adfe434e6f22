"""The steps of a return: every one with who took it and why, once, and told to its customer."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.config import Settings
from bot.customers.holds import release_hold
from bot.db import unit_of_work
from bot.errors import CustomerError, NotFoundError
from bot.returns.machine import HOLDS_ITEMS, OVER, Actor, Status, may_move
from bot.returns.models import Return, ReturnStep
from bot.returns.news import announce_step
from bot.returns.paths import DECLARED
from bot.tickets.cases import close_case
from bot.tickets.models import Case

LONGEST_WHY = 255

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
) -> Status:
    """Bring a return to another status and tell its customer; MovedOnError when it is not there (any more).

    `seen` is the revision that whoever acts has looked at. The same step twice is one.
    """
    if await step(return_id, after, by=by, now=now, staff_id=staff_id, why=why, seen=seen):
        await announce_step(return_id, after, by=by, settings=settings, now=now)
    return after


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
) -> bool:
    """The same without a word, for what is told together with something else; False when it stands there already."""
    row = await Return.get_or_none(id=return_id)
    if row is None:
        raise NotFoundError
    before = Status(row.status)
    if before is after:
        return False
    if (seen is not None and seen != row.revision) or not may_move(
        before, after, by=by, is_withdrawal=row.way in DECLARED
    ):
        raise MovedOnError
    changed = Return.filter(id=return_id, revision=row.revision, status=before.value)
    columns = {"status": after.value, "revision": row.revision + 1, "closed_at": now if after in OVER else None}
    if not await changed.update(**columns, **({"why": why[:LONGEST_WHY]} if why else {})):
        raise MovedOnError
    await ReturnStep.create(
        request_id=return_id,
        status=after.value,
        actor=by.value,
        staff_id=staff_id,
        why=why and why[:LONGEST_WHY],
        at=now,
    )
    if after not in HOLDS_ITEMS or after in OVER:
        await release_hold(row.customer_id, reason="return", subject=subject_of(return_id), now=now)
    log.info("return moved", id=return_id, before=before.value, after=after.value, by=by.value)
    return True


@unit_of_work
async def cancel(return_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> Status:
    """The customer thinks again while nothing has left; the pieces are free for another return."""
    if not await Return.filter(id=return_id, customer_id__in=list(customer_ids)).exists():
        raise NotFoundError
    status = await move(return_id, Status.CANCELLED, by=Actor.CUSTOMER, settings=settings, now=now)
    if case := await Case.get_or_none(once=case_of(return_id, "return")):
        await close_case(case.id, because="customer", settings=settings, now=now)
    return status


def case_of(return_id: int, cause: str) -> str:
    """What makes its case the only one."""
    return f"return:{return_id}:{cause}"


def subject_of(return_id: int) -> str:
    """What its hold is about."""
    return f"return:{return_id}"
