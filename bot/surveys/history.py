"""Answers given before Bote was there, brought in by an import; nothing follows from them."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.shop.numbers import normalise_number
from bot.shop.rows import Row, change, fetch, insert_rows

TABLE = "survey_answer"
COLUMNS = (
    *("once", "survey", "order_id", "order_number", "score"),
    *("comment", "locale", "answered_at", "imported"),
)


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer given before Bote was there.

    `occurrence` tells equal answers apart (1, 2, …): many shops keep neither order nor time of day.
    """

    survey: str
    score: int
    answered_at: datetime
    order_number: str | None = None
    source: str | None = None
    comment: str | None = None
    locale: str | None = None
    occurrence: int = 1

    @property
    def digest(self) -> str:
        """Equal for answers that cannot be told apart by what they say."""
        said = [self.survey, self.score, self.answered_at.isoformat(), self.order_number, self.source]
        return hashlib.sha256(json.dumps([*said, self.comment, self.locale]).encode()).hexdigest()[:48]

    @property
    def once(self) -> str:
        return f"{self.digest}:{self.occurrence}"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a past answer; `is_orphan` when its order is not there, or its number is not unique."""

    is_new: bool
    is_orphan: bool


async def keep_history(answers: Sequence[PastAnswer], *, dry_run: bool = False) -> list[Kept]:
    """Keep past answers, each once however often it comes; one whose order came later finds it now.

    To be called inside a unit of work. Imported answers are history: nothing follows from them. Of an answer about an
    order whose customer was erased the score alone is kept.
    """
    orders, of_erased = await _orders_of(answers)
    known = {row["once"]: row["order_id"] for row in await fetch(KNOWN, [answer.once for answer in answers])}
    if not dry_run:
        pairs = list(zip(answers, orders, strict=True))
        fresh = [(each, order_id) for each, order_id in pairs if each.once not in known]
        rows = [_row(each, order_id, anonymous=each.once in of_erased) for each, order_id in fresh]
        await insert_rows(TABLE, COLUMNS, rows)
        found = [(order_id, each.once) for each, order_id in pairs if order_id and known.get(each.once, 0) is None]
        for order_id, once in found:
            await change("UPDATE survey_answer SET order_id = ? WHERE once = ?", order_id, once)
    return [
        Kept(each.once not in known, is_orphan=bool(each.order_number) and order_id is None)
        for each, order_id in zip(answers, orders, strict=True)
    ]


KNOWN = "SELECT once, order_id FROM survey_answer WHERE once IN ?"
BY_NUMBER = """
SELECT o.id, o.source, o.number, o.number_key, EXISTS (
  SELECT 1 FROM shop_customer c WHERE c.id = o.customer_id AND c.erased_at IS NOT NULL) AS is_erased
FROM shop_order o WHERE o.number_key IN ? ORDER BY o.id"""
KEYS = "SELECT number_key FROM shop_order WHERE id IN ?"
ORPHANS = """
SELECT id, order_number FROM survey_answer WHERE order_id IS NULL AND order_number IS NOT NULL ORDER BY id"""


async def find_orphans(order_ids: Sequence[int]) -> list[int]:
    """Answers that were imported before these orders, where a number names exactly one order.

    For whoever looks for everything about a person: no order leads to them.
    """
    keys = {row["number_key"] for row in await fetch(KEYS, [*order_ids])} if order_ids else set[str]()
    named = [(row["id"], normalise_number(row["order_number"])) for row in await fetch(ORPHANS)] if keys else []
    wanted = sorted({key for _, key in named if key in keys})
    owners = Counter(row["number_key"] for row in await fetch(BY_NUMBER, wanted)) if wanted else Counter[str]()
    return [answer_id for answer_id, key in named if owners[key] == 1]


async def _orders_of(answers: Sequence[PastAnswer]) -> tuple[list[int | None], frozenset[str]]:
    """The order of each answer, where its number names exactly one; and which answers name one of somebody erased."""
    keys = sorted({normalise_number(answer.order_number) for answer in answers if answer.order_number})
    by_key: defaultdict[str, list[Row]] = defaultdict(list)
    for row in await fetch(BY_NUMBER, keys) if keys else ():
        by_key[row["number_key"]].append(row)
    meant = [_order_meant(answer, by_key) for answer in answers]
    erased = {row["id"] for rows in by_key.values() for row in rows if row["is_erased"]}
    of_erased = {answer.once for answer, order_id in zip(answers, meant, strict=True) if order_id in erased}
    return [None if order_id in erased else order_id for order_id in meant], frozenset(of_erased)


def _order_meant(answer: PastAnswer, by_key: Mapping[str, Sequence[Row]]) -> int | None:
    if not answer.order_number:
        return None
    named = by_key.get(normalise_number(answer.order_number), ())
    meant = [row for row in named if not answer.source or row["source"] == answer.source]
    exact = [row for row in meant if row["number"] == answer.order_number] or meant
    return exact[0]["id"] if len(exact) == 1 else None


def _row(answer: PastAnswer, order_id: int | None, *, anonymous: bool) -> tuple[Any, ...]:
    said: tuple[Any, ...] = (None, answer.score, None, None)
    if not anonymous:
        said = (answer.order_number, answer.score, answer.comment, answer.locale)
    return answer.once, answer.survey, order_id, *said, answer.answered_at, True
