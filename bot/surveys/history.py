"""Answers given before Bote was there, brought in by an import; nothing follows from them."""

import hashlib
import json
from collections import defaultdict
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

    To be called inside a unit of work. Imported answers are history: nothing follows from them.
    """
    orders = await _orders_of(answers)
    known = {row["once"]: row["order_id"] for row in await fetch(KNOWN, [answer.once for answer in answers])}
    if not dry_run:
        pairs = list(zip(answers, orders, strict=True))
        await insert_rows(TABLE, COLUMNS, [_row(each, order_id) for each, order_id in pairs if each.once not in known])
        found = [(order_id, each.once) for each, order_id in pairs if order_id and known.get(each.once, 0) is None]
        for order_id, once in found:
            await change("UPDATE survey_answer SET order_id = ? WHERE once = ?", order_id, once)
    return [
        Kept(each.once not in known, is_orphan=bool(each.order_number) and order_id is None)
        for each, order_id in zip(answers, orders, strict=True)
    ]


KNOWN = "SELECT once, order_id FROM survey_answer WHERE once IN ?"
BY_NUMBER = "SELECT id, source, number, number_key FROM shop_order WHERE number_key IN ? ORDER BY id"


async def _orders_of(answers: Sequence[PastAnswer]) -> list[int | None]:
    """The order of each answer, where its number names exactly one."""
    keys = sorted({normalise_number(answer.order_number) for answer in answers if answer.order_number})
    by_key: defaultdict[str, list[Row]] = defaultdict(list)
    for row in await fetch(BY_NUMBER, keys) if keys else ():
        by_key[row["number_key"]].append(row)
    return [_order_meant(answer, by_key) for answer in answers]


def _order_meant(answer: PastAnswer, by_key: Mapping[str, Sequence[Row]]) -> int | None:
    if not answer.order_number:
        return None
    named = by_key.get(normalise_number(answer.order_number), ())
    meant = [row for row in named if not answer.source or row["source"] == answer.source]
    exact = [row for row in meant if row["number"] == answer.order_number] or meant
    return exact[0]["id"] if len(exact) == 1 else None


def _row(answer: PastAnswer, order_id: int | None) -> tuple[Any, ...]:
    told = (answer.survey, order_id, answer.order_number, answer.score, answer.comment, answer.locale)
    return answer.once, *told, answer.answered_at, True
