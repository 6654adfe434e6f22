"""How fast "where is my parcel" is answered, typed and tapped, against a static window under the same conditions.

Measured and baseline take turns in short rounds, so that what else the machine does hits both; a ratio is the median
of the rounds' ratios. Flood control of the chat server and pacing of the bots are off; the flood guard of the bots
(20 updates of a person in 10 s) is on, which is why there are more seats than customers at once.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.lanes import Kind, Lane, open_lane
from benchmarks.linked_shop import make_linked_shop
from benchmarks.load import Measured

SEATS, AT_ONCE = 96, 32
# Many short rounds rather than few long ones; a busy machine gets through fewer of them.
LEAST_ROUNDS, MOST_ROUNDS, ENOUGH_S = 5, 15, 75
LEAST_RATIO = 0.6
SLOWEST_TAP_MS = 300
SERVER_AHEAD = 3.0
KINDS: tuple[Kind, ...] = ("bot", "static", "static in memory", "idle")
QUESTION, LIST, LIST_SHOWN = "wo ist {order}?", "/orders", "Meine Bestellungen"


@dataclass(slots=True)
class Rounds:
    """What each lane did, round by round."""

    measured: dict[Kind, list[Measured]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    cpu_ms: dict[Kind, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def add(self, lane: Lane, result: tuple[Measured, float]) -> None:
        self.measured[lane.kind].append(result[0])
        self.cpu_ms[lane.kind].append(result[1])

    def rate(self, kind: Kind) -> float:
        return median(each.rate for each in self.measured[kind])

    def ratio(self, baseline: Kind) -> float:
        pairs = zip(self.measured["bot"], self.measured[baseline], strict=True)
        return median(bot.rate / static.rate for bot, static in pairs)

    def latencies_ms(self) -> list[float]:
        return sorted(latency for each in self.measured["bot"] for latency in each.latencies_ms)


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        typed, tapped = _measure(Path(folder))
    yield _ratio("typed", typed)
    yield _ratio("tapped", tapped)
    yield _slowest_taps(tapped)


def _measure(folder: Path) -> tuple[Rounds, Rounds]:
    seats = make_linked_shop(folder / "shop.sqlite3", SEATS)
    typed, tapped = Rounds(), Rounds()
    with ExitStack() as stack:
        lanes = []
        for kind in KINDS:
            database = Path(shutil.copy(folder / "shop.sqlite3", folder / f"{kind}.sqlite3"))
            lanes.append(stack.enter_context(open_lane(kind, database, seats, at_once=AT_ONCE)))
        _play(lanes, Rounds(), Rounds())  # the first round finds everything cold
        began = time.perf_counter()
        for number in range(MOST_ROUNDS):
            if number >= LEAST_ROUNDS and time.perf_counter() - began > ENOUGH_S:
                break
            _play(lanes if number % 2 else lanes[::-1], typed, tapped)
    return typed, tapped


def _play(lanes: Sequence[Lane], typed: Rounds, tapped: Rounds) -> None:
    """One round: everybody asks in words; then everybody opens their list, and taps the newest order in it."""
    for lane in lanes:
        expect = "{order}" if lane.kind == "bot" else "Sendungsnummer"
        typed.add(lane, lane.say(QUESTION, expect=expect))
        lane.say(LIST, expect=LIST_SHOWN)
        tapped.add(lane, lane.tap(expect=expect))


def _ratio(name: str, rounds: Rounds) -> Figure:
    return Figure(
        f"order status, {name}",
        rounds.ratio("static"),
        "of a static window",
        baseline=f"{rounds.rate('static'):.0f}/s static on the same storage, isolation and middlewares",
        bar=LEAST_RATIO,
        note="; ".join(_circumstances(rounds)),
    )


def _circumstances(rounds: Rounds) -> Iterator[str]:
    bot, server = rounds.rate("bot"), rounds.rate("idle")
    if server < SERVER_AHEAD * bot:
        yield "server-bound"
    yield f"{bot:.0f}/s"
    yield f"{rounds.ratio('static in memory'):.2f} of {rounds.rate('static in memory'):.0f}/s static in MemoryStorage"
    yield f"CPU {median(rounds.cpu_ms['bot']):.1f} ms against {median(rounds.cpu_ms['static']):.1f} ms a reply"
    yield f"server alone {server:.0f}/s"
    yield f"flood control and pacing off, {AT_ONCE} of {SEATS} customers at once, {len(rounds.cpu_ms['bot'])} rounds"


def _slowest_taps(tapped: Rounds) -> Figure:
    latencies = tapped.latencies_ms()
    note = f"median {median(latencies):.0f} ms of {len(latencies):,} taps without a pause; flood control and pacing off"
    name = f"order status, p99 of a tap with {AT_ONCE} customers at once"
    slowest = latencies[int(len(latencies) * 0.99)]
    return Figure(name, slowest, "ms", bar=SLOWEST_TAP_MS, better="less", note=note)
