"""What is on its way at the same moment: how many, and when enough has landed to be written down together."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import suppress
from typing import Any

import structlog

from bot.outbox.claims import Claimed
from bot.outbox.errors import Outcome, Unknown
from bot.outbox.waiting import FEW_CLAIMED, MOST_CLAIMED

# Above this many a second Telegram wants to be paid for each message (rules.md 3.7).
FREE_RATE = 30
IN_FLIGHT, MOST_IN_FLIGHT = FEW_CLAIMED, MOST_CLAIMED
# Whoever has landed waits so long for others, so that one transaction writes down many.
TOGETHER_S = 0.02

log = structlog.get_logger(__name__)


def places_at(rate: float) -> int:
    """How many may be on their way at this rate (calls a second, 0: not paced); each of them a crash may double.

    Within the free rate 16 suffice even when each takes half a second. Above it sending must not stand still while
    half of them are written down.
    """
    return IN_FLIGHT if 0 < rate <= FREE_RATE else MOST_IN_FLIGHT


class Flight:
    """Calls on their way, and what came back of those that have landed and are not written down yet."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._flying: dict[asyncio.Task[Outcome], Claimed] = {}
        self._landed: list[tuple[Claimed, Outcome]] = []
        self._enough = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None

    def __bool__(self) -> bool:
        return bool(self._flying or self._landed)

    def __iter__(self) -> Iterator[Claimed]:
        """Every row that is not written down yet."""
        yield from self._flying.values()
        yield from (row for row, _ in self._landed)

    @property
    def landed(self) -> list[tuple[Claimed, Outcome]]:
        return list(self._landed)

    def room_after(self, written: Sequence[tuple[Claimed, Outcome]]) -> int:
        """How many more may start once these are written down."""
        return self._places - len(self._flying) - len(self._landed) + len(written)

    def start(self, row: Claimed, call: Coroutine[Any, Any, Outcome]) -> None:
        task = asyncio.create_task(call)
        self._flying[task] = row
        task.add_done_callback(self._land)

    async def wait(self, seconds: float) -> None:
        """Return when half of them have landed, or soon after a first one, or after so many seconds."""
        if not self:
            return
        self._enough.clear()
        self._look()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._enough.wait(), seconds)
        finally:
            self._stop_timer()

    def forget(self, written: Sequence[tuple[Claimed, Outcome]]) -> None:
        """These are written down."""
        ids = {row.id for row, _ in written}
        self._landed = [(row, outcome) for row, outcome in self._landed if row.id not in ids]

    async def all_landed(self) -> None:
        """Return when nothing flies any more."""
        if self._flying:
            await asyncio.wait(self._flying)

    async def break_off(self) -> None:
        """Cancel what flies: nobody will know what became of it, and its leases run out."""
        for task in self._flying:
            task.cancel()
        await self.all_landed()

    def _land(self, task: "asyncio.Task[Outcome]") -> None:
        row = self._flying.pop(task)
        if not task.cancelled():
            self._landed.append((row, _outcome_of(task)))
            self._look()

    def _look(self) -> None:
        """Half or all: that is enough. The first: it waits for others, but not for long."""
        if self._landed and len(self._landed) >= len(self._flying):
            self._enough.set()
        elif self._landed and not self._timer:
            self._timer = asyncio.get_running_loop().call_later(TOGETHER_S, self._enough.set)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None


def _outcome_of(task: "asyncio.Task[Outcome]") -> Outcome:
    if error := task.exception():
        log.error("sender raised", exc_info=error)
        return Unknown("bad_answer")
    return task.result()
