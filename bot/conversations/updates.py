"""Which updates were handled, so that one delivered again changes nothing (OPS-02)."""

from datetime import datetime, timedelta

from bot.clock import real_now
from bot.db import connection, in_dialect

# Telegram offers an update again for 24 hours at most.
UPDATES_KEPT = timedelta(days=3)

FIND = "SELECT 1 FROM conversation_update WHERE bot_id = ? AND update_id = ?"
MARK = """
INSERT INTO conversation_update (bot_id, update_id, handled_at) VALUES (?, ?, ?)
ON CONFLICT (bot_id, update_id) DO NOTHING RETURNING update_id"""
DROP_OLD = "DELETE FROM conversation_update WHERE handled_at < ?"


async def was_handled(bot_id: int, update_id: int) -> bool:
    _, rows = await connection().execute_query(in_dialect(FIND), [bot_id, update_id])
    return bool(rows)


async def mark_handled(bot_id: int, update_id: int) -> bool:
    """Remember the update; False when it was marked before."""
    # Not execute_query: on PostgreSQL it gives an INSERT neither a count nor its RETURNING.
    rows = await connection().execute_query_dict(in_dialect(MARK), [bot_id, update_id, real_now()])
    return bool(rows)


async def forget_old_updates(now: datetime) -> None:
    """Drop marks that no redelivery can ask for any more; `now` is real time."""
    await connection().execute_query(in_dialect(DROP_OLD), [now - UPDATES_KEPT])
