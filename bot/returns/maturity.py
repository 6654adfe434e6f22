"""From when on points that came by an order count: when nothing of it can be sent back any more."""

from datetime import datetime, time, timedelta
from typing import Any

from bot.config import Settings
from bot.returns.last_days import last_days
from bot.returns.machine import HOLDS_ITEMS, OVER, SETTLED


async def returnable_until(order_id: int, customer_id: int, settings: Settings, now: datetime) -> datetime:
    """The end of the last day on which anything of it may be withdrawn from or sent back; now, where nothing may.

    What is in a return that is not settled has this day like anything else: its money has yet to go back.
    """
    who: dict[str, Any] = {"customer_ids": [customer_id], "settings": settings, "now": now}
    days = await last_days(order_id, holding=HOLDS_ITEMS & (SETTLED | OVER), **who)
    last = max((day for day in (days.day, days.goodwill) if day), default=None)
    if last is None:
        return now
    return max(now, datetime.combine(last + timedelta(days=1), time(), settings.time_zone))
