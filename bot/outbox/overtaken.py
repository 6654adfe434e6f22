"""News that newer news replaces before it was sent: reworded, taken back, put back when the newer turns out wrong."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from bot.clock import real_now
from bot.db import unit_of_work
from bot.outbox.models import Push
from bot.outbox.reasons import Why


@unit_of_work
async def overtake(push_ids: Collection[int], *, now: datetime) -> int:
    """Take back those of these pushes that still wait and that nobody is sending right now; how many that were."""
    if not push_ids:
        return 0
    free = Q(leased_until=None) | Q(leased_until__lte=real_now())
    waiting = Push.filter(free, id__in=push_ids, settled_at=None)
    return await waiting.update(status="superseded", why=Why.SUPERSEDED, settled_at=now, leased_until=None)


@unit_of_work
async def put_back(push_id: int, params: dict[str, Any], *, now: datetime, expires_at: datetime | None = None) -> bool:
    """Let an overtaken push wait again, with a text that holds now; False when it was not overtaken."""
    changed = {"params": params, "expires_at": expires_at, "due_at": now, "attempts": 0}
    overtaken = Push.filter(id=push_id, status="superseded")
    return bool(await overtaken.update(status="waiting", why=None, settled_at=None, retry_at=None, **changed))


@unit_of_work
async def reword(push_id: int, params: dict[str, Any]) -> bool:
    """Let a push that still waits say this; False when it has left, or is leaving right now."""
    free = Q(leased_until=None) | Q(leased_until__lte=real_now())
    return bool(await Push.filter(free, id=push_id, settled_at=None).update(params=params))
