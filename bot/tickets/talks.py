"""A customer and the staff in one chat: asked for, heard, ended."""

from datetime import datetime, timedelta

from bot.config import Locale, Settings
from bot.customers.audience import customers_of
from bot.db import unit_of_work
from bot.i18n import html, plain
from bot.tickets.bans import BannedError, is_banned
from bot.tickets.cards import post_below
from bot.tickets.cases import OPEN, NewCase, add_to_case, close_case, find_talk, open_case, open_human_case
from bot.tickets.hearing import add_customer_message
from bot.tickets.messages import Written
from bot.tickets.models import Case
from bot.tickets.reminders import tell_when
from bot.tickets.subjects import topic_name
from bot.tickets.telling import tell_customer
from bot.tickets.turns import Turn

# Who wants a human so soon after a bad score wants to talk about that.
SAME_MATTER = timedelta(days=1)


@unit_of_work
async def ask_for_human(
    chat_id: int,
    *,
    order_id: int | None,
    locale: Locale,
    settings: Settings,
    now: datetime,
    about: str | None = None,
) -> int:
    """Open a talk and tell the customer who answers and when; while one is open they are only told so again.

    Who has just given a bad score is talked with in the case of that. `about` is the intent that led here, for the
    card. BannedError for whoever has abused that.
    """
    if await is_banned(chat_id):
        raise BannedError
    if case_id := await find_talk(chat_id):
        case = await Case.get(id=case_id)
        if about:
            words = plain(settings.default_locale, "case-about-too", topic=topic_name(about, settings))
            await add_to_case(case_id, words, settings=settings, now=now)
        await tell_customer(case, "case-already", once=None, settings=settings, now=now, ending=True)
        return case_id
    if unhappy := await _just_unhappy(chat_id, order_id, now):
        await _talk_in(unhappy, about, settings=settings, now=now)
        return int(unhappy.id)
    case_id = await open_human_case(chat_id, order_id=order_id, locale=locale, settings=settings, now=now, about=about)
    await tell_when(case_id, settings=settings, now=now)
    return case_id


@unit_of_work
async def give_feedback(chat_id: int, written: Written, *, locale: Locale, settings: Settings, now: datetime) -> int:
    """Praise or an idea, for the staff to read: a case that nobody is reminded of. The same message is one.

    More of it, and pictures, are said in the case that is open already. BannedError as above.
    """
    if await is_banned(chat_id):
        raise BannedError
    once = f"feedback:{chat_id}:{written.message_id}"
    if told := await Case.get_or_none(once=once):
        return int(told.id)
    begun = await Case.filter(chat_id=chat_id, cause="feedback", status__in=OPEN).order_by("-id").first()
    if begun:
        await add_customer_message(begun.id, written, settings=settings, now=now)
        return int(begun.id)
    owned = (await customers_of([chat_id])).get(chat_id, ())
    is_text = written.kind == "text"
    new = NewCase(
        cause="feedback",
        once=once,
        chat_id=chat_id,
        customer_id=next(iter(owned), None),
        locale=locale,
        turns=(Turn("customer", written.text),) if is_text else (),
    )
    case_id = await open_case(new, settings=settings, now=now)
    if not is_text:
        await add_customer_message(case_id, written, settings=settings, now=now)
    return case_id


@unit_of_work
async def end_talk(case_id: int, *, chat_id: int, settings: Settings, now: datetime) -> bool:
    """The customer needs nobody any more; False when the case is not theirs or ended before.

    Why they were unhappy stays with the staff: only the talk about it ends, unless somebody has answered in it.
    """
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id, chat_id=chat_id)
    if case is None:
        return False
    if case.talks_since and case.first_answer_at is None and case.status in OPEN:
        await Case.filter(id=case_id).update(talks_since=None)
        await tell_customer(case, "case-closed", once=None, settings=settings, now=now)
        return True
    return await close_case(case_id, because="customer", settings=settings, now=now)


async def _just_unhappy(chat_id: int, order_id: int | None, now: datetime) -> Case | None:
    """The case of a bad score that is most likely what they want a human for."""
    found = Case.filter(chat_id=chat_id, cause="detractor", status__in=OPEN, opened_at__gt=now - SAME_MATTER)
    case = await found.order_by("-id").select_for_update(no_key=True).first()
    return case if case and (order_id is None or case.order_id in {None, order_id}) else None


async def _talk_in(case: Case, about: str | None, *, settings: Settings, now: datetime) -> None:
    """From now on all that they write goes to the staff, who hear that they are asked for."""
    locale = settings.default_locale
    await Case.filter(id=case.id).update(talks_since=now)
    await add_to_case(case.id, plain(locale, "case-human-too"), settings=settings, now=now)
    if about:
        words = plain(locale, "case-about-too", topic=topic_name(about, settings))
        await add_to_case(case.id, words, settings=settings, now=now)
    told = html(locale, "case-human-asked", id=str(case.id))
    await post_below(case, told, once=f"case:{case.id}:human:{int(now.timestamp())}", settings=settings, now=now)
    await tell_when(case.id, settings=settings, now=now)
