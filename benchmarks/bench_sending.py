"""How fast the outbox empties: at the set rate, as fast as it goes, and with a million rows waiting.

Senders are processes of their own, one a database; what is compared takes turns in short rounds.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from benchmarks.wire import Json, Wire
from bot.outbox.flight import MOST_IN_FLIGHT
from bot.webchat.process import ServerProcess, start_process

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "4200002:bench-sending"  # noqa: S105  # of a chat server that lives for a minute
CHATS = list(range(1_001, 1_401))
SET_RATE, PACED, LEAST_PACED = 25.0, 300, 0.98
RATES, TRIED = (26.0, 27.0, 28.0, 29.0, 29.5, 30.0, 31.0), 200
PUSHES, ROUNDS, LEAST_RATIO = 1_000, 11, 0.7
FEW, MANY, TICKS, TURNS, MOST_RATIO = 1_000, 1_000_000, 3, 15, 1.5
LOOPS = ("bare", "bare in turn", "aiogram", "httpx")
STARTS, SLOWEST_START_S = 5, 1.5
STARTED = "sender started"
# The libraries of the sender alone, as `run --role sender` loads them.
LIBRARIES = "telegram.ext, tortoise, aiohttp, pydantic_settings, structlog, typer, babel.dates, fluent.runtime"
BARE_START = f"import sys, time, {LIBRARIES}; print({STARTED!r}, file=sys.stderr, flush=True); time.sleep(60)"


def figures() -> Iterator[Figure]:
    yield from _start()
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _at_the_set_rate(Path(folder))
        yield from _on("SQLite", [f"sqlite://{folder}/{name}.sqlite3" for name in ("few", "many")])
    with postgres_database() as few, postgres_database() as many:
        if few and many:
            yield from _on("PostgreSQL", [few, many])


def _on(dialect: str, urls: Sequence[str]) -> Iterator[Figure]:
    with server_of(flood_control=False) as server, ExitStack() as stack:
        few, many = (stack.enter_context(lane_of(url, server.url)) for url in urls)
        yield from _as_fast_as_it_goes(dialect, few)
        yield _ticks(dialect, few, many)


def _as_fast_as_it_goes(dialect: str, lane: "Lane") -> Iterator[Figure]:
    rates: dict[str, list[float]] = {name: [] for name in ("drain", *LOOPS)}
    cpu: dict[str, list[float]] = {name: [] for name in rates}
    for turn in range(ROUNDS + 1):
        for name in rates if turn % 2 else reversed(rates):
            pushes = PUSHES if name != "httpx" else PUSHES // 4
            told = lane.ask(do=name, pushes=pushes)
            rates[name].append(pushes / told["seconds"])
            cpu[name].append(told["cpu_s"] / pushes * 1e6)
    rates = {name: measured[1:] for name, measured in rates.items()}  # the first turn is to warm up
    beside = ", ".join(f"{name} {median(measured):,.0f}" for name, measured in rates.items())
    for name, at_once in (("bare in turn", "one at a time"), ("bare", f"{MOST_IN_FLIGHT} in flight, too")):
        ratio = median(ours / bare for ours, bare in zip(rates["drain"], rates[name], strict=True))
        yield Figure(
            f"sending {dialect}, drain with flood control off", ratio, "of bare",
            baseline=f"a loop of ExtBot.send_message on the same transport, {at_once}", bar=LEAST_RATIO,
            note=f"pushes/s: {beside}" if name == "bare" else "",
        )  # fmt: skip
    times = {name: median(measured) for name, measured in cpu.items()}
    yield Figure(
        f"sending {dialect}, processor time a message", times["drain"], "µs",
        note=f"bare {times['bare']:.0f}, with the library's own transport {times['httpx']:.0f}, "
        f"aiogram {times['aiogram']:.0f}",
    )  # fmt: skip


def _ticks(dialect: str, few: "Lane", many: "Lane") -> Figure:
    few.ask(do="fill", rows=FEW)
    many.ask(do="fill", rows=MANY)
    short, long = list[float](), list[float]()
    for turn in range(TURNS + 1):
        for lane, seconds in ((few, short), (many, long)) if turn % 2 else ((many, long), (few, short)):
            told = lane.ask(do="tick", times=TICKS)["seconds"]
            if turn:
                seconds.append(median(told))
    ratio = median(slow / quick for slow, quick in zip(long, short, strict=True))
    times = f"{median(long) * 1000:.1f} ms and {median(short) * 1000:.1f} ms for sixteen messages to nowhere"
    return Figure(
        f"sending {dialect}, a tick with {MANY:,} rows waiting", ratio, "of one",
        baseline=f"with {FEW:,}", bar=MOST_RATIO, better="less", note=times,
    )  # fmt: skip


def _at_the_set_rate(folder: Path) -> Iterator[Figure]:
    with server_of(flood_control=True) as server, lane_of(f"sqlite://{folder}/paced.sqlite3", server.url) as lane:
        told = lane.ask(do="paced", pushes=PACED, rate=SET_RATE)
        reached = (PACED - 1) / told["seconds"] / SET_RATE if not told["floods"] else 0.0
        note = f"{PACED} messages in {told['seconds']:.2f} s, {told['floods']} answers 429 from 30 in any second"
        yield Figure("sending, of the set rate (25/s)", reached, "of it", bar=LEAST_PACED, note=note)
        highest = 0.0
        for rate in RATES:
            if lane.ask(do="paced", pushes=TRIED, rate=rate)["floods"]:
                break
            highest = rate
        note = f"{TRIED} messages at each of {', '.join(f'{rate:g}' for rate in RATES)} until the first 429"
        yield Figure("sending, highest set rate without a 429", highest, "a second", bar=SET_RATE, note=note)


def _start() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder, server_of(flood_control=False) as server:
        ours = {"BOTE_DATABASE_URL": f"sqlite://{folder}/start.sqlite3", "BOTE_TELEGRAM_API_URL": server.url}
        environment = os.environ | ours | {"BOTE_TELEGRAM_TOKEN": TOKEN, "BOTE_LOG_FORMAT": "json"}
        command = [sys.executable, str(ROOT / "main.py")]
        subprocess.run([*command, "migrate"], env=environment, check=True, stdout=subprocess.DEVNULL)
        starts, bare = list[float](), list[float]()
        for _ in range(STARTS):
            starts.append(_time_start([*command, "run", "--role", "sender"], environment))
            bare.append(_time_start([sys.executable, "-c", BARE_START], environment))
    note = f"median of {STARTS}, until it says that it is there"
    name = "sending, start of `run --role sender`"
    yield Figure(name, median(starts), "s", bar=SLOWEST_START_S, better="less", note=note)
    ratio = median(ours / alone for ours, alone in zip(starts, bare, strict=True))
    yield Figure(name, ratio, "of bare", baseline=f"importing its libraries ({median(bare):.2f} s)")


def _time_start(command: Sequence[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE) as process:
        assert process.stderr
        while STARTED not in (line := process.stderr.readline()):
            assert line, "it did not start"
        taken = time.perf_counter() - began
        process.send_signal(signal.SIGTERM)
        process.communicate()
    return taken


class Lane:
    """A process on a database of its own that takes orders: sending_lane, or another module that answers alike."""

    def __init__(self, database_url: str, url: str, chats: Sequence[int], module: str) -> None:
        command = [sys.executable, "-m", module]
        environment = os.environ | {"BOTE_LOG_LEVEL": "error", "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1
        )
        self.ask(database_url=database_url, url=url, token=TOKEN, chats=list(chats))

    def ask(self, **order: object) -> Json:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the lane has ended; its error stands above")
        told: Json = json.loads(answer)
        return told

    def stop(self) -> None:
        self._process.communicate(timeout=30)


@contextmanager
def lane_of(
    database_url: str, url: str, chats: Sequence[int] = CHATS, module: str = "benchmarks.sending_lane"
) -> Iterator[Lane]:
    lane = Lane(database_url, url, chats, module)
    try:
        yield lane
    finally:
        lane.stop()


@contextmanager
def server_of(chats: Sequence[int] = CHATS, *, flood_control: bool) -> Iterator[ServerProcess]:
    """A chat server where everybody has pressed START."""

    async def press_start(url: str) -> None:
        async with Wire(url) as wire:
            for chat in chats:
                await wire.post(f"/api/chats/{chat}/messages", {"user_id": chat, "text": "/start"})

    server = start_process(token=TOKEN, username="bench_bot", user_ids=list(chats), flood_control=flood_control)
    try:
        asyncio.run(press_start(server.url))
        yield server
    finally:
        server.stop()
