"""Who was asked, who will be, and who was not and why: for the operator and the customer (N7, SUR-13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from bot.config import Locale
from bot.i18n import plain
from bot.outbox.listing import get_customer_ids
from bot.shop.rows import Row, fetch, moment

Json = dict[str, Any]

MOST_LISTED = 200
COLUMNS = """
SELECT p.id, p.survey, p.version, p.metric, p.status, p.why, p.source, p.customer_id, p.chat_id, p.case_id,
  o.number AS order_number,
  p.created_at, p.due_at, p.judged_at, p.invited_at, p.delivered_at, p.remind_at, p.reminder_why,
  p.expires_at, p.push_id, a.score, a.first_answered_at, a.answered_at, a.reasons IS NOT NULL AS has_reasons,
  a.comment IS NOT NULL AS has_comment
FROM survey_plan p LEFT JOIN shop_order o ON o.id = p.order_id LEFT JOIN survey_answer a ON a.plan_id = p.id"""
TIMES = (
    *("created_at", "due_at", "judged_at", "invited_at", "delivered_at", "remind_at", "expires_at"),
    *("first_answered_at", "answered_at"),
)
# What became a message is listed with the messages. A plan that nobody in its chats agrees to is nothing to wait for.
NOT_ASKED = """
SELECT p.status, p.why, p.judged_at, p.created_at, o.number FROM survey_plan p
LEFT JOIN shop_order o ON o.id = p.order_id
WHERE p.customer_id IN ? AND p.why IS NOT NULL AND p.push_id IS NULL
  AND (p.status = 'withheld' OR p.status = 'planned' AND p.why <> 'no_consent' AND EXISTS (
    SELECT 1 FROM customer_link l JOIN customer_consent c ON c.chat_id = l.chat_id
    WHERE l.customer_id = p.customer_id AND c.purpose = 'survey' AND c.active = TRUE))
ORDER BY p.id DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class NotAskedYet:
    """A survey that the customer has not been asked: not yet, or not at all, and why in their words."""

    is_final: bool
    order_number: str | None
    reason: str
    at: datetime


async def list_surveys(
    *, customer: str | None = None, status: str | None = None, limit: int = MOST_LISTED, locale: Locale = "en"
) -> list[Json]:
    """Newest first, with stable keys; `customer` is an id of ours or of the shop's, or an e-mail address."""
    conditions, values = list[str](), list[Any]()
    if customer is not None:
        conditions.append("p.customer_id IN ?")
        values.append(await get_customer_ids(customer))
    if status is not None:
        conditions.append("p.status = ?")
        values.append(status)
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = await fetch(f"{COLUMNS}{where} ORDER BY p.id DESC LIMIT ?", *values, limit)
    return [_as_json(row, locale) for row in rows]


async def own_unasked(customer_ids: Sequence[int], *, locale: Locale, limit: int = 10) -> tuple[NotAskedYet, ...]:
    """What a customer was not asked, newest first."""
    rows = await fetch(NOT_ASKED, list(customer_ids), limit)
    return tuple(
        NotAskedYet(
            is_final=row["status"] == "withheld",
            order_number=row["number"],
            reason=plain(locale, f"why-{row['why']}"),
            at=cast(datetime, moment(row["judged_at"] or row["created_at"])),
        )
        for row in rows
    )


def _as_json(row: Row, locale: Locale) -> Json:
    times = {name: at.isoformat() if (at := moment(row[name])) else None for name in TIMES}
    flags = {name: bool(row[name]) for name in ("has_reasons", "has_comment")}
    reason = plain(locale, f"why-{row['why']}") if row["why"] else None
    return row | times | flags | {"reason": reason}
