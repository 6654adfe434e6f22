"""A lane: a chat server, a bot and the customers who keep it busy, each a process of its own."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

from benchmarks.linked_shop import environment
from benchmarks.load import Load, Measured, Seat
from bot.webchat.process import start_process

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "4200001:benchmark-of-order-status-replies"  # noqa: S105  # of our own chat server
STOP_S = 30.0

Kind = Literal["bot", "static", "static in memory", "idle"]
COMMANDS: dict[Kind, tuple[str, ...]] = {
    "bot": ("main.py", "run"),
    "static": ("-m", "benchmarks.static_bot", "database"),
    "static in memory": ("-m", "benchmarks.static_bot", "memory"),
    "idle": ("-m", "benchmarks.idle_bot"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of bot at work."""

    kind: Kind
    load: Load
    pid: int

    def say(self, text: str, *, expect: str) -> tuple[Measured, float]:
        """What every seat saying it came to, and the bot's CPU milliseconds a reply."""
        before = _cpu_s(self.pid)
        measured = self.load.say(text, expect=expect)
        return measured, 1000 * (_cpu_s(self.pid) - before) / measured.replies

    def tap(self, *, expect: str) -> tuple[Measured, float]:
        """The same for every seat tapping the first button."""
        before = _cpu_s(self.pid)
        measured = self.load.tap("first", expect=expect)
        return measured, 1000 * (_cpu_s(self.pid) - before) / measured.replies


@contextmanager
def open_lane(kind: Kind, database: Path, seats: Sequence[Seat], *, at_once: int) -> Iterator[Lane]:
    """Start the three, without flood control on the server and without pacing in the bot."""
    users = [seat.user_id for seat in seats]
    with ExitStack() as stack:
        server = start_process(token=TOKEN, username="bench_bot", user_ids=users, flood_control=False)
        stack.callback(server.stop)
        load = Load(server.url, seats, at_once=at_once)
        stack.callback(load.stop)
        bot = _start_bot(kind, database, server.url)
        stack.callback(_stop, bot)
        yield Lane(kind, load, bot.pid)


def _start_bot(kind: Kind, database: Path, url: str) -> "subprocess.Popen[bytes]":
    given = (url, TOKEN) if kind == "idle" else ()
    settings = environment(database, telegram_token=TOKEN, telegram_api_url=url, send_rate="0")
    return subprocess.Popen([sys.executable, *COMMANDS[kind], *given], cwd=ROOT, env=settings)


def _stop(bot: "subprocess.Popen[bytes]") -> None:
    bot.terminate()
    bot.wait(STOP_S)


def _cpu_s(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)
