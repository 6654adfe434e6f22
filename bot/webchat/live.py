"""Server-sent events: what happens in a person's chats, as it happens, and what was missed while away."""

from __future__ import annotations

import asyncio
import json

from aiohttp import web

from .client_requests import find_person
from .events import Event, EventLog
from .state import Chatroom, Person
from .views import event_view

PING_SECONDS = 15.0
HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class LiveEvents:
    """GET /api/events."""

    def __init__(self, room: Chatroom) -> None:
        self.room = room
        self._bells: set[asyncio.Event] = set()
        self._is_hanging_up = 0

    def hang_up(self) -> None:
        """End every stream; the pages come back by themselves and resume where they were."""
        self._is_hanging_up += 1
        for bell in self._bells:
            bell.set()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        person = find_person(self.room, request.query)
        log = self.room.events.of(person.id)
        response = web.StreamResponse(headers=HEADERS)
        bell = log.listen()
        self._bells.add(bell)
        try:
            await self._run(request, response, log, person, bell)
        except ConnectionError:
            pass
        finally:
            log.leave(bell)
            self._bells.discard(bell)
        return response

    async def _run(
        self, request: web.Request, response: web.StreamResponse, log: EventLog, person: Person, bell: asyncio.Event
    ) -> None:
        """Write events until the page or the server hangs up; what happens from now on is told, whenever it is up."""
        generation = self._is_hanging_up
        asked = _asked_from(request)
        position = log.last_id if asked is None else asked
        is_live = asked is None
        await response.prepare(request)
        await response.write(b": connected\n\n" if asked is not None else _line(position))
        while generation == self._is_hanging_up:
            bell.clear()
            if not log.can_resume(position):
                position, events = log.last_id, [Event(log.last_id, "reset", {})]
            else:
                events = log.since(position, is_live=is_live)
            is_live = True
            if events:
                position = events[-1].id
                await response.write("".join(self._written(event, person) for event in events).encode())
            await _ring_or_ping(bell, response)

    def _written(self, event: Event, person: Person) -> str:
        data = json.dumps(event_view(event, self.room, person), ensure_ascii=False, separators=(",", ":"))
        return f"id: {event.id}\nevent: {event.name}\ndata: {data}\n\n"


async def _ring_or_ping(bell: asyncio.Event, response: web.StreamResponse) -> None:
    try:
        async with asyncio.timeout(PING_SECONDS):
            await bell.wait()
    except TimeoutError:
        await response.write(b": ping\n\n")


def _line(position: int) -> bytes:
    """An id without data: the browser remembers it, so that even a first reconnection resumes."""
    return f"id: {position}\n\n".encode()


def _asked_from(request: web.Request) -> int | None:
    asked = request.headers.get("Last-Event-ID") or request.query.get("last_event_id", "")
    return int(asked) if asked.isdecimal() else None
