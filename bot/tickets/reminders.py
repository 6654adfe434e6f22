"""Sees to it that somebody reacts: a reminder after fifteen minutes of business hours, a promised time outside them."""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.tickets.cards import find_card
from bot.tickets.cases import OPEN
from bot.tickets.hours import after_working, is_open, next_opening
from bot.tickets.models import Case
from bot.tickets.telling import tell_customer

PATIENCE = timedelta(minutes=15)
AT_ONCE = 200


async def tell_when(case_id: int, *, settings: Settings, now: datetime) -> None:
    """Tell the customer that they were heard: somebody is there, or from when on somebody will be."""
    case = await Case.get(id=case_id)
    once = f"case:{case_id}:heard:{int(case.opened_at.timestamp())}"
    opening = next_opening(now, settings)
    if is_open(now, settings) or opening is None:
        await tell_customer(case, "case-heard", once=once, settings=settings, now=now, ending=True)
    else:
        key = "case-heard-later"
        await tell_customer(case, key, once=once, settings=settings, now=now, ending=True, at=opening)


async def remind_staff(settings: Settings, *, now: datetime) -> int:
    """Remind the staff chat of cases nobody has reacted to; each once. How many that were."""
    if settings.staff_chat_id is None or not is_open(now, settings):
        return 0
    waiting = Case.filter(status__in=OPEN, owner_id=None, first_answer_at=None, reminded_at=None)
    cases = await waiting.filter(opened_at__lte=now - PATIENCE).order_by("opened_at", "id").limit(AT_ONCE)
    due = [case for case in cases if _is_due(case, settings, now)]
    return sum([await _remind(case, settings, now) for case in due])


def _is_due(case: Case, settings: Settings, now: datetime) -> bool:
    due_at = after_working(case.opened_at, PATIENCE, settings)
    return due_at is not None and due_at <= now


@unit_of_work
async def _remind(case: Case, settings: Settings, now: datetime) -> bool:
    mine = await Case.filter(id=case.id, owner_id=None, reminded_at=None).update(reminded_at=now)
    if not mine or settings.staff_chat_id is None:
        return False
    minutes = int((now - case.opened_at).total_seconds() // 60)
    cause = html(settings.default_locale, f"case-cause-{case.cause}")
    params = text_message(html(settings.default_locale, "case-reminder", id=str(case.id), cause=cause, minutes=minutes))
    card = await find_card(case.id, settings)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    once = f"case:{case.id}:reminder"
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=once, purpose="staff", now=now)
    return True
