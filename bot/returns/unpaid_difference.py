"""What another article costs more has not been paid: its customer is reminded once, then the staff decide."""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.customers.audience import chats_of
from bot.db import unit_of_work
from bot.outbox.queue import enqueue_all
from bot.returns.alarms import alarm
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return, ReturnStep
from bot.returns.news import reminder

REMINDED_AFTER, GIVEN_UP_AFTER = timedelta(days=7), timedelta(days=14)
S = Status


async def mind_differences(settings: Settings, *, now: datetime) -> int:
    """How many are waited for since a week; the article is kept for them until the staff decide otherwise."""
    waiting = Return.filter(pays_difference=True, outcome="exchange", status__in=[S.INSPECTED.value, S.APPROVED.value])
    return sum([await _mind(row, settings=settings, now=now) for row in await waiting.order_by("id")])


@unit_of_work
async def _mind(row: Return, *, settings: Settings, now: datetime) -> bool:
    sheet = await read_sheet(row.id)
    asked = await ReturnStep.filter(request_id=row.id, status=row.status).order_by("id").first()
    if not sheet.owes or not sheet.is_checked or asked is None or now < asked.at + REMINDED_AFTER:
        return False
    day = (asked.at + REMINDED_AFTER).astimezone(settings.time_zone).date()
    recipients = await chats_of(sheet.customer_id, settings=settings)
    await enqueue_all([reminder(sheet, each, settings, kind="unpaid", day=day) for each in recipients], now=now)
    if now >= asked.at + GIVEN_UP_AFTER:
        await alarm(row, "call-difference-unpaid", settings=settings, now=now, total=sheet.owes)
    return True
