"""Erasing a person from all rooms in one transaction: what waits is taken back, what the law keeps is blocked."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import Q

from bot.config import Settings
from bot.conversations.forgetting import forget_conversation
from bot.customers.consents import PURPOSES
from bot.db import is_sqlite, unit_of_work
from bot.outbox.consent import revoke
from bot.outbox.models import Push
from bot.outbox.queue import cancel_waiting, enqueue
from bot.outbox.reasons import Why
from bot.privacy.copies import forget_copies
from bot.privacy.coverage import COVERAGE, Blank, Covered, Delete
from bot.privacy.finding import Found, find_rows, model_of
from bot.privacy.subject import Subject
from bot.returns.erased import keep_returns, open_returns
from bot.shop.erased import block_customers
from bot.shop.rows import fetch
from bot.staff.audit import record
from bot.tickets.cards import card_place, post_card
from bot.tickets.models import Case

ROWS_AT_ONCE = 5_000
# Telegram lets a bot delete a message for 48 hours; what is older stays in the staff's group.
DELETABLE = timedelta(hours=47)


@dataclass(frozen=True, slots=True)
class Erased:
    """Rows by table: gone, emptied, kept because of a ground; and how many orders are blocked from now on."""

    deleted: Mapping[str, int]
    emptied: Mapping[str, int]
    kept: Mapping[str, int]
    blocked_orders: int


async def erase(subject: Subject, *, settings: Settings, now: datetime, staff_id: int | None = None) -> Erased:
    """Everything about the subject, now and for good; a second time finds nothing more to do.

    Whoever was writing about them at that moment is waited for, and what they have left goes, too.
    """
    erased = await _erase(subject, settings, now, staff_id)
    if not is_sqlite():  # where one writes at a time
        await _wait_for_writers(subject)
        await _clear(subject, settings, now)
    for chat_id in subject.chats:
        await forget_conversation(chat_id, settings)
    return erased


@unit_of_work
async def _erase(subject: Subject, settings: Settings, now: datetime, staff_id: int | None) -> Erased:
    erased = await _clear(subject, settings, now)
    await _note(subject, staff_id, now)
    return erased


@unit_of_work
async def _wait_for_writers(subject: Subject) -> None:
    """A row that points to a customer or chat keeps that one locked until its transaction ends.

    In a unit of work of its own, holding nothing else, so that it can stand in nobody's way. FOR UPDATE, since nothing
    less waits for those who only refer to the row.
    """
    for table, ids in (("shop_customer", subject.customers), ("customer_chat", subject.chats)):
        await fetch(f"SELECT id FROM {table} WHERE id IN ? ORDER BY id FOR UPDATE", list(ids))  # noqa: S608  # our own names


@unit_of_work
async def _clear(subject: Subject, settings: Settings, now: datetime) -> Erased:
    await _stop_what_waits(subject, now)
    found = await find_rows(subject)
    await _clear_staff_chat(found, now)
    still_open = await open_returns(found.ids["case"])
    await _close_cases(found, set(still_open), now)
    await forget_copies(subject.customers)
    blocked = await block_customers(subject.customers, everywhere=subject.everywhere, now=now)
    for covered in reversed(COVERAGE):
        await _apply(covered, found.ids_of(covered.table))
    for case in await Case.filter(id__in=found.ids["case"]).order_by("id"):
        await post_card(case, settings=settings, now=now)
    await keep_returns(still_open, settings=settings, now=now)
    return Erased(_count(found, Delete), _count(found, Blank), _kept(found), blocked)


async def _stop_what_waits(subject: Subject, now: datetime) -> None:
    for chat_id in subject.chats:
        for purpose in PURPOSES:
            await revoke(chat_id, purpose, now=now, by="erasure")
        await cancel_waiting(chat_id=chat_id, why=Why.ERASED, now=now)
    for customer_id in subject.customers:
        await cancel_waiting(customer_id=customer_id, why=Why.ERASED, now=now)


async def _clear_staff_chat(found: Found, now: datetime) -> None:
    """What the person wrote, and who they are, was sent to the staff, too: what Telegram lets us delete is deleted.

    Cards stay; they are posted anew without the person.
    """
    carried = [row["push_id"] for row in found.rows["ticket_message"] if row["push_id"]]
    cards = [card_place(case_id) for case_id in found.ids["case"]]
    to_staff = Q(id__in=carried, chat_id__lt=0) | Q(customer_id__in=found.ids["customer"], purpose="staff", slot=None)
    shown = Push.filter(to_staff, message_id__not_isnull=True, settled_at__gt=now - DELETABLE)
    parts = Counter(row["push_id"] for row in found.rows["ticket_message"])
    for push in await shown:
        for place in range(max(1, parts[push.id])):  # an album is as many messages as it has parts
            params = {"message_id": (push.message_id or 0) + place}
            once = f"erase:{push.id}:{place}"
            await enqueue(push.chat_id, "deleteMessage", params, once=once, purpose="staff", now=now)
    await Push.filter(Q(id__in=carried) | Q(slot__in=cards)).delete()


async def _close_cases(found: Found, kept: Collection[int], now: datetime) -> None:
    """All but those (`kept`) in which somebody is still owed money or goods."""
    open_ones = Case.filter(id__in=set(found.ids["case"]) - set(kept), closed_at=None)
    await open_ones.update(status="closed", closed_at=now, closed_because="erased")


async def _apply(covered: Covered, ids: Sequence[object]) -> None:
    model = model_of(covered.table)
    for start in range(0, len(ids), ROWS_AT_ONCE):
        rows = model.filter(pk__in=ids[start : start + ROWS_AT_ONCE])
        match covered.erasure:
            case Delete():
                await rows.delete()
            case Blank(columns=columns):
                await rows.update(**dict.fromkeys(columns.split()))


async def _note(subject: Subject, staff_id: int | None, now: datetime) -> None:
    """That somebody was erased is kept, by the number of the blocked customer; the chat's is nobody's business."""
    for customer_id in subject.customers:
        await record(staff_id, "erase", f"customer:{customer_id}", now=now)
    if not subject.customers:
        await record(staff_id, "erase", "chat", now=now)


def _count(found: Found, kind: type) -> dict[str, int]:
    return {
        covered.table: len(found.rows[covered.table])
        for covered in COVERAGE
        if isinstance(covered.erasure, kind) and found.rows[covered.table]
    }


def _kept(found: Found) -> dict[str, int]:
    gone = _count(found, Delete) | _count(found, Blank)
    return {table: len(rows) for table, rows in found.rows.items() if rows and table not in gone}
