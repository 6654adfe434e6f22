"""A customer reviews what they bought: stars by one tap, words and a picture after it, changed or taken away again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.community.review_cards import show_to_staff
from bot.community.review_points import TAKEN_BACK_WITHIN, reward, withdraw
from bot.community.review_purchases import find_purchase
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.errors import CustomerError
from bot.shop.rows import Row, change, fetch, locked, moment

MOST_STARS = 5
MOST_WORDS = 600
OWN = "SELECT * FROM community_review WHERE product_id = ? AND customer_id IN ? ORDER BY id LIMIT 1"
INSERT = """
INSERT INTO community_review (product_id, customer_id, chat_id, order_id, stars, locale, status, version, given_at,
  changed_at) VALUES (?, ?, ?, ?, ?, ?, 'counted', 1, ?, ?) ON CONFLICT (customer_id, product_id) DO NOTHING
RETURNING id"""
STARS = "UPDATE community_review SET stars = ?, chat_id = ?, locale = ? WHERE id = ?"
WORDS = """
UPDATE community_review SET words = ?, photo = ?, chat_id = ?, locale = ?, changed_at = ?, version = version + 1,
  status = 'waiting', why = CASE WHEN why = 'fake' THEN why END WHERE id = ?"""
REMOVED = "DELETE FROM community_review WHERE id = ?"

log = structlog.get_logger(__name__)


class NotBoughtError(CustomerError):
    """Only whoever bought it, and got it, reviews it."""

    key = "review-not-bought-alert"


class StarsFirstError(CustomerError):
    """Words belong to stars."""

    key = "review-stars-first"


@dataclass(frozen=True, slots=True)
class OwnReview:
    """A review as its author sees it; `why` is why its words were declined."""

    id: int
    product_id: int
    customer_id: int
    stars: int
    words: str | None
    photo: str | None
    status: str
    why: str | None
    given_at: datetime | None


async def find_review(product_id: int, customer_ids: Sequence[int]) -> OwnReview | None:
    """What this person has said of the product."""
    row = await _own(product_id, customer_ids)
    return _review(row) if row else None


@unit_of_work
async def rate(
    product_id: int,
    stars: int,
    *,
    chat_id: int,
    customer_ids: Sequence[int],
    locale: Locale,
    settings: Settings,
    now: datetime,
) -> OwnReview:
    """Give or change the stars, which count at once; NotBoughtError for what was not bought and delivered.

    The first ones earn the points of a review, however many stars they are.
    """
    if not 1 <= stars <= MOST_STARS:
        raise NotBoughtError
    purchase = await find_purchase(product_id, customer_ids)
    if purchase is None:
        raise NotBoughtError
    before = await _own(product_id, customer_ids, lock=True)
    is_new = before is None
    if before is None:
        who = [product_id, purchase.customer_id, chat_id, purchase.order_id]
        await change(INSERT, *who, stars, locale, now, now)
        before = await _own(product_id, customer_ids, lock=True)
    if before is None:
        raise NotBoughtError
    await change(STARS, stars, chat_id, locale, before["id"])
    if is_new:
        await reward(purchase, before["customer_id"], locale=locale, settings=settings, now=now)
    log.info("product rated", review=before["id"])
    return _review(before | {"stars": stars})


@unit_of_work
async def write(
    product_id: int,
    words: str | None,
    *,
    photo: str | None,
    chat_id: int,
    customer_ids: Sequence[int],
    locale: Locale,
    settings: Settings,
    now: datetime,
) -> OwnReview:
    """Add words or a picture, or other ones: the staff read them before anybody else does, each time anew.

    What comes without words keeps those before it, and what comes without a picture the one before it.
    """
    row = await _own(product_id, customer_ids, lock=True)
    if row is None:
        raise StarsFirstError
    kept = [(words or "").strip()[:MOST_WORDS] or row["words"], photo or row["photo"]]
    await change(WORDS, *kept, chat_id, locale, now, row["id"])
    await show_to_staff(row["id"], settings=settings, now=now)
    log.info("review written", review=row["id"])
    written = await _own(product_id, customer_ids)
    return _review(written or row)


@unit_of_work
async def remove(product_id: int, *, customer_ids: Sequence[int], now: datetime) -> bool:
    """Take the review away, stars and all, within 30 days with its points; False where there is none."""
    row = await _own(product_id, customer_ids, lock=True)
    if row is None:
        return False
    await change(REMOVED, row["id"])
    if now - (moment(row["given_at"]) or now) < TAKEN_BACK_WITHIN:
        await withdraw(row["customer_id"], product_id, why="removed", now=now)
    log.info("review removed", review=row["id"])
    return True


async def _own(product_id: int, customer_ids: Sequence[int], *, lock: bool = False) -> Row | None:
    statement = OWN + (locked() if lock else "")
    return next(iter(await fetch(statement, product_id, list(customer_ids))), None)


def _review(row: Row) -> OwnReview:
    return OwnReview(
        id=row["id"],
        product_id=row["product_id"],
        customer_id=row["customer_id"],
        stars=row["stars"],
        words=row["words"],
        photo=row["photo"],
        status=row["status"],
        why=row["why"],
        given_at=moment(row["given_at"]),
    )
