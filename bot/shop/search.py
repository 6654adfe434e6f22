"""Finds products by words: all of them where any product has all, else the nearest; at most 500, the best first.

The rarest word decides which products are looked at, the others only among those; what a word may be (typo, part of a
compound) comes from `vocabulary`. Nothing is ever matched by pattern, so "100%" means 100 and no wildcard.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import log2
from typing import Any

from bot.shop.rows import Row, fetch
from bot.shop.vocabulary import Likely, Vocabulary, current_vocabulary

MOST_FOUND = 500
MOST_WORDS = 12
# More products than this are not weighed one by one: those with the word itself in their name come first.
MOST_WEIGHED = 3_000
MOST_COMPARED = 10_000
# Looking for typos in a large vocabulary takes milliseconds, which belong in a thread.
SMALL = 2_000
# In whole numbers, which both databases add up fast: a word in the name counts half as much again.
PLACE = "(3 - w.place)"
SCALE = 1_000

WEIGHED = """
WITH said(part, word_id, worth) AS (VALUES {said}),
driver AS (
  SELECT w.product_id, MAX(s.worth * {place}) AS worth
  FROM said s JOIN shop_product_word w ON w.word_id = s.word_id {fits} WHERE s.part = 0 GROUP BY w.product_id),
other AS (
  SELECT product_id, COUNT(*) AS parts, SUM(worth) AS worth FROM (
    SELECT w.product_id, s.part, MAX(s.worth * {place}) AS worth
    FROM said s JOIN shop_product_word w ON w.word_id = s.word_id
    WHERE s.part > 0 AND w.product_id IN (SELECT product_id FROM driver) GROUP BY w.product_id, s.part) AS best
  GROUP BY product_id)
