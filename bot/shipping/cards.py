"""The living card of a parcel: one message, edited at every scan, with everything one asks about a parcel."""

from datetime import date

from bot.config import Locale
from bot.customers.audience import Recipient
from bot.i18n import Markup, has_text, html, lines, plain
from bot.outbox.messages import Button, callback_button, copy_button, link_button
from bot.shipping.subjects import Subject, contents_line
from bot.shipping.withdrawn import withdrawn_line
from bot.shop.carriers import carrier_name
from bot.shop.facts import ParcelFacts
from bot.shop.reading import web_address
from bot.shop.states import is_collected, is_coming, is_late, is_used_up
from bot.shop.statuses import RANK, ShipmentStatus

S = ShipmentStatus
Rows = list[list[Button]]

LEVELS = ("all", "milestones", "problems")
WAY = 5
STEPS = ((RANK[S.DELIVERED], 5), (RANK[S.OUT_FOR_DELIVERY], 4), (RANK[S.IN_TRANSIT], 3), (RANK[S.PICKED_UP], 2))
ON_THE_WAY_BACK = frozenset({S.RETURNING, S.RETURNED, S.CANCELLED})
LONGEST_COPY = 256


def slot_of(shipment_id: int) -> str:
    """The place of a parcel's card in a chat."""
    return f"parcel:{shipment_id}"


def card_text(subject: Subject, recipient: Recipient, *, today: date) -> Markup:
    """Where the parcel stands and when it comes; `today` is the recipient's."""
    parcel, locale = subject.parcel, recipient.locale
    return lines(
        [
            card_title(subject, locale),
            html(locale, "order-state", state=plain(locale, _state_key(parcel))),
            Markup(_bar(parcel)),
            reason_line(parcel.reason, locale),
            withdrawn_line(subject.withdrawn, parcel.status, locale),
            arrival_line(parcel, recipient, today=today),
            _last_seen(subject, recipient),
            contents_line(subject, locale),
            _carriage(parcel, locale),
        ]
    )


def card_keyboard(subject: Subject, locale: Locale, *, level: str) -> Rows:
    """Details, the carrier's page, the number to copy, what still to tell; for a delivered one "I don't have it"."""
    parcel = subject.parcel
    rows: Rows = []
    if parcel.status == S.DELIVERED:
        rows += delivered_rows(parcel, locale)
    rows.append([details_button(subject.order.id, locale), *_link(parcel, locale)])
    if parcel.tracking_number:
        rows.append([copy_button(plain(locale, "order-copy-button"), parcel.tracking_number[:LONGEST_COPY])])
    rows.append([mute_button(subject.order.id, locale, level=level)])
    return rows


def details_button(order_id: int, locale: Locale) -> Button:
    from bot.callbacks import OpenOrder

    return callback_button(plain(locale, "push-details-button"), OpenOrder(order_id=order_id).pack())


def delivered_rows(parcel: ParcelFacts, locale: Locale) -> Rows:
    """The proof of the delivery, if its carrier shows one, and the way to say that it is not there all the same."""
    proof = [[proof_button(parcel.id, locale)]] if parcel.has_proof else []
    return [*proof, [missing_button(parcel.id, locale)]]


def proof_button(shipment_id: int, locale: Locale) -> Button:
    from bot.callbacks import ShowProof

    return callback_button(plain(locale, "proof-button"), ShowProof(shipment_id=shipment_id).pack())


def missing_button(shipment_id: int, locale: Locale) -> Button:
    from bot.callbacks import NotReceived

    return callback_button(plain(locale, "missing-button"), NotReceived(shipment_id=shipment_id).pack())


def mute_button(order_id: int, locale: Locale, *, level: str) -> Button:
    """Says what a tap does: it chooses the next of the three; a second tap on the same chooses the same."""
    from bot.callbacks import MuteOrder

    chosen = next_level(level)
    data = MuteOrder.model_validate({"order_id": order_id, "level": chosen})
    return callback_button(plain(locale, f"mute-{chosen}-button"), data.pack())


def next_level(level: str) -> str:
    return LEVELS[(LEVELS.index(level) + 1) % len(LEVELS)]


def card_title(subject: Subject, locale: Locale) -> Markup:
    """Which order, and which of its parcels."""
    number, parcel = subject.order.number, subject.parcel
    siblings = subject.siblings
    if not subject.is_split or parcel.id not in siblings:
        return html(locale, "card-title", number=number)
    position = siblings.index(parcel.id) + 1
    return html(locale, "card-title-split", number=number, position=position, count=len(siblings))


def reason_line(reason: str | None, locale: Locale) -> Markup:
    key = f"reason-{reason}" if reason else ""
    return html(locale, key) if key and has_text(key) else Markup()


def arrival_line(parcel: ParcelFacts, recipient: Recipient, *, today: date) -> Markup:
    """The expected day always, where there is one (TRK-10); after the fact, when it came."""
    locale = recipient.locale
    if parcel.status == S.DELIVERED and parcel.delivered_at:
        key = "order-collected-at" if is_collected(parcel.status, parcel.reason) else "order-delivered-at"
        return html(locale, key, at=parcel.delivered_at, tz=recipient.tz)
    if parcel.expected_on is None or not is_coming(parcel.status) or parcel.status == S.AVAILABLE_FOR_PICKUP:
        return Markup()
    if is_used_up(parcel.status, parcel.expected_on, parcel.status_at, recipient.tz):
        return Markup()
    late = is_late(parcel.status, parcel.expected_on, today=today)
    return html(locale, "order-late" if late else "order-expected", day=parcel.expected_on)


def _state_key(parcel: ParcelFacts) -> str:
    return "order-collected" if is_collected(parcel.status, parcel.reason) else f"state-{parcel.status}"


def _bar(parcel: ParcelFacts) -> str:
    if parcel.status in ON_THE_WAY_BACK:
        return ""
    rank = RANK.get(S(parcel.status), RANK[S.IN_TRANSIT])
    done = next((step for least, step in STEPS if rank >= least), 1)
    return "▰" * done + "▱" * (WAY - done)


def _last_seen(subject: Subject, recipient: Recipient) -> Markup:
    at = subject.parcel.status_at
    if at is None or not subject.place or subject.parcel.status == S.DELIVERED:  # then it is where it belongs
        return Markup()
    return html(recipient.locale, "card-last", place=subject.place, at=at, tz=recipient.tz)


def _carriage(parcel: ParcelFacts, locale: Locale) -> Markup:
    carrier = carrier_name(parcel.carrier, locale)
    if parcel.tracking_number:
        return html(locale, "card-carrier", carrier=carrier, number=parcel.tracking_number)
    return html(locale, "order-carrier", carrier=carrier) if parcel.carrier else Markup()


def _link(parcel: ParcelFacts, locale: Locale) -> list[Button]:
    url = web_address(parcel.tracking_url)
    return [link_button(plain(locale, "order-track-button"), url)] if url else []
