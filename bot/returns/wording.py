"""A return in words for its customer: the card, the messages that ring."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.i18n import Markup, Money, html, lines, plain
from bot.outbox.messages import Button, callback_button, link_button
from bot.returns.given_text import given_lines
from bot.returns.machine import Status, Step
from bot.returns.paths import DECLARED, Way
from bot.returns.pieces import PieceBack
from bot.returns.sheet import ReturnSheet

S = Status
Rows = list[list[Button]]

# The way of a return as a line: how many of its steps are behind it.
WAY = 7
STEPS = {
    S.REQUESTED: 1,
    S.APPROVED: 2,
    S.LABEL_SENT: 3,
    S.IN_TRANSIT: 4,
    S.PARTIALLY_RECEIVED: 4,
    S.RECEIVED: 5,
    S.INSPECTED: 6,
    **dict.fromkeys((S.REFUNDED, S.EXCHANGED, S.CREDITED, S.SENT_BACK, S.CLOSED), 7),
}
# Until then the customer still has something to do with the parcel.
TO_SEND = frozenset({S.APPROVED, S.LABEL_SENT})
# The money is still to come.
UNPAID = frozenset(S) - {S.REFUNDED, S.EXCHANGED, S.CREDITED, S.SENT_BACK, S.CLOSED, S.CANCELLED, S.REJECTED, S.EXPIRED}
# Out of the parcel that it was to come in.
GONE = frozenset({S.CANCELLED, S.REJECTED, S.EXPIRED})
# Messages that tell of money name its sum: who reads only them knows it, too.
PAYS = frozenset({"paid", S.REFUNDED.value, S.CREDITED.value})
# Nothing is left to wait for with the money (§ 357 (4) BGB).
HERE = frozenset({S.RECEIVED, S.INSPECTED})
LONGEST_NAME = 60
MOST_PIECES = 8


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is worded."""

    locale: Locale
    tz: ZoneInfo
    shop: str


def slot_of(return_id: int) -> str:
    """The place of a return's card in a chat."""
    return f"return:{return_id}"


def card_text(sheet: ReturnSheet, reader: Reader) -> Markup:
    """Where it stands, what happens next and by when, what goes back and what it brings."""
    locale = reader.locale
    return lines(
        [
            lines(
                [
                    title(sheet, locale),
                    html(locale, "return-state", state=state_label(sheet.way, sheet.status, locale)),
                    _bar(sheet),
                ]
            ),
            lines([_why(sheet, locale), next_line(sheet, reader), *deadlines(sheet, reader)]),
            lines([piece_lines(sheet, locale), beside_line(sheet, locale), also_line(sheet, locale)]),
            lines(given_lines(sheet, locale)),
            money_lines(sheet, reader),
        ],
        "\n\n",
    )


def card_keyboard(sheet: ReturnSheet, locale: Locale, *, staffed: bool) -> Rows:
    """Everything that can be done is behind the first button; a human is always one tap away."""
    rows = [[open_button(sheet.id, locale)]]
    if sheet.label and sheet.label.url and sheet.status in TO_SEND:
        rows.insert(0, [link_button(plain(locale, "return-label-button"), sheet.label.url)])
    if staffed and sheet.is_open:
        rows.append([human_button(sheet.order_id, locale)])
    return rows


def open_button(return_id: int, locale: Locale) -> Button:
    from bot.callbacks import OpenReturn

    return callback_button(plain(locale, "return-open-button"), OpenReturn(return_id=return_id).pack())


def photo_button(return_id: int, locale: Locale) -> Button:
    from bot.callbacks import AddReturnPhoto

    return callback_button(plain(locale, "return-photo-button"), AddReturnPhoto(return_id=return_id).pack())


def human_button(order_id: int, locale: Locale) -> Button:
    from bot.callbacks import AskHuman

    return callback_button(plain(locale, "case-human-button"), AskHuman(order_id=order_id).pack())


def title(sheet: ReturnSheet, locale: Locale) -> Markup:
    return html(locale, f"return-title-{sheet.way}", number=sheet.number, order=sheet.order_number)


def state_label(way: Way, status: Status, locale: Locale) -> str:
    """`🚚 unterwegs zu uns`: where it stands in a few words."""
    if status is S.APPROVED and way in DECLARED:  # nobody had to accept it
        return plain(locale, "return-state-cancelling" if way is Way.CANCEL else "return-state-declared")
    return plain(locale, f"return-state-{status}")


def next_line(sheet: ReturnSheet, reader: Reader) -> Markup:
    """What happens next, and by whom."""
    key = f"return-next-{sheet.status}"
    if sheet.photo_asked_at and sheet.status is S.REQUESTED:
        key = "return-next-photo"
    elif sheet.status is S.APPROVED and sheet.way is Way.CANCEL:
        key = "return-next-cancelling-part" if sheet.is_part else "return-next-cancelling"
    elif sheet.status is S.CANCELLED and sheet.overtaken_by:
        return html(reader.locale, "return-next-overtaken", number=sheet.overtaken_by)
    elif sheet.status is S.EXPIRED and sheet.sends_itself:
        key = "return-next-lapsed"
    elif sheet.status is S.APPROVED and sheet.keeps:
        key = "return-next-lost" if sheet.lost else "return-next-keeps"
    elif sheet.status is S.APPROVED and sheet.sends_itself:
        address = sheet.label.address if sheet.label else ()
        to = html(reader.locale, "return-send-to", address="\n".join(address)) if address else Markup()
        return lines([html(reader.locale, "return-next-sending", shop=reader.shop), to])
    return html(reader.locale, key, shop=reader.shop)


