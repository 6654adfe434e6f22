"""Before anything is sent: wishes about an order go to the shop as a case, and nobody is told that it is done.

No platform that Bote speaks with lets a bot change an address or the items by itself, so a human does (TRK-13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.i18n import Markup, html, plain
from bot.outbox.messages import callback_button
from bot.returns.calls import instruct_change
from bot.returns.paths import Way
from bot.returns.policy import Policy
from bot.returns.reading import read_order
from bot.shop.models import Order
from bot.tickets.cards import show_facts
from bot.tickets.cases import NewCase, open_case, resolve_case
from bot.tickets.models import Case
from bot.tickets.replies import find_chat
from bot.tickets.resolutions import Resolution
from bot.tickets.telling import tell_customer
from bot.tickets.turns import Turn

WISHES = ("address", "items")


@dataclass(frozen=True, slots=True)
class Changeable:
    """Whether something of the order is still in the shop."""

    number: str
    open: bool


async def is_changeable(
    order_id: int, *, customer_ids: Sequence[int], policy: Policy, settings: Settings, now: datetime
) -> Changeable:
    """NotFoundError for a foreign order."""
    order = await read_order(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    return Changeable(order.number, any(line.eligibility.find(Way.CANCEL) for line in order.lines))


@unit_of_work
async def ask_for_change(
    order_id: int,
    wish: str,
    words: str,
    *,
    customer_ids: Sequence[int],
    chat_id: int,
    locale: Locale,
    policy: Policy,
    settings: Settings,
    now: datetime,
) -> bool:
    """Hand the wish to the staff in the customer's own words; False when everything has left meanwhile."""
    order = await read_order(order_id, customer_ids=customer_ids, policy=policy, settings=settings, now=now)
    if not any(line.eligibility.find(Way.CANCEL) for line in order.lines):
        return False
    once = f"change:{order.id}:{wish}:{now.timestamp():.0f}"
    new = NewCase(
        cause="change",
        once=once,
        chat_id=chat_id,
        customer_id=order.customer_id,
        order_id=order.id,
        locale=locale,
        turns=(Turn("customer", words),),
    )
    await _offer_answers(await open_case(new, settings=settings, now=now), wish, settings=settings, now=now)
    await instruct_change(order.id, wish, words, once=once, settings=settings, now=now)
    return True


@unit_of_work
async def answer_change(case_id: int, *, done: bool, staff_id: int, settings: Settings, now: datetime) -> bool:
    """It is changed, or it was too late: the customer is told and the case is closed; False when it was answered."""
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id, cause="change")
    if case is None or case.status == "closed":
        return False
    await find_chat(case, settings)
    key = "change-done" if done else "change-too-late"
    once = f"change:{case_id}:answer"
    await tell_customer(case, key, once=once, settings=settings, now=now, number=await _number(case))
    await show_facts(case_id, Markup(), (), settings=settings, now=now)
    resolution = Resolution("address" if f":{WISHES[0]}:" in (case.once or "") else "question", "answered")
    return await resolve_case(case_id, resolution, staff_id=staff_id, settings=settings, now=now)


async def _offer_answers(case_id: int, wish: str, *, settings: Settings, now: datetime) -> None:
    from bot.callbacks import ChangeAct  # brings aiogram along, which imports and the sender do without

    locale = settings.default_locale
    buttons = [
        callback_button(plain(locale, f"rma-change-{key}-button"), ChangeAct(case_id=case_id, done=done).pack())
        for key, done in (("done", True), ("late", False))
    ]
    await show_facts(case_id, html(locale, f"rma-change-{wish}"), [buttons], settings=settings, now=now)


async def _number(case: Case) -> str:
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    return order.number if order else "?"
