"""A process that sends, on a database of its own: one order a line on its input, one line of figures for each.

{"do": "fill", "rows": 1000}                 so many service messages wait, each for another chat
{"do": "tick", "times": 10}                  seconds of each tick that sends sixteen of them to nowhere at once
{"do": "drain", "pushes": 1500}              queue and drain against the server, not paced: 64 in flight
{"do": "bare"|"bare in turn"|"aiogram"|"httpx", "pushes": 1500}  a plain loop: 64 in flight, one, 64, 16
{"do": "paced", "pushes": 250, "rate": 25}   drain at this rate; how many 429 that met
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from pydantic import SecretStr
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest
from tortoise import Tortoise

from benchmarks.wire import Json
from bot.config import Settings, load_settings
from bot.customers.models import Chat
from bot.db import connection, is_sqlite, open_database
from bot.outbox.drain import Terms, drain
from bot.outbox.errors import Delivered, Outcome
from bot.outbox.flight import IN_FLIGHT, MOST_IN_FLIGHT
from bot.outbox.queue import NewPush, enqueue_all
from bot.outbox.sender import open_sender
from bot.outbox.tally import Tally
from bot.outbox.transport import AiohttpRequest
from bot.pacing import Pacer

NOON = datetime(2026, 11, 18, 11, tzinfo=UTC)
TEXT = "📦 <b>Order 1001</b> is on its way to you. We expect it on Tuesday, 24 November."
FILL = """
WITH RECURSIVE counted(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < {rows})
INSERT INTO outbox_push (chat_id, purpose, urgency, method, params, due_at, created_at, status, attempts, doubtful,
  has_text)
SELECT number, 'milestone', 1, 'sendMessage', '{params}', {now}, {now}, 'waiting', 0, 0, TRUE FROM counted"""

Send = Callable[[int], Awaitable[object]]


class Lane:
    """What the orders are carried out on."""

    def __init__(self, settings: Settings, chats: list[int]) -> None:
        self._settings = settings
        self._chats = chats

    async def fill(self, rows: int) -> Json:
        await connection().execute_query("DELETE FROM outbox_push")
        now = "?1" if is_sqlite() else "$1::timestamptz"
        params = json.dumps({"text": TEXT, "parse_mode": "HTML"})
        await connection().execute_query(FILL.format(rows=rows, params=params, now=now), [NOON])
        await connection().execute_query("ANALYZE" if is_sqlite() else "VACUUM ANALYZE outbox_push")
        return {}

    async def tick(self, times: int) -> Json:
        seconds = []
        for _ in range(times):
            began, nowhere = time.perf_counter(), Nowhere()
            tally = await drain(lambda: NOON, nowhere, self._terms(), stop=nowhere.full)
            seconds.append(time.perf_counter() - began)
            assert tally.sent == IN_FLIGHT, tally
        return {"seconds": seconds}

    async def drain(self, pushes: int) -> Json:
        return await self._drain(pushes, rate=0)

    async def paced(self, pushes: int, rate: float) -> Json:
        return await self._drain(pushes, rate=rate)

    async def bare(self, pushes: int) -> Json:
        async with self._ptb(AiohttpRequest()) as send:
            return await self._loop(send, pushes)

    async def bare_in_turn(self, pushes: int) -> Json:
        async with self._ptb(AiohttpRequest()) as send:
            return await self._loop(send, pushes, at_once=1)

    async def httpx(self, pushes: int) -> Json:
        async with self._ptb(HTTPXRequest(connection_pool_size=IN_FLIGHT, pool_timeout=30)) as send:
            return await self._loop(send, pushes, at_once=IN_FLIGHT)  # more make this one slower (stack.md 1)

    async def aiogram(self, pushes: int) -> Json:
        session = AiohttpSession(api=TelegramAPIServer.from_base(self._settings.telegram_api_url))
        bot = Bot(self._token, session=session)
        try:
            return await self._loop(lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML"), pushes)
        finally:
            await session.close()

    async def _drain(self, pushes: int, *, rate: float) -> Json:
        params, chats = {"text": TEXT, "parse_mode": "HTML"}, self._chats
        wanted = [
            NewPush(chats[number % len(chats)], "sendMessage", params, "milestone", order_id=1)
            for number in range(pushes)
        ]
        await enqueue_all(wanted, now=NOON)
        tally = Tally()
        settings = self._settings.model_copy(update={"send_rate": rate})
        async with open_sender(settings, Pacer(rate)) as sender:
            await sender.check()
            began, used = time.perf_counter(), time.process_time()
            while tally.sent < pushes:
                tally += await drain(lambda: NOON, sender, Terms(settings, owner="lane"))
            taken = time.perf_counter() - began
        return {"seconds": taken, "cpu_s": time.process_time() - used, "floods": tally.floods}

    async def _loop(self, send: Send, pushes: int, *, at_once: int = MOST_IN_FLIGHT) -> Json:
        """The plain loop: nothing is stored, judged, or remembered."""
        chats = iter([self._chats[number % len(self._chats)] for number in range(pushes)])

        async def take_turns() -> None:
            for chat in chats:
                await send(chat)

        began, used = time.perf_counter(), time.process_time()
        await asyncio.gather(*(take_turns() for _ in range(at_once)))
        return {"seconds": time.perf_counter() - began, "cpu_s": time.process_time() - used}

    @asynccontextmanager
    async def _ptb(self, request: BaseRequest) -> AsyncIterator[Send]:
        base = f"{self._settings.telegram_api_url}/bot"
        bot: Any = ExtBot(self._token, base_url=base, request=request, get_updates_request=request)
        await request.initialize()
        try:
            yield lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML")
        finally:
            await request.shutdown()

    @property
    def _token(self) -> str:
        assert self._settings.telegram_token
        return self._settings.telegram_token.get_secret_value()

    def _terms(self) -> Terms:
        return Terms(self._settings, owner="lane")


class Nowhere:
    """Takes everything at once, and says when a first batch is in flight."""

    bot_id = 42

    def __init__(self) -> None:
        self.full = asyncio.Event()

    async def deliver(self, _method: str, _params: dict[str, Any], *, patience: float, urgency: int) -> Outcome:
        assert patience > 0 <= urgency
        self.full.set()
        return Delivered(1)


async def _main() -> None:
    first = json.loads(sys.stdin.readline())
    settings = load_settings(
        _env_file=None,
        database_url=SecretStr(first["database_url"]),
        telegram_token=SecretStr(first["token"]),
        telegram_api_url=first["url"],
    )
    async with open_database(settings):
        await Tortoise.generate_schemas()
        chats = [Chat(id=chat, created_at=NOON) for chat in first["chats"]]
        await Chat.bulk_create(chats, ignore_conflicts=True)
        lane = Lane(settings, first["chats"])
        print("{}", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            order = json.loads(line)
            do = order.pop("do").replace(" ", "_")
            print(json.dumps(await getattr(lane, do)(**order)), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
