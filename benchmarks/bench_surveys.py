"""What the due tick of surveys costs with many plans waiting, and what an answer costs with sixteen at once."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta

import asyncpg
import structlog

from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from benchmarks.survey_plans import NOW, Statement, due_again, fill_plans, invited_plans, recorded, replay
from bot.commands.migrate import ensure_schema
from bot.config import Settings, load_settings
from bot.db import open_database
from bot.surveys.answers import record_score
from bot.surveys.invitations import send_due

FEW, MANY = 10_000, 1_000_000
DUE, ROUNDS = 200, 8
MOST_RATIO = 1.5
AT_ONCE, ANSWERS, TURNS = 16, 320, 6
LEAST_SHARE = 0.5


def figures() -> Iterator[Figure]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield _tick("SQLite", [f"sqlite://{folder}/{number}.sqlite3" for number in (FEW, MANY)])
    with postgres_database() as few, postgres_database() as many:
        if few and many:
            yield _tick("PostgreSQL", [few, many])
    with postgres_database() as url:
        if url:
            yield asyncio.run(_answers(_shop(url)))


def _tick(dialect: str, urls: list[str]) -> Figure:
    few, many = (asyncio.run(_due(_shop(url), plans)) for url, plans in zip(urls, (FEW, MANY), strict=True))
    ratio, work = many[0] / few[0], many[1] / few[1]
    name = f"surveys {dialect}, the due tick with {MANY:,} plans"
    note = f"{DUE} of them due: {many[0] * 1000:.0f} against {few[0] * 1000:.0f} ms, of our own CPU time {work:.2f}"
    baseline = f"the same tick with {FEW:,} plans"
    return Figure(name, ratio, "times as long", baseline=baseline, bar=MOST_RATIO, better="less", note=note)


async def _due(settings: Settings, plans: int) -> tuple[float, float]:
    """The best of some rounds, in seconds by the wall and of this process: the rest is what else the machine did."""
    wall, work = [], []
    async with open_database(settings):
        await fill_plans(plans, due=DUE)
        for _ in range(ROUNDS):
            started, worked = time.perf_counter(), time.process_time()
            done = await send_due(NOW, settings)
            wall.append(time.perf_counter() - started)
            work.append(time.process_time() - worked)
            assert done.asked == DUE, done
            await due_again()
    return min(wall), min(work)


async def _answers(settings: Settings) -> Figure:
    """Answers a second, ours and bare in short turns: whatever else the machine does meets both."""
    ours: list[float] = []
    bare: list[float] = []
    async with open_database(settings):
        statements = await recorded(settings)
        async with asyncpg.create_pool(
            settings.database_url.get_secret_value(), min_size=AT_ONCE, max_size=AT_ONCE
        ) as pool:
            for turn in range(TURNS + 1):
                for rates in (ours, bare) if turn % 2 else (bare, ours):
                    plans = iter(await invited_plans(ANSWERS))
                    started = time.perf_counter()
                    if rates is ours:
                        await asyncio.gather(*(_tap(plans, settings) for _ in range(AT_ONCE)))
                    else:
                        await asyncio.gather(*(_repeat(plans, statements, pool) for _ in range(AT_ONCE)))
                    rates.append(ANSWERS / (time.perf_counter() - started))
    share = sorted(o / b for o, b in zip(ours[1:], bare[1:], strict=True))[TURNS // 2]  # the first turn is to warm up
    note = f"{max(ours):,.0f} against {max(bare):,.0f} answers/s at best, {len(statements)} statements each"
    baseline = "the same statements, each answer a transaction of a bare asyncpg pool"
    return Figure(
        f"surveys PostgreSQL, record_score {AT_ONCE} at once", share, "of bare",
        baseline=baseline, bar=LEAST_SHARE, note=note,
    )  # fmt: skip


async def _tap(plans: Iterator[int], settings: Settings) -> None:
    for number in plans:
        chat_id = 3_000_000 + number
        scored = await record_score(
            1_000_000 + number, 5, chat_id=chat_id, now=NOW + timedelta(hours=1), settings=settings, locale="de"
        )
        assert scored.is_first


async def _repeat(plans: Iterator[int], statements: list[Statement], pool: "asyncpg.Pool[asyncpg.Record]") -> None:
    """As a handler would: a connection of the pool for each answer, as we take one."""
    for number in plans:
        async with pool.acquire() as connection:
            await replay(connection, statements, number)


def _shop(url: str) -> Settings:
    settings = load_settings(_env_file=None, database_url=url)
    asyncio.run(ensure_schema(settings))
    return settings
