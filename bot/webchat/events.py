"""What happened in a person's chats, for server-sent events: numbered, buffered, resumable.

Messages are kept (the last 1,000); of what only describes a state (a chat, the clock) only the newest is kept; typing
is for those who listen right now.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

BUFFER = 1_000


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `subject` is rendered only when somebody listens."""

    id: int
    name: str
    subject: Any


class EventLog:
    """The events of one person."""

    __slots__ = ("_kept", "_listeners", "_oldest", "_state", "_typing", "last_id")

    def __init__(self, first_id: int) -> None:
        self.last_id = first_id
        self._oldest = first_id
        self._kept: deque[Event] = deque(maxlen=BUFFER)
        self._state: dict[Hashable, Event] = {}
        self._typing: Event | None = None
        self._listeners: set[asyncio.Event] = set()

    def add(self, name: str, subject: Any) -> None:
        """Something that must not be missed."""
        event = self._event(name, subject)
        if len(self._kept) == BUFFER:
            self._oldest = self._kept[0].id
        self._kept.append(event)

    def touch(self, name: str, key: Hashable, subject: Any) -> None:
        """Something looks different now; how it looked in between is of no interest."""
        self._state.pop((name, key), None)
        self._state[name, key] = self._event(name, subject)

    def typing(self, subject: Any) -> None:
        if self._listeners:
            self._typing = self._event("typing", subject)

    def can_resume(self, last_id: int) -> bool:
        """Whether nothing was lost since `last_id`."""
        return self._oldest <= last_id <= self.last_id

    def since(self, last_id: int, *, is_live: bool) -> list[Event]:
        events = [event for event in self._state.values() if event.id > last_id]
        for event in reversed(self._kept):
            if event.id <= last_id:
                break
            events.append(event)
        if is_live and self._typing is not None and self._typing.id > last_id:
            events.append(self._typing)
        return sorted(events, key=lambda event: event.id)

    def listen(self) -> asyncio.Event:
        """A bell that rings at each event until `leave` is called."""
        bell = asyncio.Event()
        self._listeners.add(bell)
        return bell

    def leave(self, bell: asyncio.Event) -> None:
        self._listeners.discard(bell)

    def ring(self) -> None:
        for bell in self._listeners:
            bell.set()

    def _event(self, name: str, subject: Any) -> Event:
        self.last_id += 1
        self.ring()
        return Event(self.last_id, name, subject)


class EventLogs:
    """The logs of all persons. Numbers start at the clock, so that they keep growing when the server starts anew."""

    def __init__(self) -> None:
        self._first_id = int(time.time() * 1000)
        self._logs: dict[int, EventLog] = {}

    def of(self, user_id: int) -> EventLog:
        log = self._logs.get(user_id)
        if log is None:
            log = self._logs[user_id] = EventLog(self._first_id)
        return log

    def ring_all(self) -> None:
        """Wake every listener, so that it notices that it is to hang up."""
        for log in self._logs.values():
            log.ring()
