"""Settled returns end by themselves some days later, when nobody has come back to them."""

from datetime import datetime, timedelta

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.machine import SETTLED, Actor, Status
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, move
from bot.shop.rows import fetch

# Time to say that the money has not come, or something else than expected.
AFTER = timedelta(days=3)
ROWS_AT_ONCE = 100
# Since the step that has settled it; what was only paid or shown later (act) does not count.
DUE = """
SELECT r.id, r.revision FROM return_request r WHERE r.status IN ? AND NOT EXISTS (
  SELECT 1 FROM return_step s WHERE s.request_id = r.id AND s.status = r.status AND s.act IS NULL AND s.at > ?)
ORDER BY r.created_at LIMIT ?"""


async def close_settled(settings: Settings, *, now: datetime) -> int:
    """Close what was settled three days ago; how many that were."""
    due = await fetch(DUE, sorted(SETTLED), now - AFTER, ROWS_AT_ONCE)
    return sum([await _close(row["id"], row["revision"], settings=settings, now=now) for row in due])


async def _close(return_id: int, seen: int, *, settings: Settings, now: datetime) -> bool:
    """False when somebody was faster: then it is looked at again."""
    try:
        await _end(return_id, seen, settings=settings, now=now)
    except MovedOnError:
        return False
    return True


@unit_of_work
async def _end(return_id: int, seen: int, *, settings: Settings, now: datetime) -> None:
    if await Return.filter(id=return_id, status__in=[status.value for status in SETTLED]).exists():
        await move(return_id, Status.CLOSED, by=Actor.CLOCK, settings=settings, now=now, seen=seen)
