"""Cases that follow something else: they rest while others have to act first, and end with what they are about."""

from datetime import datetime

from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.tickets.models import Case


class KeptOpenError(CustomerError):
    """What it is about has still to be decided, in its own place and with a reason; nothing was done."""

    key = "staff-kept-open-alert"


@unit_of_work
async def let_rest(case_id: int, *, rests: bool, now: datetime) -> None:
    """Say whether it rests; to be called in the transaction of the fact. What begins anew is reminded of anew."""
    if rests:
        await Case.filter(id=case_id, rests=False).update(rests=True)
        return
    again = {"rests": False, "staff_since": now, "reminded_at": None, "escalated_at": None}
    await Case.filter(id=case_id, rests=True).update(**again)


@unit_of_work
async def keep_open(case_id: int, *, is_kept: bool) -> None:
    """Say whether it ends with what it is about, so that nobody closes it by itself; to be called likewise."""
    await Case.filter(id=case_id).update(kept_open=is_kept)


async def refuse_kept_open(case_id: int) -> None:
    """KeptOpenError for one that is not to be closed by itself."""
    if await Case.filter(id=case_id, kept_open=True).exclude(status="closed").exists():
        raise KeptOpenError


def waits_since(case: Case) -> datetime:
    """Since when the staff have something to do."""
    return case.staff_since or case.opened_at
