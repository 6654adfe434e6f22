"""An order changes hands: what was planned to be asked about it goes with it, what was asked stays where it was."""

from datetime import datetime

from bot.db import unit_of_work
from bot.outbox.overtaken import overtake
from bot.shop.rows import change, fetch
from bot.surveys.reasons import NotAsked

WAS_SENT = "EXISTS (SELECT 1 FROM outbox_push o WHERE o.id = p.push_id AND o.status = 'sent')"
ASKED = f"""
SELECT p.id, p.push_id, p.reminder_push_id, p.status, {WAS_SENT} AS was_sent
FROM survey_plan p WHERE p.order_id = ? AND p.customer_id <> ? AND (p.invited_at IS NOT NULL OR p.status = 'answered')
ORDER BY p.id"""  # noqa: S608  # our own words
# The name makes room for a plan of the new customer; taps of the former one come too late from now on.
CLOSED = """
UPDATE survey_plan SET once = 'former:' || id, remind_at = NULL,
  status = CASE WHEN status = 'invited' THEN ? ELSE status END, why = CASE WHEN status = 'invited' THEN ? ELSE why END,
  expires_at = CASE WHEN status = 'invited' THEN ? ELSE expires_at END WHERE id = ?"""
HANDED_OVER = """
UPDATE survey_plan SET customer_id = ?, chat_id = NULL
WHERE order_id = ? AND customer_id <> ? AND once NOT LIKE 'former:%'"""


@unit_of_work
async def hand_over_plans(order_id: int, customer_id: int, *, now: datetime) -> None:
    """The order is this customer's now: whoever had it is asked about it no more, and reminded of nothing.

    An answer stays whose it is. An invitation that has reached the former customer was one for the throttle.
    """
    for plan in await fetch(ASKED, order_id, customer_id):
        await overtake([each for each in (plan["push_id"], plan["reminder_push_id"]) if each], now=now)
        status, why = ("expired", None) if plan["was_sent"] else ("withheld", str(NotAsked.CANCELLED))
        await change(CLOSED, status, why, now, plan["id"])
    await change(HANDED_OVER, customer_id, order_id, customer_id)
