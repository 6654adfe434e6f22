"""Empties what sent pushes said once nobody needs it any more; what, when and why stay (rules.md 3.4)."""

from datetime import datetime, timedelta

from bot.db import connection, in_dialect, unit_of_work

TEXTS_KEPT = timedelta(days=30)
FORGET = (
    "UPDATE outbox_push SET params = '{}', receipt = NULL, has_text = FALSE WHERE has_text = TRUE AND settled_at < ?"
)


@unit_of_work
async def forget_texts(now: datetime, *, kept: timedelta = TEXTS_KEPT) -> int:
    """Empty the texts of pushes that were settled longer ago than `kept`; how many that were."""
    count, _ = await connection().execute_query(in_dialect(FORGET), [now - kept])
    return count
