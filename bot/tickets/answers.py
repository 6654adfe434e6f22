"""What an unhappy customer has answered, as their case shows it: the score and the reasons, however late they come."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.tickets.cards import post_card
from bot.tickets.cases import OPEN
from bot.tickets.models import Case


@unit_of_work
async def note_answer(once: str, *, rating: str, reasons: Sequence[str], settings: Settings, now: datetime) -> bool:
    """Keep the answer with the open case of this name and redraw its card; False: there is none, or it says so."""
    case = await Case.select_for_update(no_key=True).get_or_none(once=once, status__in=OPEN)
    if case is None or (case.rating == rating and list(case.reasons or ()) == list(reasons)):
        return False
    await Case.filter(id=case.id).update(rating=rating, reasons=list(reasons))
    await post_card(case, settings=settings, now=now)
    return True
