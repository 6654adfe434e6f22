"""A withdrawal in writing that nobody has confirmed is entered by the staff, for the contract that is meant."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from bot.config import Locale, Settings
from bot.customers.audience import customers_of
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.i18n import Markup
from bot.returns.doors import withdrawable
from bot.returns.enter_buttons import enter_buttons
from bot.returns.entering_pieces import Items, piece_buttons
from bot.returns.first_words import declared_since
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, subject_of
from bot.returns.policies import current_policy
from bot.returns.requested import Requested
from bot.returns.requests import NothingLeftError
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.returns.written import is_declaration
from bot.shop.models import Order
from bot.shop.orders import list_orders
from bot.staff.audit import record
from bot.tickets.cards import show_facts
from bot.tickets.cases import OPEN
from bot.tickets.models import Case, CaseMessage

if TYPE_CHECKING:
    from bot.callbacks import EnterWithdrawal

# Words are read at most so long after they were written (handlers/wishes.py).
DAY = timedelta(days=1)
# Telegram shows no more than a hundred under a message, and a card has others.
MOST_BUTTONS = 80


@unit_of_work
async def enter_declaration(
    case_id: int,
    order_id: int,
    *,
    written_at: int,
    staff_id: int,
    settings: Settings,
    now: datetime,
    pieces: str = "",
) -> Requested:
    """All that can be withdrawn from of this order, or these `pieces` (`bot.callbacks.EnterWithdrawal`), declared when
    the words were written (Unix seconds).

    The receipt goes to the customer, and the case of the words ends. MovedOnError when that has ended already,
    NotFoundError for an order of somebody else's; whatever is not open any more is told as `withdraw` tells it.
    """
    case = await _waiting(case_id)
    at = _within(written_at, case)
    who = await _who(case, settings)
    seen = await _open_then(case, order_id, at, who)
    choice = seen.choice
    if pieces:
        items = Items.of(seen.lines)
        counts = items.read(pieces)
        if counts is None:
            raise MovedOnError
        choice = items.choice(counts)
    made = await withdraw(
        order_id,
        choice,
        chat_id=case.chat_id or 0,
        locale=cast(Locale, case.locale or settings.default_locale),
        now=now,
        declared_at=at,
        **who,
    )
    await record(staff_id, "return.entered", subject_of(made.id), now=now)
    return made


@unit_of_work
async def offer_all(case_id: int, *, written_at: int, settings: Settings, now: datetime) -> None:
    """Every order that the words may be about is a button of their case; the errors are those of above."""
    case = await _waiting(case_id)
    at, who = _within(written_at, case), await _who(case, settings)
    page = await list_orders(who["customer_ids"], today=at.date(), limit=MOST_BUTTONS)
    before = [order.id for order in page.orders if order.placed_at <= at]
    order_ids = await withdrawable(before, now=at, chat_id=case.chat_id, **who)
    buttons = await enter_buttons(case_id, order_ids, at, locale=settings.default_locale, most=MOST_BUTTONS)
    await show_facts(case_id, Markup(case.facts or ""), buttons, settings=settings, now=now)


async def kept_of(case_id: int) -> tuple[str, list[int]]:
    """All that its customer wrote about it, and whose purchases it may be about; the errors are those of above."""
    case = await _waiting(case_id)
    said = CaseMessage.filter(case_id=case_id, author="customer").order_by("id")
    words = [str(text) for text in await said.values_list("text", flat=True) if text]
    return "\n".join(words), await _owners(case)


@unit_of_work
async def offer_pieces(
    tapped: "EnterWithdrawal", *, named: Mapping[int, int] | None = None, settings: Settings, now: datetime
) -> None:
    """The items of the order are buttons of the case: chosen is what was tapped, at first what the words have `named`
    (pieces by line); the errors are those of above."""
    case = await _waiting(tapped.case_id)
    at = _within(tapped.at, case)
    seen = await _open_then(case, tapped.order_id, at, await _who(case, settings))
    if not seen.lines:
        raise NothingLeftError
    items = Items.of(seen.lines)
    counts = items.read(tapped.pieces) if named is None else items.named(named)
    buttons = piece_buttons(tapped, seen.number, items, counts or items.named({}), locale=settings.default_locale)
    await show_facts(tapped.case_id, Markup(case.facts or ""), buttons, settings=settings, now=now)


async def entered_of(order_id: int) -> tuple[str, list[str]]:
    """The number of the order (empty: there is none), and of what was declared of it by now."""
    order = await Order.get_or_none(id=order_id)
    declared = Return.filter(order_id=order_id, declared_at__not_isnull=True).exclude(status=Status.CANCELLED)
    numbers = [str(number) for number in await declared.order_by("id").values_list("number", flat=True)]
    return order.number if order else "", numbers


async def _waiting(case_id: int) -> Case:
    case = await Case.select_for_update(no_key=True).get_or_none(id=case_id)
    if case is None or not is_declaration(case) or case.customer_id is None or case.chat_id is None:
        raise NotFoundError
    if case.status not in OPEN:
        raise MovedOnError
    return case


def _within(written_at: int, case: Case) -> datetime:
    return max(min(datetime.fromtimestamp(written_at, UTC), case.opened_at), case.opened_at - DAY)


async def _who(case: Case, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": await _owners(case), "policy": await current_policy(), "settings": settings}


async def _open_then(case: Case, order_id: int, at: datetime, who: Mapping[str, Any]) -> Withdrawal:
    """What could be withdrawn from when the words were written, or first words about it were."""
    since = await declared_since(order_id, at, chat_id=case.chat_id or 0, **who)
    return await read_withdrawal(order_id, now=since or at, **who)


async def _owners(case: Case) -> list[int]:
    """All whose purchases the chat has linked: the words may be about any of these."""
    linked = (await customers_of([case.chat_id or 0])).get(case.chat_id or 0, ())
    return sorted({*linked, case.customer_id or 0})
