"""When the staff chat does not react, or cannot be reached, the owners are told in private (SUP-06)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.outbox.models import Push
from bot.outbox.queue import current_chat
from bot.staff.audit import record
from bot.staff.roles import Role, list_staff
from bot.tickets.cards import card_place
from bot.tickets.cases import OPEN
from bot.tickets.hours import is_open
from bot.tickets.models import Case
from bot.tickets.reminders import is_due, paged, turn_of, unanswered
from bot.tickets.resting import waits_since
from bot.tickets.taking import tell_colleague
from bot.tickets.wording import age_text

LATELY = timedelta(days=1)


async def alert_owners(settings: Settings, *, now: datetime) -> int:
    """Tell every owner of cases that nobody has reacted to since the reminder, or whose card could not be posted.

    Each once; how many cases that were.
    """
    if settings.staff_chat_id is None:
        return 0
    chat_id = await current_chat(settings.staff_chat_id)
    told = [await _tell(case_id, why, settings, now) for case_id, why in await _unposted(chat_id, now)]
    told += [await _tell(case_id, None, settings, now) for case_id in await _unanswered(settings, now)]
    return sum(told)


async def _unposted(chat_id: int, now: datetime) -> Sequence[tuple[int, str]]:
    """Cards that Telegram refuses for good: the bot was thrown out of the group, the group is gone."""
    failed = Push.filter(chat_id=chat_id, status__in=("failed", "skipped"), settled_at__gt=now - LATELY)
    cards = await failed.filter(slot__startswith=card_place("")).order_by("id")
    why = {int((card.slot or "").removeprefix(card_place(""))): str(card.why) for card in cards}
    waiting = Case.filter(status__in=OPEN, owner_id=None, escalated_at=None)
    return [(case.id, why[case.id]) async for case in paged(waiting) if case.id in why] if why else []


async def _unanswered(settings: Settings, now: datetime) -> Sequence[int]:
    if not is_open(now, settings):
        return []
    waiting = unanswered().filter(reminded_at__not_isnull=True, escalated_at=None)
    return [case.id async for case in paged(waiting) if case.reminded_at and is_due(case.reminded_at, settings, now)]


@unit_of_work
async def _tell(case_id: int, why: str | None, settings: Settings, now: datetime) -> bool:
    if not await Case.filter(id=case_id, owner_id=None, escalated_at=None).update(escalated_at=now):
        return False
    case, locale = await Case.get(id=case_id), settings.default_locale
    cause = html(locale, f"case-cause-{case.cause}")
    if why is None:
        age = age_text(now - waits_since(case), locale)
        text = html(locale, "case-unanswered", id=str(case_id), cause=cause, age=age)
    else:
        text = html(locale, "case-unposted", id=str(case_id), cause=cause, reason=plain(locale, f"why-{why}"))
    owners = [member.id for member in await list_staff(settings) if member.role is Role.OWNER]
    for owner_id in owners:
        once = f"case:{case_id}:alert:{owner_id}{turn_of(case)}"
        await tell_colleague(case_id, owner_id, text, once=once, settings=settings, now=now)
    await record(None, "escalate", f"case:{case_id}", now=now, detail={"owners": len(owners)})
    return True
