"""Reviews in figures: stars, what waits to be read, and what was declined by stars, so that nobody hides bad ones."""

from typing import Any

from bot.community.review_shown import COUNTS
from bot.db import document
from bot.shop.rows import fetch, iso

BY_STARS = f"""
SELECT stars, count(*) AS given, sum(CASE WHEN {COUNTS} THEN 1 ELSE 0 END) AS counted,
  sum(CASE WHEN words IS NOT NULL OR photo IS NOT NULL THEN 1 ELSE 0 END) AS with_words,
  sum(CASE WHEN status = 'shown' THEN 1 ELSE 0 END) AS shown,
  sum(CASE WHEN status = 'waiting' THEN 1 ELSE 0 END) AS waiting,
  sum(CASE WHEN status = 'declined' THEN 1 ELSE 0 END) AS declined
FROM community_review GROUP BY stars"""  # noqa: S608  # our own words
# Of every decision ever made, also where the words were changed or deleted since.
DECIDED = "SELECT stars, verdict, why, count(*) AS n FROM community_review_decision GROUP BY stars, verdict, why"
PRODUCTS = f"""
SELECT p.sku, p.name, count(*) AS given, avg(r.stars) AS mean FROM community_review r
JOIN shop_product p ON p.id = r.product_id WHERE {COUNTS}
GROUP BY p.id, p.sku, p.name ORDER BY count(*) DESC, p.sku LIMIT ?"""  # noqa: S608  # our own words
OLDEST = "SELECT min(changed_at) AS since FROM community_review WHERE status = 'waiting'"
GIVEN = ("given", "counted", "with_words", "shown", "waiting", "declined")
MOST_PRODUCTS = 50


async def describe_reviews() -> dict[str, Any]:
    """By stars: how many were given, count, have words, and how these stand; and every decision there ever was.

    `declined_share` is that of all decisions about words of so many stars: it tells whether bad ones fare worse.
    """
    rows = {row["stars"]: row for row in await fetch(BY_STARS)}
    decided = await fetch(DECIDED)
    [oldest] = await fetch(OLDEST)
    return {
        "stars": [_of_stars(stars, rows.get(stars, {}), decided) for stars in range(1, 6)],
        "declined_because": _because(decided),
        "waiting_since": iso(oldest["since"]),
        "products": [
            {"sku": row["sku"], "name": document(row["name"]), "reviews": row["given"]}
            | {"mean": round(float(row["mean"]), 2)}
            for row in await fetch(PRODUCTS, MOST_PRODUCTS)
        ],
    }


def _of_stars(stars: int, row: dict[str, Any], decided: list[dict[str, Any]]) -> dict[str, Any]:
    of_these = [each for each in decided if each["stars"] == stars]
    total = sum(each["n"] for each in of_these)
    refused = sum(each["n"] for each in of_these if each["verdict"] == "declined")
    told: dict[str, Any] = {"stars": stars} | {name: int(row.get(name) or 0) for name in GIVEN}
    return told | {
        "decisions": total,
        "decided_against": refused,
        "declined_share": round(refused / total, 3) if total else None,
    }


def _because(decided: list[dict[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in decided:
        if each["why"]:
            found[each["why"]] = found.get(each["why"], 0) + each["n"]
    return dict(sorted(found.items()))
