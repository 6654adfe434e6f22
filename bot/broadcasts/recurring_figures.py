"""What came of a campaign that sends itself: all of its copies together, counted from their rows."""

from dataclasses import dataclass
from datetime import datetime

from bot.shop.rows import fetch

# Who was never to get it (no language, another chat of the same person) is no recipient.
CAME = """
SELECT count(DISTINCT c.id) AS sends, count(r.id) AS people,
  coalesce(sum(CASE WHEN p.status = 'sent' THEN 1 ELSE 0 END), 0) AS delivered,
  coalesce(sum(CASE WHEN p.status = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
  coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM broadcast_click k WHERE k.recipient_id = r.id) THEN 1 ELSE 0 END), 0)
    AS clicked,
  coalesce(sum(CASE WHEN r.stopped_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS unsubscribed
FROM broadcast_campaign c
LEFT JOIN broadcast_recipient r ON r.campaign_id = c.id
  AND (r.held_because IS NULL OR r.held_because IN ('expired', 'cancelled', 'ordered'))
LEFT JOIN outbox_push p ON p.once = 'campaign:' || r.campaign_id || ':chat:' || r.chat_id
WHERE c.origin = ? AND c.started_at >= ?"""


@dataclass(frozen=True, slots=True)
class Came:
    """Of all its copies since a moment: how many there were, and numbers of people."""

    sends: int
    people: int
    delivered: int
    waiting: int
    clicked: int
    unsubscribed: int


async def came_of(key: str, *, since: datetime) -> Came:
    """`key` is one of automatic.KINDS."""
    [row] = await fetch(CAME, key, since)
    return Came(**{name: int(row[name]) for name in Came.__slots__})
