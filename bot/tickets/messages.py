"""What people write in a case: the customer's words to the staff, answers to the customer, notes to nobody else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import unit_of_work
from bot.i18n import Markup, escape, html
from bot.outbox.messages import text_message
from bot.outbox.queue import enqueue
from bot.staff.audit import record
from bot.tickets.cards import card_receipt, find_card, post_card
from bot.tickets.models import Case, CaseMessage
from bot.tickets.telling import ending_keyboard, reader_of

METHODS = {"photo": "sendPhoto", "document": "sendDocument"}
# Telegram's limits, less what stands above the words.
LONGEST_TEXT = 3_800
LONGEST_CAPTION = 900


@dataclass(frozen=True, slots=True)
class Written:
    """A message as somebody wrote it: words, a photo or a document with words, and where it stands."""

    kind: Literal["text", "photo", "document"]
    text: str
    message_id: int
    file_id: str | None = None


@unit_of_work
async def add_customer_message(case_id: int, written: Written, *, settings: Settings, now: datetime) -> None:
    """Keep what the customer wrote and show it to the staff, below the card."""
    case = await Case.get(id=case_id)
    message = await _keep(case, "customer", written, now)
    if settings.staff_chat_id is None:
        return
    chat = await Chat.get_or_none(id=case.chat_id) if case.chat_id is not None else None
    name = (chat and chat.first_name) or "?"
    head = html(settings.default_locale, "case-from-customer", id=str(case.id), name=name)
    card = await find_card(case.id, settings)
    params = _params(written, head)
    if card is not None:
        params["reply_parameters"] = {"message_id": card, "allow_sending_without_reply": True}
    once = f"case:{case.id}:customer:{written.message_id}"
    chat_id, method = settings.staff_chat_id, METHODS.get(written.kind, "sendMessage")
    message.push_id = await enqueue(chat_id, method, params, once=once, purpose="staff", now=now)
    await message.save(update_fields=["push_id"])


@unit_of_work
async def reply(case_id: int, written: Written, *, staff_id: int, settings: Settings, now: datetime) -> bool:
    """Answer the customer; the card shows ✓ or ✗ with the reason. False: the case is closed or has no chat."""
    case = await Case.get_or_none(id=case_id)
    if case is None or case.status == "closed" or case.chat_id is None:
        return False
    if await CaseMessage.filter(case_id=case_id, author="staff", chat_message=written.message_id).exists():
        return True
    await _answered_by(case, staff_id, now)
    message = await _keep(case, "staff", written, now, staff_id=staff_id)
    locale, _ = await reader_of(case, settings)
    params = _params(written, html(locale, "case-from-staff", shop=settings.shop_name))
    params["reply_markup"] = {"inline_keyboard": [list(row) for row in ending_keyboard(case.id, locale)]}
    message.push_id = await enqueue(
        case.chat_id,
        METHODS.get(written.kind, "sendMessage"),
        params,
        once=f"case:{case.id}:reply:{written.message_id}",
        purpose="answer",
        now=now,
        customer_id=case.customer_id,
        receipt=await card_receipt(case, settings),
    )
    await message.save(update_fields=["push_id"])
    await record(staff_id, "reply", f"case:{case.id}", now=now)
    return True


@unit_of_work
async def note(case_id: int, written: Written, *, staff_id: int, settings: Settings, now: datetime) -> None:
    """Keep something for the staff alone: it stands on the card, and nothing is ever queued for the customer."""
    case = await Case.get(id=case_id)
    await _keep(case, "note", written, now, staff_id=staff_id)
    await record(staff_id, "note", f"case:{case.id}", now=now)
    await post_card(case, settings=settings, now=now)


async def _keep(
    case: Case, author: str, written: Written, now: datetime, *, staff_id: int | None = None
) -> CaseMessage:
    return await CaseMessage.create(
        case_id=case.id,
        author=author,
        staff_id=staff_id,
        kind=written.kind,
        text=written.text,
        file_id=written.file_id,
        at=now,
        chat_message=written.message_id,
    )


async def _answered_by(case: Case, staff_id: int, now: datetime) -> None:
    """Who answers first looks after it."""
    await Case.filter(id=case.id, owner_id=None).update(owner_id=staff_id, taken_at=now)
    await Case.filter(id=case.id, first_answer_at=None).update(first_answer_at=now)
    await case.refresh_from_db()


def _params(written: Written, head: Markup) -> dict[str, Any]:
    if written.kind == "text":
        return text_message(Markup(f"{head}\n{escape(_cut(written.text, LONGEST_TEXT))}"))
    caption = Markup(f"{head}\n{escape(_cut(written.text, LONGEST_CAPTION))}")
    return {written.kind: written.file_id, "caption": caption.strip(), "parse_mode": "HTML"}


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
