"""A return in words for its customer: the card, the messages that ring."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.config import Locale
from bot.i18n import Markup, html, lines, plain
from bot.returns.away_text import away_line
from bot.returns.exchange_text import next_key, push_key, push_lines
from bot.returns.given_text import given_lines
from bot.returns.label_text import label_line
from bot.returns.machine import Status, Step
from bot.returns.money_text import UNPAID, money_lines, paid_line, rest_line, waived_line
from bot.returns.paths import DECLARED, RIGHTS, Way
from bot.returns.pieces_text import missing_line, piece_lines
from bot.returns.rights_text import right_line
from bot.returns.sheet import ReturnSheet

S = Status

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
# Out of the parcel that it was to come in.
GONE = frozenset({S.CANCELLED, S.REJECTED, S.EXPIRED})
# Messages that tell of money name its sum: who reads only them knows it, too.
PAYS = frozenset({"paid", S.REFUNDED.value, S.CREDITED.value})
# And these say whether there is any.
TELLS_MONEY = frozenset({"offbill", "came"})
# Nothing is left to wait for with the money (§ 357 (4) BGB).
HERE = frozenset({S.RECEIVED, S.INSPECTED})


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is worded, and on which day; None: on that of what it is about."""

    locale: Locale
    tz: ZoneInfo
    shop: str
    today: date | None = None


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
            lines(
                [
                    piece_lines(sheet, locale),
                    missing_line(sheet, locale, is_asking=True),
                    beside_line(sheet, locale),
                    also_line(sheet, locale),
                ]
            ),
            lines(given_lines(sheet, locale)),
            money_lines(sheet, locale, shop=reader.shop),
        ],
        "\n\n",
    )


def title(sheet: ReturnSheet, locale: Locale) -> Markup:
    return html(locale, f"return-title-{sheet.way}", number=sheet.number, order=sheet.order_number)


def state_label(way: Way, status: Status, locale: Locale) -> str:
    """`🚚 unterwegs zu uns`: where it stands in a few words."""
    if status is S.APPROVED and way in DECLARED:  # nobody had to accept it
        return plain(locale, "return-state-cancelling" if way is Way.CANCEL else "return-state-declared")
    return plain(locale, f"return-state-{status}")


def next_line(sheet: ReturnSheet, reader: Reader) -> Markup:
    """What happens next, and by whom."""
    key = next_key(sheet) or f"return-next-{sheet.status}"
    if sheet.photo_asked_at and sheet.status is S.REQUESTED:
        key = "return-next-photo"
    elif sheet.status is S.APPROVED and sheet.way is Way.CANCEL:
        key = "return-next-cancelling-part" if sheet.is_part else "return-next-cancelling"
    elif sheet.status is S.CANCELLED and sheet.overtaken_by:
        return html(reader.locale, "return-next-overtaken", number=sheet.overtaken_by)
    elif sheet.status is S.CANCELLED and sheet.is_declared:
        key = "return-next-taken-back"
    elif sheet.status is S.EXPIRED and sheet.sends_itself:
        key = "return-next-lapsed"
    elif sheet.status is S.APPROVED and sheet.keeps:
        key = "return-next-lost" if sheet.lost else "return-next-keeps"
    elif sheet.is_away:
        return _away(sheet, reader)
    elif sheet.status is S.LABEL_SENT and _is_label_over(sheet, reader):
        return html(reader.locale, "return-next-label-over")
    elif sheet.status is S.APPROVED and sheet.sends_itself:
        address = sheet.label.address if sheet.label else ()
        to = html(reader.locale, "return-send-to", address="\n".join(address)) if address else Markup()
        return lines([html(reader.locale, "return-next-sending", shop=reader.shop), to, _away(sheet, reader)])
    told = {"shop": reader.shop, "outcome": sheet.outcome}
    return lines([html(reader.locale, key, **told), label_line(sheet, reader.locale), _away(sheet, reader)])