SELECT d.product_id AS id, 1 + COALESCE(o.parts, 0) + {common} AS parts, d.worth + COALESCE(o.worth, 0) AS worth
FROM driver d LEFT JOIN other o ON o.product_id = d.product_id ORDER BY parts DESC, worth DESC, id LIMIT {most}"""
HAS = """EXISTS (SELECT 1 FROM shop_product_word c
  WHERE c.word_id = {word} AND c.place IN (0, 1) AND c.product_id = {product})"""
BROAD = """SELECT w.product_id AS id, {parts} AS parts FROM shop_product_word w {fits}
WHERE w.word_id IN ({words}) {among} ORDER BY w.place, w.product_id LIMIT {most}"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What else a product must be; prices in the shop's own currency. `highest` itself is excluded, `most` is not."""

    category: str | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    most: Decimal | None = None
    in_stock: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Ids, the best first; `is_exact`: each of them has all the words. `missing` are words that no product has."""

    ids: tuple[int, ...] = ()
    is_exact: bool = False
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """One thing that was said: the words it may be, how sure each is, and how many products have them."""

    likely: Likely
    count: int = 0

    @property
    def exactly(self) -> list[int]:
        """The word itself, or the surest of those it may be."""
        best = max(self.likely.values())
        return [word_id for word_id, worth in self.likely.items() if worth == best][:8]


ALL = Filters()


async def search(words: Sequence[str], filters: Filters = ALL, *, most: int = MOST_FOUND) -> Found:
    """So many products with these words, each as `wording.spell` writes it; a read of a few milliseconds."""
    vocabulary = await current_vocabulary()
    asked = _joined(list(dict.fromkeys(words))[:MOST_WORDS], vocabulary)
    read = await _read(vocabulary, asked)
    missing = tuple(word for word, parts in zip(asked, read, strict=True) if not parts)
    said = await _counted([part for parts in read for part in parts])
    if not said:
        return Found(missing=missing)
    rows = await _find(said, filters, most)
    exact = [row["id"] for row in rows if row["parts"] >= len(said)] if not missing else []
    return Found(tuple(exact or (row["id"] for row in rows)), bool(exact), missing)


async def search_near(words: Sequence[str]) -> Found:
    """Products with words that are somewhat alike, for whoever got nothing."""
    vocabulary = await current_vocabulary()
    alike = [await asyncio.to_thread(vocabulary.far, word) for word in dict.fromkeys(words[:MOST_WORDS])]
    said = await _counted([each for each in alike if each])
    return Found(tuple(row["id"] for row in await _find(said, ALL, MOST_FOUND))) if said else Found()


def fitting(filters: Filters, product: str) -> tuple[str, list[Any]]:
    """Conditions on a product, each beginning with AND, and their values; SQLite keeps amounts as text."""
    conditions: list[tuple[str, list[Any]]] = [
        (f" AND {product}.category = ?", [filters.category] if filters.category is not None else []),
        (
            f" AND CAST({product}.price AS NUMERIC) >= CAST(? AS NUMERIC)",
            [filters.lowest] if filters.lowest is not None else [],
        ),
        (
            f" AND CAST({product}.price AS NUMERIC) < CAST(? AS NUMERIC)",
            [filters.highest] if filters.highest is not None else [],
        ),
        (
            f" AND CAST({product}.price AS NUMERIC) <= CAST(? AS NUMERIC)",
            [filters.most] if filters.most is not None else [],
        ),
    ]
    given = [(text, values) for text, values in conditions if values]
    stock = f" AND ({product}.stock IS NULL OR {product}.stock > 0)" if filters.in_stock else ""
    return "".join(text for text, _ in given) + stock, [value for _, values in given for value in values]


def _joined(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """ "Tee Kanne" is the "Teekanne" of ours, where one of the two is no word of ours itself."""
    for place, (one, other) in enumerate(pairwise(words)):
        if one + other in vocabulary.ids and not (one in vocabulary.ids and other in vocabulary.ids):
            return [*words[:place], one + other, *_joined(words[place + 2 :], vocabulary)]
    return words


async def _read(vocabulary: Vocabulary, words: Sequence[str]) -> list[list[Likely]]:
    if len(vocabulary.ids) < SMALL or all(word in vocabulary.ids for word in words):
        return [vocabulary.read_as(word) for word in words]
    return await asyncio.to_thread(lambda: [vocabulary.read_as(word) for word in words])


async def _counted(said: Sequence[Likely]) -> list[_Part]:
    """The parts with what they are worth: a rare word tells more; those that no product has any more are left out."""
    ids = sorted({word_id for likely in said for word_id in likely})
    if not ids:
        return []
    rows = await fetch("SELECT id, products FROM shop_word WHERE id IN ? AND products > 0", ids)
    counts = {row["id"]: row["products"] for row in rows}
    parts = []
    for likely in said:
        if living := {word_id: worth for word_id, worth in likely.items() if word_id in counts}:
            count = sum(counts[word_id] for word_id in living)
            telling = 1 / log2(2 + min(count, MOST_COMPARED))
            parts.append(_Part({word_id: round(worth * telling * SCALE) for word_id, worth in living.items()}, count))
    return sorted(parts, key=lambda part: part.count)


async def _find(said: Sequence[_Part], filters: Filters, most: int) -> list[Row]:
    conditions, values = fitting(filters, "p")
    fits = f"JOIN shop_product p ON p.id = w.product_id{conditions}" if conditions else ""
    if said[0].count > MOST_WEIGHED:
        return await _find_broadly(said, fits, values, most)
    compared = [said[0], *(part for part in said[1:] if part.count <= MOST_COMPARED)]
    common = said[len(compared) :]
    listed = ", ".join(f"({place}, {word_id}, {worth})" for place, part in enumerate(compared)
                       for word_id, worth in part.likely.items())  # fmt: skip
    counted = " + ".join(f"CASE WHEN {_has(part, 'd.product_id')} THEN 1 ELSE 0 END" for part in common) or "0"
    statement = WEIGHED.format(said=listed, place=PLACE, fits=fits, common=counted, most=most)
    return await fetch(statement, *values)


async def _find_broadly(said: Sequence[_Part], fits: str, values: Sequence[Any], most: int) -> list[Row]:
    """Everything that is asked for is common: those that have it all, else some that have the rarest."""
    words = ", ".join(map(str, said[0].exactly))
    among = "".join(f" AND {_has(part, 'w.product_id')}" for part in said[1:])
    for condition, parts in ((among, len(said)), ("", 1)):
        statement = BROAD.format(parts=parts, fits=fits, words=words, among=condition, most=most)
        if rows := await fetch(statement, *values):
            return list({row["id"]: row for row in rows}.values())
    return []


def _has(part: _Part, product: str) -> str:
    return "(" + " OR ".join(HAS.format(word=word_id, product=product) for word_id in part.exactly) + ")"