def deadlines(sheet: ReturnSheet, reader: Reader) -> list[Markup]:
    """Until when the parcel has to leave, and the money to come."""
    locale, told = reader.locale, []
    sends_by = sheet.send_by or (sheet.label.expires_on if sheet.label else None)
    if sheet.step is Step.CUSTOMER_SENDS and sends_by:
        told.append(html(locale, "return-send-by", day=sends_by))
    due = sheet.money_due_on(reader.tz)
    if due and sheet.status in UNPAID and sheet.left.amount:
        # Words of long ago that were confirmed only then: no day that was over when it was told.
        told_on = (sheet.late_at or sheet.created_at).astimezone(reader.tz).date()
        late = due < told_on or (sheet.late_at is not None and due == told_on)
        if sheet.needs_no_goods or sheet.status in HERE:
            told.append(html(locale, "return-clock-cancel-late" if late else "return-clock-cancel", day=due))
        else:
            told.append(html(locale, "return-clock-late" if late else "return-clock", day=due))
    return told


def piece_lines(sheet: ReturnSheet, locale: Locale) -> Markup:
    """A line an item, with how many of it have arrived where that is only a part."""
    left = len(sheet.pieces[MOST_PIECES:])
    return lines(
        [
            *(_piece(piece, sheet, locale) for piece in sheet.pieces[:MOST_PIECES]),
            html(locale, "order-items-more", count=left) if left else Markup(),
            html(locale, "return-finding", why=sheet.finding) if sheet.finding else Markup(),
        ]
    )


def beside_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What comes in the same parcel, as long as it does."""
    others = [each for each in sheet.beside if each.status not in GONE]
    told = (html(locale, "return-beside", number=each.number, order=each.order_number) for each in others)
    is_told = others and sheet.status not in GONE
    return html(locale, "return-together", others=lines(told, ", ")) if is_told else Markup()


def also_line(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What else the same declaration has made: some was cancelled, some comes back."""
    numbers = ", ".join(each.number for each in sheet.also)
    return html(locale, "return-also", numbers=numbers) if numbers else Markup()


def piece_text(piece: PieceBack, locale: Locale) -> Markup:
    name = " ".join(piece.name.split())[:LONGEST_NAME]
    if piece.variant:
        variant = " ".join(piece.variant.split())[:LONGEST_NAME]
        return html(locale, "order-item-variant", quantity=piece.quantity, name=name, variant=variant)
    return html(locale, "order-item", quantity=piece.quantity, name=name)


def money_lines(sheet: ReturnSheet, reader: Reader) -> Markup:
    """What it brings, what of it is the delivery, what the way back costs; then what was paid."""
    locale = reader.locale
    if sheet.status in {S.CANCELLED, S.REJECTED, S.EXPIRED, S.SENT_BACK}:
        return Markup()
    if sheet.unpaid and sheet.paid is None:
        return html(locale, "return-unpaid")
    if sheet.paid is not None and not (sheet.status in UNPAID and sheet.left.amount):
        return html(locale, "return-paid", total=sheet.paid)
    paid = html(locale, "return-paid", total=sheet.paid) if sheet.paid is not None else Markup()
    brings = brings_line(sheet.outcome, sheet.due, locale, is_sure=sheet.status is not S.REQUESTED)
    if sheet.outcome not in {"refund", "credit"}:
        return lines([brings, paid])
    parts = (("shipping", sheet.shipping), ("fee", sheet.fee), ("loss", sheet.loss))
    return lines(
        [brings, *(html(locale, f"return-of-{name}", total=money) for name, money in parts if money.amount), paid]
    )


def brings_line(outcome: str, total: Money, locale: Locale, *, is_sure: bool) -> Markup:
    """What the customer gets; a wish that somebody still has to decide about is told as a wish."""
    values = {"total": total} if outcome in {"refund", "credit"} else {}
    key = f"return-brings-{outcome}" if is_sure else f"return-wished-{outcome}"
    return html(locale, key, **values)


def push_text(kind: str, sheet: ReturnSheet, reader: Reader) -> Markup:
    """A message that rings: what has happened, of which return, what comes now."""
    locale = reader.locale
    if kind == S.EXPIRED and sheet.sends_itself:
        kind = "lapsed"
    return lines(
        [
            html(locale, f"return-push-{kind}"),
            title(sheet, locale),
            beside_line(sheet, locale),
            _why(sheet, locale),
            html(locale, "return-because", why=sheet.finding) if kind == "lateback" and sheet.finding else Markup(),
            html(locale, "return-paid", total=sheet.paid) if kind in PAYS and sheet.paid is not None else Markup(),
            lines([next_line(sheet, reader), *deadlines(sheet, reader)]),
        ]
    )


def _why(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What the staff said when they declined; our own codes for the review are no words for customers."""
    return html(locale, "return-because", why=sheet.why) if sheet.status is S.REJECTED and sheet.why else Markup()


def _piece(piece: PieceBack, sheet: ReturnSheet, locale: Locale) -> Markup:
    text = piece_text(piece, locale)
    if piece.accepted is not None and piece.accepted < piece.quantity:
        return html(locale, "return-piece-accepted", line=text, count=piece.accepted)
    if sheet.status is S.PARTIALLY_RECEIVED:
        return html(locale, "return-piece-received", line=text, count=piece.received)
    return text


def _bar(sheet: ReturnSheet) -> Markup:
    done = STEPS.get(sheet.status)
    return Markup("▰" * done + "▱" * (WAY - done)) if done and sheet.way is not Way.CANCEL else Markup()
