"""A withdrawal that somebody writes counts without any tap (rules.md 3.6): its words and time are kept, the staff told.

Whoever confirms it on the screen that follows has a return of their own for it; then nothing is left to be done here.
"""

from collections.abc import Sequence
from datetime import datetime

from tortoise.queryset import QuerySet

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, plain
from bot.outbox.messages import callback_button
from bot.shop.models import Order
from bot.tickets.cards import show_facts
from bot.tickets.cases import OPEN, NewCase, close_case, open_case
from bot.tickets.models import Case
from bot.tickets.turns import Turn

MOST_OFFERED = 5


@unit_of_work
async def keep_declaration(
    words: str,
    order_ids: Sequence[int],
    *,
    chat_id: int,
    message_id: int,
    locale: Locale,
    written_at: datetime,
    settings: Settings,
    now: datetime,
) -> bool:
    """A case with the words and when they came in, once while it is open; `order_ids` are those that may be meant.

    False when they are kept already.
    """
    order_id = order_ids[0] if len(order_ids) == 1 else None
    if await _waiting(chat_id).filter(order_id=order_id).exists():
        return False
    order = await Order.get(id=order_ids[0])
    new = NewCase(
        cause="return",
        once=f"{_once(chat_id)}{message_id}",
        chat_id=chat_id,
        customer_id=order.customer_id,
        order_id=order_id,
        locale=locale,
        turns=(Turn("customer", words),),
        facts=html(settings.default_locale, "withdraw-words-case", at=written_at, tz=settings.time_zone),
    )
    case_id = await open_case(new, settings=settings, now=now)
    await _offer_to_enter(case_id, order_ids, new, written_at, settings=settings, now=now)
    return True


async def end_declaration(chat_id: int, order_id: int, *, settings: Settings, now: datetime) -> None:
    """It was confirmed: the return takes the place of the words. To be called in the transaction of the return."""
    for case in await _waiting(chat_id):
        if case.order_id in {None, order_id}:
            await close_case(case.id, because="return", settings=settings, now=now)


def is_declaration(case: Case) -> bool:
    """Whether a case is about such words."""
    return (case.once or "").startswith("written:")


async def _offer_to_enter(
    case_id: int, order_ids: Sequence[int], new: NewCase, written_at: datetime, *, settings: Settings, now: datetime
) -> None:
    """A tap for each contract that may be meant: whoever has asked the customer enters it."""
    from bot.callbacks import EnterWithdrawal  # brings aiogram along, which imports and the sender do without

    buttons = []
    for order in await Order.filter(id__in=list(order_ids[:MOST_OFFERED])).order_by("-placed_at"):
        tapped = EnterWithdrawal(case_id=case_id, order_id=order.id, at=int(written_at.timestamp()))
        label = plain(settings.default_locale, "withdraw-enter-button", number=order.number)
        buttons.append([callback_button(label, tapped.pack())])
    await show_facts(case_id, new.facts or Markup(), buttons, settings=settings, now=now)


def _waiting(chat_id: int) -> QuerySet[Case]:
    return Case.filter(once__startswith=_once(chat_id), status__in=OPEN)


def _once(chat_id: int) -> str:
    return f"written:{chat_id}:"
