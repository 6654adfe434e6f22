"""The refund clock turns red for the staff four days before the law's last day, and again when that is over (RET-12).

Source: § 357 (1) and (4) BGB: the money goes back within 14 days of the declaration, which counts from the day it came
in; until the goods have left the customer the shop may wait for them.
"""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.looking import read_sheet
from bot.returns.machine import Status
from bot.returns.models import Return
from bot.returns.news import update_cards
from bot.returns.paths import DECLARED
from bot.returns.windows import CLOCK

S = Status
WARNED_BEFORE = timedelta(days=4)
# None is red before, whatever the zone.
LOOKED_AT_AFTER = CLOCK - WARNED_BEFORE - timedelta(days=1)
# The goods are there or on their way, so there is nothing more to wait for.
UNDER_WAY = (S.IN_TRANSIT, S.PARTIALLY_RECEIVED, S.RECEIVED, S.INSPECTED)
OPEN = (S.APPROVED, *UNDER_WAY)


async def mind_clocks(settings: Settings, *, now: datetime) -> int:
    """Tell the staff of money that is due within four days, and of what is overdue, once each; how many returns that
    are."""
    declared = Return.filter(way__in=[*DECLARED], status__in=[*OPEN], declared_at__lte=now - LOOKED_AT_AFTER)
    return sum([await _mind(row.id, settings=settings, now=now) for row in await declared.order_by("id")])


@unit_of_work
async def _mind(return_id: int, *, settings: Settings, now: datetime) -> bool:
    sheet = await read_sheet(return_id)
    last, today = sheet.money_due_on(settings.time_zone), now.astimezone(settings.time_zone).date()
    is_waiting = sheet.status in UNDER_WAY or (sheet.status is S.APPROVED and sheet.needs_no_goods)
    if not is_waiting or not sheet.payable.amount or last is None or today < last - WARNED_BEFORE:
        return False
    key = "call-clock-over" if today > last else "call-clock-red"
    since = max((each for each in (sheet.late_at, sheet.came_at) if each), default=None)
    again = f":{since.date()}" if since else ""
    is_new = await alarm(await Return.get(id=return_id), key, settings=settings, now=now, again=again, day=last)
    if is_new and today > last:  # their card must not go on promising a day that is over
        await update_cards(return_id, settings=settings, now=now)
    return True
