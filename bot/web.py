"""What listens for others: health, and Telegram's webhook."""

import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import structlog
from aiohttp import web

from bot.commands.migrate import pending_migrations
from bot.config import VERSION, Settings
from bot.db import database_answers
from bot.errors import OperatorError

MAX_BODY = 1 << 20
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name, not its value
SHUTDOWN_S = 30.0

FeedUpdate = Callable[[dict[str, Any]], Awaitable[None]]

log = structlog.get_logger(__name__)


@asynccontextmanager
async def serving(settings: Settings, *, feed_update: FeedUpdate | None = None) -> AsyncIterator[str]:
    """Listen for the lifetime of the block, and let requests in work end; the address comes back.

    `feed_update` answers one update of a webhook; without it there is none.
    """
    runner = web.AppRunner(build_app(settings, feed_update=feed_update), access_log=None, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    try:
        yield await _listen(runner, settings)
    finally:
        await runner.cleanup()


def build_app(settings: Settings, *, feed_update: FeedUpdate | None = None) -> web.Application:
    app = web.Application(client_max_size=MAX_BODY)
    app.router.add_get("/health", _health)
    if feed_update:
        app.router.add_post("/webhooks/telegram", _webhook(_secret_of(settings), feed_update))
    return app


async def _listen(runner: web.AppRunner, settings: Settings) -> str:
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        where = f"{settings.web_host}:{settings.web_port}"
        raise OperatorError(f"web: cannot listen on {where} ({error.strerror}); set BOTE_WEB_PORT") from error
    host, port = runner.addresses[0][:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


async def _health(_: web.Request) -> web.Response:
    database = await database_answers()
    pending = await pending_migrations() if database else ()
    healthy = database and not pending
    body = {"status": "ok" if healthy else "failing", "version": VERSION}
    return web.json_response(
        body | {"database": database, "pending_migrations": list(pending)}, status=200 if healthy else 503
    )


def _secret_of(settings: Settings) -> bytes:
    secret = settings.telegram_webhook_secret
    if not secret or not secret.get_secret_value():
        # Libraries take a missing secret for "anybody may": whoever knows the address could speak for any customer.
        raise OperatorError("telegram: a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET")
    return secret.get_secret_value().encode()


def _webhook(secret: bytes, feed_update: FeedUpdate) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def receive(request: web.Request) -> web.Response:
        """Answered only when the update is: Telegram repeats what got no 200, and nothing is lost at a stop."""
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret):
            raise web.HTTPUnauthorized
        update = _parse(await request.read())
        try:
            await feed_update(update)
        except Exception:  # the edge of the loop: Telegram will offer this update again
            log.exception("webhook_failed", update_id=update["update_id"])
            raise web.HTTPInternalServerError from None
        return web.Response()

    return receive


def _parse(body: bytes) -> dict[str, Any]:
    try:
        update = json.loads(body)
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise web.HTTPBadRequest
    return update
