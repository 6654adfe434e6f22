"""Bodies past the door: stored and processed without HTTP."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.connectors.inbox import Letter, process_due, receive
from bot.connectors.models import InboxBody

Knock = tuple[str, str, Any]
"""Platform, topic, body."""


async def deliver(settings: Settings, *knocks: Knock, now: datetime | None = None) -> list[str | None]:
    """Store and process these bodies one after another; what kept each in the inbox, None for those processed."""
    now = now or Clock().now()
    for platform, topic, body in knocks:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        await receive(Letter(platform, topic, raw), now=now)
        await drain(settings, now=now)
    return [row.error for row in await InboxBody.all().order_by("id")]


async def drain(settings: Settings, *, now: datetime | None = None) -> None:
    """Process until nothing is due."""
    while await process_due(settings, now=now or Clock().now()):
        pass


async def let_retries_be_due() -> None:
    """As if the delays after failures, and the leases of those who died, were over."""
    await InboxBody.filter(processed_at=None).exclude(retry_at=None).update(retry_at=real_now())


def shopify(*knocks: tuple[str, Any]) -> Iterable[Knock]:
    return (("shopify", topic, body) for topic, body in knocks)
