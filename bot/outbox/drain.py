"""Sends what is due: one process at a time, the urgent first, in order in each chat, few at once."""

import asyncio
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import uuid4

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.outbox.claims import MOST_CLAIMED, Claimed, claim, commit_lightly, hold_drain, is_due, prolong
from bot.outbox.errors import Broken, Delivered, Gone, Later, Outcome, Unknown
from bot.outbox.facts import Consents, nobody_consents, read_people
from bot.outbox.messages import edit_of
from bot.outbox.models import Slot
from bot.outbox.policy import Send, decide
from bot.outbox.settle import Result, settle
from bot.outbox.tally import Tally

IN_FLIGHT = MOST_CLAIMED
LEASE = timedelta(seconds=30)
# A tick ends after this long even if more is due: its `now` has to stay true.
LONGEST_TICK_S = 5.0
# How long a call may wait for its turn within the budget before it gives its place in flight to another chat's.
PATIENCE_S = 10.0
# How long the first to land waits for others, so that they are written down together: a third more a second.
TOGETHER_S = 0.002
# So many failures in a row are no longer about single messages: leave the server alone for a while.
IN_TROUBLE_AFTER = 8
TROUBLE = frozenset({"no_connection", "unauthorized"})

log = structlog.get_logger(__name__)


class Delivery(Protocol):
    """What sends single calls (outbox/sender.py)."""

    @property
    def bot_id(self) -> int: ...

    async def deliver(self, method: str, params: dict[str, Any], *, patience: float) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Terms:
    """How to drain; `owner` tells processes apart, a `lease` ends by itself when one of them dies."""

    settings: Settings
    owner: str = field(default_factory=lambda: f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}")
    lease: timedelta = LEASE
    consents: Consents = nobody_consents


async def drain(now: datetime, sender: Delivery, terms: Terms, *, stop: asyncio.Event | None = None) -> Tally:
    """One tick: send what is due at `now`, for a few seconds at most; nothing while another process drains.

    Returns when everything it took is written down; `stop` makes it take no more.
    """
    if not await is_due(now):
        return Tally()
    return await _Tick(now, sender, terms, stop or asyncio.Event()).run()


