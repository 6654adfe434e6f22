"""Webhooks of shops and carriers: judged on their raw bytes, stored, answered; then processed."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.config import Settings
from bot.connectors import counters
from bot.connectors.inbox import Letter, process_due, receive
from bot.connectors.signatures import Platform, is_genuine
from bot.shop.reading import clean, parse_json

# WooCommerce tries a new webhook out with a form and without a signature, and gives up unless it is welcome.
PING = re.compile(rb"webhook_id=\d{1,20}")
FORM = "application/x-www-form-urlencoded"
LONGEST_TOPIC, LONGEST_DELIVERY, LONGEST_SHOP = 64, 128, 255

log = structlog.get_logger(__name__)


def webhook(
    platform: Platform, secret: str, *, clock: Clock, wake: asyncio.Event
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route of one platform: 200 once the body is stored, 401, 413 or 400 with nothing stored."""

    async def accept(request: web.Request) -> web.Response:
        body = await _read(request, platform)
        if platform.name == "woocommerce" and request.content_type == FORM and PING.fullmatch(body):
            return web.Response()
        if not is_genuine(platform, request.headers, body, secret):
            raise _refused(platform, web.HTTPUnauthorized)
        await receive(_letter(platform, request, body), now=clock.now())
        counters.received.labels(platform.name).inc()
        wake.set()
        return web.Response()

    return accept


async def process_when_woken(settings: Settings, clock: Clock, wake: asyncio.Event) -> None:
    """Process what comes in as soon as it is stored; what fails is the timetable's to try again."""
    while True:
        await wake.wait()
        wake.clear()
        try:
            while await process_due(settings, now=clock.now()):
                continue
        except Exception:  # the edge of the loop: the database may be gone for a moment, the bodies are not
            log.exception("inbox_stood_still")


async def _read(request: web.Request, platform: Platform) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        counters.refused.labels(platform.name, "too large").inc()
        raise


def _letter(platform: Platform, request: web.Request, body: bytes) -> Letter:
    told = _document(platform, request, body)
    headers = request.headers
    return Letter(
        platform.name,
        _told(headers, platform.topic, told.get(platform.topic_key), LONGEST_TOPIC),
        body,
        _told(headers, platform.delivery, told.get(platform.delivery_key), LONGEST_DELIVERY) or None,
        _told(headers, platform.shop, None, LONGEST_SHOP) or None,
    )


def _document(platform: Platform, request: web.Request, body: bytes) -> Mapping[str, Any]:
    if request.content_type != "application/json":
        raise _refused(platform, web.HTTPBadRequest)
    try:
        document = parse_json(body)
    except ValueError:
        raise _refused(platform, web.HTTPBadRequest) from None
    return document if isinstance(document, dict) else {}


def _told(headers: Mapping[str, str], names: tuple[str, ...], value: Any, longest: int) -> str:
    """What the first header of these says, else the value of the body."""
    told = next((headers[name] for name in names if name in headers), value)
    return clean(told).strip()[:longest] if isinstance(told, str) else ""


def _refused(platform: Platform, error: type[web.HTTPException]) -> web.HTTPException:
    refusal = error()
    counters.refused.labels(platform.name, refusal.reason).inc()
    log.warning("webhook refused", platform=platform.name, status=refusal.status)
    return refusal
