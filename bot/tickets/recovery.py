"""A case that has settled itself: closed if nobody has taken it, else whoever looks after it is told."""

from dataclasses import dataclass
from datetime import datetime

from bot.config import Settings
from bot.customers.holds import release_hold
from bot.customers.models import Hold
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.tickets.cards import find_card, post_card
from bot.tickets.cases import OPEN, close_case
from bot.tickets.models import Case, CaseMessage


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of a case: closed, or left to those who have taken it."""

    case_id: int
    is_closed: bool


@unit_of_work
async def recover_case(once: str, *, told: str, settings: Settings, now: datetime) -> Ending | None:
    """The reason of the open case of this name is gone; None when there is none.

    Its customers are left alone no longer. `told` is the text for the staff, who are told once.
    """
    case = await Case.get_or_none(once=once, status__in=OPEN)
    if case is None:
        return None
    if case.owner_id is None and case.first_answer_at is None:
        await close_case(case.id, because="recovered", settings=settings, now=now)
        return Ending(case.id, is_closed=True)
    subject = f"case:{case.id}"
    for customer_id, reason in await Hold.filter(subject=subject).values_list("customer_id", "reason"):
        await release_hold(customer_id, reason=reason, subject=subject, now=now)
    await _tell_staff(case, told, settings=settings, now=now)
    return Ending(case.id, is_closed=False)


async def _tell_staff(case: Case, told: str, *, settings: Settings, now: datetime) -> None:
    words = plain(settings.default_locale, told, id=str(case.id))
    if settings.staff_chat_id is None or await CaseMessage.filter(case_id=case.id, author="bot", text=words).exists():
        return
    await CaseMessage.create(case_id=case.id, author="bot", text=words, at=now)
    params = text_message(html(settings.default_locale, told, id=str(case.id)))
    card = await find_card(case.id, settings)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=None, purpose="staff", now=now)
    await post_card(case, settings=settings, now=now)
