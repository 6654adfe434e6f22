"""What no scan tells: it arrives tomorrow; the pickup point will not keep it much longer."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.config import Settings
from bot.customers.audience import Recipient, chats_of
from bot.db import unit_of_work
from bot.shipping.milestones import ARRIVES_TOMORROW, MOVING, PICKUP_REMINDER, Milestone
from bot.shipping.models import ExpectedDay
from bot.shipping.news import tell
from bot.shipping.subjects import Owner, Subject, read_subject
from bot.shipping.thresholds import thresholds
from bot.shipping.told import Told, told_news
from bot.shipping.withdrawn import Withdrawn
from bot.shipping.worries import Watched
from bot.shop.statuses import ShipmentStatus as S

# Before that a carrier may still change its mind, and the day is not over.
AFTERNOON = time(16)


async def remind(parcels: Sequence[Watched], *, now: datetime, settings: Settings) -> None:
    """Tell each chat of one customer at the right hour of its own day, each at most once."""
    due = [parcel for parcel in parcels if _may_be_due(parcel)]
    recipients = await chats_of(due[0].customer_id, settings=settings) if due else ()
    for parcel in due if recipients else ():
        for recipient in recipients:
            if turn := _turn(parcel, recipient, now):
                await _remind(parcel, turn, recipient, now=now, settings=settings)


def _may_be_due(parcel: Watched) -> bool:
    return parcel.status == S.AVAILABLE_FOR_PICKUP or (parcel.status in MOVING and parcel.expected_on is not None)


def _turn(parcel: Watched, recipient: Recipient, now: datetime) -> Milestone | None:
    here = now.astimezone(recipient.tz)
    if parcel.status != S.AVAILABLE_FOR_PICKUP:
        is_eve = parcel.expected_on == here.date() + timedelta(days=1) and here.time() >= AFTERNOON
        return Milestone(ARRIVES_TOMORROW, now) if is_eve else None
    limits = thresholds(parcel.carrier, parcel.country)
    arrived = (parcel.status_at or parcel.heard_at).astimezone(recipient.tz).date()
    last = arrived + timedelta(days=limits.pickup_days)
    is_near = last - timedelta(days=limits.remind_before) <= here.date() < last
    return Milestone(PICKUP_REMINDER, now) if is_near else None


@unit_of_work
async def _remind(parcel: Watched, turn: Milestone, recipient: Recipient, *, now: datetime, settings: Settings) -> None:
    owner = Owner(parcel.order_id, parcel.customer_id)
    subject = await read_subject(owner, parcel.shipment_id, today=now.astimezone(settings.time_zone).date())
    if subject.withdrawn is Withdrawn.ALL:  # nobody has to be at home for it, nor to fetch it
        return
    if turn.kind == ARRIVES_TOMORROW and await _has_just_heard(subject, recipient, now):
        return
    await tell(turn, subject, recipient, now=now)


async def _has_just_heard(subject: Subject, recipient: Recipient, now: datetime) -> bool:
    """Whether the chat was told today that the parcel comes on that day: it need not ring twice for that."""
    told = (await told_news(subject)).get(recipient.chat_id, Told())
    day = await ExpectedDay.filter(shipment_id=subject.parcel.id).order_by("-id").first()
    midnight = datetime.combine(now.astimezone(recipient.tz), time(), recipient.tz)
    return told.has_been_told_since(max(midnight, day.told_at) if day else midnight)
