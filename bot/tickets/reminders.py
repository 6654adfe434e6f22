"""Sees to it that somebody reacts: the staff chat is reminded, then the owners; the customer is told when (SUP-06)."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.tickets.cards import find_card
from bot.tickets.cases import OPEN
from bot.tickets.hours import after_working, is_open, next_opening
from bot.tickets.models import Case, CaseMessage
from bot.tickets.resting import waits_since
from bot.tickets.telling import tell_customer
from bot.tickets.wording import age_text

PATIENCE = timedelta(minutes=15)
AT_ONCE = 200
# Whoever keeps writing at night is told once a day that nobody is there; not while somebody is, all the same.
AWAY_AGAIN = timedelta(hours=24)
STILL_THERE = timedelta(minutes=30)
# Nobody waits for an answer.
UNHURRIED = ("feedback",)


async def tell_when(case_id: int, *, settings: Settings, now: datetime) -> None:
    """Tell the customer that they were heard: somebody is there, or from when on somebody will be."""
    case = await Case.get(id=case_id)
    once = f"case:{case_id}:heard:{int(case.opened_at.timestamp())}"
    opening = next_opening(now, settings)
    complaint = "-complaint" if case.cause == "complaint" else ""
    if is_open(now, settings) or opening is None:
        await tell_customer(case, f"case-heard{complaint}", once=once, settings=settings, now=now, ending=True)
        return
    await Case.filter(id=case_id).update(away_told_at=now)
    key = f"case-heard-later{complaint}"
    await tell_customer(case, key, once=once, settings=settings, now=now, ending=True, at=opening)


async def tell_away(case: Case, *, settings: Settings, now: datetime) -> bool:
    """Say when somebody is there again, at most once in 24 hours; False when there is no need to."""
    opening = next_opening(now, settings)
    if opening is None or opening <= now or case.cause in UNHURRIED:
        return False
    if await CaseMessage.filter(case_id=case.id, author="staff", at__gt=now - STILL_THERE).exists():
        return False
    if await Case.filter(chat_id=case.chat_id, away_told_at__gt=now - AWAY_AGAIN).exists():
        return False
    not_told = Q(away_told_at=None) | Q(away_told_at__lte=now - AWAY_AGAIN)
    if not await Case.filter(not_told, id=case.id).update(away_told_at=now):
        return False
    await tell_customer(case, "case-away", once=None, settings=settings, now=now, at=opening)
    return True


async def remind_staff(settings: Settings, *, now: datetime) -> int:
    """Remind the staff chat of cases nobody has reacted to, though they could; each once. How many that were."""
    if settings.staff_chat_id is None or not is_open(now, settings):
        return 0
    waiting = unanswered().filter(reminded_at=None, opened_at__lte=now - PATIENCE).exclude(cause__in=UNHURRIED)
    due = [case async for case in paged(waiting) if is_due(waits_since(case), settings, now)]
    return sum([await _remind(case, settings, now) for case in due])


def unanswered() -> QuerySet[Case]:
    """Open cases that are nobody's, in which the staff could do something and have not."""
    return Case.filter(status__in=OPEN, owner_id=None, first_answer_at=None, rests=False)


async def paged(cases: QuerySet[Case]) -> AsyncIterator[Case]:
    """All of them, the first ones first, a page at a time: what is not due yet is in nobody's way."""
    last = 0
    while page := await cases.filter(id__gt=last).order_by("id").limit(AT_ONCE):
        for case in page:
            yield case
        last = page[-1].id


def turn_of(case: Case) -> str:
    """What tells the news about a case that waits for the staff once more from those before."""
    return f":{int(case.staff_since.timestamp())}" if case.staff_since else ""


def is_due(since: datetime, settings: Settings, now: datetime) -> bool:
    """Whether fifteen minutes of business hours have gone by."""
    due_at = after_working(since, PATIENCE, settings)
    return due_at is not None and due_at <= now


@unit_of_work
async def _remind(case: Case, settings: Settings, now: datetime) -> bool:
    mine = await unanswered().filter(id=case.id, reminded_at=None).update(reminded_at=now)
    if not mine or settings.staff_chat_id is None:
        return False
    locale = settings.default_locale
    cause, age = html(locale, f"case-cause-{case.cause}"), age_text(now - waits_since(case), locale)
    params = text_message(html(locale, "case-reminder", id=str(case.id), cause=cause, age=age))
    card = await find_card(case.id, settings)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    once = f"case:{case.id}:reminder{turn_of(case)}"
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=once, purpose="staff", now=now)
    return True
