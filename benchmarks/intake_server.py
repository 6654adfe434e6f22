"""The servers that bench_intake measures: `python -m benchmarks.intake_server bare|paused|processing`."""

import asyncio
import contextlib
import hashlib
import sys
from collections.abc import AsyncIterator

from aiohttp import web

TOPIC = "orders/updated"


async def serve(name: str) -> None:
    """The measured process: tell the address, and end with the standard input."""
    from bot.config import load_settings
    from bot.db import open_database
    from bot.web import serving

    settings = load_settings(_env_file=None)
    async with open_database(settings):
        listening = _bare() if name == "bare" else serving(settings, processing=name == "processing")
        async with listening as base:
            print(base, flush=True)
            await asyncio.to_thread(sys.stdin.read)


@contextlib.asynccontextmanager
async def _bare() -> AsyncIterator[str]:
    """The least that takes a body and keeps it: no signature, no look inside, the same row."""
    from bot.clock import real_now
    from bot.connectors.inbox import INSERT
    from bot.db import connection, in_dialect

    async def keep(request: web.Request) -> web.Response:
        body = await request.read()
        headers = request.headers
        delivery, shop = headers["X-Shopify-Webhook-Id"], headers["X-Shopify-Shop-Domain"]
        now = real_now()
        values = ["shopify", TOPIC, delivery, hashlib.sha256(body).hexdigest(), shop, body, now, now]
        await connection().execute_query(in_dialect(INSERT), values)
        return web.Response()

    app = web.Application()
    app.router.add_post("/webhooks/shopify", keep)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield "http://{}:{}".format(*runner.addresses[0][:2])
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
