"""A customer and the staff in one chat: asked for, heard, ended."""

from datetime import datetime

from bot.config import Locale, Settings
from bot.customers.audience import customers_of
from bot.db import unit_of_work
from bot.i18n import plain
from bot.tickets.bans import BannedError, is_banned
from bot.tickets.cases import NewCase, add_to_case, close_case, find_talk, open_case, open_human_case
from bot.tickets.models import Case
from bot.tickets.reminders import tell_when
from bot.tickets.subjects import topic_name
from bot.tickets.telling import tell_customer
from bot.tickets.turns import Turn


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

    `about` is the intent that led here, for the card. BannedError for whoever has abused that.
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
    case_id = await open_human_case(chat_id, order_id=order_id, locale=locale, settings=settings, now=now, about=about)
    await tell_when(case_id, settings=settings, now=now)
    return case_id


@unit_of_work
async def give_feedback(
    chat_id: int, words: str, *, message_id: int, locale: Locale, settings: Settings, now: datetime
) -> int:
    """Praise or a suggestion, for the staff to read: a case that nobody is reminded of. The same message is one.

    BannedError as above.
    """
    if await is_banned(chat_id):
        raise BannedError
    owned = (await customers_of([chat_id])).get(chat_id, ())
    new = NewCase(
        cause="feedback",
        once=f"feedback:{chat_id}:{message_id}",
        chat_id=chat_id,
        customer_id=next(iter(owned), None),
        locale=locale,
        turns=(Turn("customer", words),),
    )
    return await open_case(new, settings=settings, now=now)


async def end_talk(case_id: int, *, chat_id: int, settings: Settings, now: datetime) -> bool:
    """The customer needs nobody any more; False when the case is not theirs or ended before."""
    if not await Case.filter(id=case_id, chat_id=chat_id).exists():
        return False
    return await close_case(case_id, because="customer", settings=settings, now=now)
