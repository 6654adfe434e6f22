"""Sends what is due: one process at a time, the urgent first, in order in each chat, few at once."""

import asyncio
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol
from uuid import uuid4

import structlog

from bot.config import Settings
from bot.customers.consents import consents_of
from bot.db import unit_of_work
from bot.outbox.claims import Claimed, claim, hold_drain, is_due, prolong
from bot.outbox.doubts import Ask, judge
from bot.outbox.errors import Broken, Delivered, Gone, Later, Outcome, Unknown
from bot.outbox.facts import Consents, read_people
from bot.outbox.flight import Flight, places_at
from bot.outbox.messages import edit_of
from bot.outbox.models import Slot
from bot.outbox.policy import Send, decide
from bot.outbox.settle import Result, settle
from bot.outbox.tally import Tally
from bot.outbox.templates import Templates
from bot.outbox.waiting import commit_firmly, find_by_index

LEASE = timedelta(seconds=30)
# How often what has come up meanwhile is looked for while calls are on their way.
LOOK_S = 0.1
# How long a call may wait for its turn within the budget before it gives its place in flight to another chat's.
PATIENCE_S = 10.0
# So many failures in a row are no longer about single messages: leave the server alone for a while.
IN_TROUBLE_AFTER = 8
TROUBLE = frozenset({"no_connection", "unauthorized"})

Landed = Sequence[tuple[Claimed, Outcome]]

log = structlog.get_logger(__name__)


class Delivery(Protocol):
    """What sends single calls (outbox/sender.py)."""

    @property
    def bot_id(self) -> int: ...

    async def deliver(self, method: str, params: dict[str, Any], *, patience: float, urgency: int) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Terms:
    """How to drain; `owner` tells processes apart, a `lease` ends by itself when one of them dies."""

    settings: Settings
    owner: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}")
    lease: timedelta = LEASE
    consents: Consents = consents_of


async def drain(
    now: Callable[[], datetime], sender: Delivery, terms: Terms, *, stop: asyncio.Event | None = None
) -> Tally:
    """Send what is due, and what becomes due meanwhile, until nothing is; nothing while another process drains.

    `now` tells the shop's time, and is asked again for every batch: news of this moment do not wait for the campaign
    before them. Returns when everything it took is written down; `stop` makes it take no more.
    """
    if not await is_due(now()):
        return Tally()
    return await _Drain(now, sender, terms, stop or asyncio.Event()).run()


@dataclass(slots=True)
class _Exchange:
    """What one transaction with the database has come to; only its commit makes it true."""

    tally: Tally
    failures: int
    going: list[Claimed] = field(default_factory=list)
    places: dict[tuple[int, str], int] = field(default_factory=dict)
    taken: bool = False
    ours: bool = True
    renewed_at: float | None = None  # when the leases began, if they did anew


