"""Tells customers what became of their parcels: the silent card at every scan, a ringing message at a turn.

To be called in the transaction of the fact. Nothing here decides when or whether a message may ring: the outbox does,
at the moment of sending.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.customers.models import Mute
from bot.outbox.messages import text_message
from bot.outbox.overtaken import overtake, put_back, reword
from bot.outbox.queue import NewPush, enqueue, enqueue_all
from bot.shipping.cards import card_keyboard, card_text, slot_of
from bot.shipping.milestones import (
    ALL_CLEAR,
    EXPECTED_MOVED,
    WITH_CAUSE,
    Milestone,
    last_to_tell,
    milestones_of,
)
from bot.shipping.models import ExpectedDay
from bot.shipping.progress import ParcelEvent
from bot.shipping.routes import route_to
from bot.shipping.subjects import Subject, find_owner, read_subject
from bot.shipping.told import Told, ToldRow, once_of, told_news
from bot.shipping.withdrawn import Withdrawn
from bot.shipping.wording import Moved, push_keyboard, push_text
from bot.shop.states import is_coming
from bot.shop.statuses import ShipmentStatus as S

# What is older than this is history, whoever tells it: no milestone lives longer.
OLDEST_NEWS = timedelta(days=3)
# A card is opened or edited for what happened within a day.
CARD_NEWS = timedelta(days=1)


async def announce(
    shipment_id: int,
    events: Sequence[ParcelEvent],
    *,
    now: datetime,
    settings: Settings,
    expected_before: date | None = None,
) -> None:
    """Tell all chats of the parcel's customer what is new; `events` are all that are known.

    `expected_before` is the expected day until a moment ago. Test orders, hidden ones and old stories tell nothing.
    """
    if not any(now - event.occurred_at < OLDEST_NEWS for event in events) and expected_before is None:
        return
    owner = await find_owner(shipment_id)
    recipients = await chats_of(owner.customer_id, settings=settings) if owner else ()
    if not owner or not recipients:
        return
    subject = await read_subject(owner, shipment_id, today=now.astimezone(settings.time_zone).date(), events=events)
    path, moved = _path(events, subject, settings), _moved(subject, expected_before)
    told = await told_news(subject)
    if moved or _is_fresh(subject, now):
        await update_cards(subject, recipients, now=now)
    for recipient in recipients:
        so_far = told.get(recipient.chat_id, Told())
        if not await _tell_turn(path, subject, recipient, so_far, now=now, moved=moved) and moved:
            turn = _recovery(path, so_far, recipient, now) or Milestone(EXPECTED_MOVED, now, moved.new.isoformat())
            await _tell_moved(turn, moved, subject, recipient, so_far, now=now)


async def update_cards(subject: Subject, recipients: Sequence[Recipient], *, now: datetime) -> None:
    """The card in each chat shows where the parcel stands now."""
    levels = await levels_of(subject.order.id)
    cards = []
    for recipient in recipients:
        text = card_text(subject, recipient, today=now.astimezone(recipient.tz).date())
        level = levels.get(recipient.chat_id, "all")
        params = text_message(text, keyboard=card_keyboard(subject, recipient.locale, level=level), silent=True)
        slot, order = slot_of(subject.parcel.id), subject.order
        cards.append(
            NewPush(
                *(recipient.chat_id, "sendMessage", params, "card"),
                customer_id=order.customer_id,
                order_id=order.id,
                slot=slot,
            )
        )
    await enqueue_all(cards, now=now)


async def refresh_cards(shipment_id: int, *, now: datetime, settings: Settings) -> None:
    """Show on the cards what came to be known of a parcel that has not moved; nothing where that is an old story."""
    owner = await find_owner(shipment_id)
    recipients = await chats_of(owner.customer_id, settings=settings) if owner else ()
    if not owner or not recipients:
        return
    subject = await read_subject(owner, shipment_id, today=now.astimezone(settings.time_zone).date())
    if _is_fresh(subject, now):
        await update_cards(subject, recipients, now=now)


async def retell(shipment_id: int, events: Sequence[ParcelEvent], *, now: datetime, settings: Settings) -> None:
    """What still waits to be sent says what holds since something of it was withdrawn from, or is no longer.

    `events` are all that are known; nothing is told that was not about to be.
    """
    owner = await find_owner(shipment_id)
    recipients = await chats_of(owner.customer_id, settings=settings) if owner else ()
    if not owner or not recipients:
        return
    subject = await read_subject(owner, shipment_id, today=now.astimezone(settings.time_zone).date(), events=events)
    path, told = _path(events, subject, settings), await told_news(subject)
    is_over = subject.withdrawn is Withdrawn.ALL
    for recipient in recipients:
        so_far = told.get(recipient.chat_id, Told())
        turn = last_to_tell(path, so_far.sent)
        row = so_far.rows.get(turn.key) if turn else None
        if turn and row is not None and row.status == "waiting":
            await _reword(row, turn, subject, recipient, now=now)
        await overtake(so_far.waiting(except_for=turn.key if turn else None, besides=is_over), now=now)
    if _is_fresh(subject, now):
        await update_cards(subject, recipients, now=now)


async def levels_of(order_id: int) -> dict[int, str]:
    """What still comes about an order, by chat; who has not muted it is left out."""
    return {mute.chat_id: mute.level for mute in await Mute.filter(order_id=order_id)}


async def tell(
    turn: Milestone, subject: Subject, recipient: Recipient, *, now: datetime, moved: Moved | None = None
) -> bool:
    """Queue this milestone for one chat; False when it was there already."""
    today = now.astimezone(recipient.tz).date()
    text = push_text(turn, subject, recipient, today=today, moved=moved)
    pushed = await enqueue(
        recipient.chat_id,
        "sendMessage",
        text_message(text, keyboard=push_keyboard(turn, subject, recipient)),
        once=once_of(subject.parcel.id, turn.key, recipient.chat_id),
        purpose=turn.purpose,
        now=now,
        expires_at=turn.expires_at(recipient.tz),
        customer_id=subject.order.customer_id,
        order_id=subject.order.id,
    )
    return pushed is not None


async def _tell_turn(
    path: Sequence[Milestone],
    subject: Subject,
    recipient: Recipient,
    told: Told,
    *,
    now: datetime,
    moved: Moved | None,
) -> bool:
    """Queue the last turn, unless it is old or told; what waits of the earlier ones gives way. Whether it is new."""
    turn = last_to_tell(path, told.sent)
    is_new = bool(turn and now < turn.expires_at(recipient.tz)) and await _queue(
        turn, subject, recipient, told, now=now, moved=moved
    )
    await overtake(told.waiting(except_for=turn.key if turn else None, besides=is_new), now=now)
    return is_new


async def _queue(
    turn: Milestone | None,
    subject: Subject,
    recipient: Recipient,
    told: Told,
    *,
    now: datetime,
    moved: Moved | None,
) -> bool:
    if turn is None:
        return False
    if await tell(turn, subject, recipient, now=now, moved=moved):
        return True
    row = told.rows.get(turn.key)
    if row is not None and row.status == "waiting":
        await _reword(row, turn, subject, recipient, now=now)
    if row is None or row.status != "superseded":
        return False
    text = push_text(turn, subject, recipient, today=now.astimezone(recipient.tz).date(), moved=moved)
    params = text_message(text, keyboard=push_keyboard(turn, subject, recipient))
    return await put_back(row.id, params, now=now, expires_at=turn.expires_at(recipient.tz))


async def _reword(row: ToldRow, turn: Milestone, subject: Subject, recipient: Recipient, *, now: datetime) -> None:
    """What has not left yet says what is known now; a new day that it told of stays told."""
    today, keyboard = now.astimezone(recipient.tz).date(), push_keyboard(turn, subject, recipient)
    if text_message(push_text(turn, subject, recipient, today=today), keyboard=keyboard) == row.params:
        return
    moved = await _moved_at(row.at, subject)
    text = push_text(turn, subject, recipient, today=today, moved=moved)
    await reword(row.id, text_message(text, keyboard=keyboard))


async def _moved_at(at: datetime, subject: Subject) -> Moved | None:
    """The move to a later day that came to be known at this moment."""
    days = await ExpectedDay.filter(shipment_id=subject.parcel.id, told_at__lte=at).order_by("-id").limit(2)
    if len(days) < 2 or days[0].told_at != at:
        return None
    return _moved(subject, days[1].expected_on)


def _recovery(path: Sequence[Milestone], told: Told, recipient: Recipient, now: datetime) -> Milestone | None:
    """The end of a trouble that was never told (imported, say): with a new day it is good news, not "later"."""
    turn = path[-1] if path else None
    is_news = turn is not None and turn.kind == ALL_CLEAR and now < turn.expires_at(recipient.tz)
    return turn if turn and is_news and turn.key not in told.rows else None


async def _tell_moved(
    turn: Milestone, moved: Moved, subject: Subject, recipient: Recipient, told: Told, *, now: datetime
) -> None:
    """A later day is told once; what still waits of an earlier move gives way."""
    if await tell(turn, subject, recipient, now=now, moved=moved):
        stale = [row.id for key, row in told.rows.items() if key.startswith(EXPECTED_MOVED)]
        await overtake(stale, now=now)


def _path(events: Sequence[ParcelEvent], subject: Subject, settings: Settings) -> tuple[Milestone, ...]:
    """The turns of the way; that a parcel of a cancelled order is cancelled is told with the order.

    Of what was withdrawn from nobody waits to hear whether it gets on.
    """
    address = subject.order.address
    path = milestones_of(events, route_to(address.country if address else None, settings).tz)
    quiet = WITH_CAUSE | {ALL_CLEAR} if subject.withdrawn is Withdrawn.ALL else frozenset()
    told = (turn for turn in path if turn.kind not in quiet)
    return tuple(turn for turn in told if not (turn.kind == subject.order.state == S.CANCELLED))


def _moved(subject: Subject, before: date | None) -> Moved | None:
    """A change to later; an earlier day is shown on the card, and is no bad news."""
    parcel = subject.parcel
    if before is None or parcel.expected_on is None or parcel.expected_on <= before:
        return None
    if subject.withdrawn is Withdrawn.ALL:
        return None
    return Moved(before, parcel.expected_on) if is_coming(parcel.status) else None


def _is_fresh(subject: Subject, now: datetime) -> bool:
    at = subject.parcel.status_at
    return at is not None and now - at < CARD_NEWS
