"""What surrounds the chat: faults that tests and the demo ask for, and the demo's clock where one is attached."""

from __future__ import annotations

from typing import Any, Protocol

from aiohttp import web

from .client_requests import find_person, read_json
from .connections import Connections
from .errors import ClientError
from .people import set_blocked
from .state import Chatroom

Json = dict[str, Any]


class Stage(Protocol):
    """A clock that can be moved. Both answers are the object of GET /api/clock; `advance` returns when all that
    became due has been done, and raises ValueError with a sentence when it does not understand the request."""

    async def clock(self) -> Json: ...

    async def advance(self, request: Json) -> Json: ...


class StageApi:
    """Handlers of /api/faults and /api/clock."""

    def __init__(self, room: Chatroom, connections: Connections, stage: Stage | None) -> None:
        self.room = room
        self.connections = connections
        self.stage = stage

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/faults", self.list_faults),
            web.post("/api/faults", self.add_fault),
            web.get("/api/clock", self.show_clock),
            web.post("/api/clock", self.move_clock),
        ]

    async def list_faults(self, _request: web.Request) -> web.Response:
        return web.json_response([fault.as_json() for fault in self.room.faults.pending])

    async def add_fault(self, request: web.Request) -> web.Response:
        order = await read_json(request)
        if "block" in order or "unblock" in order:
            self._block(order)
        elif order.get("restart"):
            self.room.restart()
            self.connections.close_all(but=request.transport)
        elif order.get("clear"):
            self.room.faults.pending.clear()
        else:
            return web.json_response(self.room.faults.add(order).as_json(), status=201)
        return web.json_response({"ok": True})

    async def show_clock(self, _request: web.Request) -> web.Response:
        return web.json_response(await self._stage().clock())

    async def move_clock(self, request: web.Request) -> web.Response:
        try:
            shown = await self._stage().advance(await read_json(request))
        except ValueError as error:
            raise ClientError(400, str(error)) from None
        self.room.announce_clock(shown)
        return web.json_response(shown)

    def _stage(self) -> Stage:
        if self.stage is None:
            raise ClientError(404, "There is no clock to move here; the demo has one.")
        return self.stage

    def _block(self, order: Json) -> None:
        blocked = "block" in order
        person = find_person(self.room, {"user_id": order["block" if blocked else "unblock"]})
        for chat in self.room.chats_of(person):
            if chat.type == "private":
                set_blocked(self.room, chat, person, blocked=blocked)
