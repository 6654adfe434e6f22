"""What the browser tests play with: a chat server, a bot that does what the test says, and people at the page."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ConsoleMessage, Locator, Page

from bot.webchat.flood import FloodControl
from bot.webchat.server import Server, serve
from bot.webchat.stage import Stage
from bot.webchat.state import Chat, Chatroom
from tests.support.webchat import TOKEN, USERNAME

Json = dict[str, Any]
Size = dict[str, int]

PHONE: Any = {"width": 360, "height": 740}
# The whole result is megabytes of what is right; only what is wrong crosses over to the test.
VIOLATIONS = """axe.run({resultTypes: ["violations"]}).then(({violations}) => violations.flatMap(
    ({id, nodes}) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`)))"""
DESKTOP: Any = {"width": 1280, "height": 800}
LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass
class Scene:
    """The stage of one test. Complaints are what pages wrote into their consoles."""

    browser: Browser
    room: Chatroom
    server: Server
    http: aiohttp.ClientSession
    complaints: list[str] = field(default_factory=list)
    forgiven: tuple[str, ...] = ()
    _offset: int = 0

    def person(self, first_name: str = "Anna Beispiel", language_code: str = "en", **fields: Any) -> int:
        """A new seat; its id, which is also the id of its chat with the bot."""
        return self.room.add_user(first_name, language_code=language_code, **fields).id

    def customer(self, first_name: str = "Anna Beispiel", language_code: str = "en", **fields: Any) -> int:
        """A person who has started the bot, so that it may write to them."""
        user_id = self.person(first_name, language_code, **fields)
        self.chat_of(user_id).started = True
        return user_id

    def chat_of(self, user_id: int) -> Chat:
        return self.room.private_chat(self.room.first_bot(), self.room.persons[user_id])

    async def opens(self, path: str = "/", *, size: Size = DESKTOP, touch: bool = False, locale: str = "en-GB") -> Page:
        """A new browser window, with nothing remembered and nothing animated, at a path of the server."""
        shape: Any = size
        context = await self.browser.new_context(
            viewport=shape,
            has_touch=touch,
            is_mobile=touch,
            locale=locale,
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        page = await context.new_page()
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(self.server.url + path)
        return page

    async def talks(self, user_id: int, *, size: Size = DESKTOP, touch: bool = False) -> Page:
        """The page of a customer, with the messages on it."""
        page = await self.opens(f"/?user_id={user_id}", size=size, touch=touch)
        await page.locator(".log-content > *:not(.notice)").first.wait_for()
        return page

    async def call(self, method: str, **params: Any) -> Any:
        """A Bot API call of the bot; its result."""
        async with self.http.post(f"{self.server.url}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, chat_id: int, text: str, **params: Any) -> Json:
        """The bot writes, in HTML."""
        message: Json = await self.call("sendMessage", chat_id=chat_id, text=text, parse_mode="HTML", **params)
        return message

    async def shows(self, chat_id: int, *pictures: bytes, caption: str = "", **params: Any) -> list[Json]:
        """The bot sends a photo, or several as an album."""
        form = aiohttp.FormData({"chat_id": str(chat_id)})
        for number, picture in enumerate(pictures):
            form.add_field(f"p{number}", picture, filename=f"p{number}.png", content_type="image/png")
        if len(pictures) == 1:
            method, fields = "sendPhoto", {"photo": "attach://p0", "caption": caption}
        else:
            media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(len(pictures))]
            media[0]["caption"] = caption
            method, fields = "sendMediaGroup", {"media": json.dumps(media)}
        for name, value in (fields | {name: json.dumps(value) for name, value in params.items()}).items():
            form.add_field(name, value)
        return await self._upload(method, form)

    async def hands_over(self, chat_id: int, name: str, data: bytes) -> Json:
        """The bot sends a file."""
        form = aiohttp.FormData({"chat_id": str(chat_id)}, quote_fields=False)
        form.add_field("document", data, filename=name, content_type="application/pdf")
        return (await self._upload("sendDocument", form))[0]

    async def hears(self, kind: str) -> Json:
        """The next update of this kind, waited for; others before it are passed over."""
        for _ in range(20):
            for update in await self.call("getUpdates", offset=self._offset, timeout=3, limit=1):
                self._offset = update["update_id"] + 1
                if kind in update:
                    heard: Json = update[kind]
                    return heard
        raise AssertionError(f"the bot heard no {kind}")

    async def goes_away(self) -> int:
        """The server ends; the port it had."""
        self.forgiven = ("Failed to load resource", "net::ERR")
        port = self.server.port
        await self.server.stop()
        return port

    async def comes_back(self, port: int) -> None:
        self.server = await serve(self.room, port=port, flood_control=False)

    async def violations(self, page: Page) -> list[str]:
        """What axe-core finds wrong on the page as it is."""
        if not await page.evaluate("'axe' in window"):
            await page.evaluate(Axe().axe_script)
        found: list[str] = await page.evaluate(VIOLATIONS)
        return found

    async def violations_in_every_light(self, page: Page) -> list[str]:
        """The same on a phone and a desktop, light and dark."""
        found: list[str] = []
        for size in (DESKTOP, PHONE):
            await page.set_viewport_size(size)
            for scheme in LIGHTS:
                await page.emulate_media(color_scheme=scheme)
                await page.wait_for_timeout(50)
                found += [f"{size['width']} {scheme} {violation}" for violation in await self.violations(page)]
        return found

    def _listen(self, message: ConsoleMessage) -> None:
        # Asking a server without a stage for its clock is answered 404, and the browser writes that down by itself.
        is_forgiven = any(text in message.text for text in self.forgiven) or "/api/clock" in message.location["url"]
        if message.type in {"error", "warning"} and not is_forgiven:
            self.complaints.append(message.text)

    async def _upload(self, method: str, form: aiohttp.FormData) -> list[Json]:
        async with self.http.post(f"{self.server.url}/bot{TOKEN}/{method}", data=form) as response:
            answer = await response.json()
        assert answer["ok"], answer
        result = answer["result"]
        return result if isinstance(result, list) else [result]


@asynccontextmanager
async def open_scene(
    browser: Browser, *, stage: Stage | None = None, flood_control: bool | FloodControl = False
) -> AsyncIterator[Scene]:
    room = Chatroom()
    room.add_bot(TOKEN, USERNAME, "Bote")
    server = await serve(room, flood_control=flood_control, stage=stage)
    async with aiohttp.ClientSession() as http:
        scene = Scene(browser, room, server, http)
        try:
            yield scene
        finally:
            for context in list(browser.contexts):
                await context.close()
            await scene.server.stop()


def composer(page: Page) -> Locator:
    return page.locator(".composer textarea")


def bubble(page: Page, text: str) -> Locator:
    """The newest message with this text."""
    return page.locator(".message", has_text=text).last


def keys(*rows: list[Json]) -> Json:
    """An inline keyboard."""
    return {"inline_keyboard": list(rows)}


def key(text: str, data: str = "", **more: Any) -> Json:
    return {"text": text, **({"callback_data": data} if data else {}), **more}
