"""The life of a case: opened once, and closed; the person behind it is left alone meanwhile (reopening.py: again)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from bot.config import Locale, Settings
from bot.customers.audience import customers_of
from bot.customers.holds import open_hold, release_hold
from bot.customers.models import Hold
from bot.db import connection, in_dialect, unit_of_work
from bot.i18n import Markup, html
from bot.outbox.messages import Keyboard
from bot.shop.models import Order
from bot.staff.audit import record
from bot.tickets.bans import is_banned
from bot.tickets.cards import post_card
from bot.tickets.clock import start_clock, stop_clock
from bot.tickets.models import Case, CaseMessage
from bot.tickets.resolutions import LONGEST_WORDS, Resolution
from bot.tickets.resting import refuse_kept_open
from bot.tickets.solved import ask_whether_solved
from bot.tickets.subjects import order_meant, topic_name
from bot.tickets.telling import tell_customer
from bot.tickets.turns import Turn, recent_turns

Problem = Literal["missing", "lost", "damaged", "late", "exception", "complaint", "detractor"]
Cause = Literal["human", Problem, "cancel", "change", "return", "feedback"]

HOLDS: dict[str, str] = {
    "human": "human",
    "missing": "lost",
    "lost": "lost",
    "damaged": "damaged",
    "late": "late",
    "complaint": "complaint",
    "detractor": "complaint",
    "exception": "case",
    "cancel": "case",
    "change": "case",
    "return": "",  # the return itself holds, until it is over
    "feedback": "",
}
# In these the customer talks with the staff from the first word on.
TALKS = frozenset({"human", "complaint"})
# Who asks again after the case was closed asks for a case of its own.
ASKED_AGAIN = TALKS | {"missing"}
LONGEST_SAID = 1_000
OPEN = ("open", "pending_customer")
EndedBy = Literal["customer", "recovered", "return", "declared", "shipped"]
ENDING = ("closed_at", "closed_because", "resolved_cause", "resolved_action", "resolved_words")

INSERT = """
INSERT INTO ticket_case (once, customer_id, chat_id, order_id, order_guessed, shipment_id, cause, locale, status,
  opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?) ON CONFLICT (once) DO NOTHING RETURNING id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """Something a human has to look after; the same `once` is the same case, whatever else is different.

    Without a value the order's total says how much is at stake; `order_guessed`: nobody has named that order. `rating`
    is an unhappy answer as people read it: 2/5. `facts` and `buttons` are what the room that opens it has to tell on
    its card (see cards.show_facts). `kept_open`: it ends with what it is about, and not by `resolve_case`.
    """

    cause: Cause
    once: str | None
    chat_id: int | None = None
    customer_id: int | None = None
    order_id: int | None = None
    order_guessed: bool = False
    shipment_id: int | None = None
    locale: Locale | None = None
    value: Decimal | None = None
    currency: str | None = None
    rating: str | None = None
    turns: Sequence[Turn] = ()
    facts: Markup | None = None
    buttons: Keyboard = ()
    kept_open: bool = False


@unit_of_work
async def open_case(new: NewCase, *, settings: Settings, now: datetime) -> int:
    """The id of the case, opened unless it is there; its card is posted, its customers are left alone from now on."""
    case_id = await _insert(new, now)
    if case_id is None:
        return int((await Case.get(once=new.once)).id)
    await _value(case_id, new)
    said = [
        CaseMessage(case_id=case_id, author=turn.author, text=turn.text[:LONGEST_SAID], at=now) for turn in new.turns
    ]
    await CaseMessage.bulk_create(said)
    case = await Case.get(id=case_id)
    await hold(case, now)
    await start_clock(case, settings=settings, now=now)
    await post_card(case, settings=settings, now=now)
    return case_id


@unit_of_work
async def add_to_case(case_id: int, words: str, *, settings: Settings, now: datetime) -> bool:
    """Let a case say what else came to be known, once; False when it says so already."""
    if await CaseMessage.filter(case_id=case_id, author="bot", text=words).exists():
        return False
    await CaseMessage.create(case_id=case_id, author="bot", text=words, at=now)
    await post_card(await Case.get(id=case_id), settings=settings, now=now)
    return True


async def open_human_case(
    chat_id: int,
    *,
    order_id: int | None,
    locale: Locale,
    settings: Settings,
    now: datetime,
    about: str | None = None,
) -> int:
    """Somebody asks for a human, about the order they were looking at (if it is theirs) or their newest.

    `about` is the intent that led here; a complaint has a clock of its own. While such a case is open it is the same.
    """
    owned = (await customers_of([chat_id])).get(chat_id, ())
    order = await order_meant(order_id, owned)
    new = NewCase(
        cause="complaint" if about == "complaint" else "human",
        once=_human_once(chat_id),
        chat_id=chat_id,
        customer_id=order.customer_id if order else next(iter(owned), None),
        order_id=order.id if order else None,
        order_guessed=order is not None and order.id != order_id,
        locale=locale,
        turns=await recent_turns(chat_id, now=now),
        facts=html(settings.default_locale, "case-about", topic=topic_name(about, settings)) if about else None,
    )
    return await open_case(new, settings=settings, now=now)


