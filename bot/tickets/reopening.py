"""A case that is closed is opened again, by the staff for a week; the person is left alone again meanwhile."""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.staff.audit import record
from bot.tickets.cards import post_card
from bot.tickets.cases import ENDING, hold, once_of, subject_of, was_talk
from bot.tickets.clock import start_clock
from bot.tickets.models import Case
from bot.tickets.solved import withdraw_question
from bot.tickets.telling import tell_customer

REOPENED_WITHIN = timedelta(days=7)


def may_reopen(case: Case, now: datetime) -> bool:
    """Whether it was closed within the last seven days."""
    return case.status == "closed" and case.closed_at is not None and now - case.closed_at <= REOPENED_WITHIN


@unit_of_work
async def reopen_case(case_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """Take it up again within seven days; False later, when it is open, or when the person has asked anew."""
    case = await Case.get_or_none(id=case_id)
    if case is None or not may_reopen(case, now):
        return False
    if not await take_up_again(case, owner_id=staff_id, settings=settings, now=now):
        return False
    await withdraw_question(case, now=now)
    await record(staff_id, "reopen", subject_of(case_id), now=now)
    if was_talk(case):
        await tell_customer(case, "case-reopened", once=None, settings=settings, now=now, ending=True)
    return True


async def take_up_again(case: Case, *, owner_id: int | None, settings: Settings, now: datetime) -> bool:
    """Open it for this one, with its clock started anew; False when the person has asked anew meanwhile.

    To be called in the transaction of the reason; whoever calls keeps who did it.
    """
    once = once_of(case)
    if once != case.once and await Case.filter(once=once).exists():
        return False
    again = {"status": "open", "owner_id": owner_id, "taken_at": now if owner_id else None}
    await Case.filter(id=case.id).update(once=once, **again, **dict.fromkeys(ENDING))
    case = await Case.get(id=case.id)
    await hold(case, now)
    await start_clock(case, settings=settings, now=now)
    await post_card(case, settings=settings, now=now)
    return True
