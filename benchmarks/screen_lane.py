"""A lane of bench_screen: a chat server, a bot or its bare baseline behind a web server, and people who watch."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import aiohttp

from benchmarks.screen_shop import in_shop, tracking_number
from benchmarks.wire import Json, Wire
from bot.connectors.signatures import PLATFORMS
from bot.webchat.process import FIRST_GROUP, ServerProcess, start_process
from tests.support.platforms import aftership_update, checkpoint
from tests.support.running import free_port

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "4200003:bench-screen"  # noqa: S105  # of a chat server that lives for minutes
SECRET = "bench-secret"  # noqa: S105  # likewise
FIRST_CHAT, STAFF, FIRST_OFFERED = 6_000_001, 6_900_000, 7_000_001
PATIENCE_S, START_S, STOP_S = 60.0, 60.0, 60.0
# So long a stream of events takes to be listened to.
LISTENS_S = 0.5

Kind = Literal["bote", "bare"]
Stream = AsyncIterator[tuple[str, bytes]]
COMMANDS: dict[Kind, tuple[str, ...]] = {"bote": ("main.py", "run"), "bare": ("-m", "benchmarks.screen_server")}


@dataclass(frozen=True, slots=True)
class Shown:
    """Milliseconds from the post until the new message, and until the card was another."""

    rung_ms: float
    edited_ms: float | None


@dataclass(slots=True)
class Eyes:
    """What somebody waits to see: a new message, an edited one."""

    new: "asyncio.Future[float]"
    edited: "asyncio.Future[float]"


@dataclass(slots=True)
class Lane:
    """One kind at work; `start` before and `leave` after everything else, in one event loop."""

    kind: Kind
    database_url: str
    server: ServerProcess
    base: str
    _eyes: dict[int, Eyes] = field(default_factory=dict)
    _watching: "list[asyncio.Task[None]]" = field(default_factory=list)
    _http: aiohttp.ClientSession | None = None

    async def start(self, chats: Sequence[int]) -> None:
        self._http = aiohttp.ClientSession()
        for chat_id in chats:
            listening = asyncio.Event()
            self._watching.append(asyncio.create_task(self._watch(chat_id, listening)))
            await listening.wait()
        async with asyncio.timeout(START_S):
            while not await self._is_up():  # noqa: ASYNC110  # another process starts
                await asyncio.sleep(0.1)

    async def leave(self) -> None:
        for task in self._watching:
            task.cancel()
        await asyncio.gather(*self._watching, return_exceptions=True)
        self._watching.clear()
        if self._http:
            await self._http.close()

    async def time_scan(self, chat_id: int, subtag: str) -> Shown:
        """Post a scan of this person's parcel and wait until they see it."""
        loop = asyncio.get_running_loop()
        eyes = self._eyes[chat_id] = Eyes(loop.create_future(), loop.create_future())
        body, headers = _signed(aftership_update(tracking_number(chat_id), _scan(subtag), ts=int(time.time())))
        assert self._http
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE_S):
            async with self._http.post(f"{self.base}/webhooks/aftership", data=body, headers=headers) as answer:
                assert answer.status == 200, await answer.text()
            rung = await eyes.new
            # The first scan posts the card, the later ones edit it; the baseline has none.
            has_card = self.kind == "bote" and not subtag.startswith("InTransit")
            edited = await eyes.edited if has_card else None
        return Shown((rung - began) * 1000, None if edited is None else (edited - began) * 1000)

    async def time_marks(self, answers: int, *, offers: int) -> list[float]:
        """Seconds from each answer of the staff to its ✓ on the card, while offers leave at the set rate."""
        async with Wire(self.server.url) as eye, Wire(self.server.url) as hand:
            stream = eye.events(f"/api/events?user_id={STAFF}")
            async with asyncio.timeout(PATIENCE_S):
                posted = asyncio.create_task(_next_posted(stream))
                await asyncio.sleep(LISTENS_S)
                await asyncio.to_thread(self._ask_for_human)
                card = await posted
            await asyncio.to_thread(in_shop, "offer", self.database_url, range(FIRST_OFFERED, FIRST_OFFERED + offers))
            return [await self._time_mark(stream, hand, card, number) for number in range(answers)]

    def _ask_for_human(self) -> None:
        in_shop("ask", self.database_url, [FIRST_CHAT], staff_chat_id=FIRST_GROUP)

    async def _time_mark(self, stream: Stream, hand: Wire, card: int, number: int) -> float:
        mark = re.compile(rf"Antwort {number}[^\n]*✓")
        words = {"user_id": STAFF, "text": f"Antwort {number}", "reply_to_message_id": card}
        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE_S):
            await hand.post(f"/api/chats/{FIRST_GROUP}/messages", words)
            async for name, data in stream:
                if name == "edited" and mark.search(json.loads(data)["message"]["text"]):
                    return time.perf_counter() - began
        raise ConnectionResetError("the stream has ended")

    async def _watch(self, chat_id: int, listening: asyncio.Event) -> None:
        async with Wire(self.server.url) as wire:
            stream = wire.events(f"/api/events?user_id={chat_id}")
            listening.set()
            async for name, data in stream:
                eyes = self._eyes.get(chat_id)
                if not eyes or name not in {"new", "edited"} or b'"is_bot":true' not in data:
                    continue
                self._see(eyes, name, json.loads(data)["message"])

    def _see(self, eyes: Eyes, name: str, message: Json) -> None:
        """The card is the message that has the number to copy."""
        is_card = "copy_text" in json.dumps(message.get("reply_markup", {}))
        seen = eyes.edited if name == "edited" else eyes.new
        if not seen.done() and (name == "edited") == is_card:
            seen.set_result(time.perf_counter())

    async def _is_up(self) -> bool:
        assert self._http
        try:
            async with self._http.get(f"{self.base}/health") as answer:
                return answer.status in {200, 404}
        except aiohttp.ClientConnectionError:
            return False


