"""How long a scan takes from the carrier's webhook to the customer's screen, and a ✓ to the staff's, on a quiet day.

Measured: `main.py run` as it is installed (25 messages a second, sender and timetable in it), a signed AfterShip body
posted to its web server, until the chat server's event stream brings the new message and the edited card. Baseline,
in turns with it: a bare handler that stores the row and calls sendMessage (screen_server.py). Each has a chat server
of its own, without flood control. Bodies arrive five a second, at random moments, each for another person.
"""

import asyncio
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from statistics import median, quantiles

from benchmarks.databases import postgres_database
from benchmarks.figures import Figure
from benchmarks.screen_lane import FIRST_CHAT, Kind, Lane, Shown, open_lane

KINDS: tuple[Kind, Kind] = ("bote", "bare")
PEOPLE, OFFERS = 60, 1_000
A_SECOND, ROUNDS = 5, 4
STAGES = ("OutForDelivery_001", "Delivered_001")
ANSWERS, SLOWEST_MARK_S = 5, 5.0
CIRCUMSTANCES = f"{A_SECOND} bodies/s, {PEOPLE} people, one process with everything in it"


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        yield from _on("SQLite", [f"sqlite://{folder}/{name}.sqlite3" for name in ("bote", "bare")])
    with postgres_database() as ours, postgres_database() as bare:
        if ours and bare:
            yield from _on("PostgreSQL", [ours, bare])


def _on(dialect: str, urls: Sequence[str]) -> Iterator[Figure]:
    chats = list(range(FIRST_CHAT, FIRST_CHAT + PEOPLE))
    with ExitStack() as stack:
        ours, bare = (
            stack.enter_context(open_lane(kind, url, chats, offers=OFFERS))
            for kind, url in zip(KINDS, urls, strict=True)
        )
        shown = asyncio.run(_take_turns([ours, bare], chats))
        yield from _of_scans(dialect, shown[ours.kind], shown[bare.kind])
        yield _of_marks(dialect, asyncio.run(ours.time_marks(ANSWERS, offers=OFFERS)))


async def _take_turns(lanes: Sequence[Lane], chats: Sequence[int]) -> dict[str, list[Shown]]:
    """Each person's parcel is shipped first, then loaded, then delivered: a part of the people a turn."""
    shown: dict[str, list[Shown]] = {lane.kind: [] for lane in lanes}
    for lane in lanes:
        await lane.start(chats)
        await _play(lane, chats, "InTransit_001", a_second=2 * A_SECOND)  # the cards are posted, and all is warm
    for stage in STAGES:
        for turn in range(ROUNDS):
            for lane in lanes if turn % 2 else lanes[::-1]:
                shown[lane.kind] += await _play(lane, chats[turn::ROUNDS], stage, a_second=A_SECOND)
    for lane in lanes:
        await lane.leave()
    return shown


async def _play(lane: Lane, chats: Sequence[int], subtag: str, *, a_second: float) -> list[Shown]:
    """Bodies that arrive at their own pace, whatever the server does."""
    chance = random.Random(1)
    async with asyncio.TaskGroup() as posting:
        tasks = []
        for chat_id in chats:
            tasks.append(posting.create_task(lane.time_scan(chat_id, subtag)))
            await asyncio.sleep(chance.expovariate(a_second))
    return [task.result() for task in tasks]


def _of_scans(dialect: str, ours: Sequence[Shown], bare: Sequence[Shown]) -> Iterator[Figure]:
    rung, rung_bare = [each.rung_ms for each in ours], [each.rung_ms for each in bare]
    edited = [each.edited_ms for each in ours if each.edited_ms is not None]
    for name, of in (("p50", median), ("p99", _p99)):
        ratio = of(rung) / of(rung_bare)
        yield Figure(
            f"screen {dialect}, webhook to the new message, {name}", of(rung), "ms",
            baseline=f"{of(rung_bare):.1f} ms of a bare handler that inserts the row and calls sendMessage",
            note=f"{ratio:.1f} times; {len(rung)} scans, {CIRCUMSTANCES}",
        )  # fmt: skip
    note = f"p99 {_p99(edited):.1f} ms; {len(edited)} scans, in the same minutes"
    yield Figure(f"screen {dialect}, webhook to the edited card, p50", median(edited), "ms", note=note)


def _of_marks(dialect: str, seconds: Sequence[float]) -> Figure:
    note = f"the slowest of {len(seconds)}, median {median(seconds):.2f} s; {OFFERS:,} offers waiting at 25/s"
    return Figure(
        f"screen {dialect}, from a staff answer to its ✓", max(seconds), "s", bar=SLOWEST_MARK_S, better="less",
        note=note,
    )  # fmt: skip


def _p99(values: Sequence[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[98]