class _Tick:
    """What is in flight; what has landed is written down before anything new is taken."""

    def __init__(self, now: datetime, sender: Delivery, terms: Terms, stop: asyncio.Event) -> None:
        self._now, self._sender, self._terms, self._stop = now, sender, terms, stop
        self._flying: dict[asyncio.Task[Outcome], Claimed] = {}
        self._tally, self._uncounted = Tally(), Tally()
        self._failures = 0
        self._time = asyncio.get_running_loop().time
        self._ends_at = self._time() + LONGEST_TICK_S
        self._renew_at = 0.0

    async def run(self) -> Tally:
        try:
            while (await self._turn_over()) or self._flying:
                await self._land()
        finally:
            await self._call_back()
        return self._tally

    async def _turn_over(self) -> bool:
        """Write down what has landed, take what comes next and send it; False when there was nothing to take."""
        taken, going, places = await self._exchange()
        for row in going:
            message_id = places.get((row.chat_id, row.slot or ""))
            self._flying[asyncio.create_task(self._send(row, message_id))] = row
        return taken

    @unit_of_work
    async def _exchange(self) -> tuple[bool, list[Claimed], dict[tuple[int, str], int]]:
        """The same as far as the database is concerned: all of it in one transaction."""
        await self._write_down()
        room = IN_FLIGHT - len(self._flying)
        if not room or not self._may_take() or not await self._is_ours():
            return False, [], {}
        taken = await claim(self._now, room, lease=self._terms.lease)
        if not any(row.purpose.prefers_loss for row in taken):
            await commit_lightly()
        if not taken:
            return False, [], {}
        going, staying = await self._judge(taken)
        if staying:
            self._uncounted += await settle(staying, now=self._now)
        return True, going, await _places_of(going)

    def _may_take(self) -> bool:
        return not self._stop.is_set() and self._time() < self._ends_at and self._failures < IN_TROUBLE_AFTER

    async def _is_ours(self) -> bool:
        """Whether nobody else drains; nobody can begin before the lease ends, so that it is renewed in good time."""
        return self._time() < self._renew_at or await self._hold_drain()

    async def _hold_drain(self) -> bool:
        done, self._uncounted = self._uncounted, Tally()
        self._tally += done
        lease = self._terms.lease
        ours = await hold_drain(self._sender.bot_id, self._terms.owner, lease=lease, done=done)
        self._renew_at = self._time() + lease.total_seconds() / 3 if ours else 0.0
        return ours

    async def _write_down(self) -> None:
        landed = [task for task in self._flying if task.done()]
        if landed:
            results = [(self._flying.pop(task), _result_of(task)) for task in landed]
            for _, result in results:
                self._failures = self._failures + 1 if _is_trouble(result) else 0
            self._uncounted += await settle(results, now=self._now)
            self._tally.troubled = self._failures >= IN_TROUBLE_AFTER

    async def _judge(self, taken: Sequence[Claimed]) -> tuple[list[Claimed], list[tuple[Claimed, Result]]]:
        """What goes now, and what is written down at once, so that it counts as nothing on its way."""
        terms, going, staying = self._terms, list[Claimed](), list[tuple[Claimed, Result]]()
        people = await read_people(taken, now=self._now, settings=terms.settings, consents=terms.consents)
        for row in taken:
            facts = people.facts_for(row)
            match decide(row.purpose, facts, self._now, expires_at=row.expires_at, doubtful=row.doubtful):
                case Send():
                    people.count(row, self._now)
                    going.append(row)
                case decision:
                    staying.append((row, decision))
        return going, staying

    async def _send(self, row: Claimed, message_id: int | None) -> Outcome:
        """Edit what stands in the row's place, or send it; anew, when what stood there is gone."""
        chat = {"chat_id": row.chat_id}
        if message_id and row.method == "sendMessage":
            edit = chat | edit_of(row.params, message_id)
            outcome = await self._sender.deliver("editMessageText", edit, patience=PATIENCE_S)
            if not isinstance(outcome, Gone):
                return Delivered(message_id) if isinstance(outcome, Delivered) else outcome
        return await self._sender.deliver(row.method, chat | row.params, patience=PATIENCE_S)

    async def _land(self) -> None:
        """Wait for the first to come back; leases of the others are kept alive."""
        interval = self._terms.lease.total_seconds() / 3
        if self._flying:
            await asyncio.wait(self._flying, timeout=interval, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.sleep(TOGETHER_S)
        if self._flying and self._time() >= self._renew_at:
            await self._hold_drain()
            await prolong([row.id for row in self._flying.values()], lease=self._terms.lease)

    async def _call_back(self) -> None:
        """At the end count what was done; cut short, write down what has an answer: the rest is found by its lease."""
        for task in self._flying:
            task.cancel()
        if self._flying:
            await asyncio.wait(self._flying)
            self._flying = {task: row for task, row in self._flying.items() if not task.cancelled()}
            await unit_of_work(self._write_down)()
        await self._hold_drain()


def _result_of(task: "asyncio.Task[Outcome]") -> Outcome:
    if error := task.exception():
        log.error("sender raised", exc_info=error)
        return Unknown("bad_answer")
    return task.result()


def _is_trouble(result: Outcome) -> bool:
    return isinstance(result, Broken | Unknown) or (isinstance(result, Later) and result.why in TROUBLE)


async def _places_of(rows: Sequence[Claimed]) -> dict[tuple[int, str], int]:
    """The message that stands in each row's place."""
    placed = [row for row in rows if row.slot]
    if not placed:
        return {}
    slots = Slot.filter(chat_id__in={row.chat_id for row in placed}, name__in={row.slot for row in placed})
    return {(slot.chat_id, slot.name): slot.message_id for slot in await slots}
