"""`main.py demo` as a visitor meets it: started as a process, used through its page's own API, stopped."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.commands.migrate import ensure_schema
from bot.config import Settings
from bot.db import open_database
from bot.i18n import plain
from tests.support.builders import an_order
from tests.support.webchat import Visitor, WebChat

pytestmark = pytest.mark.sqlite

ROOT = Path(__file__).resolve().parents[2]
START_S = 60
STOP_S = 10
ANNA, MIA = 701, 790
DELAYED, IN_TRANSIT = plain("de", "state-delayed"), plain("de", "state-in_transit")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


class Demo:
    """A running `main.py demo` and what its page can ask for."""

    def __init__(self, process: asyncio.subprocess.Process, line: str, http: aiohttp.ClientSession) -> None:
        self.process = process
        self.line = line
        self.url = re.findall(r"http://127\.0\.0\.1:\d+", line)[0]
        self._http = http

    def visitor(self, user_id: int) -> Visitor:
        return Visitor(_RemoteChat(self.url, self._http), user_id)

    async def ask(self, verb: str, path: str, body: Json | None = None) -> Any:
        return await _RemoteChat(self.url, self._http).ask(verb, path, body)

    async def stop(self) -> Ended:
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_S):
            out, err = await self.process.communicate()
        return Ended(self.process.returncode or 0, out.decode(), err.decode())


class _RemoteChat(WebChat):
    """The chat of another process: only its address is known."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self._url = url
        self.http = http

    @property
    def url(self) -> str:
        return self._url


@asynccontextmanager
async def demo(environment: dict[str, str], folder: Path, *options: str) -> AsyncIterator[Demo]:
    process = await start(environment, folder, *options)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(START_S), aiohttp.ClientSession() as http:
            line = (await process.stdout.readline()).decode()
            if not line:
                raise AssertionError((await process.communicate())[1].decode())
            yield Demo(process, line, http)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def start(environment: dict[str, str], folder: Path, *options: str) -> asyncio.subprocess.Process:
    arguments = [str(ROOT / "main.py"), "demo", "--port", "0", "--web-port", "0", *options]
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=folder, env=environment, stdout=pipe, stderr=pipe
    )


async def fails(environment: dict[str, str], folder: Path, *options: str) -> str:
    """What a demo that must not start says on stderr."""
    process = await start(environment, folder, *options)
    async with asyncio.timeout(START_S):
        out, err = await process.communicate()
    assert (process.returncode, out) == (1, b"")
    return err.decode()


async def test_a_visitor_finds_a_linked_chat_taps_types_turns_the_clock_and_sees_the_parcel_move(
    environment: dict[str, str], tmp_path: Path
) -> None:
    async with demo(environment, tmp_path) as running:
        users = await running.ask("GET", "/api/users")
        assert [user["language_code"] for user in users] == ["de", "de", "en", "en", "fr", "lb", "de"]
        anna = running.visitor(ANNA)
        home = await anna.waits_for("Bote Demo-Laden")
        await anna.taps(plain("de", "menu-orders-button"), message_id=home["message_id"])
        await anna.waits_for("9 Bestellungen")

        await anna.says("wo ist 1001?")
        await anna.waits_for(DELAYED)
        happened = []
        while (shown := await running.ask("GET", "/api/clock"))["next"]["what"] != "Parcel of order 1001: in transit":
            happened.append(shown["next"]["what"])
            await running.ask("POST", "/api/clock", {"advance": "next"})
        assert happened == ["Parcel of order 1018: delivered"]
        shown = await running.ask("POST", "/api/clock", {"advance": "next"})
        asked = await anna.says("und wo ist 1001 jetzt?")
        await anna.waits_for(IN_TRANSIT, after=asked["message_id"])

        team = [chat for chat in await running.visitor(MIA).chats() if chat["type"] == "supergroup"]
        assert [chat["title"] for chat in team] == ["Demo-Team"]
        ended = await running.stop()
    assert (ended.code, ended.out, ended.err) == (0, "", "")

    async with demo(environment, tmp_path) as again:
        assert (await again.ask("GET", "/api/clock"))["now"] >= shown["now"]
        asked = await again.visitor(ANNA).says("1001")
        await again.visitor(ANNA).waits_for(IN_TRANSIT, after=asked["message_id"])
        assert "in use by another" in await fails(environment, tmp_path)
        assert (await again.stop()).code == 0

    async with demo(environment, tmp_path, "--fresh") as fresh:
        asked = await fresh.visitor(ANNA).says("1001")
        await fresh.visitor(ANNA).waits_for(DELAYED, after=asked["message_id"])
        assert (await fresh.stop()).code == 0


async def test_a_real_shops_database_is_left_alone(
    settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    await ensure_schema(settings)
    async with open_database(settings):
        await an_order("4711")
    assert settings.sqlite_file is not None
    before = settings.sqlite_file.read_bytes()
    assert "holds the data of a shop" in await fails(environment, tmp_path, "--fresh")
    assert settings.sqlite_file.read_bytes() == before


@pytest.mark.parametrize("option", ["--port", "--web-port"])
async def test_a_port_that_is_taken_is_named_with_the_way_to_choose_another(
    environment: dict[str, str], tmp_path: Path, option: str
) -> None:
    async with TestServer(web.Application()) as other:
        port = str(other.make_url("/").port)
        error = await fails(environment, tmp_path, option, port)
    assert port in error
    assert option in error or "BOTE_WEB_PORT" in error
