"""The shop's own system, as it is told what to do: it checks every signature, and has troubles of its own."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.clock import real_now

SECRET = "s3cret-ß"


@dataclass
class CalledShop:
    """The shop's own system: it checks the signature and answers what it is told to, in turn, then 200."""

    url: str = ""
    answers: list[int | Callable[[web.Request], Any]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        told = dict(each.split("=", 1) for each in request.headers["Bote-Signature"].split(","))
        expected = hmac.digest(SECRET.encode(), f"{told['t']}.".encode() + body, hashlib.sha256).hex()
        assert hmac.compare_digest(told["v1"], expected)
        assert abs(int(told["t"]) - real_now().timestamp()) < 60
        self.keys.append(request.headers["Idempotency-Key"])
        said = self.answers.pop(0) if self.answers else 200
        if callable(said):
            said = await said(request)
        if said == 200:
            heard = json.loads(body)
            assert (heard["key"], heard["topic"]) == (self.keys[-1], request.headers["Bote-Topic"])
            self.heard.append(heard)
        return web.Response(status=said, headers={"Location": "/elsewhere", "Retry-After": "90"})

    @property
    def topics(self) -> list[str]:
        return [each["topic"] for each in self.heard]


@asynccontextmanager
async def open_called_shop() -> AsyncIterator[CalledShop]:
    shop, app = CalledShop(), web.Application()
    app.router.add_post("/deeds", shop.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    shop.url = "http://{}:{}/deeds".format(*runner.addresses[0][:2])
    try:
        yield shop
    finally:
        await runner.cleanup()
