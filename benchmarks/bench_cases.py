"""What the tick costs that minds the clocks of cases, with many cases beside those that are due."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context

import structlog

from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from bot.commands.migrate import ensure_schema
from bot.config import Settings, load_settings
from bot.db import connection, in_dialect, is_sqlite, open_database, unit_of_work
from bot.staff.roles import Role, appoint
from bot.tickets.deadlines import DUE, mind_deadlines

NOW = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)  # a Wednesday, noon in Berlin
FEW, MANY = 1_000, 100_000
DUE_NOW, ROUNDS = 20, 6
MOST_RATIO = 1.5
AGENTS, OPEN_OF_HUNDRED = range(701, 704), 10
LATER = NOW + timedelta(days=2)

COUNTED = "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?) "
# Of a hundred ten are open, with somebody who looks after them and a clock that has time; the first few are due.
CASES = """INSERT INTO ticket_case (id, once, cause, status, opened_at, closed_at, owner_id)
{counted}SELECT n, 'bench:' || n, 'detractor', CASE WHEN n <= ? OR n % 100 < ? THEN 'open' ELSE 'closed' END, {ago},
  CASE WHEN n <= ? OR n % 100 < ? THEN NULL ELSE {closed} END, CASE WHEN n <= ? THEN NULL ELSE 701 + n % 3 END
FROM counted"""
CLOCKS = """INSERT INTO ticket_clock (id, case_id, started_at, contact_warn_at, contact_due_at, resolve_warn_at,
  resolve_due_at, alarm_at)
{counted}SELECT n, n, {ago}, {warn}, {later}, {later}, {later},
  CASE WHEN n <= ? THEN {warn} WHEN n % 100 < ? THEN {later} ELSE NULL END
FROM counted"""
AGAIN = (
    "UPDATE ticket_case SET owner_id = NULL, taken_at = NULL WHERE id <= ?",
    "UPDATE ticket_clock SET alarm_at = contact_warn_at, contact_alarm = NULL WHERE id <= ?",
)


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield _tick("SQLite", [f"sqlite://{folder}/{number}.sqlite3" for number in (FEW, MANY)])
    with postgres_database() as few, postgres_database() as many:
        if few and many:
            yield _tick("PostgreSQL", [few, many])


def _tick(dialect: str, urls: list[str]) -> Figure:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:  # Tortoise remembers one dialect a process
        few, many = alone.map(_measure, urls, (FEW, MANY))
    note = f"{DUE_NOW} of them at three quarters of their time: {many * 1000:.0f} against {few * 1000:.0f} ms, by index"
    return Figure(
        f"cases {dialect}, the tick of their clocks with {MANY:,} open and closed ones", many / few, "times as long",
        baseline=f"the same tick with {FEW:,}", bar=MOST_RATIO, better="less", note=note,
    )  # fmt: skip


def _measure(url: str, cases: int) -> float:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    return asyncio.run(_minded(_shop(url), cases))


async def _minded(settings: Settings, cases: int) -> float:
    """The best of some rounds, in seconds."""
    taken = []
    async with open_database(settings):
        await _fill(cases)
        for agent in AGENTS:
            await appoint(agent, Role.AGENT, name="Mia", now=NOW)
        await _check_index()
        for _ in range(ROUNDS):
            started = time.perf_counter()
            told = await mind_deadlines(settings, now=NOW)
            taken.append(time.perf_counter() - started)
            assert told == DUE_NOW, told
            await _due_again()
    return min(taken)


@unit_of_work
async def _fill(cases: int) -> None:
    times = {"ago": NOW - timedelta(days=1), "warn": NOW - timedelta(hours=1), "later": LATER, "closed": NOW}
    kind = "" if is_sqlite() else "timestamptz "
    told = {name: f"{kind}'{at.isoformat(sep=' ')}'" for name, at in times.items()}
    some = [DUE_NOW, OPEN_OF_HUNDRED]
    for statement, values in ((CASES, [cases, *some, *some, DUE_NOW]), (CLOCKS, [cases, *some])):
        await connection().execute_query(in_dialect(statement.format(counted=COUNTED, **told)), values)


@unit_of_work
async def _due_again() -> None:
    for statement in AGAIN:
        await connection().execute_query(in_dialect(statement), [DUE_NOW])
    for table in ("outbox_push", "staff_audit"):
        await connection().execute_query(f"DELETE FROM {table}")  # noqa: S608  # our own names


async def _check_index() -> None:
    await connection().execute_query("ANALYZE")
    explain = "EXPLAIN QUERY PLAN " if is_sqlite() else "EXPLAIN "
    plan = str(await connection().execute_query_dict(explain + in_dialect(DUE), [NOW, DUE_NOW]))
    assert "ix_clock_alarm" in plan, plan


def _shop(url: str) -> Settings:
    settings = load_settings(
        _env_file=None, database_url=url, staff_chat_id=-100, business_hours="Mo-Su 00:00-24:00", owner_ids="1"
    )
    asyncio.run(ensure_schema(settings))
    return settings
