"""A process that runs campaigns, on a database of its own: one order a line on its input, one line for each.

{"do": "people", "number": 100000}           so many chats that agree to offers, in four languages
{"do": "freeze"}                             seconds to freeze all of them as an audience, and for its longest page
{"do": "expand", "page": 5000}               seconds to hand them to the outbox, and of a bare INSERT … SELECT beside it
{"do": "drain", "pushes": 1500, "rate": 25}  a campaign drained while parcel news come in: how long each of those waited
"""

import asyncio
import json
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count

import psutil
from pydantic import SecretStr
from tortoise import Tortoise

from benchmarks.wire import Json
from bot.broadcasts.campaigns import create, get_campaign
from bot.broadcasts.expanding import expand, mind_campaigns
from bot.broadcasts.freezing import freeze_page
from bot.broadcasts.running import begin
from bot.config import Settings, load_settings
from bot.db import connection, in_dialect, is_sqlite, open_database, unit_of_work
from bot.outbox.drain import Terms, drain
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.outbox.sender import open_sender
from bot.outbox.tally import Tally
from bot.pacing import Pacer

NOON = datetime(2026, 11, 18, 11, tzinfo=UTC)
TEXTS = {
    "de": "Neue Socken sind da, warm und bunt, in allen Größen und solange der Vorrat reicht.",
    "en": "New socks are here, warm and colourful, in every size and while stocks last.",
    "fr": "De nouvelles chaussettes sont arrivées, chaudes et colorées, dans toutes les tailles.",
    "lb": "Nei Strëmp si do, waarm a faarweg, an alle Gréissten a soulaang der do sinn.",
}
# A parcel's news comes so often while a campaign is sent, and its chats are not the campaign's.
NEWS_EVERY_S = 0.25
NEWS_CHATS = range(1, 41)
FIRST_CHAT = 1_001
COUNTED = "WITH RECURSIVE counted(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM counted WHERE number < {last})"
CHATS = """
INSERT INTO customer_chat (id, locale, created_at, privacy_version)
{counted} SELECT {first} + number, CASE number % 4 WHEN 0 THEN 'en' WHEN 1 THEN 'fr' WHEN 2 THEN 'lb' ELSE 'de' END,
  {now}, 1 FROM counted"""
CONSENTS = """
INSERT INTO customer_consent (chat_id, purpose, version, locale, wording, request_message_id, confirm_message_id,
  given_at, active)
{counted} SELECT {first} + number, 'promo', 1, 'de', 'Ja, gern.', 1, 2, {now}, TRUE FROM counted"""
# The same rows, whose values are simply there: what writing them costs whoever does it.
COPY = """
CREATE TABLE bench_copy AS SELECT once, chat_id, customer_id, purpose, urgency, method, params, template_id, due_at,
  expires_at, created_at, status, attempts, doubtful, has_text FROM outbox_push WHERE purpose = 'offer' ORDER BY id"""
BARE = """
INSERT INTO outbox_push (once, chat_id, customer_id, purpose, urgency, method, params, template_id, due_at, expires_at,
  created_at, status, attempts, doubtful, has_text)
SELECT * FROM bench_copy"""


