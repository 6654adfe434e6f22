"""Answers as a table for a spreadsheet, in pages, so that a million of them need no memory."""

import csv
import io
import re
import unicodedata
from collections.abc import AsyncIterator
from typing import Any
from zoneinfo import ZoneInfo

from bot.db import document
from bot.reports.periods import Period, within
from bot.shop.rows import Row, fetch, moment
from bot.statistics import Metric

COLUMNS = (
    *("id", "answered_at", "metric", "survey", "score", "reasons", "comment"),
    *("language", "country", "order", "imported"),
)
A_PAGE = 1_000
PAGE = """SELECT a.id, a.answered_at, a.survey AS metric, a.definition AS survey, a.score, a.reasons, a.comment,
 a.locale AS language, o.ship_country AS country, coalesce(o.number, a.order_number) AS "order", a.imported
 FROM survey_answer a LEFT JOIN shop_order o ON o.id = a.order_id
 WHERE a.id > ?{metric}{period} ORDER BY a.id LIMIT ?"""
# What makes a spreadsheet calculate, or start a program, instead of showing a text; and where a cell may begin for one
# that separates by semicolons or tabs, as those in German and French do.
FORMULA_STARTS = tuple("=+-@")
CELL_ENDS = re.compile(r"([;\t\r\n])")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
QUOTE = '"'  # around a cell it is not seen either


async def answers_csv(metric: Metric | None, *, period: Period, tz: ZoneInfo) -> AsyncIterator[str]:
    """Pieces of one CSV file (UTF-8, RFC 4180): a head, then answers as they came in, of one metric or of all."""
    yield _written([COLUMNS])
    async for page in _pages(metric, period, tz):
        yield _written([_cells(row) for row in page])


async def _pages(metric: Metric | None, period: Period, tz: ZoneInfo) -> AsyncIterator[list[Row]]:
    of_period, values = within("a.answered_at", *period.bounds(tz))
    statement = PAGE.format(metric=" AND a.survey = ?" if metric else "", period=of_period)
    last = 0
    while page := await fetch(statement, last, *([metric] if metric else []), *values, A_PAGE):
        yield page
        last = page[-1]["id"]


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, wherever it begins a cell; an apostrophe marks it as text."""
    parts = CELL_ENDS.split(text)
    return "".join(f"'{part}" if _calculates(part) else part for part in parts)


def _calculates(part: str) -> bool:
    """Whether it does behind what is not seen; some take the wide forms of Asian keyboards for the signs themselves."""
    start = next((sign for sign in part if sign != QUOTE and unicodedata.category(sign) not in UNSEEN), "")
    return unicodedata.normalize("NFKC", start).startswith(FORMULA_STARTS)


def _cells(row: Row) -> list[Any]:
    at = moment(row["answered_at"])
    reasons = document(row["reasons"]) or []
    told = row | {
        "answered_at": at.isoformat() if at else "",
        "reasons": " ".join(map(str, reasons)),
        "imported": "yes" if row["imported"] else "no",
    }
    return [harmless(value) if isinstance(value := told[name], str) else value for name in COLUMNS]


def _written(rows: list[Any]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
