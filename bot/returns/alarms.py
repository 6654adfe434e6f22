"""What goes against expectation at a return rings in the staff chat, once, and stands in its case."""

from datetime import datetime

from bot.config import Settings
from bot.i18n import Value, html, plain
from bot.returns.cases import find_case
from bot.returns.models import Return
from bot.tickets.cards import post_below
from bot.tickets.cases import add_to_case


async def alarm(row: Return, key: str, *, settings: Settings, now: datetime, again: str = "", **values: Value) -> None:
    """To be called in the transaction of the fact; nothing where the staff have no case (a return of the platform).

    What rings more than once says with `again` which time it is.
    """
    case = await find_case(row.id)
    if case is None:
        return
    words = plain(settings.default_locale, key, number=row.number, **values)
    if await add_to_case(case.id, words, settings=settings, now=now):
        text = html(settings.default_locale, key, number=row.number, **values)
        await post_below(case, text, once=f"return:{row.id}:{key}{again}", settings=settings, now=now)
