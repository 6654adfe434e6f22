"""A survey that somebody opens themselves, from a button of an offer: nobody has to have agreed to be asked."""

from datetime import datetime

from bot.db import unit_of_work
from bot.shop.rows import change, fetch, moment
from bot.surveys.answers import RATED_WITHIN
from bot.surveys.definitions import definitions
from bot.surveys.planning import once_of

OWN = """
SELECT l.customer_id, o.id AS order_id, o.delivered_at FROM customer_link l
LEFT JOIN shop_order o ON o.customer_id = l.customer_id AND o.delivered_at IS NOT NULL AND NOT o.is_hidden
  AND NOT o.is_test
WHERE l.chat_id = ? ORDER BY o.delivered_at DESC NULLS LAST, l.id LIMIT 1"""
FIND = "SELECT id FROM survey_plan WHERE once = ?"
# Not asked by us, so that it is neither reminded of nor counted among the invitations; the score makes it answered.
INSERT = """
INSERT INTO survey_plan (once, survey, version, metric, customer_id, chat_id, order_id, source, status, created_at,
  due_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'offer', 'withheld', ?, ?, ?) ON CONFLICT (once) DO NOTHING"""


async def list_open_surveys() -> tuple[str, ...]:
    """Keys of the surveys that can be opened at any time: those that are asked about the shop, or about a delivery."""
    return tuple(key for key, each in (await definitions()).items() if each.active and each.trigger == "delivered")


@unit_of_work
async def open_survey(key: str, subject: str, *, chat_id: int, now: datetime) -> int | None:
    """The plan of this survey for whoever taps, made once for each `subject` ("campaign:7") and chat.

    None where the survey is none any more, or the chat has no purchase: whose answer would it be? One about a
    delivery needs a delivery of the last thirty days.
    """
    definition = (await definitions()).get(key)
    whose = next(iter(await fetch(OWN, chat_id)), None)
    if definition is None or not definition.active or whose is None:
        return None
    delivered_at = moment(whose["delivered_at"])
    order_id = whose["order_id"] if delivered_at and delivered_at + RATED_WITHIN > now else None
    if definition.metric != "nps" and order_id is None:
        return None
    once = once_of(key, f"{subject}:chat:{chat_id}")
    what = [once, key, definition.version, definition.metric, whose["customer_id"], chat_id, order_id]
    await change(INSERT, *what, now, now, now + RATED_WITHIN)
    [plan] = await fetch(FIND, once)
    return int(plan["id"])
