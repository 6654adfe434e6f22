"""Product search over 100,000 products: how long a query takes, beside comparing all names; what the index costs."""

import asyncio
import logging
import tempfile
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context

import structlog
from rapidfuzz import fuzz, process, utils

from benchmarks.catalogue import make_products
from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from bot.commands.migrate import ensure_schema
from bot.config import load_settings
from bot.db import connection, is_sqlite, open_database, unit_of_work
from bot.shop.catalogue import save_products
from bot.shop.incoming import IncomingProduct
from bot.shop.products import get_products
from bot.shop.vocabulary import current_vocabulary
from bot.support.products import browse, find_named_by_sku
from bot.support.questions import answer

PRODUCTS = 100_000
A_BATCH = 500
ROUNDS = 20
SLOWEST_MS = 15.0
TICK_S = 0.001
QUERIES = {
    "name": ("Teekanne blau", "Lautsprecher Alaberg", "cushion cover black", "sac à dos Solinorin", "Schlofsak rout"),
    "typo": ("Tekanne blau", "Lautspecher Alaberg", "cusion cover black", "bouteile isoterme", "Wolsocken"),
    "category": ("kitchen", "Garten Gießkanne", "clothing wool", "Reisetasche travel", "toys"),
    "fact": ("Porzellan Kaffeetasse", "stoneware teapot", "bambou", "Gusseisen Bratpfanne", "mérinos"),
}
SENTENCES = (
    "habt ihr die blaue Teekanne noch?",
    "do you have black headphones in stock?",
    "avez-vous encore le parapluie rouge ?",
    "was kostet die Hängematte Solinorin?",
    "hutt dir nach e gréngen Rucksak?",
)
NAMES_COMPARED = 3
TODAY = date(2026, 11, 18)


@dataclass(slots=True)
class Measured:
    """Milliseconds of every query by kind; the rest in the units the names tell."""

    queries: dict[str, list[float]] = field(default_factory=dict)
    fill_s: float = 0.0
    changed_ms: float = 0.0
    priced_ms: float = 0.0
    words: int = 0
    memory_mib: float = 0.0
    disk_mib: float = 0.0
    pause_ms: float = 0.0
    compared_ms: float = 0.0


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _of("SQLite", f"sqlite://{folder}/shop.sqlite3")
    with postgres_database() as url:
        if url:
            yield from _of("PostgreSQL", url)


def _of(dialect: str, url: str) -> Iterator[Figure]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:  # Tortoise remembers one dialect a process
        told = alone.submit(_measure, url).result()
    name, baseline = f"products {dialect},", f"{told.compared_ms:,.0f} ms of process.extractOne over all names"
    for kind, taken in told.queries.items():
        half, most = _share(taken, 0.5), _share(taken, 0.99)
        yield Figure(
            f"{name} {kind}, half of the queries", half, "ms", baseline=baseline, bar=SLOWEST_MS, better="less",
            note=f"p99 {most:.1f} ms; {told.compared_ms / half:,.0f} times as fast",
        )  # fmt: skip
    yield Figure(f"{name} longest pause of the event loop meanwhile", told.pause_ms, "ms")
    note = f"{told.words:,} words, read at the first query; {told.disk_mib:,.0f} MiB of disk"
    yield Figure(f"{name} memory of the words in a process", told.memory_mib, "MiB", note=note)
    yield Figure(f"{name} {PRODUCTS:,} products brought in with their index", told.fill_s, "s")
    note = f"only its price: {told.priced_ms:.1f} ms, since no word changes"
    yield Figure(f"{name} a product called otherwise", told.changed_ms, "ms", note=note)


def _measure(url: str) -> Measured:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    settings = load_settings(_env_file=None, database_url=url)
    asyncio.run(ensure_schema(settings))

    async def measured() -> Measured:
        async with open_database(settings):
            told = Measured()
            await _fill(told)
            await _read(told)
            for kind, texts in QUERIES.items():
                told.queries[kind] = await _timed(_search, texts)
            told.queries["article number"] = await _timed(_by_number, await _numbers())
            told.queries["sentence, answered"] = await _timed(_ask, SENTENCES)
            async with _pauses(told):
                for texts in (*QUERIES.values(), SENTENCES):
                    await _timed(_search, texts, rounds=2)
            await _change(told)
            told.compared_ms = _compare_all()
            return told

    return asyncio.run(measured())


async def _fill(told: Measured) -> None:
    save = unit_of_work(save_products)
    products = [IncomingProduct(each.pop("sku"), each) for each in make_products(PRODUCTS)]
    started = time.perf_counter()
    for start in range(0, PRODUCTS, A_BATCH):
        await save(products[start : start + A_BATCH])
    told.fill_s = time.perf_counter() - started
    await connection().execute_query("ANALYZE" if is_sqlite() else "VACUUM ANALYZE")


async def _read(told: Measured) -> None:
    tracemalloc.start()
    told.words = len((await current_vocabulary()).ids)
    told.memory_mib = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    size = "SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()"
    if not is_sqlite():
        size = "SELECT pg_total_relation_size('shop_product_word') + pg_total_relation_size('shop_word') AS bytes"
    told.disk_mib = (await connection().execute_query_dict(size))[0]["bytes"] / 2**20


async def _timed(
    ask: Callable[[str], Awaitable[object]], texts: tuple[str, ...], *, rounds: int = ROUNDS
) -> list[float]:
    """Milliseconds, after one round to warm up; each must find something."""
    taken = []
    for turn in range(rounds + 1):
        for text in texts:
            started = time.perf_counter()
            assert await ask(text), text
            if turn:
                taken.append((time.perf_counter() - started) * 1_000)
    return taken


async def _search(text: str) -> object:
    return await get_products((await browse(text)).ids[:8])


async def _by_number(text: str) -> object:
    return await find_named_by_sku(text)


async def _ask(text: str) -> object:
    return (await answer(text, customer_ids=(), today=TODAY)).result


async def _numbers() -> tuple[str, ...]:
    rows = await connection().execute_query_dict("SELECT sku FROM shop_product ORDER BY id LIMIT 5")
    return tuple(f"habt ihr {row['sku'].lower().replace('-', ' ')}?" for row in rows)


async def _change(told: Measured) -> None:
    save = unit_of_work(save_products)
    rows = await connection().execute_query_dict("SELECT sku FROM shop_product ORDER BY id LIMIT 20")
    for attribute, change in (("changed_ms", {"name": {"de": "Laterne Nordwind"}}), ("priced_ms", {"stock": 77})):
        started = time.perf_counter()
        for row in rows:
            await save([IncomingProduct(row["sku"], dict(change))])
        setattr(told, attribute, (time.perf_counter() - started) / len(rows) * 1_000)


@asynccontextmanager
async def _pauses(told: Measured) -> AsyncIterator[None]:
    async def watch() -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(TICK_S)
            now = time.perf_counter()
            told.pause_ms, last = max(told.pause_ms, (now - last - TICK_S) * 1_000), now

    watching = asyncio.create_task(watch())
    yield
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


def _compare_all() -> float:
    """What one query costs that compares every name there is, prepared beforehand."""
    names = [utils.default_process(name) for each in make_products(PRODUCTS) for name in each["name"].values()]
    started = time.perf_counter()
    for text in SENTENCES[:NAMES_COMPARED]:
        process.extractOne(utils.default_process(text), names, scorer=fuzz.token_set_ratio)
    return (time.perf_counter() - started) / NAMES_COMPARED * 1_000


def _share(taken: list[float], share: float) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * share))]
