"""Reviews as everybody reads them at the product: the average of all that count, and the words let through."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.shop.rows import Row, fetch, moment

# Whoever bought it and got it counts, whatever the stars and whatever became of the words; only not what is no
# experience at all.
COUNTS = "coalesce(why, '') <> 'fake'"
SUMMARY = f"SELECT count(*) AS found, avg(stars) AS mean FROM community_review WHERE product_id = ? AND {COUNTS}"  # noqa: S608  # our own words
# Sent back: the money for each piece of the order went back.
SHOWN = """
SELECT r.stars, r.words, r.photo, r.changed_at, o.delivered_at,
  NOT EXISTS (SELECT 1 FROM shop_line l JOIN shop_product p ON p.sku = l.sku
    WHERE l.order_id = r.order_id AND p.id = r.product_id AND l.refunded < l.quantity) AS is_returned
FROM community_review r LEFT JOIN shop_order o ON o.id = r.order_id
WHERE r.product_id = ? AND r.status = 'shown' ORDER BY r.changed_at DESC, r.id DESC LIMIT ? OFFSET ?"""
TEXTS = "SELECT count(*) AS found FROM community_review WHERE product_id = ? AND status = 'shown'"


@dataclass(frozen=True, slots=True)
class Rated:
    """How a product was rated: by how many, how on average (one decimal), and how many reviews have words to read."""

    count: int
    mean: float
    texts: int


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A review that everybody may read, without whose it is; `is_returned`: what was bought went back since."""

    stars: int
    words: str | None
    photo: str | None
    at: datetime
    delivered_at: datetime | None
    is_returned: bool


async def rated(product_id: int) -> Rated | None:
    """None for a product that nobody has rated."""
    [row] = await fetch(SUMMARY, product_id)
    if not row["found"]:
        return None
    [texts] = await fetch(TEXTS, product_id)
    return Rated(row["found"], round(float(row["mean"]), 1), texts["found"])


async def list_shown(product_id: int, *, limit: int, offset: int = 0) -> tuple[ShownReview, ...]:
    """The newest first."""
    return tuple(_shown(row) for row in await fetch(SHOWN, product_id, limit, offset))


def _shown(row: Row) -> ShownReview:
    return ShownReview(
        stars=row["stars"],
        words=row["words"],
        photo=row["photo"],
        at=cast(datetime, moment(row["changed_at"])),
        delivered_at=moment(row["delivered_at"]),
        is_returned=bool(row["is_returned"]),
    )
