"""One transaction of an import: orders with all that belongs to them, products, or past answers.

The transactions are cut by the rows they write, so that none holds the database for long, and never within
an object. With `dry_run` the same questions are asked and nothing is written.
"""

import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.connectors.files_lines import Entry
from bot.db import unit_of_work
from bot.returns.owners import hand_over_returns
from bot.shipping.events import ParcelHistory, record_history
from bot.shipping.owners import hand_over_silently
from bot.shipping.progress import ParcelEvent
from bot.shop.catalogue import save_products
from bot.shop.incoming import IncomingOrder, IncomingProduct, Outcome, SavedOrder
from bot.shop.intake import judge_orders, save_orders, take_turns
from bot.shop.parcels import follow_parcels
from bot.surveys.history import Kept, PastAnswer, keep_history

# 1,000 rows take 15 to 40 ms on SQLite on two idle cores; on a slow or busy machine `Pace` takes fewer.
MOST_ROWS, LEAST_ROWS, FIRST_ROWS = 1_000, 60, 250
# A quarter of what the bot may be kept waiting.
AIM_S = 0.05

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OrderTold:
    """A line of the file that is an order, the events apart by parcel."""

    entry: Entry
    order: IncomingOrder
    events: Sequence[Sequence[ParcelEvent]]

    @property
    def rows(self) -> int:
        return 1 + len(self.order.lines or ()) + sum(1 + len(events) for events in self.events)

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """What two lines about one order have in common."""
        named = [("number", self.order.source, self.order.number)]
        return (*named, ("id", self.order.source, self.order.external_id)) if self.order.external_id else tuple(named)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of each object, how many events were new, and how long the transaction took in seconds."""

    outcomes: Sequence[Outcome]
    events: int = 0
    seconds: float = 0.0


class Pace:
    """How many rows a transaction may write here and now, learned from how long the last ones took."""

    def __init__(self) -> None:
        self.rows = FIRST_ROWS

    def note(self, seconds: float) -> None:
        """Halve what took too long, double what was done at once."""
        if seconds > AIM_S:
            self.rows = max(LEAST_ROWS, self.rows // 2)
        elif seconds < AIM_S / 2:
            self.rows = min(MOST_ROWS, self.rows * 2)


def batches(
    objects: Iterable[T], *, keys: Callable[[T], Iterable[Hashable]], rows: Callable[[T], int], pace: Pace
) -> Iterator[list[T]]:
    """Cut into transactions: nothing twice in one of them, what is told again in a later one."""
    waves: list[list[T]] = []
    last_wave: dict[Hashable, int] = {}
    for each in objects:
        marks = tuple(keys(each))
        number = max(last_wave.get(mark, -1) for mark in marks) + 1
        last_wave |= dict.fromkeys(marks, number)
        if number == len(waves):
            waves.append([])
        waves[number].append(each)
    for wave in waves:
        yield from _cut(wave, rows, pace)


async def write_orders(told: Sequence[OrderTold], *, now: datetime, dry_run: bool) -> Written:
    """Write them, or ask what would become of them; `now` is the shop's time."""
    if dry_run:
        return Written(await judge_orders([each.order for each in told]))
    return await _write_orders(told, now)


async def write_products(products: Sequence[IncomingProduct], *, dry_run: bool) -> Written:
    if dry_run:
        return Written(await save_products(products, dry_run=True))
    return await _write_products(products)


async def write_answers(answers: Sequence[PastAnswer], *, dry_run: bool) -> tuple[Sequence[Kept], float]:
    """What became of each answer, and the seconds it took."""
    if dry_run:
        return await keep_history(answers, dry_run=True), 0.0
    return await _write_answers(answers)


@unit_of_work
async def _write_orders(told: Sequence[OrderTold], now: datetime) -> Written:
    await take_turns()
    started = time.perf_counter()
    saved = await save_orders([each.order for each in told])
    events = await record_history(
        ParcelHistory(shipment_id, events, is_new)
        for order, each in zip(saved, told, strict=True)
        for (shipment_id, is_new), events in zip(order.parcels, each.events, strict=False)
    )
    # New orders stand where their parcels stand already.
    moved = await follow_parcels([each.order_id for each in saved if _may_have_moved(each)])
    for each in saved:
        if each.was_of is not None:
            await hand_over_silently(each.order_id, before=each.was_of, now=now)
            await hand_over_returns(each.order_id, before=each.was_of, now=now)
    outcomes = [_outcome(each, grown=events.keys(), moved=moved) for each in saved]
    return Written(outcomes, sum(events.values()), time.perf_counter() - started)


@unit_of_work
async def _write_products(products: Sequence[IncomingProduct]) -> Written:
    await take_turns()
    started = time.perf_counter()
    return Written(await save_products(products), seconds=time.perf_counter() - started)


@unit_of_work
async def _write_answers(answers: Sequence[PastAnswer]) -> tuple[Sequence[Kept], float]:
    await take_turns()
    started = time.perf_counter()
    return await keep_history(answers), time.perf_counter() - started


def _cut(wave: Sequence[T], rows: Callable[[T], int], pace: Pace) -> Iterator[list[T]]:
    batch: list[T] = []
    size = 0
    for each in wave:
        if batch and size + rows(each) > pace.rows:
            yield batch
            batch, size = [], 0
        batch.append(each)
        size += rows(each)
    if batch:
        yield batch


def _may_have_moved(saved: SavedOrder) -> bool:
    return saved.outcome is Outcome.UPDATED or (saved.outcome is Outcome.UNCHANGED and bool(saved.parcels))


def _outcome(saved: SavedOrder, *, grown: Iterable[int], moved: Iterable[int]) -> Outcome:
    if saved.outcome is Outcome.UNCHANGED and (
        saved.order_id in moved or any(shipment_id in grown for shipment_id, _ in saved.parcels)
    ):
        return Outcome.UPDATED
    return saved.outcome
