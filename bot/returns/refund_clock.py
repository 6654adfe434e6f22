"""The refund clock turns red for the staff four days before the law's last day (RET-12).

Source: § 357 (1) and (4) BGB: the money goes back within 14 days of the declaration; until the goods have left the
customer the shop may wait for them.
"""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.paths import DECLARED
from bot.returns.windows import CLOCK

S = Status
RED_AFTER = timedelta(days=10)
# The goods are there or on their way, so there is nothing more to wait for.
UNDER_WAY = (S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.RECEIVED, S.INSPECTED)
OPEN = (S.APPROVED, *UNDER_WAY)


async def mind_clocks(settings: Settings, *, now: datetime) -> int:
    """Tell the staff of money that is due within four days, once each; how many such returns there are."""
    declared = Return.filter(way__in=[*DECLARED], status__in=[*OPEN])
    red = await declared.filter(declared_at__lte=now - RED_AFTER, declared_at__gt=now - CLOCK).order_by("id")
    return sum([await _mind(row.id, settings=settings, now=now) for row in red])


@unit_of_work
async def _mind(return_id: int, *, settings: Settings, now: datetime) -> bool:
    sheet = await read_sheet(return_id)
    is_waiting = sheet.status in UNDER_WAY or (sheet.status is S.APPROVED and sheet.needs_no_goods)
    if not is_waiting or not sheet.left.amount or sheet.due_at is None:
        return False
    day = sheet.due_at.astimezone(settings.time_zone).date()
    await alarm(await Return.get(id=return_id), "call-clock-red", settings=settings, now=now, day=day)
    return True