@contextmanager
def open_lane(kind: Kind, database_url: str, chats: Sequence[int], *, offers: int) -> Iterator[Lane]:
    """Server and bot as processes; everybody has pressed START, and the bot finds no old update."""
    users = [*chats, STAFF, *range(FIRST_OFFERED, FIRST_OFFERED + offers)]
    with ExitStack() as stack:
        server = start_process(token=TOKEN, username="bench_bot", user_ids=users, group=[STAFF], flood_control=False)
        stack.callback(server.stop)
        asyncio.run(_press_start(server.url, users))
        environment = _environment(database_url, server.url)
        migrate = [sys.executable, "main.py", "migrate"]
        subprocess.run(migrate, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        in_shop("open", database_url, chats)
        bot = subprocess.Popen([sys.executable, *COMMANDS[kind]], cwd=ROOT, env=environment, stdin=subprocess.PIPE)
        stack.callback(_stop, bot)
        yield Lane(kind, database_url, server, f"http://127.0.0.1:{environment['BOTE_WEB_PORT']}")


async def _press_start(url: str, users: Sequence[int]) -> None:
    async with Wire(url) as wire:
        for user_id in users:
            await wire.post(f"/api/chats/{user_id}/messages", {"user_id": user_id, "text": "/start"})
        [last] = (await wire.post(f"/bot{TOKEN}/getUpdates", {"offset": -1}))["result"]
        await wire.post(f"/bot{TOKEN}/getUpdates", {"offset": last["update_id"] + 1})


def _environment(database_url: str, server_url: str) -> dict[str, str]:
    """Of a bot as it is installed, with the staff's group."""
    ours = {
        "DATABASE_URL": database_url,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server_url,
        "AFTERSHIP_WEBHOOK_SECRET": SECRET,
        "STAFF_CHAT_ID": str(FIRST_GROUP),
        "OWNER_IDS": str(STAFF),
        "BUSINESS_HOURS": "Mo-Su 00:00-24:00",
        "WEB_PORT": str(free_port()),
        "LOG_LEVEL": "error",
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("BOTE_")}
    return inherited | {f"BOTE_{name}": value for name, value in ours.items()} | {"PYTHONPATH": str(ROOT)}


def _stop(bot: "subprocess.Popen[bytes]") -> None:
    """The bot ends when it is told to, the baseline with its input."""
    bot.terminate()
    bot.communicate(timeout=STOP_S)


def _scan(subtag: str) -> Json:
    return checkpoint(subtag, datetime.now(UTC).isoformat())


def _signed(update: Json) -> tuple[bytes, dict[str, str]]:
    body, platform = json.dumps(update).encode(), PLATFORMS["aftership"]
    return body, {"Content-Type": "application/json", platform.signature[0]: platform.sign(SECRET, body)}


async def _next_posted(stream: Stream) -> int:
    """The id of the next message of the bot."""
    async for name, data in stream:
        if name == "new" and b'"is_bot":true' in data:
            return int(json.loads(data)["message"]["message_id"])
    raise ConnectionResetError("the stream has ended")
