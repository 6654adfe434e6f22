"""What a review earns: the same for one star and for five, booked once, taken back with the review (LOY-02)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.community.review_purchases import Purchase
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.loyalty.ledger import book, earned_from, find_entry, take_back
from bot.loyalty.programme import current_rules
from bot.shop.products import localised

# Whoever takes a review away later has let it be read long enough.
TAKEN_BACK_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Reward:
    """What a review has earned, as long as it is there; `pending_until` None: it counts."""

    points: int
    pending_until: datetime | None


async def points_for_review() -> int:
    """As the loyalty rules say, whatever the stars."""
    return (await current_rules()).per_review


async def find_reward(customer_id: int, product_id: int, *, now: datetime) -> Reward | None:
    """What this review has earned and still has."""
    earned = await earned_from(_source(customer_id, product_id))
    if earned is None or earned.taken >= earned.points:
        return None
    pending = earned.available_at if earned.available_at and earned.available_at > now else None
    return Reward(earned.points - earned.taken, pending)


@unit_of_work
async def reward(purchase: Purchase, customer_id: int, *, locale: Locale, settings: Settings, now: datetime) -> None:
    """Book the points of a review that has just been given; what was taken back of them is there again.

    They are pending while the goods can be sent back, and there is one booking for a product, ever.
    """
    source, points = _source(customer_id, purchase.product_id), await points_for_review()
    values = {"product": localised(purchase.name, locale)[0] or purchase.sku}
    ends = purchase.delivered_at + timedelta(days=settings.points_pending_days) if purchase.delivered_at else None
    if points:
        await book(
            *(customer_id, points),
            kind="review",
            source=source,
            reason="review",
            now=now,
            available_at=ends if ends and ends > now else None,
            values=values,
        )
    # Deleting what was declined as fake brings nothing back.
    if (last := await find_entry(f"clawback:{source}|{await _last_time(source)}")) and last.reason == "review_removed":
        await _set_back(source, points_taken=0, reason="review_again", now=now)


@unit_of_work
async def withdraw(customer_id: int, product_id: int, *, why: Literal["removed", "fake"], now: datetime) -> None:
    """Take the points of a review back that is gone, or is no experience."""
    await _set_back(_source(customer_id, product_id), points_taken=None, reason=f"review_{why}", now=now)


@unit_of_work
async def restore(customer_id: int, product_id: int, *, now: datetime) -> None:
    """What was declined as no experience was found to be one."""
    await _set_back(_source(customer_id, product_id), points_taken=0, reason="review_again", now=now)


async def _set_back(source: str, *, points_taken: int | None, reason: str, now: datetime) -> None:
    """Take so many back that so many are taken in all; None: all. Nothing where that is so already."""
    earned = await earned_from(source)
    if earned is None:
        return
    missing = (earned.points if points_taken is None else points_taken) - earned.taken
    await take_back(earned, missing, order_id=None, once=str(earned.times), reason=reason, now=now)


async def _last_time(source: str) -> int:
    earned = await earned_from(source)
    return earned.times - 1 if earned else 0


def _source(customer_id: int, product_id: int) -> str:
    return f"review:{customer_id}:{product_id}"
