"""Unhappy answers become cases: opened with the score, told what the customer writes about it."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Locale, Settings
from bot.shop.rows import Row
from bot.surveys.definitions import Definition
from bot.surveys.texts import filled
from bot.surveys.wording import score_text
from bot.tickets.answers import note_answer
from bot.tickets.cases import NewCase, open_case
from bot.tickets.hearing import add_customer_message
from bot.tickets.messages import Written
from bot.tickets.models import Case
from bot.tickets.turns import Turn
from bot.tickets.verdicts import open_again


async def look_after(
    plan: Row,
    score: int,
    definition: Definition,
    *,
    chat_id: int,
    locale: Locale | None,
    now: datetime,
    settings: Settings,
) -> int:
    """The case of an unhappy answer, opened unless it is there; to be called in the transaction of the answer."""
    question = definition.wording(locale or settings.default_locale).question
    asked = filled(question, shop=settings.shop_name, number=plan["number"])
    new = NewCase(
        cause="detractor",
        once=once_of(plan["id"]),
        chat_id=chat_id,
        customer_id=plan["customer_id"],
        order_id=plan["order_id"],
        shipment_id=plan["shipment_id"],
        locale=locale,
        rating=score_text(definition.metric, score),
        turns=(Turn("bot", asked), Turn("customer", score_text(definition.metric, score))),
    )
    return await open_case(new, settings=settings, now=now)


async def take_up_unhappy(plan_id: int, *, settings: Settings, now: datetime) -> None:
    """Open the case of an answer again that is still, or once more, an unhappy one, if it was closed meanwhile."""
    case = await Case.select_for_update(no_key=True).get_or_none(once=once_of(plan_id), status="closed")
    if case is not None:
        await open_again(case, because="unhappy", settings=settings, now=now)


async def tell_answer(plan_id: int, rating: str, reasons: Sequence[str], *, settings: Settings, now: datetime) -> None:
    """Bring the case of an answer up to date with what it says now, if there is one that is open."""
    await note_answer(once_of(plan_id), rating=rating, reasons=reasons, settings=settings, now=now)


async def pass_on(plan_id: int, written: Written, *, settings: Settings, now: datetime) -> int | None:
    """Show the staff what an unhappy customer has written; the case, None when there never was one.

    What they write after it was closed opens it again, unless they have said that it is solved.
    """
    case = await Case.get_or_none(once=once_of(plan_id))
    if case is None:
        return None
    if not case.solved:
        await take_up_unhappy(plan_id, settings=settings, now=now)
    await add_customer_message(case.id, written, settings=settings, now=now)
    return int(case.id)


def once_of(plan_id: int) -> str:
    return f"survey:{plan_id}"
