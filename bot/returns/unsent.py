"""What was to come back and has not left: its customer is reminded twice, then it ends, or the staff take over.

A right of the law never ends by itself: whoever has not sent the goods of a withdrawal in time is told so, and the
staff are, of a claim for a defect as well. What is only said to be on its way, and has not come after four weeks,
counts as not sent.
"""

from datetime import date, datetime, timedelta

from bot.config import Settings
from bot.customers.audience import chats_of
from bot.db import unit_of_work
from bot.outbox.queue import enqueue_all
from bot.returns.alarms import alarm
from bot.returns.locking import lock_parcel, lock_return
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnPayment
from bot.returns.moving import move
from bot.returns.news import reminder
from bot.returns.parcels import is_first
from bot.returns.paths import DECLARED, RIGHTS, Way
from bot.returns.send_by import FIRST_REMINDER, ON_THE_ROAD, morning_of, next_look
from bot.returns.unsaid import not_sent, told_sent_at

S = Status
DAY = timedelta(days=1)
# What went without a label that is scanned may be on its way for so long after its last day.
UNSCANNED = timedelta(days=10)
ROWS_AT_ONCE = 100


async def mind_unsent(settings: Settings, *, now: datetime) -> int:
    """Look at every return whose time has come; how many were looked at."""
    due = await Return.filter(remind_at__lte=now).order_by("remind_at").limit(ROWS_AT_ONCE)
    for row in due:
        await _mind(row, settings=settings, now=now)
    return len(due)


@unit_of_work
async def _mind(row: Return, *, settings: Settings, now: datetime) -> None:
    """Claimed by the time it was due at: two processes remind once."""
    await lock_parcel(row.id)
    await lock_return(row.id)
    today = now.astimezone(settings.time_zone).date()
    is_to_send = row.status in {S.APPROVED, S.LABEL_SENT} and not row.keeps and row.way != Way.CANCEL
    last = _last_day(row) if is_to_send else None
    is_over = last is not None and today > last
    told_at = await told_sent_at(row.id)
    is_lost = told_at is not None and now >= told_at + 2 * ON_THE_ROAD
    looks = _looks_again(row, last, settings, now) if is_to_send else None
    if told_at is not None and not is_lost:
        looks = now + ON_THE_ROAD
    if not await Return.filter(id=row.id, remind_at=row.remind_at, revision=row.revision).update(remind_at=looks):
        return
    if is_lost:
        await not_sent(row.id, by=Actor.CLOCK, settings=settings, now=now, news="unsent")
    elif row.status == S.IN_TRANSIT:
        await alarm(row, "call-not-arrived", settings=settings, now=now)
    elif is_over and last is not None:
        await _end(row, last, today, settings=settings, now=now)
    elif is_to_send and last is None and not (await read_sheet(row.id)).is_away:
        await _wait_for_label(row, settings=settings, now=now)
    elif is_to_send and last is not None:
        await _remind(row, "remind", settings=settings, now=now)


async def _end(row: Return, last: date, today: date, *, settings: Settings, now: datetime) -> None:
    """Money that is gone, and a right of the law, are for people to look after."""
    if await ReturnPayment.filter(request_id=row.id).exists():
        await alarm(row, "call-label-unused", settings=settings, now=now)
    elif row.way in RIGHTS:
        key = "call-unsent" if row.way in DECLARED else "call-unsent-claim"
        await alarm(row, key, settings=settings, now=now, day=last)
        await _remind(row, "overdue", settings=settings, now=now)
    elif _ends_on(row, last) <= today:
        await move(row.id, S.EXPIRED, by=Actor.CLOCK, settings=settings, now=now)


async def _wait_for_label(row: Return, *, settings: Settings, now: datetime) -> None:
    """It is the shop's turn; a return that its platform keeps has its label from there."""
    if row.external_id is None:
        week = (now - row.created_at) // FIRST_REMINDER
        await alarm(row, "call-label-missing", settings=settings, now=now, again=f":{week}", weeks=week)
        if week <= 1:
            await _remind(row, "waiting", settings=settings, now=now)


async def _remind(row: Return, kind: str, *, settings: Settings, now: datetime) -> None:
    """Once a parcel, however many orders are in it."""
    day = now.astimezone(settings.time_zone).date()
    if not await is_first(row, day):
        return
    sheet = await read_sheet(row.id)
    recipients = await chats_of(sheet.customer_id, settings=settings)
    await enqueue_all([reminder(sheet, recipient, settings, kind=kind, day=day) for recipient in recipients], now=now)


def _looks_again(row: Return, last: date | None, settings: Settings, now: datetime) -> datetime | None:
    if last is None:
        return now + FIRST_REMINDER if row.external_id is None else None
    following = next_look(last, settings, now)
    if following > now:
        return following
    ends = morning_of(_ends_on(row, last), settings)
    return ends if row.way not in RIGHTS and ends > now else None


def _last_day(row: Return) -> date | None:
    """Rows of before this column existed know the day of their label alone."""
    return row.send_by or row.label_expires_on


def _ends_on(row: Return, last: date) -> date:
    is_scanned = row.status == S.LABEL_SENT and row.label_key is not None
    return last + (DAY if is_scanned else UNSCANNED)
