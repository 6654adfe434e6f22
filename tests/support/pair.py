"""Two `main.py run` that do everything, on one database: a proxy hands Telegram's updates out between them in turn."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from aiohttp import web

from tests.support.platforms import SECRET, Sender
from tests.support.running import Process, free_port, running
from tests.support.webchat import Json

ACCEPTED_S = 60


@dataclass(frozen=True, slots=True)
class Knock:
    """A signed body, and to which of the two it goes."""

    platform: str
    topic: str | None
    body: Json
    doors: tuple[int, ...]


class Pair:
    """Two running bots, and the doors they have: what is delivered to a dead one is delivered again, to the other."""

    def __init__(self, ports: list[int], http: aiohttp.ClientSession) -> None:
        self.processes: list[Process] = []
        self.bases = [f"http://127.0.0.1:{port}" for port in ports]
        self._http = http
        self._turns = itertools.count()

    async def knock(self, knock: Knock) -> None:
        """Deliver to each door it is for, all at once, and again where nobody was there to say 200."""
        delivery = f"delivery-{next(self._turns)}"
        async with asyncio.timeout(ACCEPTED_S):
            answers = await asyncio.gather(*(self._deliver(knock, door, delivery) for door in knock.doors))
        assert set(answers) == {200}

    async def lead(self, request: web.Request) -> web.Response:
        """The proxy in front of them: each update to the next in turn, and to the other when that one is gone."""
        body, headers = await request.read(), dict(request.headers)
        turn = next(self._turns)
        for base in [self.bases[(turn + step) % len(self.bases)] for step in range(len(self.bases))]:
            try:
                async with self._http.post(f"{base}/webhooks/telegram", data=body, headers=headers) as answer:
                    return web.Response(status=answer.status)
            except aiohttp.ClientConnectionError:
                continue
        return web.Response(status=502)

    async def _deliver(self, knock: Knock, door: int, delivery: str) -> int:
        while True:
            sender = Sender(self.bases[door % len(self.bases)], self._http, SECRET)
            try:
                return await sender.send(knock.platform, knock.body, topic=knock.topic, delivery=delivery)
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)

    async def kill(self, process: Process) -> None:
        place = self.processes.index(process)
        await process.kill()
        del self.processes[place], self.bases[place]


@asynccontextmanager
async def open_pair(shared: dict[str, str], folder: Path) -> AsyncIterator[Pair]:
    """Both running, with the proxy that is Telegram's webhook; `shared` is the environment they have in common."""
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())
        ports = [free_port(), free_port()]
        pair = Pair(ports, http)
        app = web.Application()
        app.router.add_post("/webhooks/telegram", pair.lead)
        proxy = web.AppRunner(app, access_log=None)
        await proxy.setup()
        stack.push_async_callback(proxy.cleanup)
        await web.TCPSite(proxy, "127.0.0.1", 0).start()
        hook = "http://{}:{}/webhooks/telegram".format(*proxy.addresses[0][:2])
        for port in ports:
            environment = shared | {"BOTE_WEB_PORT": str(port), "BOTE_TELEGRAM_WEBHOOK_URL": hook}
            pair.processes.append(await stack.enter_async_context(running(environment, folder)))
        yield pair
