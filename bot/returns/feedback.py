"""Asks how a return went, once it is closed: one of ours, or one that only the shop's platform knows."""

from datetime import datetime

from bot.config import Settings
from bot.shop.rows import fetch, moment
from bot.surveys.planning import NEWS, Occasion, plan

OURS = """
SELECT r.number, r.closed_at, r.order_id, r.customer_id, r.chat_id FROM return_request r
JOIN shop_order o ON o.id = r.order_id
WHERE r.status = 'closed' AND r.closed_at > ? AND NOT o.is_test AND NOT o.is_hidden"""
# A return that both know is told of by ours alone.
PLATFORM = """
SELECT p.id, p.revised_at, o.id AS order_id, o.customer_id FROM shop_return p JOIN shop_order o ON o.id = p.order_id
WHERE p.status = 'closed' AND p.revised_at > ? AND o.customer_id IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden
  AND NOT EXISTS (SELECT 1 FROM return_request r WHERE r.order_id = p.order_id AND r.external_id = p.external_id)"""


async def ask_about_closed(now: datetime, settings: Settings) -> int:
    """Plan to ask about returns that were closed within a day, each once; how many plans that made.

    Rejected, cancelled and expired ones are over, too, but nobody has been through a return then.
    """
    ours = [
        Occasion(
            f"return:{row['number']}",
            moment(row["closed_at"]) or now,
            row["customer_id"],
            chat_id=row["chat_id"],
            order_id=row["order_id"],
        )
        for row in await fetch(OURS, now - NEWS)
    ]
    theirs = [
        Occasion(f"return:{row['id']}", moment(row["revised_at"]) or now, row["customer_id"], order_id=row["order_id"])
        for row in await fetch(PLATFORM, now - NEWS)
    ]
    return await plan("return_closed", [*ours, *theirs], now=now, settings=settings)
