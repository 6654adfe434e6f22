"""What goes against expectation at a return rings in the staff chat, once, and stands in its case."""

from datetime import datetime

from bot.config import Settings
from bot.i18n import Value, html, plain
from bot.returns.cases import end_case, find_case
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.telling import tell_staff
from bot.tickets.cards import post_below
from bot.tickets.cases import add_to_case
from bot.tickets.models import Case


async def alarm(row: Return, key: str, *, settings: Settings, now: datetime, again: str = "", **values: Value) -> bool:
    """To be called in the transaction of the fact; a return of the platform gets its case by the first. False: told
    before.

    What rings more than once says with `again` which time it is.
    """
    case = await find_case(row.id) or await _open(row, settings=settings, now=now)
    words = plain(settings.default_locale, key, number=row.number, **values)
    if not await add_to_case(case.id, words, settings=settings, now=now):
        return False
    text = html(settings.default_locale, key, number=row.number, **values)
    await post_below(case, text, once=f"return:{row.id}:{key}{again}", settings=settings, now=now)
    return True


async def _open(row: Return, *, settings: Settings, now: datetime) -> Case:
    """One of a return that is over is closed at once: it is there to be read."""
    locale = settings.default_locale
    await tell_staff(row.id, (), chat_id=None, locale=locale, settings=settings, now=now)
    await end_case(row.id, Status(row.status), staff_id=None, settings=settings, now=now)
    case = await find_case(row.id)
    assert case is not None  # noqa: S101  # just opened
    return case
