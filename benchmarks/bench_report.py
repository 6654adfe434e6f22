"""How long a report over 100,000 answers takes, with intervals, change and any grouping, on SQLite."""

import asyncio
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from bot.commands.migrate import ensure_schema
from bot.config import Settings, load_settings
from bot.db import open_database
from bot.reports.periods import Period
from bot.reports.satisfaction import report
from bot.reports.segments import SEGMENTS, By

ANSWERS = 100_000
SLOWEST_S = 2.0
RUNS = 3
DAYS = 730
FIRST = datetime(2024, 11, 1, tzinfo=UTC)
# What the database alone takes to count the same answers by their scores.
BARE = "SELECT score, count(*) FROM survey_answer WHERE survey = 'nps' GROUP BY score"


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        settings = load_settings(database_url=f"sqlite://{folder}/shop.sqlite3")
        asyncio.run(ensure_schema(settings))
        _fill(Path(folder) / "shop.sqlite3")
        bare = min(_bare(Path(folder) / "shop.sqlite3") for _ in range(RUNS))
        took = asyncio.run(_reports(settings))
    baseline = f"{bare * 1000:.0f} ms of bare SQL COUNT … GROUP BY score"
    slowest = max(took, key=lambda by: took[by])
    note = ", ".join(f"{by or 'no groups'} {seconds:.2f} s" for by, seconds in took.items())
    name = f"report, {ANSWERS:,} answers of all time by {slowest or 'nothing'} (the slowest grouping)"
    yield Figure(name, took[slowest], "s", baseline=baseline, bar=SLOWEST_S, better="less", note=note)


async def _reports(settings: Settings) -> dict[By | None, float]:
    """Seconds of each grouping, the median of some runs; with a first day, so that the period before is counted too."""
    asked: Sequence[By | None] = (None, *SEGMENTS)
    async with open_database(settings, read_only=True):
        return {by: sorted([await _report(settings, by) for _ in range(RUNS)])[RUNS // 2] for by in asked}


async def _report(settings: Settings, by: By | None) -> float:
    started = time.perf_counter()
    period = Period(date(2024, 11, 1), date(2026, 12, 31))
    told = await report("nps", period=period, by=by, tz=settings.time_zone)
    took = time.perf_counter() - started
    assert told.estimate.n == ANSWERS, told.estimate.n
    assert told.funnel.tapped == ANSWERS
    return took


def _bare(file: Path) -> float:
    with sqlite3.connect(file) as database:
        started = time.perf_counter()
        database.execute(BARE).fetchall()
        return time.perf_counter() - started


def _fill(file: Path) -> None:
    """An order with two lines and a parcel, a delivered invitation and an answer each; every third order repeats."""
    chance = random.Random(4)
    ids = range(1, ANSWERS + 1)
    times = {each: _text(FIRST + timedelta(minutes=chance.randrange(DAYS * 1440))) for each in ids}
    tables: dict[str, Iterator[dict[str, Any]]] = {
        "shop_customer": ({"id": n, "source": "bench", "external_id": f"c{n}", "email_key": f"c{n}@example.org",
                           "locale": chance.choice(("de", "fr", "en")), "postal_key": ""}
                          for n in range(1, ANSWERS * 2 // 3 + 1)),
        "shop_product": ({"id": n, "sku": f"S{n}", "name": "{}", "category": f"Category {n % 12}", "returnable": 1,
                          "is_listed": 1} for n in range(1, 201)),
        "shop_order": ({"id": n, "source": "bench", "external_id": f"o{n}", "number": str(n), "number_key": str(n),
                        "customer_id": (n - 1) % (ANSWERS * 2 // 3) + 1, "placed_at": times[n], "currency": "EUR",
                        "state": "delivered", "is_open": 0, "ship_country": chance.choice(("DE", "DE", "LU", "FR")),
                        "is_test": 0, "is_hidden": 0} for n in ids),
        "shop_line": ({"order_id": n, "position": k, "sku": f"S{chance.randrange(1, 201)}", "quantity": 1,
                       "refunded": 0} for n in ids for k in (1, 2)),
        "shop_shipment": ({"id": n, "order_id": n, "position": 1, "carrier": chance.choice(("DHL", "GLS", "UPS")),
                           "status": "delivered", "rank": 9} for n in ids),
        "outbox_push": ({"id": n, "chat_id": n, "purpose": "survey", "urgency": 3, "method": "sendMessage",
                         "params": "{}", "due_at": times[n], "status": "sent", "attempts": 1, "doubtful": 0,
                         "created_at": times[n], "has_text": 0} for n in ids),
        "survey_plan": ({"id": n, "once": f"nps:order:{n}", "survey": "nps", "version": 1, "metric": "nps",
                         "customer_id": (n - 1) % (ANSWERS * 2 // 3) + 1, "order_id": n, "shipment_id": n,
                         "source": "trigger", "status": "answered", "created_at": times[n], "due_at": times[n],
                         "expires_at": times[n], "push_id": n} for n in ids),
        # Named by nobody, as imported ones are: of a customer's own only the last in a quarter would count.
        "survey_answer": ({"id": n, "once": f"plan:{n}", "survey": "nps", "order_id": n, "score": chance.randrange(11),
                           "locale": chance.choice(("de", "fr", None)), "answered_at": times[n], "imported": 0,
                           "plan_id": n, "definition": "nps"} for n in ids),
    }  # fmt: skip
    with sqlite3.connect(file) as database:
        for table, rows in tables.items():
            _insert(database, table, rows)


def _insert(database: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    first = next(rows)
    names, marks = ", ".join(first), ", ".join("?" * len(first))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # our own names
    database.execute(statement, list(first.values()))
    database.executemany(statement, (list(row.values()) for row in rows))


def _text(at: datetime) -> str:
    return at.isoformat(" ")
