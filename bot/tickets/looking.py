"""A case as somebody of the staff opens it in private: its sheet, its history page by page, its transcript."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.i18n import Markup, html, lines, plain
from bot.staff.audit import record
from bot.tickets.bans import is_banned
from bot.tickets.cases import OPEN
from bot.tickets.context import context, deadlines, suggestion
from bot.tickets.models import Case, CaseMessage
from bot.tickets.people import names_of
from bot.tickets.plans import plans, troubles_of
from bot.tickets.reopening import may_reopen
from bot.tickets.wording import Reader, cut, ending, owner, said, title, what, who

NEWEST = 3
A_PAGE = 8
WRITERS = {"customer": "desk-from-customer", "bot": "desk-from-bot", "staff": "desk-from-staff", "note": "desk-note"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the screen of a case needs to know; what is suggested is that of the plan for the first trouble."""

    id: int
    text: Markup
    cause: str
    is_open: bool
    may_close: bool
    may_reopen: bool
    troubles: tuple[str, ...]
    suggested_action: str | None
    suggested_points: int
    owner_id: int | None
    has_customer: bool
    was_answered: bool
    messages: int
    has_chat: bool
    banned: bool


@unit_of_work
async def look_at_case(case_id: int, *, staff_id: int, now: datetime) -> None:
    """Put on record that somebody opens it; NotFoundError when there is no such case."""
    case = await Case.get_or_none(id=case_id)
    if case is None:
        raise NotFoundError(what="case")
    await record(staff_id, "view", f"case:{case_id}", now=now)


async def read_sheet(case_id: int, reader: Reader, *, now: datetime) -> Sheet:
    """Who, about what, what else there is about the person, the newest words, who looks after it."""
    case = await Case.get_or_none(id=case_id)
    if case is None:
        raise NotFoundError(what="case")
    locale = reader.locale
    messages = CaseMessage.filter(case_id=case.id)
    newest = await messages.order_by("-id").limit(NEWEST)
    about = [*await what(case, locale), *await context(case, reader, now)]
    facts = [title(case, locale), await who(case, reader), *about]
    carer = await owner(case, locale) or html(locale, "desk-nobody")
    foot = [carer, await deadlines(case, reader, now), ending(case, locale)]
    words = lines(await said(newest[::-1], locale))
    parts = [lines(facts), words, await suggestion(case, locale), lines(foot)]
    troubles = troubles_of(case)
    plan = (await plans()).get(troubles[0]) if troubles else None
    return Sheet(
        id=case.id,
        text=lines(parts, "\n\n"),
        cause=case.cause,
        is_open=case.status in OPEN,
        may_close=case.status in OPEN and not case.kept_open,
        may_reopen=may_reopen(case, now),
        troubles=troubles,
        suggested_action=plan.action if plan else None,
        suggested_points=plan.points if plan else 0,
        owner_id=case.owner_id,
        has_customer=case.customer_id is not None,
        was_answered=case.first_answer_at is not None,
        messages=await messages.count(),
        has_chat=case.chat_id is not None,
        banned=await is_banned(case.chat_id),
    )


async def read_history(case_id: int, reader: Reader, *, page: int) -> tuple[list[Markup], int]:
    """A page of what was said, with times and names, and how many pages there are; page 0 is the newest."""
    messages = CaseMessage.filter(case_id=case_id)
    pages = max(1, -(-await messages.count() // A_PAGE))
    rows = await messages.order_by("-id").offset(min(page, pages - 1) * A_PAGE).limit(A_PAGE)
    shown = rows[::-1]
    times = [html(reader.locale, "desk-said-at", at=row.at, tz=reader.tz) for row in shown]
    words = await said(shown, reader.locale)
    names = await _writers(shown, reader)
    return [lines([Markup(f"{at} · {name}"), word]) for at, name, word in zip(times, names, words, strict=True)], pages


async def write_transcript(case_id: int, reader: Reader) -> str:
    """Everything said, notes too, as plain text for the staff; customers have theirs in the copy of their data."""
    rows = await CaseMessage.filter(case_id=case_id).order_by("id")
    names = await names_of({row.staff_id for row in rows if row.staff_id})
    parts = [plain(reader.locale, "desk-transcript-title", id=str(case_id))]
    for row in rows:
        at = plain(reader.locale, "desk-said-at", at=row.at, tz=reader.tz)
        name = names.get(row.staff_id or 0) or plain(reader.locale, WRITERS[row.author])
        sign = "📝 " if row.author == "note" else ""
        file = plain(reader.locale, "desk-file") if row.file_id else ""
        parts.append(f"[{at}] {sign}{name}:\n{' '.join(filter(None, (file, row.text)))}")
    return "\n\n".join(parts) + "\n"


async def _writers(rows: Sequence[CaseMessage], reader: Reader) -> list[Markup]:
    names = await names_of({row.staff_id for row in rows if row.staff_id})
    return [
        html(reader.locale, "desk-writer", name=cut(names[row.staff_id], 60))
        if row.staff_id
        else html(reader.locale, WRITERS[row.author])
        for row in rows
    ]
