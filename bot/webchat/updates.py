"""The updates that wait for one bot: numbered, kept for 24 hours, forgotten once confirmed, polled by one consumer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .errors import ApiError, ConnectionCut, conflict

Json = dict[str, Any]

KEPT_SECONDS = 24 * 3600
KEPT_UPDATES = 200_000
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_CONSUMER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Update:
    """One update as Telegram sends it; `chat_id` is for keeping the order within a chat."""

    update_id: int
    kind: str
    payload: Json
    chat_id: int
    at: float

    def as_json(self) -> Json:
        return {"update_id": self.update_id, self.kind: self.payload}


class UpdateQueue:
    """Updates in order of their numbers."""

    def __init__(self, first_id: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.allowed: frozenset[str] | None = None
        self.on_add: Callable[[Update], None] | None = None
        self._next_id = first_id
        self._clock = clock
        self._waiting: dict[int, Update] = {}
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def allow(self, kinds: Collection[str]) -> None:
        """Only these kinds from now on; none named means Telegram's default."""
        self.allowed = frozenset(kinds) or None

    def add(self, kind: str, payload: Json, chat_id: int) -> None:
        """Queue one update, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed is not None else kind in NOT_BY_DEFAULT:
            return
        update = Update(self._next_id, kind, payload, chat_id, self._clock())
        self._next_id += 1
        self._waiting[update.update_id] = update
        self._forget_old(update.at)
        if self.on_add is not None:
            self.on_add(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def settle(self, update_id: int) -> None:
        """The bot has it."""
        self._waiting.pop(update_id, None)

    def has(self, update_id: int) -> bool:
        """False once the update was taken or dropped."""
        return update_id in self._waiting

    def clear(self) -> None:
        self._waiting.clear()

    def pending(self) -> list[Update]:
        self._forget_old(self._clock())
        return list(self._waiting.values())

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """Updates from `offset` on, after at most `seconds`; a poll that still waits is ended with a 409."""
        self.interrupt(conflict(OTHER_CONSUMER))
        self._confirm(offset)
        if not self._waiting and seconds > 0:
            await self._wait(seconds)
        self._forget_old(self._clock())
        return list(islice(self._waiting.values(), limit))

    def interrupt(self, error: ApiError | ConnectionCut) -> None:
        """End the poll that waits, if any, with this error."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        timer = poll.get_loop().call_later(seconds, _finish, poll)
        try:
            await poll
        finally:
            timer.cancel()
            if self._poll is poll:
                self._poll = None

    def _confirm(self, offset: int) -> None:
        """A positive offset confirms all before it; a negative one keeps that many from the end, as at Telegram."""
        if offset < 0:
            offset = next(iter(list(self._waiting)[offset:]), 0)
        while self._waiting and (first := next(iter(self._waiting))) < offset:
            del self._waiting[first]

    def _forget_old(self, now: float) -> None:
        while self._waiting:
            first = next(iter(self._waiting.values()))
            if now - first.at < KEPT_SECONDS and len(self._waiting) <= KEPT_UPDATES:
                return
            del self._waiting[first.update_id]


def _finish(poll: asyncio.Future[None]) -> None:
    if not poll.done():
        poll.set_result(None)
