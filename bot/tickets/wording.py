"""A case in words for the staff: who, about what, what was said, who looks after it. No address, number or mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.config import LOCALES, Locale, Settings
from bot.customers.languages import locale_of_country
from bot.customers.models import Chat
from bot.i18n import Markup, Money, Value, has_text, html, lines, plain
from bot.outbox.models import Push
from bot.shop.carriers import carrier_name
from bot.shop.models import Customer, Order, Shipment
from bot.tickets.models import Case, CaseMessage
from bot.tickets.people import names_of
from bot.tickets.turns import clip

LONGEST_SHOWN = 300
FAILED = ("failed", "skipped")
SIGNS = {"customer": "👤", "bot": "🤖", "staff": "💬", "note": "📝"}

Marks = dict[int, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is worded."""

    locale: Locale
    tz: ZoneInfo


def reader_at_work(settings: Settings) -> Reader:
    """Everybody in the staff chat."""
    return Reader(settings.default_locale, settings.time_zone)


def title(case: Case, locale: Locale) -> Markup:
    cause = html(locale, f"case-cause-{case.cause}")
    return html(locale, f"case-card-{'closed' if case.status == 'closed' else 'open'}", id=str(case.id), cause=cause)


async def who(case: Case, reader: Reader) -> Markup:
    """The name their own app tells, and the language to answer in as far as it is known.

    Of somebody without a chat not even the name: the shop's data are asked for, and every look is on record.
    """
    chat = await Chat.get_or_none(id=case.chat_id) if case.chat_id is not None else None
    name = (chat and chat.first_name) or html(reader.locale, "case-card-no-chat")
    told: dict[str, Value] = {"name": name, "at": case.opened_at}
    if (spoken := await _language(case, chat)) is None:
        return html(reader.locale, "case-card-who-only", tz=reader.tz, **told)
    language = plain(reader.locale, f"language-name-{spoken}")
    return html(reader.locale, "case-card-who", tz=reader.tz, language=language, **told)


async def what(case: Case, locale: Locale) -> list[Markup]:
    """Order and parcel, with the proof of delivery as far as the carrier has told."""
    found = []
    if order := await Order.get_or_none(id=case.order_id) if case.order_id else None:
        state = plain(locale, f"state-{order.state}")
        found.append(html(locale, "case-card-order", number=order.number, state=state, total=_total(order, locale)))
    if parcel := await Shipment.get_or_none(id=case.shipment_id) if case.shipment_id else None:
        found += _parcel(parcel, locale)
    return found


def _total(order: Order, locale: Locale) -> Markup:
    """The order's own sum, as its customer reads it; what is at stake in the case may be a part of it."""
    if order.total is None:
        return Markup("?")
    return html(locale, "case-card-total", total=Money(order.total, order.currency))


async def said(messages: Sequence[CaseMessage], locale: Locale) -> list[Markup]:
    """A line each, with ✓ or ✗ and the reason behind what the staff wrote.

    A picture that the bot has only passed on says nothing by its line: it stands below the card.
    """
    messages = [each for each in messages if each.text or not (each.author == "bot" and each.file_id)]
    marks = await _marks([message.push_id for message in messages if message.author == "staff" and message.push_id])
    return [_line(message, marks, locale) for message in messages]


async def owner(case: Case, locale: Locale) -> Markup:
    if case.owner_id is None:
        return Markup()
    return html(locale, "case-card-owner", name=(await names_of([case.owner_id]))[case.owner_id])


def ending(case: Case, locale: Locale) -> Markup:
    """Why it was closed and what was done, once it is, and what the customer says to that, ever since they do."""
    if case.status != "closed":
        return _verdict(case, locale)
    return lines([_resolution(case, locale), _verdict(case, locale)])


def _verdict(case: Case, locale: Locale) -> Markup:
    if case.asked_at is None:
        return Markup()
    said = {None: "asked", True: "yes", False: "no"}[case.solved]
    return html(locale, f"case-solved-{said}")


def _resolution(case: Case, locale: Locale) -> Markup:
    if case.resolved_cause is None or case.resolved_action is None:
        known = case.closed_because in {"customer", "recovered", "return", "declared", "shipped"}
        return html(locale, f"case-closed-by-{case.closed_because}") if known else Markup()
    cause = plain(locale, f"closing-cause-{case.resolved_cause}")
    action = plain(locale, f"closing-action-{case.resolved_action}")
    words = html(locale, "case-card-words", words=case.resolved_words) if case.resolved_words else Markup()
    return lines([html(locale, "case-card-resolved", cause=cause, action=action), words])


def cut(text: str | None, longest: int = LONGEST_SHOWN) -> str:
    """One line of it, ended between two words."""
    return clip(" ".join((text or "").split()), longest)


def age_text(age: timedelta, locale: Locale) -> Markup:
    """How long somebody waits: days, hours on the first day, minutes in the first hour."""
    minutes = int(age.total_seconds() // 60)
    hours = minutes // 60
    if hours < 1:
        return html(locale, "case-age-minutes", minutes=minutes)
    if hours >= 24:
        return html(locale, "case-age-days", days=hours // 24)
    return html(locale, "case-age-hours", hours=hours)


async def _language(case: Case, chat: Chat | None) -> Locale | None:
    customer = await Customer.get_or_none(id=case.customer_id) if case.customer_id else None
    told = (case.locale, chat and chat.locale, customer and customer.locale)
    if known := next((each for each in told if each in LOCALES), None):
        return known
    order = await Order.get_or_none(id=case.order_id) if case.order_id else None
    return locale_of_country(order.ship_country) if order else None


def _parcel(parcel: Shipment, locale: Locale) -> list[Markup]:
    carrier, number = carrier_name(parcel.carrier, locale), parcel.tracking_number or "?"
    proof = parcel.proof if isinstance(parcel.proof, dict) else {}
    state = plain(locale, f"state-{parcel.status}")
    told = [html(locale, "case-card-parcel", carrier=carrier, number=number, state=state)]
    if signed := proof.get("signed_by"):
        told.append(html(locale, "case-card-signed", name=str(signed)))
    return told


async def _marks(push_ids: Sequence[int]) -> Marks:
    rows = await Push.filter(id__in=push_ids) if push_ids else []
    return {row.id: (row.status, row.why) for row in rows}


def _line(message: CaseMessage, marks: Marks, locale: Locale) -> Markup:
    shown = cut(message.text)
    if message.file_id:
        called = plain(locale, f"kind-{message.kind}") if has_text(f"kind-{message.kind}") else ""
        shown = " ".join(filter(None, ("📎", called, shown)))
    if message.edited_at:
        shown = f"{shown} ✎"
    return html(locale, "case-card-line", sign=SIGNS[message.author], text=shown, mark=_mark(message, marks, locale))


def _mark(message: CaseMessage, marks: Marks, locale: Locale) -> Markup:
    status, why = marks.get(message.push_id or 0, ("", None))
    if status == "sent":
        return html(locale, "receipt-sent")
    if status in FAILED and why:
        return html(locale, "receipt-failed", reason=plain(locale, f"why-{why}"))
    return Markup()