class _Drain:
    """What is in flight; what has landed is written down in the transaction that takes the next."""

    def __init__(self, now: Callable[[], datetime], sender: Delivery, terms: Terms, stop: asyncio.Event) -> None:
        self._now, self._sender, self._terms, self._stop = now, sender, terms, stop
        self._templates = Templates()
        self._flight = Flight(places_at(terms.settings.send_rate))
        self._tally, self._uncounted = Tally(), Tally()
        self._failures = 0
        self._time = asyncio.get_running_loop().time
        self._renew_s = terms.lease.total_seconds() / 6
        self._renew_at = 0.0

    async def run(self) -> Tally:
        try:
            while await self._turn_over() or self._flight:
                await self._flight.wait(min(LOOK_S, self._renew_s))
        except Exception:
            # What is on its way will land all the same: known, it is not sent again.
            await self._flight.all_landed()
            raise
        finally:
            await self._end()
        return self._tally

    async def _turn_over(self) -> bool:
        """Write down what has landed, take what comes next and send it; False when there was nothing to take."""
        landed = self._flight.landed
        if self._flight and not landed and not await self._is_worthwhile():
            return False
        done = await self._exchange(landed)
        self._count(landed, done)
        for row in done.going:
            self._flight.start(row, self._send(row, done.places.get((row.chat_id, row.slot or ""))))
        return done.taken

    async def _is_worthwhile(self) -> bool:
        """Whether there is anything to do although nothing has landed."""
        if self._time() >= self._renew_at:
            return True
        return self._may_take(self._failures) and self._flight.room_after([]) > 0 and await is_due(self._now())

    @unit_of_work
    async def _exchange(self, landed: Landed) -> _Exchange:
        """The turn as far as the database is concerned: all of it in one transaction."""
        await find_by_index(lightly=True)
        now = self._now()
        done = _Exchange(await settle(landed, now=now), self._failures_after(landed))
        if self._time() >= self._renew_at:
            done.renewed_at = self._time()
            done.ours = await self._hold_drain(landed)
        room = self._flight.room_after(landed) if self._may_take(done.failures) and done.ours else 0
        taken = await claim(now, room, lease=self._terms.lease) if room else []
        if any(row.purpose.prefers_loss for row in taken):
            await commit_firmly()
        if taken:
            done.taken = True
            done.going, staying = await self._judge(await self._templates.fill_in(taken), now)
            done.tally += await settle(staying, now=now)
            done.places = await _places_of(done.going)
        return done

    def _may_take(self, failures: int) -> bool:
        return not self._stop.is_set() and failures < IN_TROUBLE_AFTER

    async def _hold_drain(self, landed: Landed) -> bool:
        """Stay the one who drains, and keep what has not landed; False when somebody else drains.

        Nobody can begin before the lease ends, so that it is renewed in good time.
        """
        lease, written = self._terms.lease, {row.id for row, _ in landed}
        ours = await hold_drain(self._sender.bot_id, self._terms.owner, lease=lease, done=self._uncounted)
        if held := [row.id for row in self._flight if row.id not in written]:
            await prolong(held, lease=lease)
        return ours

    def _failures_after(self, landed: Landed) -> int:
        failures = self._failures
        for _, outcome in landed:
            failures = failures + 1 if _is_trouble(outcome) else 0
        return failures

    def _count(self, landed: Landed, done: _Exchange) -> None:
        """It is committed: it counts."""
        if done.renewed_at is not None and done.ours:
            # Counted from before the statement: however long the commit took, no lease of ours ends unrenewed.
            self._renew_at = done.renewed_at + self._renew_s
            self._uncounted = Tally()
        self._flight.forget(landed)
        self._tally += done.tally
        self._uncounted += done.tally
        self._failures = done.failures
        self._tally.troubled = self._failures >= IN_TROUBLE_AFTER

    async def _judge(
        self, taken: Sequence[Claimed], now: datetime
    ) -> tuple[list[Claimed], list[tuple[Claimed, Result]]]:
        """What goes now, and what is written down at once, so that it counts as nothing on its way."""
        terms, going, staying = self._terms, list[Claimed](), list[tuple[Claimed, Result]]()
        people = await read_people(taken, now=now, settings=terms.settings, consents=terms.consents)
        for row in taken:
            facts = people.facts_for(row)
            match decide(row.purpose, facts, now, expires_at=row.expires_at, doubtful=row.doubtful):
                case Send():
                    people.count(row, now)
                    going.append(row)
                case decision:
                    staying.append((row, decision))
        return going, staying

    async def _send(self, row: Claimed, message_id: int | None) -> Outcome:
        deliver = partial(self._sender.deliver, patience=PATIENCE_S, urgency=row.purpose.urgency)
        return await judge(row, await _deliver(row, message_id, deliver), deliver)

    async def _end(self) -> None:
        """Write down what has an answer, and count it; what was cut short is found by its lease."""
        await self._flight.break_off()
        if landed := self._flight.landed:
            await self._write_down(landed)
        await self._hold_drain([])

    async def _write_down(self, landed: Landed) -> None:
        """One that cannot be written down must not take the others with it, or all of them would be sent again."""
        try:
            self._count(landed, await self._settle_alone(landed))
        except Exception:
            log.exception("settling failed", pushes=[row.id for row, _ in landed])
            for each in landed if len(landed) > 1 else []:
                await self._write_down([each])

    @unit_of_work
    async def _settle_alone(self, landed: Landed) -> _Exchange:
        await find_by_index(lightly=True)
        return _Exchange(await settle(landed, now=self._now()), self._failures_after(landed))


async def _deliver(row: Claimed, message_id: int | None, deliver: Ask) -> Outcome:
    """Edit what stands in the row's place, or send it; anew, when what stood there is gone."""
    chat = {"chat_id": row.chat_id}
    if message_id and row.method == "sendMessage":
        edit = chat | edit_of(row.params, message_id)
        outcome = await deliver("editMessageText", edit)
        if not isinstance(outcome, Gone):
            return Delivered(message_id) if isinstance(outcome, Delivered) else outcome
    return await deliver(row.method, chat | row.params)


def _is_trouble(result: Result) -> bool:
    return isinstance(result, Broken | Unknown) or (isinstance(result, Later) and result.why in TROUBLE)


async def _places_of(rows: Sequence[Claimed]) -> dict[tuple[int, str], int]:
    """The message that stands in each row's place."""
    placed = [row for row in rows if row.slot]
    if not placed:
        return {}
    slots = Slot.filter(chat_id__in={row.chat_id for row in placed}, name__in={row.slot for row in placed})
    return {(slot.chat_id, slot.name): slot.message_id for slot in await slots}
