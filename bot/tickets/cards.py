"""The card of a case in the staff chat: one message, edited in place, with all that an answer needs to begin."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from bot.config import Locale, Settings
from bot.customers.models import Chat
from bot.i18n import Markup, Money, html, lines, plain
from bot.outbox.messages import Button, Keyboard, callback_button, text_message
from bot.outbox.models import Push, Slot
from bot.outbox.queue import current_chat, enqueue
from bot.outbox.receipts import Receipt
from bot.shop.models import Order, Shipment
from bot.staff.models import StaffMember
from bot.tickets.models import Case, CaseMessage

TURNS_SHOWN = 6
LONGEST_SHOWN = 300
FAILED = ("failed", "skipped")
SIGNS = {"customer": "👤", "bot": "🤖", "staff": "💬", "note": "📝"}

Act = Literal["take", "details", "close", "reopen"]


async def post_card(case: Case, *, settings: Settings, now: datetime) -> None:
    """Post the card, or bring the posted one up to date; nothing without a staff chat."""
    if settings.staff_chat_id is None:
        return
    params = text_message(await card_text(case, settings), keyboard=card_keyboard(case, settings.default_locale))
    place = card_place(case.id)
    await enqueue(settings.staff_chat_id, "sendMessage", params, once=None, purpose="staff", now=now, slot=place)


async def card_receipt(case: Case, settings: Settings) -> Receipt | None:
    """Where the mark goes that tells what became of an answer; None when there is no card."""
    message_id = await find_card(case.id, settings)
    if settings.staff_chat_id is None or message_id is None:
        return None
    keyboard = card_keyboard(case, settings.default_locale)
    return Receipt(
        await current_chat(settings.staff_chat_id),
        message_id,
        settings.default_locale,
        text=await card_text(case, settings),
        keyboard=tuple(tuple(row) for row in keyboard),
    )


async def find_card(case_id: int, settings: Settings) -> int | None:
    """The message that is the card of the case."""
    if settings.staff_chat_id is None:
        return None
    slot = await Slot.get_or_none(chat_id=await current_chat(settings.staff_chat_id), name=card_place(case_id))
    return slot.message_id if slot else None


async def find_case_at(chat_id: int, message_id: int) -> int | None:
    """The case whose card, or whose forwarded message, this message of the staff chat is."""
    slot = await Slot.get_or_none(chat_id=chat_id, message_id=message_id, name__startswith=card_place(""))
    if slot:
        return int(slot.name.removeprefix(card_place("")))
    pushes = await Push.filter(chat_id=chat_id, message_id=message_id).values_list("id", flat=True)
    message = await CaseMessage.filter(push_id__in=list(pushes)).first() if pushes else None
    return message.case_id if message else None


def card_place(case_id: int | str) -> str:
    return f"case:{case_id}"


async def card_text(case: Case, settings: Settings) -> Markup:
    """Who, about what, what was said last, who looks after it. No address, number or mail: those are asked for."""
    locale = settings.default_locale
    return lines(
        [
            _title(case, locale),
            await _who(case, settings),
            *await _what(case, locale),
            *await _said(case, locale),
            await _owner(case, locale),
        ]
    )


def card_keyboard(case: Case, locale: Locale) -> Keyboard:
    """Buttons that work in a month; a second tap changes nothing."""
    if case.status == "closed":
        return [[_button(case, "reopen", locale)]]
    first = [] if case.owner_id else [_button(case, "take", locale)]
    return [[*first, _button(case, "details", locale)], [_button(case, "close", locale)]]


def _button(case: Case, act: Act, locale: Locale) -> Button:
    from bot.callbacks import CaseAct  # brings aiogram along, which imports and the sender do without

    labels = {
        "take": "staff-take-button",
        "details": "staff-details-button",
        "close": "staff-close-button",
        "reopen": "staff-reopen-button",
    }
    return callback_button(plain(locale, labels[act]), CaseAct(case_id=case.id, act=act).pack())


def _title(case: Case, locale: Locale) -> Markup:
    cause = html(locale, f"case-cause-{case.cause}")
    return html(locale, f"case-card-{'closed' if case.status == 'closed' else 'open'}", id=str(case.id), cause=cause)


async def _who(case: Case, settings: Settings) -> Markup:
    chat = await Chat.get_or_none(id=case.chat_id) if case.chat_id is not None else None
    return html(
        settings.default_locale,
        "case-card-who",
        name=(chat and chat.first_name) or "?",
        language=case.locale or "?",
        at=case.opened_at,
        tz=settings.time_zone,
    )


async def _what(case: Case, locale: Locale) -> list[Markup]:
    found = []
    if order := await Order.get_or_none(id=case.order_id) if case.order_id else None:
        total = _total(case, locale)
        state = plain(locale, f"state-{order.state}")
        found.append(html(locale, "case-card-order", number=order.number, state=state, total=total))
    if parcel := await Shipment.get_or_none(id=case.shipment_id) if case.shipment_id else None:
        found.append(_parcel(parcel, locale))
    return found


def _total(case: Case, locale: Locale) -> Markup:
    if case.value is None or case.currency is None:
        return Markup("?")
    return html(locale, "case-card-total", total=Money(case.value, case.currency))


def _parcel(parcel: Shipment, locale: Locale) -> Markup:
    """With the proof of delivery, as far as the carrier has told."""
    carrier, number = (parcel.carrier or "?").upper(), parcel.tracking_number or "?"
    proof = parcel.proof if isinstance(parcel.proof, dict) else {}
    signed = proof.get("signed_by")
    return lines(
        [
            html(
                locale,
                "case-card-parcel",
                carrier=carrier,
                number=number,
                state=plain(locale, f"state-{parcel.status}"),
            ),
            html(locale, "case-card-signed", name=str(signed)) if signed else Markup(),
        ]
    )


async def _said(case: Case, locale: Locale) -> list[Markup]:
    messages = list(reversed(await CaseMessage.filter(case_id=case.id).order_by("-id").limit(TURNS_SHOWN)))
    marks = await _marks([message.push_id for message in messages if message.author == "staff" and message.push_id])
    return [_line(message, marks, locale) for message in messages]


async def _marks(push_ids: Sequence[int]) -> dict[int, tuple[str, str | None]]:
    rows = await Push.filter(id__in=push_ids) if push_ids else []
    return {row.id: (row.status, row.why) for row in rows}


def _line(message: CaseMessage, marks: dict[int, tuple[str, str | None]], locale: Locale) -> Markup:
    text = " ".join((message.text or "").split())
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    if message.kind in {"photo", "document"}:
        shown = f"📎 {shown}"
    status, why = marks.get(message.push_id or 0, ("", None))
    mark = html(locale, "receipt-failed", reason=plain(locale, f"why-{why}")) if status in FAILED and why else Markup()
    return html(
        locale, "case-card-line", sign=SIGNS[message.author], text=shown, mark=Markup("✓") if status == "sent" else mark
    )


async def _owner(case: Case, locale: Locale) -> Markup:
    if case.owner_id is None:
        return html(locale, "case-card-nobody") if case.status != "closed" else Markup()
    member = await StaffMember.get_or_none(id=case.owner_id)
    chat = None if member and member.name else await Chat.get_or_none(id=case.owner_id)
    name = (member and member.name) or (chat and chat.first_name) or str(case.owner_id)
    return html(locale, "case-card-owner", name=name)
