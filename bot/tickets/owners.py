"""What a case is about has gone to another customer: so does the case, and nobody of before is answered in it."""

from datetime import datetime

from bot.config import Settings
from bot.customers.holds import move_holds
from bot.tickets.cards import post_card
from bot.tickets.cases import subject_of
from bot.tickets.models import Case


async def hand_over_case(case: Case, customer_id: int, *, now: datetime, settings: Settings | None = None) -> None:
    """To be called in the transaction in which it went; with `settings` its card says so.

    Their chat is found when somebody answers; a talk with the former customer ends.
    """
    before, case.customer_id, case.chat_id = case.customer_id, customer_id, None
    await case.save(update_fields=["customer_id", "chat_id"])
    if before is not None:
        await move_holds(before, customer_id, subjects=[subject_of(case.id)], now=now)
    if settings:
        await post_card(case, settings=settings, now=now)
