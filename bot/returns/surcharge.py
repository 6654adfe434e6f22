"""What another article costs more: asked for once the goods are checked, paid or waived before the article leaves.

How it is paid is the shop's business: its own system, or a line in the case, is told to ask for it. Nobody pays before
the check, since only then the sum is sure and nothing can be taken back any more.
"""

from datetime import datetime

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.i18n import Money
from bot.returns.calls import Topic, instruct_difference, tell_difference
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, act, find_seen
from bot.returns.news import announce
from bot.returns.surcharge_models import ReturnSurcharge

log = structlog.get_logger(__name__)


class HowPaidError(CustomerError):
    """Nobody notes money down without saying how it came; nothing was noted."""

    key = "rma-how-paid-alert"


async def ask_for_difference(return_id: int, *, settings: Settings, now: datetime) -> None:
    """To be called in the transaction of the step after which the goods are checked, or need not come."""
    sheet = await read_sheet(return_id)
    if sheet.owes and sheet.is_checked:
        await instruct_difference(return_id, sheet.owes, settings=settings, now=now)
        await announce(return_id, "owed", settings=settings, now=now)


@unit_of_work
async def record_difference(
    return_id: int, how: str, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> Money:
    """The customer has paid it, `how` in words that are kept: from now on the other article may leave; what that was.

    MovedOnError where nothing is owed (any more), HowPaidError without words.
    """
    row, owed = await _owing(return_id, seen)
    if not how.strip():
        raise HowPaidError
    noted = await _note(row, owed, once=f"staff:{row.id}", staff_id=staff_id, now=now)
    await tell_difference(row.id, Topic.PAID, owed, noted.id, settings=settings, now=now)
    by_staff = {"by": Actor.STAFF, "staff_id": staff_id, "why": how.strip()}
    await act(row, "topped", **by_staff, settings=settings, now=now, news="topped")  # type: ignore[arg-type]  # by name
    return owed


@unit_of_work
async def waive_difference(
    return_id: int, *, staff_id: int, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """The shop bears it, and the customer reads so; MovedOnError where nothing is owed (any more)."""
    row, owed = await _owing(return_id, seen)
    row.pays_difference = False
    await row.save(update_fields=["pays_difference"])
    await tell_difference(row.id, Topic.WAIVED, owed, row.revision, settings=settings, now=now)
    await act(row, "free", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news="free")


async def _owing(return_id: int, seen: int | None) -> tuple[Return, Money]:
    row, sheet = await find_seen(return_id, seen), await read_sheet(return_id)
    if not sheet.owes or not sheet.is_checked:
        raise MovedOnError
    return row, sheet.owes


async def _note(row: Return, owed: Money, *, once: str, staff_id: int | None, now: datetime) -> ReturnSurcharge:
    """Once: the number of those before it makes its name, and the return is locked."""
    before = await ReturnSurcharge.filter(request_id=row.id).count()
    made = await ReturnSurcharge.create(
        request_id=row.id,
        amount=owed.amount,
        currency=owed.currency,
        once=f"{once}:{before}",
        staff_id=staff_id,
        at=now,
    )
    log.info("difference paid", id=row.id)
    return made
