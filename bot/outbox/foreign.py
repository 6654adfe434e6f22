"""What waits for a chat about an order that it may not see any more is taken back, and not sent in the morning."""

from datetime import datetime

from bot.clock import real_now
from bot.db import unit_of_work
from bot.outbox.policy import NEVER_HELD
from bot.outbox.reasons import Why
from bot.shop.rows import change

TAKE_BACK = """
UPDATE outbox_push SET status = 'skipped', why = ?, settled_at = ?, leased_until = NULL
WHERE status = 'waiting' AND (leased_until IS NULL OR leased_until <= ?) AND chat_id > 0 AND purpose NOT IN ?
  AND {of} AND NOT EXISTS (
    SELECT 1 FROM customer_link l WHERE l.chat_id = outbox_push.chat_id AND l.customer_id = {owner}) RETURNING id"""
OWNER_OF_ORDER = "(SELECT o.customer_id FROM shop_order o WHERE o.id = outbox_push.order_id)"


@unit_of_work
async def take_back_of_order(order_id: int, *, now: datetime) -> int:
    """An order has changed hands: of what waits about it, that for chats of others; how many that were."""
    statement = TAKE_BACK.format(of="order_id = ?", owner=OWNER_OF_ORDER)
    return len(await change(statement, Why.NOT_THEIRS, now, real_now(), sorted(NEVER_HELD), order_id))


@unit_of_work
async def take_back_of_chat(chat_id: int, *, now: datetime) -> int:
    """A chat has let go of purchases: of what waits for it, that about customers it is not linked to."""
    of = "chat_id = ? AND customer_id IS NOT NULL"
    statement = TAKE_BACK.format(of=of, owner="outbox_push.customer_id")
    return len(await change(statement, Why.NOT_THEIRS, now, real_now(), sorted(NEVER_HELD), chat_id))
