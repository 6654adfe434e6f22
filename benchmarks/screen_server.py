"""The baseline of bench_screen: the least that brings a scan to a screen. `python -m benchmarks.screen_server`.

It stores the body's row as Bote does and sends a message at once, in the request: no signature, no order, no language,
no rest at night, and whatever goes wrong goes wrong. The chat is the last part of the tracking number.
"""

import asyncio
import hashlib
import json
import sys

import aiohttp
from aiohttp import web

TEXT = "📦 <b>Ihr Paket kommt heute</b>\nBestellung {number}: DHL hat es heute Morgen ins Zustellfahrzeug geladen."


async def serve() -> None:
    """Until the standard input ends."""
    from bot.clock import real_now
    from bot.config import load_settings
    from bot.connectors.inbox import INSERT
    from bot.db import connection, in_dialect, open_database

    settings = load_settings(_env_file=None)
    assert settings.telegram_token
    url = f"{settings.telegram_api_url}/bot{settings.telegram_token.get_secret_value()}/sendMessage"

    async def keep_and_tell(request: web.Request) -> web.Response:
        body = await request.read()
        told = json.loads(body)
        digest = hashlib.sha256(body).hexdigest()
        now = real_now()
        values = ["aftership", "tracking_update", told["event_id"], digest, None, body, now, now]
        await connection().execute_query(in_dialect(INSERT), values)
        number = told["msg"]["tracking_number"]
        message = {"chat_id": int(number.rpartition("-")[2]), "text": TEXT.format(number=number), "parse_mode": "HTML"}
        async with http.post(url, json=message) as answer:
            assert answer.status == 200, await answer.text()
        return web.Response()

    app = web.Application()
    app.router.add_post("/webhooks/aftership", keep_and_tell)
    runner = web.AppRunner(app, access_log=None)
    async with open_database(settings), aiohttp.ClientSession() as http:
        await runner.setup()
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
        await asyncio.to_thread(sys.stdin.read)
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