async def find_talk(chat_id: int) -> int | None:
    """The case in which a human talks with this chat, so that the bot is silent; None: there is none, or no more."""
    if await is_banned(chat_id):
        return None
    talks = Case.filter(chat_id=chat_id, status__in=OPEN).order_by("-id")
    for case in await talks:
        if was_talk(case):
            return int(case.id)
    return None


@unit_of_work
async def close_case(case_id: int, *, because: EndedBy, settings: Settings, now: datetime) -> bool:
    """Nobody needs a human any more: the customer says so, the parcel moves again, the return is over, what was
    written is declared, what was to be changed has left.

    False when it was closed.
    """
    return await _close(case_id, {"closed_because": because}, by=None, settings=settings, now=now)


@unit_of_work
async def resolve_case(
    case_id: int, resolution: Resolution, *, staff_id: int, settings: Settings, now: datetime
) -> bool:
    """It is done, and this was it: the only way in which the staff close one. False when it was closed before;
    KeptOpenError where what it is about is still to be decided."""
    await refuse_kept_open(case_id)
    told = {
        "closed_because": "staff",
        "resolved_cause": resolution.cause,
        "resolved_action": resolution.action,
        "resolved_words": (resolution.words or "").strip()[:LONGEST_WORDS] or None,
    }
    return await _close(case_id, told, by=staff_id, settings=settings, now=now)


def missing_once(shipment_id: int) -> str:
    """One case a parcel that its customer misses, as long as it is open."""
    return f"shipment:{shipment_id}:missing"


async def _close(
    case_id: int, told: Mapping[str, str | None], *, by: int | None, settings: Settings, now: datetime
) -> bool:
    """The bot answers again, holds end, the customer is told; or asked whether it is solved, which tells it, too."""
    if not await Case.filter(id=case_id, status__in=OPEN).update(status="closed", closed_at=now, **told):
        return False
    case = await Case.get(id=case_id)
    if case.cause in ASKED_AGAIN:
        await Case.filter(id=case_id).update(once=None)
    for customer_id, reason in await Hold.filter(subject=subject_of(case_id)).values_list("customer_id", "reason"):
        await release_hold(customer_id, reason=reason, subject=subject_of(case_id), now=now)
    await stop_clock(case_id)
    kept = {"because": case.closed_because, "cause": case.resolved_cause, "action": case.resolved_action}
    await record(by, "close", subject_of(case_id), now=now, detail=kept)
    asked = by is not None and await ask_whether_solved(case, settings=settings, now=now)
    if was_talk(case) and not asked:
        await tell_customer(case, "case-closed", once=None, settings=settings, now=now)
    await post_card(case, settings=settings, now=now)
    return True


async def _insert(new: NewCase, now: datetime) -> int | None:
    who = [new.once, new.customer_id, new.chat_id, new.order_id, new.order_guessed, new.shipment_id]
    rows = await connection().execute_query_dict(in_dialect(INSERT), [*who, new.cause, new.locale, now])
    return int(rows[0]["id"]) if rows else None


async def _value(case_id: int, new: NewCase) -> None:
    value, currency = new.value, new.currency
    if value is None and new.order_id is not None and (order := await Order.get_or_none(id=new.order_id)):
        value, currency = order.total, order.currency
    buttons = [list(row) for row in new.buttons] or None
    await Case.filter(id=case_id).update(
        value=value, currency=currency, rating=new.rating, facts=new.facts, buttons=buttons, kept_open=new.kept_open
    )


async def hold(case: Case, now: datetime) -> None:
    """Leave the person alone. Everybody the chat stands for: whichever of them is asked, they are one person."""
    reason = HOLDS[case.cause]
    if not reason:
        return
    linked = (await customers_of([case.chat_id])).get(case.chat_id, ()) if case.chat_id is not None else ()
    for customer_id in dict.fromkeys((case.customer_id, *linked)):
        if customer_id is not None:
            await open_hold(customer_id, reason=reason, subject=subject_of(case.id), now=now)


def was_talk(case: Case) -> bool:
    return case.cause in TALKS or case.first_answer_at is not None or case.talks_since is not None


def subject_of(case_id: int) -> str:
    return f"case:{case_id}"


def _human_once(chat_id: int) -> str:
    return f"human:{chat_id}"


def once_of(case: Case) -> str | None:
    """The name that it gave up when it was closed."""
    if case.cause in TALKS and case.chat_id is not None:
        return _human_once(case.chat_id)
    return missing_once(case.shipment_id) if case.cause == "missing" and case.shipment_id is not None else case.once
