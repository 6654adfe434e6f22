"""The life of a case: opened once, taken, closed, opened again; the person behind it is left alone meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from bot.config import Locale, Settings
from bot.customers.audience import customers_of
from bot.customers.holds import open_hold, release_hold
from bot.customers.models import Hold
from bot.db import connection, in_dialect, unit_of_work
from bot.shop.models import Order
from bot.staff.audit import record
from bot.tickets.cards import post_card
from bot.tickets.models import Case, CaseMessage
from bot.tickets.telling import tell_customer

Cause = Literal["human", "missing", "lost", "damaged", "late", "exception", "complaint"]

HOLDS: dict[str, str] = {
    "human": "human",
    "missing": "lost",
    "lost": "lost",
    "damaged": "damaged",
    "late": "late",
    "complaint": "complaint",
    "exception": "case",
}
REOPENED_WITHIN = timedelta(days=7)
LONGEST_TURN = 1_000
OPEN = ("open", "pending_customer")

INSERT = """
INSERT INTO ticket_case (once, customer_id, chat_id, order_id, shipment_id, cause, locale, status, opened_at)
VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?) ON CONFLICT (once) DO NOTHING RETURNING id"""


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said before anybody asked for a human."""

    author: Literal["customer", "bot"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """Something a human has to look after; the same `once` is the same case, whatever else is different.

    Without a value the order's total says how much is at stake.
    """

    cause: Cause
    once: str | None
    chat_id: int | None = None
    customer_id: int | None = None
    order_id: int | None = None
    shipment_id: int | None = None
    locale: Locale | None = None
    value: Decimal | None = None
    currency: str | None = None
    turns: Sequence[Turn] = ()


@unit_of_work
async def open_case(new: NewCase, *, settings: Settings, now: datetime) -> int:
    """The id of the case, opened unless it is there; its card is posted, its customers are left alone from now on."""
    case_id = await _insert(new, now)
    if case_id is None:
        return int((await Case.get(once=new.once)).id)
    await _value(case_id, new)
    said = [
        CaseMessage(case_id=case_id, author=turn.author, text=turn.text[:LONGEST_TURN], at=now) for turn in new.turns
    ]
    await CaseMessage.bulk_create(said)
    case = await Case.get(id=case_id)
    await _hold(case, now)
    await post_card(case, settings=settings, now=now)
    return case_id


async def open_human_case(
    chat_id: int, *, order_id: int | None, locale: Locale, turns: Sequence[Turn], settings: Settings, now: datetime
) -> int:
    """Somebody asks for a human, about the order they were looking at (if it is theirs) or their newest.

    While such a case is open it is the same one.
    """
    owned = (await customers_of([chat_id])).get(chat_id, ())
    order = await _order_meant(order_id, owned)
    new = NewCase(
        cause="human",
        once=_human_once(chat_id),
        chat_id=chat_id,
        customer_id=order.customer_id if order else next(iter(owned), None),
        order_id=order.id if order else None,
        locale=locale,
        turns=turns,
    )
    return await open_case(new, settings=settings, now=now)


async def find_talk(chat_id: int) -> int | None:
    """The case in which a human talks with this chat, so that the bot is silent; None: there is none."""
    talks = Case.filter(chat_id=chat_id, status__in=OPEN).order_by("-id")
    for case in await talks:
        if case.cause == "human" or case.first_answer_at:
            return int(case.id)
    return None


@unit_of_work
async def take_case(case_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """It is mine from now on; False when it was taken or closed before."""
    taken = await Case.filter(id=case_id, owner_id=None, status__in=OPEN).update(owner_id=staff_id, taken_at=now)
    if taken:
        await record(staff_id, "take", f"case:{case_id}", now=now)
        await post_card(await Case.get(id=case_id), settings=settings, now=now)
    return bool(taken)


@unit_of_work
async def close_case(
    case_id: int, *, because: str, settings: Settings, now: datetime, staff_id: int | None = None
) -> bool:
    """It is done: the bot answers again, holds end, the customer is told. False when it was closed before."""
    done = {"status": "closed", "closed_at": now, "closed_because": because}
    if not await Case.filter(id=case_id, status__in=OPEN).update(**done):
        return False
    case = await Case.get(id=case_id)
    if case.cause == "human":  # asking again is a case of its own
        await Case.filter(id=case_id).update(once=None)
    for customer_id, reason in await Hold.filter(subject=_subject(case_id)).values_list("customer_id", "reason"):
        await release_hold(customer_id, reason=reason, subject=_subject(case_id), now=now)
    await record(staff_id, "close", _subject(case_id), now=now, detail={"because": because})
    if _was_talk(case):
        await tell_customer(case, "case-closed", once=None, settings=settings, now=now)
    await post_card(case, settings=settings, now=now)
    return True


@unit_of_work
async def reopen_case(case_id: int, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """Take it up again within seven days; False later, when it is open, or when the person has asked anew."""
    case = await Case.get_or_none(id=case_id, status="closed")
    if case is None or case.closed_at is None or now - case.closed_at > REOPENED_WITHIN:
        return False
    once = case.once
    if case.cause == "human" and case.chat_id is not None:
        once = _human_once(case.chat_id)
        if await Case.filter(once=once).exists():
            return False
    again = {"status": "open", "closed_at": None, "closed_because": None, "owner_id": staff_id, "taken_at": now}
    await Case.filter(id=case_id).update(once=once, **again)
    case = await Case.get(id=case_id)
    await _hold(case, now)
    await record(staff_id, "reopen", _subject(case_id), now=now)
    if _was_talk(case):
        await tell_customer(case, "case-reopened", once=None, settings=settings, now=now, ending=True)
    await post_card(case, settings=settings, now=now)
    return True


async def _insert(new: NewCase, now: datetime) -> int | None:
    values = [new.once, new.customer_id, new.chat_id, new.order_id, new.shipment_id, new.cause, new.locale, now]
    rows = await connection().execute_query_dict(in_dialect(INSERT), values)
    return int(rows[0]["id"]) if rows else None


async def _value(case_id: int, new: NewCase) -> None:
    value, currency = new.value, new.currency
    if value is None and new.order_id is not None and (order := await Order.get_or_none(id=new.order_id)):
        value, currency = order.total, order.currency
    await Case.filter(id=case_id).update(value=value, currency=currency)


async def _hold(case: Case, now: datetime) -> None:
    """Everybody the chat stands for: whichever of them is asked, they are one person."""
    linked = (await customers_of([case.chat_id])).get(case.chat_id, ()) if case.chat_id is not None else ()
    for customer_id in dict.fromkeys((case.customer_id, *linked)):
        if customer_id is not None:
            await open_hold(customer_id, reason=HOLDS[case.cause], subject=_subject(case.id), now=now)


async def _order_meant(order_id: int | None, owned: Sequence[int]) -> Order | None:
    """The one on the screen if it is theirs, else an open one, else the newest."""
    if not owned:
        return None
    orders = Order.filter(customer_id__in=owned)
    if order_id is not None and (order := await orders.filter(id=order_id).first()):
        return order
    return await orders.order_by("-is_open", "-placed_at", "-id").first()


def _was_talk(case: Case) -> bool:
    return case.cause == "human" or case.first_answer_at is not None


def _subject(case_id: int) -> str:
    return f"case:{case_id}"


def _human_once(chat_id: int) -> str:
    return f"human:{chat_id}"
