"""Tells customers what became of their parcels: the silent card at every scan, a ringing message at a turn.

To be called in the transaction of the fact. Nothing here decides when or whether a message may ring: the outbox does,
at the moment of sending.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.customers.models import Mute
from bot.outbox.messages import text_message
from bot.outbox.models import Push
from bot.outbox.overtaken import overtake, put_back
from bot.outbox.queue import NewPush, enqueue, enqueue_all
from bot.shipping.cards import card_keyboard, card_text, slot_of
from bot.shipping.milestones import (
    ALL_CLEAR,
    ARRIVES_TOMORROW,
    EXPECTED_MOVED,
    PICKUP_REMINDER,
    Milestone,
    last_to_tell,
    milestones_of,
)
from bot.shipping.progress import ParcelEvent
from bot.shipping.subjects import Subject, find_owner, read_subject
from bot.shipping.wording import Moved, push_keyboard, push_text
from bot.shop.states import is_coming
from bot.shop.statuses import ShipmentStatus as S

# Beginnings of keys of what is told besides the turns: days, reminders, warnings and what became of them.
BESIDES = (EXPECTED_MOVED, ARRIVES_TOMORROW, PICKUP_REMINDER, "alert-", f"{ALL_CLEAR}:alert-")
# What is older than this is history, whoever tells it: no milestone lives longer.
OLDEST_NEWS = timedelta(days=3)
# A card is opened or edited for what happened within a day.
CARD_NEWS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What a chat was told of a parcel so far, or is to be told, by milestone: ids and status of the pushes."""

    rows: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def sent(self) -> frozenset[str]:
        return frozenset(key for key, (_, status) in self.rows.items() if status == "sent")

    def waiting(self, *, except_for: str | None, besides: bool) -> list[int]:
        """What is not sent yet of the turns of the way, and if asked for `besides` of what was told besides them."""
        return [
            id_
            for key, (id_, status) in self.rows.items()
            if status == "waiting" and key != except_for and (besides or not key.startswith(BESIDES))
        ]


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
    path, moved = _path(events, subject), _moved(subject, expected_before)
    told = await told_news(subject)
    if moved or _is_fresh(subject, now):
        await update_cards(subject, recipients, now=now)
    for recipient in recipients:
        so_far = told.get(recipient.chat_id, Told())
        if not await _tell_turn(path, subject, recipient, so_far, now=now, moved=moved) and moved:
            await _tell_moved(moved, subject, recipient, so_far, now=now)


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


async def levels_of(order_id: int) -> dict[int, str]:
    """What still comes about an order, by chat; who has not muted it is left out."""
    return {mute.chat_id: mute.level for mute in await Mute.filter(order_id=order_id)}


async def told_news(subject: Subject) -> dict[int, Told]:
    """What each chat was told of the parcel."""
    prefix = once_of(subject.parcel.id)
    found: dict[int, Told] = {}
    rows = Push.filter(order_id=subject.order.id, once__startswith=prefix)
    for id_, once, status in await rows.order_by("id").values_list("id", "once", "status"):
        key, _, chat = str(once).removeprefix(prefix).rpartition(":chat:")
        found.setdefault(int(chat), Told()).rows[key] = (int(str(id_)), str(status))
    return found


def once_of(shipment_id: int, key: str = "", chat_id: int | None = None) -> str:
    """What makes a milestone unrepeatable in a chat; without a chat what all those of the parcel begin with."""
    beginning = f"shipment:{shipment_id}:"
    return beginning if chat_id is None else f"{beginning}{key}:chat:{chat_id}"


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
    id_, status = told.rows.get(turn.key, (0, ""))
    if status != "superseded":
        return False
    text = push_text(turn, subject, recipient, today=now.astimezone(recipient.tz).date(), moved=moved)
    params = text_message(text, keyboard=push_keyboard(turn, subject, recipient))
    return await put_back(id_, params, now=now, expires_at=turn.expires_at(recipient.tz))


async def _tell_moved(moved: Moved, subject: Subject, recipient: Recipient, told: Told, *, now: datetime) -> None:
    """A later day is told once; what still waits of an earlier move gives way."""
    turn = Milestone(EXPECTED_MOVED, now, moved.new.isoformat())
    if await tell(turn, subject, recipient, now=now, moved=moved):
        stale = [id_ for key, (id_, _) in told.rows.items() if key.startswith(EXPECTED_MOVED)]
        await overtake(stale, now=now)


def _path(events: Sequence[ParcelEvent], subject: Subject) -> tuple[Milestone, ...]:
    """The turns of the way; that a parcel of a cancelled order is cancelled is told with the order."""
    path = milestones_of(events)
    return tuple(turn for turn in path if not (turn.kind == subject.order.state == S.CANCELLED))


def _moved(subject: Subject, before: date | None) -> Moved | None:
    """A change to later; an earlier day is shown on the card, and is no bad news."""
    parcel = subject.parcel
    if before is None or parcel.expected_on is None or parcel.expected_on <= before:
        return None
    return Moved(before, parcel.expected_on) if is_coming(parcel.status) else None


def _is_fresh(subject: Subject, now: datetime) -> bool:
    at = subject.parcel.status_at
    return at is not None and now - at < CARD_NEWS
