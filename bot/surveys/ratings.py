"""Rating a delivery from the order card: the customer comes to the survey, so nobody has to have agreed to anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.shop.rows import Row, change, fetch, moment
from bot.shop.statuses import ShipmentStatus
from bot.surveys.answers import RATED_WITHIN, Scored, record_score
from bot.surveys.definitions import Definition, definitions
from bot.surveys.earning import points_for
from bot.surveys.planning import once_of
from bot.surveys.wording import Sheet

FAVOURITE = "delivery_csat"
ORDER = """
SELECT o.id, o.number, o.customer_id, o.delivered_at FROM shop_order o
WHERE o.id = ? AND o.customer_id IN ? AND NOT o.is_hidden AND o.state = ?"""
PLAN = """
SELECT p.id, p.status, p.expires_at, a.score FROM survey_plan p LEFT JOIN survey_answer a ON a.plan_id = p.id
WHERE p.once = ?"""
# Never seen like this: the score is written in the same transaction.
INSERT = """
INSERT INTO survey_plan (once, survey, version, metric, customer_id, chat_id, order_id, source, status, created_at,
  due_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'card', 'withheld', ?, ?, ?) ON CONFLICT (once) DO NOTHING"""


@dataclass(frozen=True, slots=True)
class Rating:
    """What the order card offers: to rate, or to look at (and change) the rating of `plan_id`."""

    sheet: Sheet
    plan_id: int | None = None
    is_given: bool = False


async def find_rating(
    order_id: int, *, customer_ids: Sequence[int], now: datetime, settings: Settings
) -> Rating | None:
    """What can be rated about the customer's own order; None where nothing can (any more)."""
    definition = _rated(await definitions())
    order = await _own_order(order_id, customer_ids) if definition else None
    if definition is None or order is None:
        return None
    sheet = Sheet(
        0, definition, order["number"], order_id, was_pushed=False, points=await points_for(definition, settings)
    )
    plan = next(iter(await fetch(PLAN, once_of(definition.key, f"order:{order_id}"))), None)
    if plan and plan["status"] == "expired":
        return None
    if plan and plan["score"] is not None:
        is_open = now < (moment(plan["expires_at"]) or now)
        return Rating(sheet, plan["id"], is_given=True) if is_open else None
    return Rating(sheet) if now < (moment(order["delivered_at"]) or now) + RATED_WITHIN else None


@unit_of_work
async def rate_order(
    order_id: int,
    score: int,
    *,
    customer_ids: Sequence[int],
    chat_id: int,
    now: datetime,
    settings: Settings,
    message_id: int | None = None,
    locale: Locale | None = None,
) -> tuple[int, Scored]:
    """Record the score of the customer's own delivered order; the plan it belongs to, made where there was none.

    NotFoundError when the order is not theirs or was not delivered.
    """
    definition = _rated(await definitions())
    order = await _own_order(order_id, customer_ids) if definition else None
    if definition is None or order is None:
        raise NotFoundError
    once = once_of(definition.key, f"order:{order_id}")
    what = [once, definition.key, definition.version, definition.metric]
    await change(INSERT, *what, order["customer_id"], chat_id, order_id, now, now, now)
    [plan] = await fetch(PLAN, once)
    scored = await record_score(
        plan["id"], score, chat_id=chat_id, now=now, settings=settings, message_id=message_id, locale=locale
    )
    return plan["id"], scored


def _rated(known: Mapping[str, Definition]) -> Definition | None:
    """The survey about deliveries; a recommendation is about the shop, not about one of them."""
    about = {
        key: each for key, each in known.items() if each.active and each.trigger == "delivered" and each.metric != "nps"
    }
    return about.get(FAVOURITE) or next(iter(about.values()), None)


async def _own_order(order_id: int, customer_ids: Sequence[int]) -> Row | None:
    rows = await fetch(ORDER, order_id, list(customer_ids), str(ShipmentStatus.DELIVERED))
    return rows[0] if rows and rows[0]["delivered_at"] else None
