"""What a warning says: what we see, what we do, when we write again; several at once are one message."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import Locale, Settings
from bot.customers.audience import Recipient, chats_of
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import text_message
from bot.outbox.queue import NewPush, enqueue_all
from bot.shipping.cards import Rows, card_title, details_button
from bot.shipping.models import Alert
from bot.shipping.subjects import Owner, Subject, contents_line, read_subject
from bot.shipping.told import once_of
from bot.shipping.withdrawn import Withdrawn
from bot.shipping.worries import LATE, LOST, PREDICTED, Watched, Worry

SHELF_LIFE = timedelta(days=3)
A_DAY = timedelta(days=1)
MOST_LISTED = 10
MERGED = "alerts:"
# Warnings about the expected day itself.
OF_THE_DAY = frozenset({LATE, PREDICTED})


@dataclass(frozen=True, slots=True)
class Warned:
    """A worry of a parcel that its customer is to hear of, and the case somebody looks after it in."""

    parcel: Watched
    worry: Worry
    case_id: int | None = None


async def warn(found: Sequence[Warned], *, now: datetime, settings: Settings) -> None:
    """Tell the chats of the customer; `found` are new worries of one customer.

    That something comes late which they have withdrawn from is no worry of theirs.
    """
    found = [each for each in found if each.worry.kind == LOST or not await _is_withdrawn(each.parcel, now, settings)]
    recipients = await chats_of(found[0].parcel.customer_id, settings=settings) if found else ()
    if not recipients:
        return
    name = warning_name(found)
    await enqueue_all(await warning_pushes(found, recipients, name=name, now=now, settings=settings), now=now)
    for each in found:
        told = {"shipment_id": each.parcel.shipment_id, "kind": each.worry.kind, "cause_at": each.worry.cause_at}
        await Alert.filter(**told).update(told_as=name)


def warning_name(found: Sequence[Warned]) -> str:
    """What `once` of a warning's pushes begins with: one parcel's own, or that of exactly these troubles together."""
    names = [single_name(each.parcel.shipment_id, each.worry.kind, each.worry.cause_at) for each in found]
    if len(names) == 1:
        return names[0]
    return MERGED + hashlib.sha256("|".join(names).encode()).hexdigest()[:32]


def single_name(shipment_id: int, kind: str, cause_at: datetime) -> str:
    return f"{once_of(shipment_id)}{warning_key(kind, cause_at)}"


def warning_key(kind: str, cause_at: datetime) -> str:
    return f"alert-{kind}:{cause_at:%Y%m%d%H%M}"


async def warning_pushes(
    found: Sequence[Warned], recipients: Sequence[Recipient], *, name: str, now: datetime, settings: Settings
) -> list[NewPush]:
    """The warning of this name to each of the chats, as it reads when it is about these."""
    subjects = [await subject_of(each.parcel, now, settings) for each in found]
    text_of = _single if len(found) == 1 else _merged
    order = subjects[0].order
    return [
        NewPush(
            recipient.chat_id,
            "sendMessage",
            text_message(text_of(found, subjects, recipient), keyboard=_keyboard(subjects, recipient)),
            "problem",
            once=f"{name}:chat:{recipient.chat_id}",
            expires_at=_expires_at(found, now),
            customer_id=order.customer_id,
            order_id=None if name.startswith(MERGED) else order.id,
        )
        for recipient in recipients
    ]


def parcel_lines(subjects: Sequence[Subject], locale: Locale, found: Sequence[Warned] = ()) -> list[Markup]:
    """A line a parcel: its order and where it stands; what is beyond MOST_LISTED is counted.

    `found` are their worries, where they are told of them: what is only predicted says so.
    """
    predicted = {each.parcel.shipment_id for each in found if each.worry.kind == PREDICTED}
    listed = [_line(subject, locale, subject.parcel.id in predicted) for subject in subjects[:MOST_LISTED]]
    left = len(subjects) - len(listed)
    return [*listed, html(locale, "alert-more", count=left)] if left else listed


def _line(subject: Subject, locale: Locale, is_predicted: bool) -> Markup:
    number, state = subject.order.number, plain(locale, f"state-{subject.parcel.status}")
    if is_predicted and subject.parcel.expected_on:
        return html(locale, "alert-line-predicted", parcel=number, state=state, day=subject.parcel.expected_on)
    return html(locale, "alert-line", parcel=number, state=state)


def _expires_at(found: Sequence[Warned], now: datetime) -> datetime:
    """A prediction is none any more when its day is over."""
    over = [each.worry.cause_at + A_DAY for each in found if each.worry.kind == PREDICTED]
    return min([now + SHELF_LIFE, *over])


async def subject_of(parcel: Watched, now: datetime, settings: Settings) -> Subject:
    owner, today = Owner(parcel.order_id, parcel.customer_id), now.astimezone(settings.time_zone).date()
    return await read_subject(owner, parcel.shipment_id, today=today)


async def _is_withdrawn(parcel: Watched, now: datetime, settings: Settings) -> bool:
    return (await subject_of(parcel, now, settings)).withdrawn is Withdrawn.ALL


def _single(found: Sequence[Warned], subjects: Sequence[Subject], recipient: Recipient) -> Markup:
    [warned], [subject] = found, subjects
    worry, locale = warned.worry, recipient.locale
    since = worry.cause_at.astimezone(recipient.tz).date()
    if worry.kind in OF_THE_DAY and warned.parcel.expected_on:
        since = warned.parcel.expected_on  # the day it is, whatever the reader's clock
    return lines(
        [
            html(locale, f"alert-title-{worry.kind}"),
            card_title(subject, locale),
            contents_line(subject, locale),
            Markup(" "),
            html(locale, f"alert-text-{worry.kind}", since=since, case=str(warned.case_id or "")),
            _likeness(worry, locale),
            _again(found, locale),
        ]
    )


def _merged(found: Sequence[Warned], subjects: Sequence[Subject], recipient: Recipient) -> Markup:
    locale = recipient.locale
    listed = parcel_lines(subjects, locale, found)
    kind = "alert-many-predicted" if any(each.worry.kind == PREDICTED for each in found) else "alert-many"
    text = html(locale, f"{kind}-text")
    return lines([html(locale, kind), *listed, Markup(" "), text, _again(found, locale)])


def _likeness(worry: Worry, locale: Locale) -> Markup:
    """What a prediction rests on."""
    seen = worry.likeness
    return html(locale, "alert-like", like=seen.like, later=seen.later) if seen else Markup()


def _again(found: Sequence[Warned], locale: Locale) -> Markup:
    """When we write again at the latest, where there is such a day."""
    days = [each.worry.again_on for each in found if each.worry.again_on]
    return html(locale, "alert-again", day=min(days)) if days else Markup()


def _keyboard(subjects: Sequence[Subject], recipient: Recipient) -> Rows:
    return [[details_button(subjects[0].order.id, recipient.locale)]] if len(subjects) == 1 else []
