"""The demo's web server: the chat, its clock, and the demo's own pages on one port."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.clock import Clock
from bot.demo.pages import routes
from bot.errors import OperatorError
from bot.web.offers import links_of_offers
from bot.webchat.app import create_app
from bot.webchat.stage import Stage
from bot.webchat.state import Chatroom

HOST = "127.0.0.1"
STOP_S = 1.0


@asynccontextmanager
async def serving_chat(room: Chatroom, *, port: int, stage: Stage, clock: Clock) -> AsyncIterator[str]:
    """Serve for the lifetime of the block; the address comes back. Port 0 takes a free one.

    Without Telegram's flood control: a day of the shop passes in seconds, and with it a day's messages.
    """
    app = create_app(room, stage=stage, flood_control=False)
    app.router.add_routes([*routes(), links_of_offers(clock)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_S)
    await runner.setup()
    try:
        yield await _listen(runner, port)
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> str:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else error
        raise OperatorError(f"demo: cannot use port {port} ({why}); choose another with `demo --port`") from error
    return f"http://{HOST}:{runner.addresses[0][1]}"
