"""What a ringing message about a parcel says: what happened, what it means, what is to be done, when it comes."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.config import Locale
from bot.customers.audience import Recipient
from bot.i18n import Markup, has_text, html, lines, plain
from bot.shipping.cards import Rows, arrival_line, card_title, delivered_rows, details_button, reason_line
from bot.shipping.milestones import Milestone
from bot.shipping.subjects import Subject, contents_line
from bot.shipping.thresholds import thresholds
from bot.shipping.withdrawn import Withdrawn, withdrawn_line, withdrawn_title
from bot.shop.states import COLLECTED, is_collected, is_coming

# These tell a day of their own, or that there is none.
WITHOUT_DAY = frozenset({"out_for_delivery", "arrives_tomorrow", "lost", "damaged", "cancelled"})
TROUBLE = frozenset({"attempt_failed", "customs", "delayed", "on_hold", "exception", "damaged", "lost", "returning"})

ATTEMPTS = {1: "first", 2: "second", 3: "third"}


@dataclass(frozen=True, slots=True)
class Moved:
    """The expected day before and now."""

    old: date
    new: date


def push_text(
    turn: Milestone, subject: Subject, recipient: Recipient, *, today: date, moved: Moved | None = None
) -> Markup:
    """One message; `today` is the recipient's, `moved` a new expected day that came with it."""
    locale = recipient.locale
    return lines(
        [
            _title(turn, subject, locale),
            card_title(subject, locale),
            contents_line(subject, locale),
            Markup(" "),
            *_what_it_means(turn, subject, locale),
            _where(turn, locale),
            _pickup(turn, subject, recipient),
            Markup() if subject.withdrawn else _what_to_do(turn, recipient),
            _day(turn, subject, recipient, today=today, moved=moved),
        ]
    )


def push_keyboard(turn: Milestone, subject: Subject, recipient: Recipient) -> Rows:
    rows = delivered_rows(subject.parcel, recipient.locale) if turn.kind == "delivered" else []
    return [*rows, [details_button(subject.order.id, recipient.locale)]]


def pickup_until(turn: Milestone, subject: Subject, recipient: Recipient) -> date:
    """Until when the pickup point keeps it, by the rule of its carrier; a reminder counts from the arrival there."""
    country = subject.order.address.country if subject.order.address else None
    kept = thresholds(subject.parcel.carrier, country).pickup_days
    since = subject.parcel.status_at or turn.at
    return since.astimezone(recipient.tz).date() + timedelta(days=kept)


def _title(turn: Milestone, subject: Subject, locale: Locale) -> Markup:
    """Nobody has to wait for what they have withdrawn from."""
    is_all = subject.withdrawn is Withdrawn.ALL
    declared = withdrawn_title(subject.parcel.status, locale) if is_all else Markup()
    return declared or html(locale, f"push-title-{_wording(turn)}")


def _what_it_means(turn: Milestone, subject: Subject, locale: Locale) -> list[Markup]:
    """With the number of the delivery attempt, where the carrier's reports tell it."""
    status = subject.parcel.status
    declared = withdrawn_line(subject.withdrawn, status, locale)
    if declared and subject.withdrawn is Withdrawn.ALL:
        is_titled = bool(withdrawn_title(status, locale))
        state = html(locale, "order-state", state=plain(locale, f"state-{status}")) if is_titled else Markup()
        return [state, declared]
    if turn.is_last:
        return [html(locale, "push-attempt-last"), declared]
    which = ATTEMPTS.get(turn.attempt, "later")
    number = [html(locale, f"push-attempt-{which}", number=turn.attempt)] if turn.attempt else []
    return [*number, html(locale, f"push-text-{_wording(turn)}"), declared]


def _wording(turn: Milestone) -> str:
    return COLLECTED if is_collected(turn.kind, turn.reason) else turn.kind


def _where(turn: Milestone, locale: Locale) -> Markup:
    return reason_line(turn.reason, locale) if turn.kind in TROUBLE or turn.kind == "delivered" else Markup()


def _pickup(turn: Milestone, subject: Subject, recipient: Recipient) -> Markup:
    if turn.kind not in {"ready_for_pickup", "pickup_reminder"}:
        return Markup()
    until = html(recipient.locale, "push-pickup-until", day=pickup_until(turn, subject, recipient))
    place = html(recipient.locale, "push-pickup-place", place=turn.place) if turn.place else Markup()
    return lines([place, until])


def _what_to_do(turn: Milestone, recipient: Recipient) -> Markup:
    """The action that only the customer can take, while it still helps."""
    key = f"push-todo-{turn.reason}"
    return html(recipient.locale, key) if turn.kind in TROUBLE and turn.reason and has_text(key) else Markup()


def _day(turn: Milestone, subject: Subject, recipient: Recipient, *, today: date, moved: Moved | None) -> Markup:
    if turn.kind in WITHOUT_DAY:
        return Markup()
    if moved and is_coming(subject.parcel.status):
        return html(recipient.locale, "push-moved", old=moved.old, new=moved.new)
    return arrival_line(subject.parcel, recipient, today=today)