class Lane:
    """What the orders are carried out on."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._campaign = 0
        self._numbers = count(1)

    async def people(self, number: int) -> Json:
        await self._empty("customer_chat", "customer_consent")
        now = "?" if is_sqlite() else "?::timestamptz"
        counted = COUNTED.format(last=number - 1)
        for statement in (CHATS, CONSENTS):
            text = statement.format(counted=counted, first=FIRST_CHAT, now=now)
            await connection().execute_query(in_dialect(text), [NOON])
        await connection().execute_query("ANALYZE")
        return {}

    async def freeze(self) -> Json:
        await self._empty("outbox_push", "broadcast_recipient")
        self._campaign = await create("Socken", author_id=None, now=NOON, texts=TEXTS)  # type: ignore[arg-type]  # languages of ours
        began, pages = time.perf_counter(), list[float]()
        await begin(self._campaign, by=None, settings=self._settings, now=NOON)
        pages.append(time.perf_counter() - began)
        is_going_on = True
        while is_going_on:
            page_began = time.perf_counter()
            is_going_on = await freeze_page(self._campaign, settings=self._settings)
            pages.append(time.perf_counter() - page_began)
        frozen = (await get_campaign(self._campaign)).frozen
        return {"seconds": time.perf_counter() - began, "frozen": frozen, "longest_s": max(pages)}

    async def expand(self, page: int) -> Json:
        began, pages = time.perf_counter(), 0
        while await expand(self._campaign, now=NOON, page=page):
            pages += 1
        return {"seconds": time.perf_counter() - began, "pages": pages, "rows": await Push.all().count()}

    async def bare(self) -> Json:
        """The rows that are there, written once more by one statement."""
        await self._run("DROP TABLE IF EXISTS bench_copy", COPY)
        await self._empty("outbox_push")
        began = time.perf_counter()
        await self._run(BARE)
        return {"seconds": time.perf_counter() - began, "rows": await Push.all().count()}

    async def drain(self, pushes: int, rate: float) -> Json:
        await self.people(pushes)
        await self.freeze()
        settings, tally, stop = self._settings.model_copy(update={"send_rate": rate}), Tally(), asyncio.Event()
        async with open_sender(settings, Pacer(rate)) as sender:
            beside = [asyncio.create_task(each(stop)) for each in (self._mind, self._bring_news)]
            watching, began = asyncio.create_task(_watch_memory(stop)), time.perf_counter()
            while tally.sent < pushes:
                tally += await drain(_now, sender, Terms(settings, owner="lane"))
                await asyncio.sleep(0.01)
            taken = time.perf_counter() - began
            stop.set()
            await asyncio.gather(*beside)
        return {"seconds": taken, "floods": tally.floods, "grown_mb": _growth(await watching)} | await self._waits()

    async def _mind(self, stop: asyncio.Event) -> None:
        """The tick, as bot/jobs.py has it."""
        while not stop.is_set():
            await mind_campaigns(self._settings, now=_now())
            await _pause(stop, 2.0)

    async def _bring_news(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            number = next(self._numbers)
            chat = NEWS_CHATS[number % len(NEWS_CHATS)]
            await enqueue(chat, "sendMessage", {"text": "📦"}, once=f"news:{number}", purpose="milestone", now=_now())
            await _pause(stop, NEWS_EVERY_S)

    async def _waits(self) -> Json:
        news = await Push.filter(purpose="milestone", status="sent")
        waits = sorted((push.settled_at - push.created_at).total_seconds() for push in news if push.settled_at)
        return {"news": len(waits), "p99_s": waits[int(len(waits) * 0.99)] if waits else 0.0}

    async def _empty(self, *tables: str) -> None:
        for table in tables:
            await self._run(f"DELETE FROM {table}")  # noqa: S608  # our own names
        if not is_sqlite():
            await connection().execute_query("VACUUM ANALYZE outbox_push")

    @unit_of_work
    async def _run(self, *statements: str) -> None:
        for statement in statements:
            await connection().execute_query(statement)


_STARTED = time.monotonic()


def _now() -> datetime:
    """Noon, from which time passes, so that waiting can be measured."""
    return NOON + timedelta(seconds=time.monotonic() - _STARTED)


async def _watch_memory(stop: asyncio.Event) -> list[float]:
    """What the process holds, in MB, four times a second."""
    held, own = list[float](), psutil.Process()
    while not stop.is_set():
        held.append(own.memory_info().rss / 2**20)
        await _pause(stop, 0.25)
    return held


def _growth(held: list[float]) -> float:
    """How much more it held at most in the second half than in the first."""
    half = len(held) // 2
    return max(0.0, max(held[half:]) - max(held[:half] or held))


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


async def _main() -> None:
    first = json.loads(sys.stdin.readline())
    settings = load_settings(
        _env_file=None,
        database_url=SecretStr(first["database_url"]),
        telegram_token=SecretStr(first["token"]),
        telegram_api_url=first["url"],
        approval_above=10_000_000,
    )
    async with open_database(settings):
        await Tortoise.generate_schemas()
        lane = Lane(settings)
        print("{}", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            order = json.loads(line)
            print(json.dumps(await getattr(lane, order.pop("do"))(**order)), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
