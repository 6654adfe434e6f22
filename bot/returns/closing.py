"""Settled returns end by themselves some days later, when nobody has come back to them; what never was paid at once."""

from datetime import datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.machine import SETTLED, Actor, Status
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, move
from bot.shop.rows import fetch
from bot.shop.states import CANCELLED, FAILED

# Time to say that the money has not come, or something else than expected.
AFTER = timedelta(days=3)
ROWS_AT_ONCE = 100
# Since the step that has settled it; what was only paid or shown later (act) does not count.
DUE = """
SELECT r.id, r.revision FROM return_request r WHERE r.status IN ? AND NOT EXISTS (
  SELECT 1 FROM return_step s WHERE s.request_id = r.id AND s.status = r.status AND s.act IS NULL AND s.at > ?)
ORDER BY r.created_at LIMIT ?"""
# The shop has cancelled an order for which there never was any money; some that comes yet: paid_later.py.
UNPAID = """
SELECT r.id, r.revision FROM return_request r JOIN shop_order o ON o.id = r.order_id
WHERE r.status = 'approved' AND r.way = 'cancel' AND r.unpaid AND CAST(r.came AS DECIMAL) = 0 AND o.state IN ?
AND NOT EXISTS (
  SELECT 1 FROM return_payment p WHERE p.request_id = r.id)
ORDER BY r.created_at LIMIT ?"""


async def close_settled(settings: Settings, *, now: datetime) -> int:
    """Close what was settled three days ago, and what was cancelled before it was paid; how many that were."""
    due = await fetch(DUE, sorted(SETTLED), now - AFTER, ROWS_AT_ONCE)
    unpaid = await fetch(UNPAID, (CANCELLED, FAILED), ROWS_AT_ONCE)
    return sum([await _close(row["id"], row["revision"], settings=settings, now=now) for row in (*due, *unpaid)])


async def _close(return_id: int, seen: int, *, settings: Settings, now: datetime) -> bool:
    """False when somebody was faster: then it is looked at again."""
    try:
        await _end(return_id, seen, settings=settings, now=now)
    except MovedOnError:
        return False
    return True


@unit_of_work
async def _end(return_id: int, seen: int, *, settings: Settings, now: datetime) -> None:
    told: dict[str, Any] = {"settings": settings, "now": now, "seen": seen}
    if await Return.filter(id=return_id, status=Status.APPROVED.value).exists():
        await move(return_id, Status.CLOSED, by=Actor.PLATFORM, news="", **told)
    elif await Return.filter(id=return_id, status__in=[status.value for status in SETTLED]).exists():
        await move(return_id, Status.CLOSED, by=Actor.CLOCK, **told)
