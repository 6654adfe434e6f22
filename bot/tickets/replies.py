"""What the staff write in a case: answers that reach the customer, notes that never do."""

from datetime import datetime
from typing import Literal

from bot.config import Settings
from bot.customers.audience import chats_of
from bot.db import unit_of_work
from bot.i18n import html
from bot.outbox.receipts import Receipt
from bot.staff.audit import record
from bot.tickets.cards import post_card
from bot.tickets.clock import note_contact
from bot.tickets.messages import Way, Written, correct, find_kept, keep, send
from bot.tickets.models import Case, CaseMessage
from bot.tickets.telling import ending_keyboard, reader_of

# queued: on its way. corrected: the customer reads the new words. noted: it was a note and stays one. of_note: the
# first part of its album was a note, so it is one.
Outcome = Literal["queued", "corrected", "noted", "of_note", "closed", "no_chat"]


@unit_of_work
async def reply(
    case_id: int,
    written: Written,
    *,
    staff_id: int,
    settings: Settings,
    now: datetime,
    receipt: Receipt | None = None,
) -> Outcome:
    """Answer the customer; the card soon shows ✓, or ✗ with the reason, and so does the message of `receipt`.

    A message that was sent before and edited since is corrected where the customer reads it.
    """
    case = await Case.get_or_none(id=case_id)
    if known := await find_kept(case_id, written, "staff", "note"):
        return await _correct(known, written, staff_id, settings, now)
    if case is None or case.status == "closed":
        return "closed"
    if written.album and await CaseMessage.filter(case_id=case_id, album=written.album, author="note").exists():
        await note(case_id, written, staff_id=staff_id, settings=settings, now=now)
        return "of_note"
    if not await find_chat(case, settings):
        return "no_chat"
    await _answered_by(case, staff_id, now)
    message = await keep(case.id, "staff", written, now=now, staff_id=staff_id)
    way = await _way(case, message, settings)
    await send(message, way, now=now, customer_id=case.customer_id, receipt=receipt)
    await record(staff_id, "reply", f"case:{case.id}", now=now)
    return "queued"


@unit_of_work
async def note(case_id: int, written: Written, *, staff_id: int, settings: Settings, now: datetime) -> None:
    """Keep something for the staff alone: it stands on the card, and nothing is ever queued for the customer."""
    if known := await find_kept(case_id, written, "note"):
        await _renote(known, written.text, staff_id, settings, now)
        return
    case = await Case.get(id=case_id)
    await keep(case.id, "note", written, now=now, staff_id=staff_id)
    await record(staff_id, "note", f"case:{case.id}", now=now)
    await post_card(case, settings=settings, now=now)


async def was_sent(case_id: int, message_id: int) -> bool:
    """Whether this message of the staff went to the customer."""
    return await CaseMessage.filter(case_id=case_id, chat_message=message_id, author="staff").exists()


async def _correct(known: CaseMessage, written: Written, staff_id: int, settings: Settings, now: datetime) -> Outcome:
    """A note stays a note, whatever it says now; what cannot be changed any more is sent anew."""
    if known.author == "note":
        await _renote(known, written.text, staff_id, settings, now)
        return "noted"
    case = await Case.get(id=known.case_id)
    if known.text == written.text:
        return "queued"
    if case.status == "closed":
        return "closed"
    way = await _way(case, known, settings)
    await record(staff_id, "correct", f"case:{case.id}", now=now)
    if not await correct(known, written.text, way, now=now):
        known.marked_at = None
        await known.save(update_fields=["marked_at"])
        again = Way(way.chat_id, way.head, way.purpose, None, way.markup)
        await send(known, again, now=now, customer_id=case.customer_id)
    await post_card(case, settings=settings, now=now)
    return "corrected"


async def _renote(known: CaseMessage, text: str, staff_id: int, settings: Settings, now: datetime) -> None:
    if known.text == text:
        return
    known.text, known.edited_at = text, now
    await known.save(update_fields=["text", "edited_at"])
    await record(staff_id, "note", f"case:{known.case_id}", now=now)
    await post_card(await Case.get(id=known.case_id), settings=settings, now=now)


async def find_chat(case: Case, settings: Settings) -> bool:
    """A case about a parcel has no chat of its own before somebody answers: then it is one of the customer's."""
    if case.chat_id is not None:
        return True
    chats = await chats_of(case.customer_id, settings=settings) if case.customer_id else ()
    if not chats:
        return False
    case.chat_id, case.locale = chats[-1].chat_id, case.locale or chats[-1].locale
    await case.save(update_fields=["chat_id", "locale"])
    return True


async def _answered_by(case: Case, staff_id: int, now: datetime) -> None:
    """Who answers first looks after it."""
    await Case.filter(id=case.id, owner_id=None).update(owner_id=staff_id, taken_at=now)
    await Case.filter(id=case.id, first_answer_at=None).update(first_answer_at=now)
    await note_contact(case.id, now=now)
    await case.refresh_from_db()


async def _way(case: Case, message: CaseMessage, settings: Settings) -> Way:
    locale, _ = await reader_of(case, settings)
    if case.chat_id is None:
        raise ValueError(f"case {case.id} has no chat")
    return Way(
        case.chat_id,
        html(locale, "case-from-staff", shop=settings.shop_name),
        "answer",
        f"case:{case.id}:reply:{message.id}",
        {"inline_keyboard": [list(row) for row in ending_keyboard(case.id, locale)]},
    )
