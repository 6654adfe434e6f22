"""What a warning says: what we see, what we do, when we write again; several at once are one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.i18n import Markup, html, lines, plain
from bot.outbox.messages import text_message
from bot.outbox.queue import NewPush, enqueue_all
from bot.shipping.cards import card_title, details_button
from bot.shipping.milestones import ALL_CLEAR, Milestone
from bot.shipping.news import once_of, tell, told_news
from bot.shipping.subjects import Owner, Subject, contents_line, read_subject
from bot.shipping.worries import Watched, Worry

SHELF_LIFE = timedelta(days=3)
MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Warned:
    """A worry of a parcel that its customer is to hear of, and the case somebody looks after it in."""

    parcel: Watched
    worry: Worry
    case_id: int | None = None


async def warn(found: Sequence[Warned], *, now: datetime, settings: Settings) -> None:
    """Tell the chats of the customer; `found` are new worries of one customer."""
    recipients = await chats_of(found[0].parcel.customer_id, settings=settings) if found else ()
    if not recipients:
        return
    subjects = [await _subject(each.parcel, now, settings) for each in found]
    for recipient in recipients:
        make = _single if len(found) == 1 else _merged
        await enqueue_all([make(found, subjects, recipient, now)], now=now)


async def clear(parcel: Watched, kind: str, cause_at: datetime, *, now: datetime, settings: Settings) -> None:
    """Tell those chats that heard of the trouble that it is over."""
    subject = await _subject(parcel, now, settings)
    told = await told_news(subject)
    for recipient in await chats_of(parcel.customer_id, settings=settings):
        heard = told[recipient.chat_id].sent if recipient.chat_id in told else frozenset[str]()
        if _key(kind, cause_at) in heard:
            turn = Milestone(ALL_CLEAR, now, _key(kind, cause_at))
            await tell(turn, subject, recipient, now=now)


def _single(found: Sequence[Warned], subjects: Sequence[Subject], recipient: Recipient, now: datetime) -> NewPush:
    [warned], [subject] = found, subjects
    worry, locale = warned.worry, recipient.locale
    since = worry.cause_at.astimezone(recipient.tz).date()
    text = lines(
        [
            html(locale, f"alert-title-{worry.kind}"),
            card_title(subject, locale),
            contents_line(subject, locale),
            Markup(" "),
            html(locale, f"alert-text-{worry.kind}", since=since, case=str(warned.case_id or "")),
            html(locale, "alert-again", day=worry.again_on) if worry.again_on else Markup(),
        ]
    )
    once = once_of(subject.parcel.id, _key(worry.kind, worry.cause_at), recipient.chat_id)
    return _push(text, subject, recipient, once=once, now=now, order_id=subject.order.id)


def _merged(found: Sequence[Warned], subjects: Sequence[Subject], recipient: Recipient, now: datetime) -> NewPush:
    locale = recipient.locale
    listed = [
        html(locale, "alert-line", parcel=subject.order.number, state=plain(locale, f"state-{subject.parcel.status}"))
        for subject in subjects[:MOST_LISTED]
    ]
    text = lines([html(locale, "alert-many"), *listed, Markup(" "), html(locale, "alert-many-text")])
    ids = "-".join(str(each.parcel.shipment_id) for each in found)[:80]
    causes = max(each.worry.cause_at for each in found)
    once = f"alerts:{ids}:{causes:%Y%m%d%H%M}:chat:{recipient.chat_id}"
    return _push(text, subjects[0], recipient, once=once, now=now, order_id=None)


def _push(
    text: Markup, subject: Subject, recipient: Recipient, *, once: str, now: datetime, order_id: int | None
) -> NewPush:
    keyboard = [[details_button(subject.order.id, recipient.locale)]] if order_id else ()
    return NewPush(
        recipient.chat_id,
        "sendMessage",
        text_message(text, keyboard=keyboard),
        "problem",
        once=once,
        expires_at=now + SHELF_LIFE,
        customer_id=subject.order.customer_id,
        order_id=order_id,
    )


def _key(kind: str, cause_at: datetime) -> str:
    return f"alert-{kind}:{cause_at:%Y%m%d%H%M}"


async def _subject(parcel: Watched, now: datetime, settings: Settings) -> Subject:
    owner, today = Owner(parcel.order_id, parcel.customer_id), now.astimezone(settings.time_zone).date()
    return await read_subject(owner, parcel.shipment_id, today=today)
