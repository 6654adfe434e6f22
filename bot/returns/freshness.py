"""How facts from platforms and carriers are told: only while they are news, and several at once as the last of them.

They come in any order. What is overtaken before it was sent is taken back, so that the same facts are told the same way
in whatever order they came.
"""

from datetime import datetime, timedelta

from bot.outbox.models import Push
from bot.outbox.overtaken import overtake

SHELF_LIFE = timedelta(days=1)
REMINDERS = ("remind-", "overdue-", "waiting-")
# What a message makes superfluous while it still waits; those with a dash are beginnings.
BEHIND = {
    "in_transit": REMINDERS,
    "received": ("approved", "partially_received", *REMINDERS),
    "paid": ("approved", "paid-"),
}
ALL = ("approved", "partially_received", "received", "paid-", *REMINDERS)


def is_news(at: datetime, now: datetime) -> bool:
    """Whether a fact of `at` may still ring."""
    return now - at <= SHELF_LIFE


async def give_way(return_id: int, customer_id: int, kind: str, *, now: datetime) -> None:
    """Take back what waits to be said of a return and is overtaken by a message of this kind."""
    behind = BEHIND.get(kind, ALL)
    waiting = Push.filter(customer_id=customer_id, settled_at=None, once__isnull=False).only("id", "once")
    name = f"return:{return_id}:"
    overtaken = [
        push.id
        for push in await waiting
        if (push.once or "").startswith(name) and str(push.once).removeprefix(name).startswith(behind)
    ]
    await overtake(overtaken, now=now)
