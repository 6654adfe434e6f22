"""A customer and the staff in one chat: asked for, heard, ended."""

from datetime import datetime

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.tickets.bans import BannedError, is_banned
from bot.tickets.cases import close_case, find_talk, open_human_case
from bot.tickets.models import Case
from bot.tickets.reminders import tell_when
from bot.tickets.telling import tell_customer


@unit_of_work
async def ask_for_human(
    chat_id: int, *, order_id: int | None, locale: Locale, settings: Settings, now: datetime
) -> int:
    """Open a talk and tell the customer who answers and when; while one is open they are only told so again.

    BannedError for whoever has abused that.
    """
    if await is_banned(chat_id):
        raise BannedError
    if case_id := await find_talk(chat_id):
        case = await Case.get(id=case_id)
        await tell_customer(case, "case-already", once=None, settings=settings, now=now, ending=True)
        return case_id
    case_id = await open_human_case(chat_id, order_id=order_id, locale=locale, settings=settings, now=now)
    await tell_when(case_id, settings=settings, now=now)
    return case_id


async def end_talk(case_id: int, *, chat_id: int, settings: Settings, now: datetime) -> bool:
    """The customer needs nobody any more; False when the case is not theirs or ended before."""
    if not await Case.filter(id=case_id, chat_id=chat_id).exists():
        return False
    return await close_case(case_id, because="customer", settings=settings, now=now)
