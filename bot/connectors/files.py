"""Importing files: JSON Lines into the shop database, a page at a time, beside a running bot.

What is imported is history: it fills the tables and leads to no message, plan or booking. An order that it gives to
somebody else, or to another postcode, takes back what waits about it for the former customer.

- An order is found by source and external id, else by source and number; a product by its article number; a
  customer by source and external id, else by e-mail within the source. The same line again changes nothing.
- A key that is there replaces what is stored, also with null or an empty list; a key left out leaves it alone.
  Events only ever add to what is known, parcels are completed and never removed, and an order keeps its customer.
- Of an order told twice the later line counts.
- An answer is the same as another when all it says is the same; how often it comes in one run tells how many
  there are, so answers belong into one run, or none of them is told twice.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from bot.clock import real_now
from bot.connectors.files_doubts import NO_ORDER, REPEATED, UNKNOWN_KEY, Doubt, doubts_of
from bot.connectors.files_lines import Entry, Fault, read_entries, total_bytes
from bot.connectors.files_orders import incoming_order, incoming_product, past_answer
from bot.connectors.files_summary import Summary
from bot.connectors.files_writing import OrderTold, Pace, Written, batches, write_answers, write_orders, write_products
from bot.shop.incoming import Outcome
from bot.shop.numbers import normalise_number
from bot.surveys.history import Kept, PastAnswer

PAGE = 500


async def import_files(
    files: Sequence[Path],
    *,
    tz: tzinfo = UTC,
    now: datetime | None = None,
    dry_run: bool = False,
    on_fault: Callable[[Fault], None] = lambda _: None,
    on_bytes: Callable[[int], None] = lambda _: None,
) -> Summary:
    """Bring the files into the open database and tell what came of it; `-` is standard input.

    `tz` is the shop's, for windows of delivery, `now` its time if that is another than the real one. Bad lines are
    told to `on_fault` and left out, the others go in.
    OperatorError when a file cannot be read, before anything is written.
    """
    total_bytes(files)
    started = time.perf_counter()
    run = _Run(tz, now or real_now(), dry_run=dry_run)
    page: list[Entry] = []
    for entry in read_entries(files, on_bytes=on_bytes):
        if isinstance(entry, Entry):
            page.append(entry)
        else:
            run.summary.refuse(entry, on_fault)
        if len(page) == PAGE:
            await run.take(page)
            page = []
    await run.take(page)
    run.summary.seconds = time.perf_counter() - started
    return run.summary


class _Run:
    """One import: what was seen and done so far."""

    def __init__(self, tz: tzinfo, now: datetime, *, dry_run: bool) -> None:
        self.summary = Summary(dry_run=dry_run)
        self._tz = tz
        self._now = now
        self._dry_run = dry_run
        self._seen = _Seen()
        self._pace = Pace()

    async def take(self, page: Sequence[Entry]) -> None:
        """Write a page; answers last, because their orders may be in it."""
        await self._take_products([entry for entry in page if entry.kind == "product"])
        await self._take_orders([entry for entry in page if entry.kind == "order"])
        await self._take_answers([entry for entry in page if entry.kind == "answer"])

    async def _take_orders(self, entries: Iterable[Entry]) -> None:
        told = [OrderTold(each, *incoming_order(each.value, each.fingerprint, tz=self._tz)) for each in entries]
        for batch in batches(told, keys=lambda each: each.keys, rows=lambda each: each.rows, pace=self._pace):
            written = await write_orders(batch, now=self._now, dry_run=self._dry_run)
            self._count([each.entry for each in batch], written, [each.keys[-1] for each in batch])

    async def _take_products(self, entries: Iterable[Entry]) -> None:
        for batch in batches(entries, keys=lambda each: [each.value["sku"]], rows=lambda _: 1, pace=self._pace):
            products = [incoming_product(entry.value) for entry in batch]
            written = await write_products(products, dry_run=self._dry_run)
            self._count(batch, written, [("product", product.sku) for product in products])

    async def _take_answers(self, entries: Iterable[Entry]) -> None:
        for batch in batches(entries, keys=lambda each: [(each.file, each.line)], rows=lambda _: 1, pace=self._pace):
            told = [past_answer(entry.value) for entry in batch]
            answers = [replace(each, occurrence=self._seen.note(each.digest)) for each in told]
            fates, seconds = await write_answers(answers, dry_run=self._dry_run)
            self._note(seconds)
            for entry, answer, kept in zip(batch, answers, fates, strict=True):
                self._count_answer(entry, answer, kept)

    def _count(self, entries: Sequence[Entry], written: Written, keys: Sequence[Hashable]) -> None:
        self._note(written.seconds)
        self.summary.events += written.events
        for entry, outcome, key in zip(entries, written.outcomes, keys, strict=True):
            is_again = self._seen.note(repr(key)) > 1
            if self._dry_run and entry.kind == "order":
                self._seen.note(f"order {normalise_number(entry.value['number'])}")
            repeated = [Doubt(REPEATED, _name(entry))] if is_again else []
            done = Outcome.UPDATED if is_again and self._dry_run and outcome is Outcome.NEW else outcome
            self.summary.count(entry, done, [*_doubts(entry), *repeated])

    def _count_answer(self, entry: Entry, answer: PastAnswer, kept: Kept) -> None:
        is_orphan = kept.is_orphan and not self._comes_with_this_run(answer.order_number)
        orphan = [Doubt(NO_ORDER, f"order {answer.order_number}")] if is_orphan else []
        self.summary.count(entry, Outcome.NEW if kept.is_new else Outcome.UNCHANGED, [*_doubts(entry), *orphan])

    def _note(self, seconds: float) -> None:
        self._pace.note(seconds)
        self.summary.longest_transaction_s = max(self.summary.longest_transaction_s, seconds)

    def _comes_with_this_run(self, number: str | None) -> bool:
        return self._dry_run and self._seen.has(f"order {normalise_number(number or '')}")


def _doubts(entry: Entry) -> Iterator[Doubt]:
    yield from doubts_of(entry.kind, entry.value)
    yield from (Doubt(UNKNOWN_KEY, key) for key in entry.unknown)


class _Seen:
    """How often something came in this run, kept in a temporary file: memory does not grow with the import."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("CREATE TABLE seen (key BLOB PRIMARY KEY, times INT NOT NULL) WITHOUT ROWID")
        self._file.execute("BEGIN")

    def note(self, what: str) -> int:
        """Count it in; 1 at the first time."""
        statement = "INSERT INTO seen VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times"
        [(times,)] = self._file.execute(statement, [_key(what)]).fetchall()
        return int(times)

    def has(self, what: str) -> bool:
        return bool(self._file.execute("SELECT 1 FROM seen WHERE key = ?", [_key(what)]).fetchall())


def _name(entry: Entry) -> str:
    return str(entry.value.get("number") or entry.value["sku"])


def _key(what: str) -> bytes:
    return hashlib.blake2b(what.encode(), digest_size=12).digest()
