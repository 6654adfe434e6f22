"""Telegram's webhook."""

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

from bot.config import Settings
from bot.errors import OperatorError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name, not its value

FeedUpdate = Callable[[dict[str, Any]], Awaitable[None]]

log = structlog.get_logger(__name__)


def telegram_webhook(settings: Settings, feed_update: FeedUpdate) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route for updates; OperatorError without a secret that keeps everybody else out."""
    secret = _secret_of(settings)

    async def receive(request: web.Request) -> web.Response:
        """Answered only when the update is: Telegram repeats what got no 200, and nothing is lost at a stop."""
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape"), secret):
            raise web.HTTPUnauthorized
        update = _parse(await request.read())
        try:
            await feed_update(update)
        except Exception:  # the edge of the loop: Telegram will offer this update again
            log.exception("webhook_failed", update_id=update["update_id"])
            raise web.HTTPInternalServerError from None
        return web.Response()

    return receive


def _secret_of(settings: Settings) -> bytes:
    secret = settings.telegram_webhook_secret
    if not secret or not secret.get_secret_value():
        # Libraries take a missing secret for "anybody may": whoever knows the address could speak for any customer.
        raise OperatorError("telegram: a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET")
    return secret.get_secret_value().encode()


def _parse(body: bytes) -> dict[str, Any]:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest from None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise web.HTTPBadRequest
    return update
