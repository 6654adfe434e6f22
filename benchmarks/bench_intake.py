"""How fast signed bodies of a shop are let in, and processed; each server is a process of its own."""

import asyncio
import contextlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import asyncpg

from benchmarks.figures import Figure
from benchmarks.intake_server import TOPIC

ROOT = Path(__file__).resolve().parent.parent
SECRET = "bench-secret"  # noqa: S105  # of a server that lives for seconds
BODIES, ROUNDS, AT_ONCE = 250, 24, 16
PROCESSED, STEADY_S = 600, 10
LOOK_S, MOST_LOOKS = 0.05, 2_000
LEAST_SHARE, SLOWEST_MS = 0.7, 100
POSTGRES = os.environ.get("BOTE_TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _on("SQLite", f"sqlite://{folder}/intake.sqlite3")
    with _postgres_database() as url:
        if url:
            yield from _on("PostgreSQL", url)


def _on(dialect: str, url: str) -> Iterator[Figure]:
    subprocess.run([sys.executable, str(ROOT / "main.py"), "migrate"], env=_environment(url), check=True, stdout=-3)
    bare, ours = asyncio.run(_acceptance(url))
    share = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    rates = f"{statistics.median(ours):,.0f} against {statistics.median(bare):,.0f} bodies/s, processing paused"
    yield Figure(
        f"intake {dialect}, acceptance of signed bodies", share, "of bare",
        baseline="a bare aiohttp handler inserting the same row through the same pool", bar=LEAST_SHARE, note=rates,
    )  # fmt: skip
    rate = asyncio.run(_processing(url))
    yield Figure(f"intake {dialect}, bodies fully processed", rate, "bodies/s", note="orders of two items, one parcel")
    arriving = max(10, int(rate / 2))
    times = asyncio.run(_steady(url, arriving))
    note = f"{arriving} bodies/s arriving and processed; p50 {statistics.median(times):.1f} ms"
    p99 = statistics.quantiles(times, n=100)[98]
    yield Figure(f"intake {dialect}, p99 of the 200", p99, "ms", bar=SLOWEST_MS, better="less", note=note)


async def _acceptance(url: str) -> tuple[list[float], list[float]]:
    """Bodies a second of the bare server and of ours, in short turns: whatever else the machine does meets both."""
    bare: list[float] = []
    ours: list[float] = []
    async with _server("bare", url) as base, _server("paused", url) as our_base, _session() as session:
        for turn in range(ROUNDS + 1):
            pairs = [(bare, base), (ours, our_base)]
            for rates, address in pairs if turn % 2 else pairs[::-1]:
                deliveries = [_delivery() for _ in range(BODIES)]
                started = time.perf_counter()
                await _post_all(session, address, deliveries)
                rates.append(BODIES / (time.perf_counter() - started))
    return bare[1:], ours[1:]  # the first turn is to warm up


async def _processing(url: str) -> float:
    """Store first, then time how long a server takes that finds them waiting and is woken by one more."""
    await _empty(url)
    async with _server("paused", url) as base, _session() as session:
        await _post_all(session, base, [_delivery() for _ in range(PROCESSED)])
    async with _server("processing", url) as base, _session() as session:
        started = time.perf_counter()
        await _post(session, base, _delivery())
        for _ in range(MOST_LOOKS):
            if not await _waiting(session, base):
                return PROCESSED / (time.perf_counter() - started)
            await asyncio.sleep(LOOK_S)
    raise RuntimeError("the inbox did not empty")


async def _steady(url: str, a_second: int) -> list[float]:
    """Milliseconds until each 200, of bodies that arrive at their own pace whatever the server does."""
    await _empty(url)
    times: list[float] = []
    chance = random.Random(1)

    async def send(session: aiohttp.ClientSession, base: str, delivery: "Delivery") -> None:
        started = time.perf_counter()
        await _post(session, base, delivery)
        times.append((time.perf_counter() - started) * 1000)

    async with _server("processing", url) as base, _session() as session:
        deliveries = [_delivery() for _ in range(a_second * STEADY_S)]
        async with asyncio.TaskGroup() as sending:
            for delivery in deliveries:
                sending.create_task(send(session, base, delivery))
                await asyncio.sleep(chance.expovariate(a_second))
    return times


async def _waiting(session: aiohttp.ClientSession, base: str) -> bool:
    async with session.get(f"{base}/metrics") as answer:
        text = await answer.text()
    assert "\nbote_inbox_failing 0\n" in text, "bodies failed"
    return "\nbote_inbox_waiting 0\n" not in text


@dataclass(frozen=True, slots=True)
class Delivery:
    """A signed body, ready to be posted."""

    body: bytes
    headers: dict[str, str]


_running = iter(range(1, 10**9))


def _delivery() -> Delivery:
    from bot.connectors.signatures import base64_hmac
    from tests.support.platforms import shopify_fulfilment, shopify_order

    number = next(_running) + int(time.time()) * 100_000
    order = shopify_order(number, id_=number)
    order["fulfillments"] = [shopify_fulfilment(order, f"JJD{number}")]
    # As long as real ones are: most of a body are fields that nobody here reads.
    order["note_attributes"] = [{"name": f"field {index}", "value": "x" * 90} for index in range(30)]
    body = json.dumps(order).encode()
    headers = {
        "Content-Type": "application/json",
        "X-Shopify-Topic": TOPIC,
        "X-Shopify-Webhook-Id": f"d{number}",
        "X-Shopify-Shop-Domain": "shop.example",
        "X-Shopify-Hmac-Sha256": base64_hmac(SECRET, body),
    }
    return Delivery(body, headers)


async def _post_all(session: aiohttp.ClientSession, base: str, deliveries: Sequence[Delivery]) -> None:
    left = iter(deliveries)

    async def knock() -> None:
        for delivery in left:
            await _post(session, base, delivery)

    await asyncio.gather(*(knock() for _ in range(AT_ONCE)))


async def _post(session: aiohttp.ClientSession, base: str, delivery: Delivery) -> None:
    async with session.post(f"{base}/webhooks/shopify", data=delivery.body, headers=delivery.headers) as answer:
        assert answer.status == 200, answer.status


@contextlib.asynccontextmanager
async def _session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        yield session


@contextlib.asynccontextmanager
async def _server(name: str, url: str) -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.intake_server", name,
        cwd=ROOT, env=_environment(url), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdin
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.stdin.close()
        await process.wait()


def _environment(url: str) -> dict[str, str]:
    ours = {"BOTE_DATABASE_URL": url, "BOTE_LOG_LEVEL": "error", "BOTE_SHOPIFY_WEBHOOK_SECRET": SECRET}
    return os.environ | ours | {"BOTE_WEB_PORT": "0", "PYTHONPATH": str(ROOT)}


async def _empty(url: str) -> None:
    from bot.config import load_settings
    from bot.connectors.models import InboxBody
    from bot.db import open_database

    async with open_database(load_settings(_env_file=None, database_url=url)):
        await InboxBody.all().delete()


@contextlib.contextmanager
def _postgres_database() -> Iterator[str | None]:
    """A database of this run's own; None where no PostgreSQL answers."""
    name = f"bote_bench_{os.getpid()}"

    async def run(statement: str) -> None:
        server = await asyncpg.connect(POSTGRES)
        await server.execute(statement)
        await server.close()

    try:
        asyncio.run(run(f'CREATE DATABASE "{name}"'))
    except OSError:
        yield None
        return
    try:
        yield f"{POSTGRES.rpartition('/')[0]}/{name}"
    finally:
        asyncio.run(run(f'DROP DATABASE "{name}" WITH (FORCE)'))