def _is_label_over(sheet: ReturnSheet, reader: Reader) -> bool:
    """Of a right: a favour ends with its label."""
    label = sheet.label if sheet.way in RIGHTS else None
    return label is not None and reader.today is not None and label.is_over(reader.today)


def deadlines(sheet: ReturnSheet, reader: Reader) -> list[Markup]:
    """Until when the parcel has to leave, and the money to come; what can be declared instead of a favour.

    No day that is over is told as one to come.
    """
    locale, told = reader.locale, list[Markup]()
    if sheet.right and sheet.status in {S.REQUESTED, S.REJECTED}:  # its last day does not wait for what is decided
        told.append(right_line(sheet.right, locale))
    is_to_send = sheet.step is Step.CUSTOMER_SENDS and not _is_label_over(sheet, reader)
    if is_to_send and (sends_by := _sends_by(sheet, reader.today)):
        told.append(html(locale, "return-send-by", day=sends_by))
    due = sheet.money_due_on(reader.tz)
    if due and sheet.status in UNPAID and sheet.payable.amount:
        # Words of long ago that were confirmed only then: no day that was over when it was told.
        known_at = max(each for each in (sheet.created_at, sheet.lost_at, sheet.late_at, sheet.came_at) if each)
        told_on = known_at.astimezone(reader.tz).date()
        late = due < max(told_on, reader.today or told_on) or (sheet.late_at is not None and due == told_on)
        if sheet.needs_no_goods or sheet.status in HERE:
            told.append(html(locale, "return-clock-cancel-late" if late else "return-clock-cancel", day=due))
        else:
            told.append(html(locale, "return-clock-late" if late else "return-clock", day=due))
    return told


def _sends_by(sheet: ReturnSheet, today: date | None) -> date | None:
    """The last day for the parcel: of all that is to go in it, whatever has to leave first, and is not over."""
    own = sheet.send_by or (sheet.label.expires_on if sheet.label else None)
    others = [each.send_by for each in sheet.beside if each.send_by and (today is None or each.send_by >= today)]
    return min([own, *others]) if own else None


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


def push_text(kind: str, sheet: ReturnSheet, reader: Reader) -> Markup:
    """A message that rings: what has happened, of which return, what comes now."""
    locale = reader.locale
    if kind == S.EXPIRED and sheet.sends_itself:
        kind = "lapsed"
    if kind == "overdue" and not sheet.is_declared:
        kind = "overdue-claim"
    is_part = kind == S.RECEIVED and bool(sheet.missing)
    rest = rest_line(sheet, locale) if kind in PAYS else Markup()
    return lines(
        [
            html(locale, f"return-push-{kind}-part" if is_part or rest else push_key(kind, sheet)),
            title(sheet, locale),
            beside_line(sheet, locale),
            _why(sheet, locale),
            html(locale, "return-because", why=sheet.late_why) if kind == "lateback" and sheet.late_why else Markup(),
            missing_line(sheet, locale, is_asking=is_part),
            *push_lines(kind, sheet, locale, shop=reader.shop),
            waived_line(sheet, locale) if kind == "fee" else Markup(),
            paid_line(sheet, locale) if kind in PAYS else Markup(),
            rest,
            money_lines(sheet, locale, shop=reader.shop) if kind in TELLS_MONEY else Markup(),
            lines([next_line(sheet, reader), *deadlines(sheet, reader)]),
        ]
    )


def _away(sheet: ReturnSheet, reader: Reader) -> Markup:
    told = {"sends_itself": sheet.sends_itself, "is_all": sheet.is_away}
    return away_line(sheet.away, reader.locale, shop=reader.shop, **told)


def _why(sheet: ReturnSheet, locale: Locale) -> Markup:
    """What the staff said when they declined; our own codes for the review are no words for customers."""
    return html(locale, "return-because", why=sheet.why) if sheet.status is S.REJECTED and sheet.why else Markup()


def _bar(sheet: ReturnSheet) -> Markup:
    done = STEPS.get(sheet.status)
    return Markup("▰" * done + "▱" * (WAY - done)) if done and sheet.way is not Way.CANCEL else Markup()
