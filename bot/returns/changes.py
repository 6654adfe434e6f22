"""Before anything is sent: wishes about an order go to the shop as a case, and nobody is told that it is done.

No platform that Bote speaks with lets a bot change an address or the items by itself, so a human does (TRK-13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.errors import CustomerError, NotFoundError
from bot.i18n import Markup, html, plain
from bot.outbox.messages import callback_button
from bot.returns.calls import instruct_change
from bot.returns.paths import BACK, Way
from bot.returns.policies import current_policy
from bot.returns.policy import Policy
from bot.returns.reading import read_order
from bot.shop.models import Order
from bot.shop.statuses import ShipmentStatus
from bot.tickets.cards import show_facts
from bot.tickets.cases import OPEN, NewCase, close_case, open_case, resolve_case
from bot.tickets.models import Case, CaseMessage
from bot.tickets.replies import find_chat
from bot.tickets.resolutions import Resolution
from bot.tickets.telling import tell_customer
from bot.tickets.turns import Turn

WISHES = ("address", "items")
# What the law lets nobody withdraw from (cancel_asked.py); a shop's own system is told of it as of other items.
CANCEL = "cancel"
# How a case is closed in which the shop has said yes.
GRANTED = "answered"


class WhyMissingError(CustomerError):
    """Whoever asked would read a bare no."""

    key = "rma-change-why-alert"


class LeftMeanwhileError(CustomerError):
    """Everything has left the shop, so that nothing can have been cancelled; nothing was done."""

    key = "rma-change-left-alert"


@dataclass(frozen=True, slots=True)
class Changeable:
    """Whether something of the order is still in the shop; `withdraw`: its contract may be withdrawn from;
    `stop`: that would cancel some of what is there. `is_delivered`: all of it is with the customer; `send_back`:
    something that has left the shop may come back."""

    number: str
    open: bool
    withdraw: bool
    stop: bool
    is_delivered: bool
    send_back: bool


async def is_changeable(
    order_id: int, *, customer_ids: Sequence[int], policy: Policy, settings: Settings, now: datetime
) -> Changeable:
    """NotFoundError for a foreign order."""
    reading: dict[str, Any] = {"customer_ids": customer_ids, "policy": policy, "settings": settings, "now": now}
    order = await read_order(order_id, overtakes=True, **reading)
    ways = {found.way for line in order.lines for found in line.eligibility.open}
    stop = any(line.eligibility.find(Way.CANCEL) and line.eligibility.find(Way.WITHDRAWAL) for line in order.lines)
    return Changeable(
        order.number,
        open=Way.CANCEL in ways,
        withdraw=Way.WITHDRAWAL in ways,
        stop=stop,
        is_delivered=order.state == ShipmentStatus.DELIVERED,
        send_back=any(line.eligibility.sent and any(map(line.eligibility.find, BACK)) for line in order.lines),
    )


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
    once = await _cancel_once(order.id) if wish == CANCEL else f"change:{order.id}:{wish}:{now.timestamp():.0f}"
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
    told = "items" if wish == CANCEL else wish
    await instruct_change(order.id, told, words, once=once, settings=settings, now=now)
    return True


@unit_of_work
async def answer_change(case_id: int, *, done: bool, staff_id: int, settings: Settings, now: datetime) -> bool:
    """It is changed, or it was too late: the customer is told and the case is closed; False when it was answered.

    WhyMissingError when a request to cancel is declined and nobody has written to the customer why, LeftMeanwhileError
    when it is said to be cancelled and everything has left. What was changed may have left as it was wished.
    """
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id, cause="change")
    if case is None or case.status == "closed":
        return False
    await find_chat(case, settings)
    rest = f":{CANCEL}:" in (case.once or "")
    if rest and done and await _has_left(case, settings, now):
        raise LeftMeanwhileError
    if rest and not done and not await CaseMessage.filter(case_id=case_id, author="staff").exists():
        raise WhyMissingError
    about = ("change-rest-done", "change-rest-declined") if rest else ("change-done", "change-too-late")
    key = about[0] if done else about[1]
    once = f"change:{case_id}:answer"
    await tell_customer(case, key, once=once, settings=settings, now=now, number=await _number(case))
    await show_facts(case_id, Markup(), (), settings=settings, now=now)
    action = "nothing" if rest and not done else GRANTED
    resolution = Resolution("address" if f":{WISHES[0]}:" in (case.once or "") else "question", action)
    return await resolve_case(case_id, resolution, staff_id=staff_id, settings=settings, now=now)


async def mind_changes(settings: Settings, *, now: datetime) -> int:
    """Requests to cancel that nobody has answered before everything had left: both sides hear that it was too late; how
    many. Another address, or other items, may be what has left: of these only people know."""
    waiting = await Case.filter(cause="change", status__in=OPEN, once__contains=f":{CANCEL}:").order_by("id")
    return sum([await _end_late(case.id, settings, now) for case in waiting if await _has_left(case, settings, now)])


@unit_of_work
async def _end_late(case_id: int, settings: Settings, now: datetime) -> bool:
    case = await Case.select_for_update(no_key=True).get(id=case_id)
    if case.status not in OPEN:
        return False
    once, number = f"change:{case_id}:late", await _number(case)
    await tell_customer(case, "change-rest-left", once=once, settings=settings, now=now, number=number)
    await show_facts(case_id, html(settings.default_locale, "rma-change-left"), (), settings=settings, now=now)
    return await close_case(case_id, because="shipped", settings=settings, now=now)


async def _has_left(case: Case, settings: Settings, now: datetime) -> bool:
    """Whether nothing of it is in the shop any more, since it was sent; what the shop has cancelled was not."""
    if case.order_id is None or case.customer_id is None:
        return False
    who: dict[str, Any] = {"customer_ids": [case.customer_id], "policy": await current_policy(), "settings": settings}
    try:
        order = await read_order(case.order_id, now=now, **who)
    except NotFoundError:
        return False
    lines = [line.eligibility for line in order.lines]
    return any(line.sent for line in lines) and not any(line.unshipped for line in lines)


async def _cancel_once(order_id: int) -> str:
    """The same for two taps at once, another one after each answer."""
    about = f"change:{order_id}:{CANCEL}:"
    return f"{about}{await Case.filter(once__startswith=about, status='closed').count() or 'once'}"


async def _offer_answers(case_id: int, wish: str, *, settings: Settings, now: datetime) -> None:
    from bot.callbacks import ChangeAct  # brings aiogram along, which imports and the sender do without

    locale = settings.default_locale
    about = "cancel-" if wish == CANCEL else ""
    buttons = [
        callback_button(plain(locale, f"rma-change-{about}{key}-button"), ChangeAct(case_id=case_id, done=done).pack())
        for key, done in (("done", True), ("late", False))
    ]
    await show_facts(case_id, html(locale, f"rma-change-{wish}"), [buttons], settings=settings, now=now)


async def _number(case: Case) -> str:
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    return order.number if order else "?"
