"""A survey as its message shows it at the moment, read from its rows."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.db import document
from bot.errors import NotFoundError
from bot.loyalty.ledger import find_entry
from bot.shop.rows import fetch
from bot.surveys.definitions import definitions
from bot.surveys.earning import points_for
from bot.surveys.wording import Sheet

OWN = """
SELECT p.id, p.survey, p.order_id, p.invited_at, o.number, a.score, a.reasons
FROM survey_plan p LEFT JOIN shop_order o ON o.id = p.order_id LEFT JOIN survey_answer a ON a.plan_id = p.id
WHERE p.id = ? AND EXISTS (SELECT 1 FROM customer_link l WHERE l.chat_id = ? AND l.customer_id = p.customer_id)"""


async def read_sheet(plan_id: int, *, chat_id: int, settings: Settings, tz: ZoneInfo) -> Sheet:
    """The survey with what was answered so far; NotFoundError when it is somebody else's."""
    rows = await fetch(OWN, plan_id, chat_id)
    definition = (await definitions()).get(rows[0]["survey"]) if rows else None
    if definition is None:
        raise NotFoundError
    row = rows[0]
    points, points_from = await _earned(plan_id, tz) if row["score"] is not None else (None, None)
    return Sheet(
        plan_id=plan_id,
        definition=definition,
        number=row["number"],
        order_id=row["order_id"],
        was_pushed=row["invited_at"] is not None,
        score=row["score"],
        reasons=tuple(document(row["reasons"]) or ()),
        points=await points_for(definition, settings) if points is None else points,
        points_from=points_from,
    )


async def _earned(plan_id: int, tz: ZoneInfo) -> tuple[int, date | None]:
    """What was booked for the answer, and the day from which it counts."""
    entry = await find_entry(f"survey:plan:{plan_id}")
    if entry is None:
        return 0, None
    return entry.points, entry.available_at.astimezone(tz).date() if entry.available_at else None
