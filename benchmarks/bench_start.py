"""How soon `run` answers after its start, how much memory it takes, and whether that grows."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from benchmarks.figures import Figure
from benchmarks.lanes import STOP_S, TOKEN
from benchmarks.linked_shop import environment, make_linked_shop
from benchmarks.load import Seat
from bot.webchat.process import start_process

ROOT = Path(__file__).resolve().parent.parent
STARTS = 3
SLOWEST_START_S = 5.0
ORDERS, SEATS, UPDATES = 2_000, 500, 50_000
MARKS = (5_000, 25_000, UPDATES)
MOST_ABOVE_LIBRARIES_MIB = 80
# What the allocator takes and keeps without anything being lost.
MOST_GROWTH_MIB = 3
LOOK_EVERY_S = 0.02

IMPORT_ALL = """
import importlib, json, sys, time
began = time.perf_counter()
for name in json.load(sys.stdin):
    importlib.import_module(name)
took = time.perf_counter() - began
import psutil
print(json.dumps({"rss_mib": psutil.Process().memory_info().rss / 2**20, "seconds": took}))
"""


@dataclass(frozen=True, slots=True)
class Libraries:
    """A process that only imports what a running bot has imported from others."""

    rss_mib: float
    seconds: float


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        shop = Path(folder) / "shop.sqlite3"
        seats = make_linked_shop(shop, SEATS, orders=ORDERS)
        report = _feed(Path(shutil.copy(shop, Path(folder) / "fed.sqlite3")), seats)
        libraries = _import(report["modules"])
        yield _cold_start(shop, libraries)
        yield from _memory(report, libraries)


def _cold_start(shop: Path, libraries: Libraries) -> Figure:
    starts = [_start(shop) for _ in range(STARTS)]
    only = f"{libraries.seconds:.1f} s to import the libraries"
    note = f"median of {STARTS}, from the process's start to its first getUpdates"
    return Figure(
        "cold start of run", median(starts), "s", baseline=only, bar=SLOWEST_START_S, better="less", note=note
    )


def _start(shop: Path) -> float:
    """Seconds until the server has seen getUpdates: a fault that was ordered for it is then used up."""
    server = start_process(token=TOKEN, username="bench_bot", user_ids=[1])
    _ask(server.url, {"method": "getUpdates", "delay": 0.001})
    settings = environment(shop, telegram_token=TOKEN, telegram_api_url=server.url)
    began = time.perf_counter()
    bot = subprocess.Popen([sys.executable, "main.py", "run"], cwd=ROOT, env=settings)
    try:
        while _ask(server.url):
            assert bot.poll() is None, "the bot did not start; its error stands above"
            time.sleep(LOOK_EVERY_S)
        return time.perf_counter() - began
    finally:
        bot.terminate()
        bot.wait(STOP_S)
        server.stop()


def _ask(url: str, fault: dict[str, Any] | None = None) -> Any:
    """Order a fault, or list those that have not happened yet."""
    body = json.dumps(fault).encode() if fault else None
    with urlopen(Request(f"{url}/api/faults", data=body)) as answer:  # noqa: S310  # our own server
        return json.load(answer)


def _memory(report: dict[str, Any], libraries: Libraries) -> Iterator[Figure]:
    rss = {int(mark): mib for mark, mib in report["rss_mib"].items()}
    first, last = rss[MARKS[0]], rss[MARKS[-1]]
    told = ", ".join(f"{rss[mark]:.1f} MiB after {mark:,}" for mark in MARKS)
    note = f"{report['screens']:,} of the updates answered with a screen; without network and pacing"
    yield Figure(
        f"memory of run after {UPDATES:,} updates",
        last - libraries.rss_mib,
        "MiB more",
        baseline=f"{libraries.rss_mib:.0f} MiB with only the libraries",
        bar=MOST_ABOVE_LIBRARIES_MIB,
        better="less",
        note=note,
    )
    name = f"memory of run, growth from {MARKS[0]:,} to {UPDATES:,} updates"
    yield Figure(name, last - first, "MiB", bar=MOST_GROWTH_MIB, better="less", note=told)


def _feed(file: Path, seats: Sequence[Seat]) -> dict[str, Any]:
    order = {"seats": [[seat.user_id, seat.order] for seat in seats], "updates": UPDATES, "marks": MARKS}
    settings = environment(file, telegram_token=TOKEN, send_rate="0")
    report: dict[str, Any] = _run(["-m", "benchmarks.fed_bot"], order, settings)
    return report


def _import(modules: Sequence[str]) -> Libraries:
    return Libraries(**_run(["-c", IMPORT_ALL], modules, None))


def _run(arguments: Sequence[str], order: Any, settings: dict[str, str] | None) -> Any:
    """The JSON that a process of ours prints when it gets this order."""
    command, line = [sys.executable, *arguments], json.dumps(order) + "\n"
    done = subprocess.run(command, cwd=ROOT, env=settings, input=line, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)
