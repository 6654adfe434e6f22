"""The chat server as one aiohttp application: the bots' door, the people's door, the page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from .arguments import BODY_BYTES
from .bot_api import BotApi, cut, not_found
from .client_api import ClientApi
from .connections import Connections
from .errors import ClientError, ConnectionCut
from .flood import FloodControl
from .guard import Guard
from .live import LiveEvents
from .methods_updates import stop_webhook
from .pages import PAGE, Pages
from .stage import Stage, StageApi
from .state import Chatroom


def create_app(
    room: Chatroom,
    *,
    flood_control: bool | FloodControl = True,
    stage: Stage | None = None,
    allowed_hosts: Collection[str] = (),
    page: Path = PAGE,
) -> web.Application:
    """The application around one room.

    `flood_control` may be off (benchmarks say so in their line) or one with a clock of its own; `stage` attaches the
    demo's clock; `allowed_hosts` are further names the server answers to.
    """
    flood = FloodControl() if flood_control is True else flood_control or None
    connections = Connections()
    app = web.Application(middlewares=[_guarded(Guard(allowed_hosts), connections)], client_max_size=BODY_BYTES)
    bots = BotApi(room, flood)
    live = LiveEvents(room)
    app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", bots.handle)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", bots.download)
    app.router.add_routes(ClientApi(room).routes())
    app.router.add_get("/api/events", live.stream)
    app.router.add_routes(StageApi(room, connections, stage).routes())
    pages = Pages(page)
    app.router.add_get("/", pages.index)
    app.router.add_get("/static/{path:.+}", pages.static)
    app.router.add_route("*", "/{prefix:(?:bot|file).*}", not_found)
    app.on_shutdown.append(lambda _app: _hang_up(room))
    app.cleanup_ctx.append(lambda _app: _running(room, live))
    return app


def _guarded(guard: Guard, connections: Connections) -> Middleware:
    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            guard.check(request)
            connections.add(request.transport)
            return await handler(request)
        except ConnectionCut:
            return cut(request)
        except ClientError as error:
            return web.json_response({"error": error.sentence}, status=error.status)
        except web.HTTPException as error:
            if not request.path.startswith("/api/"):
                raise
            return web.json_response({"error": f"{error.reason}."}, status=error.status)

    return guarded


async def _running(room: Chatroom, live: LiveEvents) -> AsyncIterator[None]:
    room.hang_ups.add(live.hang_up)
    yield
    room.hang_ups.discard(live.hang_up)
    for bot in room.bots.values():
        await stop_webhook(bot)


async def _hang_up(room: Chatroom) -> None:
    """End what waits (polls, streams), so that stopping does not wait for it."""
    room.restart()
