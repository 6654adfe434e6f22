"""A withdrawal that somebody writes counts without any tap (rules.md 3.6): its words and time are kept, the staff told.

Whoever confirms it on the screen that follows has a return of their own for it; then nothing is left to be done here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.config import Settings
from bot.customers.audience import customers_of
from bot.db import unit_of_work
from bot.i18n import Markup
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.returns.enter_buttons import enter_buttons
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.receipts import words_receipt
from bot.returns.wording import Reader
from bot.returns.written_facts import declared_facts, waiting_facts
from bot.shop.models import Order
from bot.tickets.cards import show_facts
from bot.tickets.cases import OPEN, NewCase, close_case, open_case
from bot.tickets.hearing import add_customer_message
from bot.tickets.messages import Written
from bot.tickets.models import Case, CaseMessage
from bot.tickets.turns import Turn

# As many contracts are kept with the words, each by its id.
MOST_MEANT = 10
WRITTEN = "written:"
ENDED_BY_PEOPLE = ("staff", "customer")
RECEIPT_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a message, and when they came in; `edited_at` in Unix seconds."""

    words: str
    message_id: int
    written_at: datetime
    edited_at: int | None = None

    @property
    def name(self) -> str:
        """What a message says since it was edited is another declaration than what it said before."""
        return f"{self.message_id}-{self.edited_at}" if self.edited_at else str(self.message_id)


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that nobody has confirmed or entered yet; `order_ids` are what they are about, none where it may be any.

    `may_be_more`: not all that they are about was kept with them.
    """

    text: str
    written_at: datetime
    order_ids: tuple[int, ...]
    may_be_more: bool = False


@unit_of_work
async def keep_declaration(
    said: Said,
    order_ids: Sequence[int],
    *,
    each: bool,
    chat_id: int,
    reader: Reader,
    settings: Settings,
    now: datetime,
) -> int | None:
    """A case with the words and when they came in; the id of the push of their receipt, None where there was one.

    `order_ids` are those that may be meant, what runs out first first, none where no contract seems open or nobody
    knows whose chat it is; with `each` all of them are meant. More words about the same are added to the case that is
    open. The receipt waits in the outbox for `RECEIPT_AFTER`, so that nothing loses it: whoever has given it in the
    chat at once takes it back.
    """
    words, written_at = said.words, said.written_at
    name = f"{_once(chat_id)}{said.name}"
    meant = tuple(order_ids[:MOST_MEANT]) if each and len(order_ids) > 1 else ()
    order_id = order_ids[0] if len(order_ids) == 1 else None
    held = next((case for case in await _waiting(chat_id) if _holds(case, order_id, meant)), None)
    if held:
        if not await CaseMessage.filter(case_id=held.id, text=words).exists():
            written = Written("text", words, message_id=said.message_id)
            await add_customer_message(held.id, written, settings=settings, now=now)
    else:
        new = NewCase(
            cause="return",
            once=f"{name}@{int(written_at.timestamp())}:{','.join(map(str, meant))}",
            chat_id=chat_id,
            customer_id=await _customer_of(chat_id, order_ids),
            order_id=order_id,
            locale=reader.locale,
            turns=(Turn("customer", words),),
            facts=waiting_facts(written_at, settings, is_open=bool(order_ids)),
        )
        case_id = await open_case(new, settings=settings, now=now)
        buttons = await enter_buttons(case_id, order_ids, written_at, locale=settings.default_locale)
        await show_facts(case_id, new.facts or Markup(), buttons, settings=settings, now=now)
    receipt = text_message(words_receipt(words, written_at, reader))
    receipt["reply_parameters"] = {"message_id": said.message_id, "allow_sending_without_reply": True}
    once = f"{name}:receipt"
    due_at = now + RECEIPT_AFTER
    return await enqueue(chat_id, "sendMessage", receipt, once=once, purpose="answer", due_at=due_at, now=now)


async def end_declaration(chat_id: int, order_id: int, *, settings: Settings, now: datetime) -> None:
    """It was confirmed: the return takes the place of the words. To be called in the transaction of the return.

    Words about several contracts stay until each has its return; those of others about this one order end, too.
    """
    others = Case.filter(once__startswith=WRITTEN, order_id=order_id, status__in=OPEN).exclude(chat_id=chat_id)
    for case in [*await _waiting(chat_id), *await others]:
        if case.order_id in {None, order_id} and (order_id in _meant(case) or not _meant(case)):
            await _show_declared(case, _meant(case) or (order_id,), settings=settings, now=now)


async def waits_declaration(chat_id: int) -> bool:
    """Whether words of this chat are kept that nobody has confirmed or entered yet."""
    return await _waiting(chat_id).exists()


async def kept_words(chat_id: int) -> list[Kept]:
    """The words of this chat of which nothing was made, the first ones first; what was added to them later came later.

    That the staff, or their customer, have ended the conversation about them takes nothing back.
    """
    found = []
    is_left = Q(status__in=OPEN) | Q(closed_because__in=ENDED_BY_PEOPLE)
    for case in await Case.filter(is_left, once__startswith=_once(chat_id)):
        first = await CaseMessage.filter(case_id=case.id, author="customer").order_by("id").first()
        meant = (case.order_id,) if case.order_id else _meant(case)
        words = (first.text if first else None) or ""
        found.append(Kept(words, _written_at(case), meant, may_be_more=len(meant) >= MOST_MEANT))
    return sorted(found, key=lambda words: words.written_at)


def is_declaration(case: Case) -> bool:
    """Whether a case is about such words."""
    return (case.once or "").startswith(WRITTEN)


async def counts_from(written_at: datetime | None, order_id: int, *, now: datetime) -> datetime:
    """When a declaration was made: as it was written, unless one of that time was taken back since."""
    if written_at is None:
        return now
    taken_back = Return.filter(order_id=order_id, status=Status.CANCELLED, created_at__gte=written_at)
    return now if await taken_back.filter(declared_at__not_isnull=True).exists() else written_at


async def _show_declared(case: Case, order_ids: Sequence[int], *, settings: Settings, now: datetime) -> None:
    """The card tells what was made of the words, and offers what is left of them; closed, where nothing is."""
    declared = Return.filter(order_id__in=order_ids, declared_at__not_isnull=True).exclude(status=Status.CANCELLED)
    made, written_at = await declared.order_by("id"), _written_at(case)
    numbers = [each.number for each in made if each.created_at >= written_at]
    left = sorted(set(order_ids) - {each.order_id for each in made})
    facts = declared_facts(written_at, numbers, settings, is_all=not left)
    buttons = await enter_buttons(case.id, left, written_at, locale=settings.default_locale)
    await show_facts(case.id, facts, buttons, settings=settings, now=now)
    if not left:
        await close_case(case.id, because="declared", settings=settings, now=now)


async def _customer_of(chat_id: int, order_ids: Sequence[int]) -> int | None:
    if order_ids:
        return (await Order.get(id=order_ids[0])).customer_id
    return next(iter((await customers_of([chat_id])).get(chat_id, ())), None)


def _waiting(chat_id: int) -> QuerySet[Case]:
    return Case.filter(once__startswith=_once(chat_id), status__in=OPEN)


def _holds(case: Case, order_id: int | None, meant: tuple[int, ...]) -> bool:
    """Whether a case is about all of it already."""
    return (case.order_id, _meant(case)) == (order_id, meant) or order_id in _meant(case)


def _meant(case: Case) -> tuple[int, ...]:
    """The orders that were all meant, where it was more than one."""
    ids = (case.once or "").rpartition(":")[2]
    return tuple(int(each) for each in ids.split(",") if each)


def _written_at(case: Case) -> datetime:
    """Cases of an older version do not say: theirs were opened when the words were read."""
    at = (case.once or "").rpartition(":")[0].rpartition("@")[2]
    return datetime.fromtimestamp(int(at), UTC) if at.isdecimal() else case.opened_at


def _once(chat_id: int) -> str:
    return f"{WRITTEN}{chat_id}:"
