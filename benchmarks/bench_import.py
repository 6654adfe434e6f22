"""How fast orders are imported, in how much memory, and how long the bot waits for its turn meanwhile.

Each run is a process of its own on a SQLite file of its own; its start-up is not counted.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from benchmarks.shop_files import write_orders

ROOT = Path(__file__).resolve().parent.parent
ORDERS, MANY_ORDERS = 10_000, 50_000
LEAST_RATE = 2_000
LONGEST_TRANSACTION_MS = 200
SLOWEST_SHOW_S = 1.5
MOST_GROWTH_MIB = 10.0


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _alone(Path(folder))
        yield from _beside_a_bot(Path(folder))


def _alone(folder: Path) -> Iterator[Figure]:
    few, many = folder / "few.jsonl", folder / "many.jsonl"
    write_orders(few, ORDERS)
    write_orders(many, MANY_ORDERS)
    environment = _database(folder / "alone.sqlite3")
    first, again = _import(few, environment), _import(few, environment)
    reading = f"{_reading_rate(few):,.0f} orders/s of json.loads alone"
    yield Figure("import, new orders", first["rate"], "orders/s", baseline=reading, bar=LEAST_RATE)
    yield Figure("import, the same again", again["rate"], "orders/s", baseline=reading)
    large = _import(many, _database(folder / "large.sqlite3"))
    yield Figure(f"import, {MANY_ORDERS:,} new orders", large["rate"], "orders/s", bar=LEAST_RATE)
    growth = large["peak_mib"] - first["peak_mib"]
    sizes = f"peak {large['peak_mib']:.0f} MiB for {MANY_ORDERS:,} orders, {first['peak_mib']:.0f} MiB for {ORDERS:,}"
    yield Figure(
        "import, memory that grows with the file", growth, "MiB", bar=MOST_GROWTH_MIB, better="less", note=sizes
    )
    shows = sorted(_show(environment) for _ in range(5))
    yield Figure("show order", shows[2], "s", bar=SLOWEST_SHOW_S, better="less", note="median of 5, start-up included")


def _beside_a_bot(folder: Path) -> Iterator[Figure]:
    """The bot reads and writes without pause; its longest unit of work tells how long it was kept waiting."""
    environment = _database(folder / "busy.sqlite3")
    _import(folder / "few.jsonl", environment)
    fresh = folder / "fresh.jsonl"
    write_orders(fresh, ORDERS // 2, source="fresh", seed=2)
    command = [sys.executable, "-m", "tests.support.busy_bot"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as bot:
        assert bot.stdout
        bot.stdout.readline()
        done = _import(fresh, environment)
        report = json.loads(bot.communicate()[0])
    bar: dict[str, Any] = {"bar": LONGEST_TRANSACTION_MS, "better": "less"}
    yield Figure("import beside a busy bot, longest transaction", done["longest_transaction_ms"], "ms", **bar)
    units = f"{report['units']:,} units of work meanwhile, import {done['rate']:,.0f} orders/s"
    yield Figure("import beside a busy bot, the bot's longest unit of work", report["longest_ms"], "ms", note=units)


def _database(file: Path) -> dict[str, str]:
    return os.environ | {"BOTE_DATABASE_URL": f"sqlite://{file}", "BOTE_LOG_LEVEL": "error", "PYTHONPATH": str(ROOT)}


def _import(file: Path, environment: dict[str, str]) -> dict[str, float]:
    """Run the real command; the seconds it tells leave its start-up out."""
    command = [sys.executable, str(ROOT / "main.py"), "import", str(file), "--json"]
    with subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout
        told = json.loads(process.stdout.read())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return {
        "rate": sum(told["orders"].values()) / told["seconds"],
        "peak_mib": usage.ru_maxrss / 1024,
        "longest_transaction_ms": told["longest_transaction_ms"],
    }


def _show(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    command = [sys.executable, str(ROOT / "main.py"), "show", "order", "100000", "--json"]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def _reading_rate(file: Path) -> float:
    started = time.perf_counter()
    with file.open("rb") as stream:
        number = sum(1 for line in stream if json.loads(line))
    return number / (time.perf_counter() - started)
