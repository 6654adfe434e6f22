"""Labels for the way back: sent once, reminded of twice, expired when nobody uses them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.config import Settings
from bot.customers.audience import chats_of
from bot.db import unit_of_work
from bot.outbox.queue import enqueue_all
from bot.returns.alarms import alarm
from bot.returns.looking import LabelFile, read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnPayment
from bot.returns.moving import MovedOnError, act, find_seen, move
from bot.returns.news import reminder
from bot.returns.paths import DECLARED, Way
from bot.returns.policy import Policy
from bot.returns.windows import clock_ends
from bot.shop.numbers import tracking_key

S = Status
FIRST_REMINDER = timedelta(days=7)
LAST_REMINDER = timedelta(days=3)
DAY = timedelta(days=1)
MORNING = time(9)
ROWS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class NewLabel:
    """A page to print, a code for the counter, a file, or several of them; `expires_on` is its last day, by the shop's
    rules if None. `file` is one that Telegram keeps for us.

    `carrier` is our word of who brings it, where that is known.
    """

    url: str | None = None
    code: str | None = None
    tracking_number: str | None = None
    expires_on: date | None = None
    carrier: str | None = None
    file: LabelFile | None = None

    def as_kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = {"url": self.url, "code": self.code}
        return kept | {"file_id": self.file.id, "file_kind": self.file.kind} if self.file else kept


@unit_of_work
async def send_label(
    return_id: int,
    label: NewLabel,
    *,
    by: Actor,
    policy: Policy,
    settings: Settings,
    now: datetime,
    staff_id: int | None = None,
    seen: int | None = None,
) -> Status:
    """The customer gets it in the chat, with what to do and until when; MovedOnError as `move` has it.

    The same once more is nothing new; another one for a return that has one is refused, since the first is printed.
    """
    row = await find_seen(return_id, seen)
    if row.status == S.LABEL_SENT:
        if row.label == label.as_kept():
            return S.LABEL_SENT
        raise MovedOnError
    today = now.astimezone(settings.time_zone).date()
    expires_on = label.expires_on or today + timedelta(days=policy.label_days)
    await Return.filter(id=return_id).update(
        label=label.as_kept(),
        label_key=tracking_key(label.tracking_number) if label.tracking_number else None,
        label_carrier=label.carrier,
        label_expires_on=expires_on,
        remind_at=_first_look(_last_day(row, expires_on, settings), settings, now),
    )
    return await move(return_id, S.LABEL_SENT, by=by, settings=settings, now=now, staff_id=staff_id, seen=seen)


@unit_of_work
async def without_label(
    return_id: int, *, staff_id: int, policy: Policy, settings: Settings, now: datetime, seen: int | None = None
) -> None:
    """The customer sends it without a label of ours, and is told so; MovedOnError when it is on its way already."""
    row = await find_seen(return_id, seen)
    if row.status != S.APPROVED or row.keeps or row.way == Way.CANCEL:
        raise MovedOnError
    row.sends_itself, row.label = True, {"address": list(policy.address)}
    await row.save(update_fields=["sends_itself", "label"])
    await act(row, "itself", by=Actor.STAFF, staff_id=staff_id, settings=settings, now=now, news="sending")


async def mind_labels(settings: Settings, *, now: datetime) -> int:
    """Remind of labels that nobody has used, and let those expire whose time is over; how many were looked at."""
    due = await Return.filter(remind_at__lte=now).order_by("remind_at").limit(ROWS_AT_ONCE)
    for row in due:
        await _mind(row, settings=settings, now=now)
    return len(due)


@unit_of_work
async def _mind(row: Return, *, settings: Settings, now: datetime) -> None:
    """Claimed by the time it was due at: two processes remind once."""
    last = _last_day(row, row.label_expires_on, settings)
    is_waiting = row.status == S.LABEL_SENT and last is not None
    today = now.astimezone(settings.time_zone).date()
    over = is_waiting and last is not None and today > last
    looks = _next_look(last, settings, now) if is_waiting and not over and last else None
    if not await Return.filter(id=row.id, remind_at=row.remind_at, revision=row.revision).update(remind_at=looks):
        return
    is_paid = over and await ReturnPayment.filter(request_id=row.id).exists()
    if is_paid:
        await alarm(row, "call-label-unused", settings=settings, now=now)
    elif over and row.way not in DECLARED:
        await move(row.id, S.EXPIRED, by=Actor.CLOCK, settings=settings, now=now)
    elif is_waiting and not over:
        await _remind(row.id, settings=settings, now=now)


async def _remind(return_id: int, *, settings: Settings, now: datetime) -> None:
    sheet = await read_sheet(return_id)
    day = now.astimezone(settings.time_zone).date()
    recipients = await chats_of(sheet.customer_id, settings=settings)
    await enqueue_all([reminder(sheet, recipient, settings, day=day) for recipient in recipients], now=now)


def _last_day(row: Return, expires_on: date | None, settings: Settings) -> date | None:
    """The label's, or the last on which withdrawn goods have to leave; a withdrawal itself never expires."""
    due = clock_ends(row.declared_at, row.created_at)
    days = (expires_on, due.astimezone(settings.time_zone).date() if due else None)
    return min((day for day in days if day), default=None)


def _first_look(last: date | None, settings: Settings, now: datetime) -> datetime | None:
    if last is None:
        return None
    return min(now + FIRST_REMINDER, _next_look(last, settings, now))


def _next_look(last: date, settings: Settings, now: datetime) -> datetime:
    """Three days before the end, and after it on the day that follows."""
    warning, after = (
        datetime.combine(day, MORNING, settings.time_zone).astimezone(UTC) for day in (last - LAST_REMINDER, last + DAY)
    )
    return warning if warning > now else after
