"""How a campaign gets out: handed to the outbox page by page, and drained while parcel news go first.

The chat server that takes the messages, and the process that measures, are processes of their own.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.bench_sending import Lane, lane_of, server_of
from benchmarks.databases import postgres_database
from benchmarks.figures import Figure

PEOPLE, PAGE, TURNS, LEAST_RATIO = 100_000, 5_000, 3, 0.5
SET_RATE, SECONDS = 25.0, 60
FASTEST, MANY = 0.0, 20_000
MOST_PAGE_S = 1.0
LEAST_PACED, MOST_P99_S, MOST_GROWTH_MB = 0.95, 2.0, 32.0
FIRST_CHAT = 1_001  # campaign_lane.py
MODULE = "benchmarks.campaign_lane"


def figures() -> Iterator[Figure]:
    chats = list(range(1, FIRST_CHAT + MANY))
    with server_of(chats, flood_control=False) as server:
        with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
            yield from _on("SQLite", f"sqlite://{Path(folder)}/campaigns.sqlite3", server.url)
        with postgres_database() as url:
            if url:
                yield from _on("PostgreSQL", url, server.url)


def _on(dialect: str, database_url: str, server_url: str) -> Iterator[Figure]:
    with lane_of(database_url, server_url, (), MODULE) as lane:
        yield from _expand(dialect, lane)
        yield from _drain(dialect, lane)


def _expand(dialect: str, lane: Lane) -> Iterator[Figure]:
    lane.ask(do="people", number=PEOPLE)
    ours, bare, freezing, longest = list[float](), list[float](), list[float](), list[float]()
    for turn in range(TURNS + 1):
        frozen = lane.ask(do="freeze")
        told, alone = lane.ask(do="expand", page=PAGE), lane.ask(do="bare")
        assert frozen["frozen"] == told["rows"] == alone["rows"] == PEOPLE, (frozen, told, alone)
        if turn:
            freezing.append(frozen["seconds"])
            longest.append(frozen["longest_s"])
            ours.append(told["seconds"])
            bare.append(alone["seconds"])
    ratio = median(alone / own for own, alone in zip(ours, bare, strict=True))
    yield Figure(
        f"campaigns {dialect}, expand {PEOPLE:,} recipients", ratio, "of bare",
        baseline="one INSERT … SELECT of the same rows", bar=LEAST_RATIO,
        note=f"{median(ours):.2f} s in pages of {PAGE:,}, bare {median(bare):.2f} s; freezing the audience "
        f"{median(freezing):.2f} s",
    )  # fmt: skip
    yield Figure(
        f"campaigns {dialect}, longest page of freezing {PEOPLE:,}",
        median(longest),
        "s",
        bar=MOST_PAGE_S,
        better="less",
    )


def _drain(dialect: str, lane: Lane) -> Iterator[Figure]:
    for name, rate, pushes in (("at 25/s", SET_RATE, int(SET_RATE * SECONDS)), ("not paced", FASTEST, MANY)):
        told = lane.ask(do="drain", pushes=pushes, rate=rate)
        speed = pushes / told["seconds"]
        if rate:
            # The news go out within the same rate.
            reached = (pushes + told["news"]) / told["seconds"] / rate
            yield Figure(f"campaigns {dialect}, of the set rate", reached, "of it", bar=LEAST_PACED)
        yield Figure(
            f"campaigns {dialect}, p99 of parcel news meanwhile, {name}", told["p99_s"], "s", bar=MOST_P99_S,
            better="less", note=f"{pushes:,} offers in {told['seconds']:.1f} s ({speed:,.0f}/s), {told['news']} news",
        )  # fmt: skip
        yield Figure(
            f"campaigns {dialect}, memory grown by that, {name}", told["grown_mb"], "MB", bar=MOST_GROWTH_MB,
            better="less",
        )  # fmt: skip
