"""The listening itself: which routes there are, and how they start and end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.clock import Clock
from bot.config import Settings
from bot.connectors.signatures import PLATFORMS
from bot.errors import OperatorError
from bot.web.coupons import coupon_routes
from bot.web.offers import links_of_offers
from bot.web.platforms import process_when_woken, webhook
from bot.web.status import health, metrics
from bot.web.telegram import FeedUpdate, telegram_webhook

MAX_BODY = 1 << 20
SHUTDOWN_S = 30.0


@asynccontextmanager
async def serving(
    settings: Settings, *, clock: Clock | None = None, feed_update: FeedUpdate | None = None, processing: bool = True
) -> AsyncIterator[str]:
    """Listen for the lifetime of the block, and let requests in work end; the address comes back.

    `feed_update` answers one update of Telegram's webhook; without it there is none. Without `processing` bodies
    of shops and carriers are stored and left to another process.
    """
    clock, wake = clock or Clock(), asyncio.Event()
    app = build_app(settings, clock=clock, wake=wake, feed_update=feed_update)
    # The raw bytes are what is signed: nothing may unpack them before us.
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_S, auto_decompress=False)
    await runner.setup()
    worker = asyncio.create_task(process_when_woken(settings, clock, wake)) if processing else None
    try:
        yield await _listen(runner, settings)
    finally:
        await runner.cleanup()
        if worker:
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker


def build_app(
    settings: Settings, *, clock: Clock, wake: asyncio.Event, feed_update: FeedUpdate | None = None
) -> web.Application:
    """The routes; who has no secret of ours has none (404)."""
    app = web.Application(client_max_size=MAX_BODY)
    app.router.add_get("/health", health)
    app.router.add_get("/metrics", metrics(settings))
    app.router.add_routes([links_of_offers(clock)])
    if settings.shop_api_token and settings.shop_api_token.get_secret_value():
        app.router.add_routes(coupon_routes(settings.shop_api_token.get_secret_value(), clock))
    for platform in PLATFORMS.values():
        secret = getattr(settings, f"{platform.name}_webhook_secret")
        if secret and secret.get_secret_value():
            receive = webhook(platform, secret.get_secret_value(), clock=clock, wake=wake)
            app.router.add_post(f"/webhooks/{platform.name}", receive)
    if feed_update:
        app.router.add_post("/webhooks/telegram", telegram_webhook(settings, feed_update))
    return app


async def _listen(runner: web.AppRunner, settings: Settings) -> str:
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        where = f"{settings.web_host}:{settings.web_port}"
        raise OperatorError(f"web: cannot listen on {where} ({error.strerror}); set BOTE_WEB_PORT") from error
    host, port = runner.addresses[0][:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
