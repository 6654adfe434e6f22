"""What points cost: balance and lots of a customer with many entries, and redemptions, beside bare statements."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from multiprocessing import get_context

import structlog
from tortoise.transactions import in_transaction

from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from bot.commands.migrate import ensure_schema
from bot.config import load_settings
from bot.db import connection, in_dialect, open_database, unit_of_work
from bot.loyalty.expiring import lots_of
from bot.loyalty.ledger import balance_of, spend
from bot.loyalty.redeeming import Redeemable, redeem
from bot.loyalty.worth import Article, Basket
from bot.shop.rows import fetch, insert_rows, locked

NOW = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
OVER = datetime(2028, 11, 18, tzinfo=UTC)
ENTRIES, CUSTOMERS, REDEMPTIONS, ROUNDS = 10_000, 1_000, 1_000, 20
RICH = 1
# The balance is three sums in one: what counts, what is pending, and until when.
MOST_BALANCE, MOST_REDEMPTION, MOST_COUPON = 3.0, 3.0, 3.0
COUPONS = (
    "customer_id",
    "code",
    "code_key",
    "source",
    "reason",
    "issued_at",
    "currency",
    "amount",
    "minimum",
    "expires_at",
)
COLUMNS = ("customer_id", "points", "kind", "source", "reason", "expires_at", "created_at")
SUM = "SELECT sum(points) AS points FROM loyalty_entry WHERE customer_id = ?"
OPEN = "INSERT INTO loyalty_account (customer_id, opened_at) VALUES (?, ?) ON CONFLICT (customer_id) DO NOTHING"
LOCK = "SELECT id FROM loyalty_account WHERE customer_id = ?"
TAKE = """INSERT INTO loyalty_entry (customer_id, points, kind, source, reason, created_at)
VALUES (?, -1, 'spend', ?, 'spend', ?)"""


BASKET = Basket("EUR", (Article("TEA-1", 1, Decimal("45.00")),))
BY_CODE = "SELECT id, amount, redeemed_at FROM loyalty_coupon WHERE code_key = ?"
USE = "UPDATE loyalty_coupon SET redeemed_at = ?, redeemed_for = ? WHERE id = ? AND redeemed_at IS NULL RETURNING id"


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds: for a balance, all lots, a redemption of points and one of a coupon; ours beside the bare statements."""

    balance: float
    bare_sum: float
    lots: float
    redemption: float
    bare_redemption: float
    coupon: float
    bare_coupon: float


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _figures("SQLite", f"sqlite://{folder}/points.sqlite3")
    with postgres_database() as url:
        if url:
            yield from _figures("PostgreSQL", url)


def _figures(dialect: str, url: str) -> Iterator[Figure]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:  # Tortoise remembers one dialect a process
        taken = alone.submit(_measure, url).result()
    balance, lots = taken.balance * 1000, taken.lots * 1000
    yield Figure(
        f"points {dialect}, the balance of a customer with {ENTRIES:,} entries", taken.balance / taken.bare_sum,
        "times as long", baseline="their bare sum", bar=MOST_BALANCE, better="less",
        note=f"{balance:.1f} against {taken.bare_sum * 1000:.1f} ms; what expires next of them {lots:.0f} ms",
    )  # fmt: skip
    a_second = 1 / taken.redemption
    yield Figure(
        f"points {dialect}, a redemption of one after the other", taken.redemption / taken.bare_redemption,
        "times as long", baseline="lock, entry and sum as bare statements", bar=MOST_REDEMPTION, better="less",
        note=f"{a_second:,.0f} against {1 / taken.bare_redemption:,.0f} a second",
    )  # fmt: skip
    yield Figure(
        f"points {dialect}, a coupon redeemed by the checkout", taken.coupon / taken.bare_coupon,
        "times as long", baseline="its row locked and marked by bare statements", bar=MOST_COUPON, better="less",
        note=f"{1 / taken.coupon:,.0f} against {1 / taken.bare_coupon:,.0f} a second, one after the other",
    )  # fmt: skip


def _measure(url: str) -> Taken:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    settings = load_settings(_env_file=None, database_url=url)
    asyncio.run(ensure_schema(settings))

    async def run() -> Taken:
        async with open_database(settings):
            await _fill()
            await connection().execute_query("ANALYZE")
            return Taken(
                balance=await _best(lambda _: balance_of([RICH], now=NOW)),
                bare_sum=await _best(lambda _: fetch(SUM, RICH)),
                lots=await _best(lambda _: lots_of([RICH], now=NOW)),
                redemption=await _each(_redeem),
                bare_redemption=await _each(_redeem_bare),
                coupon=await _each(_use),
                bare_coupon=await _each(_use_bare),
            )

    return asyncio.run(run())


async def _best(work: Callable[[int], Awaitable[object]]) -> float:
    taken = []
    for number in range(ROUNDS):
        started = time.perf_counter()
        await work(number)
        taken.append(time.perf_counter() - started)
    return min(taken)


async def _each(work: Callable[[int], Awaitable[object]]) -> float:
    """The mean of many, each of another customer."""
    started = time.perf_counter()
    for number in range(REDEMPTIONS):
        await work(number)
    return (time.perf_counter() - started) / REDEMPTIONS


async def _redeem(number: int) -> None:
    customer_id = RICH + 1 + number
    assert await spend(customer_id, 1, kind="spend", source=f"ours:{number}", reason="spend", now=NOW)


async def _redeem_bare(number: int) -> None:
    customer_id = RICH + 1 + number
    async with in_transaction() as bare:
        await bare.execute_query(in_dialect(OPEN), [customer_id, NOW])
        await bare.execute_query(in_dialect(LOCK + locked()), [customer_id])
        await bare.execute_query(in_dialect(TAKE), [customer_id, f"bare:{number}", NOW])
        await bare.execute_query_dict(in_dialect(SUM), [customer_id])


async def _use(number: int) -> None:
    assert isinstance(await redeem(f"OURS-{number}", BASKET, order=f"A-{number}", email=None, now=NOW), Redeemable)


async def _use_bare(number: int) -> None:
    async with in_transaction() as bare:
        [row] = await bare.execute_query_dict(in_dialect(BY_CODE + locked()), [f"BARE-{number}"])
        await bare.execute_query_dict(in_dialect(USE), [NOW, f"A-{number}", row["id"]])


@unit_of_work
async def _fill() -> None:
    ids = range(RICH, RICH + CUSTOMERS + 1)
    await insert_rows("shop_customer", ("id", "source", "postal_key"), [(each, "bench", "") for each in ids])
    rich = [(RICH, 10 if n % 2 else -5, "survey" if n % 2 else "spend", n) for n in range(1, ENTRIES + 1)]
    others = [(each, 100, "survey", ENTRIES + each) for each in ids if each != RICH]
    rows = [
        (customer, points, kind, f"a:{number}", kind, OVER if points > 0 else None, NOW)
        for customer, points, kind, number in (*rich, *others)
    ]
    await insert_rows("loyalty_entry", COLUMNS, rows)
    codes = [f"{whose}-{number}" for whose in ("OURS", "BARE") for number in range(REDEMPTIONS)]
    worth = ("EUR", Decimal("5.00"), Decimal("30.00"), OVER)
    coupons = [(RICH + 1, code, code, f"c:{code}", "reward", NOW, *worth) for code in codes]
    await insert_rows("loyalty_coupon", COUPONS, coupons)
