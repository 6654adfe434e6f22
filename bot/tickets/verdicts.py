"""What the customer of a closed case says: it is solved, or it is not, and then the case is open again."""

from datetime import datetime
from typing import Literal

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.staff.audit import record
from bot.staff.roles import Right, may
from bot.tickets.cards import post_below, post_card
from bot.tickets.models import Case, CaseMessage
from bot.tickets.reopening import take_up_again
from bot.tickets.solved import ANSWERABLE
from bot.tickets.taking import tell_colleague

# solved: thanked. unsolved: the team is at it (again). late: it no longer counts.
Outcome = Literal["solved", "unsolved", "late"]


@unit_of_work
async def answer_solved(case_id: int, *, solved: bool, chat_id: int, settings: Settings, now: datetime) -> Outcome:
    """Keep what they say; the last word counts, and the same one again changes nothing.

    NotFoundError for somebody else's case, and for one that nobody has asked about.
    """
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id, chat_id=chat_id, asked_at__not_isnull=True)
    if case is None or case.asked_at is None:
        raise NotFoundError
    if now >= case.asked_at + ANSWERABLE:
        return "late"
    if case.solved is not solved:
        await Case.filter(id=case_id).update(solved=solved, solved_at=now)
        said = plain(settings.default_locale, "solved-yes-button" if solved else "solved-no-button")
        await CaseMessage.create(case_id=case_id, author="customer", text=said, at=now)
        if solved:
            await post_card(case, settings=settings, now=now)
    if not solved and case.status == "closed":
        await open_again(case, because="unsolved", settings=settings, now=now)
    return "solved" if solved else "unsolved"


async def open_again(case: Case, *, because: Literal["unsolved", "unhappy"], settings: Settings, now: datetime) -> None:
    """With the one who looked after it, if they still work here; they are told, and so is the staff chat.

    To be called in the transaction of what the customer has said.
    """
    owner_id = case.owner_id if await may(case.owner_id, Right.ANSWER, settings=settings) else None
    if not await take_up_again(case, owner_id=owner_id, settings=settings, now=now):
        return
    if because == "unsolved":  # from now on what they write goes to the staff, as they are told
        await Case.filter(id=case.id, first_answer_at=None).update(first_answer_at=now)
    await record(None, "reopen", f"case:{case.id}", now=now, detail={"because": because})
    cause = html(settings.default_locale, f"case-cause-{case.cause}")
    text = html(settings.default_locale, f"case-{because}", id=str(case.id), cause=cause)
    once = f"case:{case.id}:{because}:{int(now.timestamp())}"
    await post_below(case, text, once=once, settings=settings, now=now)
    if owner_id is not None:
        await tell_colleague(case.id, owner_id, text, once=f"{once}:{owner_id}", settings=settings, now=now)
