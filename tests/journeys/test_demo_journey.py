"""`main.py demo` as a visitor meets it: started as a process, used through its page's own API, stopped."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.commands.migrate import ensure_schema
from bot.config import Settings
from bot.db import open_database
from bot.demo.models import DemoWorld
from bot.demo.room import GROUP_ID
from bot.i18n import plain
from tests.support.builders import an_order
from tests.support.webchat import Visitor, WebChat, eventually

pytestmark = pytest.mark.sqlite

ROOT = Path(__file__).resolve().parents[2]
# The whole visit; a busy machine starts it in half a minute.
PATIENCE_S = 120
STOP_S = 10
ANNA, BEN, OLIVER, CHLOE, LUC, MIA = 701, 702, 704, 705, 706, 790
HOUR = 3600
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
        async with asyncio.timeout(PATIENCE_S), aiohttp.ClientSession() as http:
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
    async with asyncio.timeout(PATIENCE_S):
        out, err = await process.communicate()
    assert (process.returncode, out) == (1, b"")
    return err.decode()


async def test_a_visitor_finds_a_linked_chat_taps_types_turns_the_clock_and_sees_the_parcel_move(
    environment: dict[str, str], tmp_path: Path
) -> None:
    async with demo(environment, tmp_path) as running:
        users = await running.ask("GET", "/api/users")
        assert [user["language_code"] for user in users] == ["de", "de", "en", "en", "fr", "lb", "de", "de", "de"]
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
        assert happened == ["Parcel of order 1018: delivered", "Order 1026: placed"]
        shown = await running.ask("POST", "/api/clock", {"advance": "next"})
        asked = await anna.says("und wo ist 1001 jetzt?")
        await anna.waits_for(IN_TRANSIT, after=asked["message_id"])

        team = [chat for chat in await running.visitor(MIA).chats() if chat["type"] == "supergroup"]
        assert "Demo-Team" in [chat["title"] for chat in team]
        mia = running.visitor(MIA)
        card: Json | None = await eventually(partial(has_read, mia, "Bestellung 999)", chat_id=GROUP_ID))
        assert f"{running.url}/?start=rmadecline_" in str(card)  # the bot had told its name by then
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


async def test_a_new_order_is_followed_on_one_card_and_a_lost_parcel_is_a_case_for_the_second_seat(
    environment: dict[str, str], tmp_path: Path
) -> None:
    async with demo(environment, tmp_path) as running:
        ben, oliver, mia = (running.visitor(seat) for seat in (BEN, OLIVER, MIA))
        await ben.waits_for("Bote Demo-Laden")

        await next_of_ben(running, "Order 1026: placed")
        confirmed = await ben.waits_for("Ihre Bestellung 1026 ist bei uns eingegangen")
        assert "Emaille-Becher" in confirmed["text"]
        await next_of_ben(running, "Parcel of order 1026: packed")
        card = await ben.waits_for("DEMO1026-1")
        assert plain("de", "state-label_created") in card["text"]
        await next_of_ben(running, "Parcel of order 1026: picked up")
        await ben.waits_for("Ihr Paket ist unterwegs")
        await next_of_ben(running, "Parcel of order 1026: delivered")
        delivered = await ben.waits_for("Ihr Paket ist zugestellt")
        assert "Nachbar" in delivered["text"]
        edited = next(each for each in await ben.reads() if each["message_id"] == card["message_id"])
        assert plain("de", "state-delivered") in edited["text"]

        await running.ask("POST", "/api/clock", {"advance_seconds": 24 * HOUR})
        await oliver.waits_for("Your parcel is reported lost")
        cards = [each["text"] for each in await mia.reads(chat_id=GROUP_ID) if "1030" in each.get("text", "")]
        assert any(plain("de", "case-cause-lost") in text for text in cards)
        await running.ask("POST", "/api/clock", {"advance_seconds": 49 * HOUR})
        moving = await oliver.waits_for("It is moving again")
        await oliver.waits_for("Your parcel has been delivered", after=moving["message_id"])
        ended = await running.stop()
    assert (ended.code, ended.err) == (0, "")


async def next_of_ben(running: Demo, what: str) -> None:
    """Turn the clock until this has happened to Ben, by way of all that happens before."""
    clock = await running.ask("GET", "/api/clock")
    while (coming := clock["next_of"][str(BEN)]["what"]) != what:
        clock = await running.ask("POST", "/api/clock", {"advance": "next", "user_id": BEN})
        assert clock["next_of"][str(BEN)]["what"] != coming
    await running.ask("POST", "/api/clock", {"advance": "next", "user_id": BEN})


async def test_customers_who_agreed_are_asked_and_an_unhappy_answer_is_a_case_for_the_second_seat(
    environment: dict[str, str], tmp_path: Path
) -> None:
    async with demo(environment, tmp_path) as running:
        ben, chloe, luc, mia = (running.visitor(seat) for seat in (BEN, CHLOE, LUC, MIA))
        for visitor, given in ((ben, "haben eingewilligt"), (chloe, "avez accepté"), (luc, "hutt zougesot")):
            await eventually(partial(has_read, visitor, given), within_s=PATIENCE_S)

        await until_read(running, ben, "unser Team liest es")
        await eventually(partial(has_read, mia, "Bestellung 1014", "beschädigt", chat_id=GROUP_ID), within_s=PATIENCE_S)
        await eventually(partial(has_read, mia, "einen Sprung", chat_id=GROUP_ID), within_s=PATIENCE_S)

        asked = await until_read(running, luc, "Wéi zefridde sidd Dir mat der Liwwerung vun Ärer Bestellung 1017?")
        await luc.taps(plain("lb", "survey-face-5-button"), message_id=asked["message_id"])
        await eventually(partial(has_read, luc, "Dat freet eis!"), within_s=PATIENCE_S)
        await luc.taps(plain("lb", "survey-done-button"), message_id=asked["message_id"])
        thanks = await eventually(partial(has_read, luc, "immens"), within_s=PATIENCE_S) or {}
        shop = running.url.replace(":", "%3A").replace("/", "%2F")
        assert f"t.me/share/url?url={shop}%2Fdemo%2Fshop" in str(thanks["reply_markup"])

        asked = await until_read(running, chloe, "Êtes-vous satisfait(e) de la livraison de votre commande 1016")
        await chloe.taps(plain("fr", "survey-face-1-button"), message_id=asked["message_id"])
        await eventually(partial(has_read, chloe, "Nous en sommes désolés"), within_s=PATIENCE_S)
        await eventually(partial(has_read, mia, "Bestellung 1016", "1/5", chat_id=GROUP_ID), within_s=PATIENCE_S)
        ended = await running.stop()
    assert (ended.code, ended.err) == (0, "")


async def until_read(running: Demo, visitor: Visitor, words: str) -> Json:
    """Turn the clock until the bot has written this; the message."""
    for _ in range(6 * 4):
        if found := await has_read(visitor, words):
            return found
        await running.ask("POST", "/api/clock", {"advance_seconds": 6 * HOUR})
    raise AssertionError(f"nobody has written {words!r}")


async def has_read(visitor: Visitor, *words: str, chat_id: int | None = None) -> Json | None:
    """The newest message of the bot that says all of this."""
    told = [each for each in await visitor.reads(chat_id=chat_id) if each["from"]["is_bot"]]
    return next((each for each in reversed(told) if all(word in each.get("text", "") for word in words)), None)


async def test_a_demo_whose_story_has_changed_opens_anew_and_no_output_holds_a_secret(
    settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    secrets = {f"BOTE_{name}_WEBHOOK_SECRET": f"secret-of-{name}" for name in ("SHOPIFY", "AFTERSHIP")}
    async with demo(environment | secrets, tmp_path, "--verbose") as running:
        await running.ask("POST", "/api/clock", {"advance_seconds": 3 * HOUR})
        ended = await running.stop()
    assert "tracking event" in ended.err
    assert "secret-of" not in running.line + ended.out + ended.err
    async with open_database(settings):
        await DemoWorld.all().update(story="told otherwise")
    async with demo(environment, tmp_path) as again:
        assert (await again.ask("GET", "/api/clock"))["next"]["what"] == "Parcel of order 1018: delivered"


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
