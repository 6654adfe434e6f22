"""A web chat of a test's own: a server on a free port, and visitors who write, tap and read through its client API."""

from __future__ import annotations

import asyncio
import json
import struct
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp

from bot.webchat.flood import FloodControl
from bot.webchat.server import Server, serve
from bot.webchat.stage import Stage
from bot.webchat.state import Chatroom

Json = dict[str, Any]
T = TypeVar("T")

TOKEN = "4200001:web-chat-test"
USERNAME = "bote_test_bot"
PATIENCE = 5.0


@dataclass(slots=True)
class WebChat:
    """A running chat server; `room` is its state, for arranging and for asserting."""

    room: Chatroom
    server: Server
    http: aiohttp.ClientSession

    @property
    def url(self) -> str:
        return self.server.url

    async def visitor(self, first_name: str = "Test Person", **fields: Any) -> Visitor:
        """A new user (language_code, id, username as keyword arguments) who has not written to the bot yet."""
        user = await self.ask("POST", "/api/users", {"first_name": first_name, **fields})
        return Visitor(self, user["id"])

    async def customer(self, first_name: str = "Test Person", **fields: Any) -> Visitor:
        """A user who pressed START; the update of it still waits for the bot."""
        visitor = await self.visitor(first_name, **fields)
        await visitor.says("/start")
        return visitor

    async def fault(self, **order: Any) -> Json:
        """Ask for a fault: fault(method="sendMessage", error_code=500), fault(restart=True) …"""
        answer: Json = await self.ask("POST", "/api/faults", order)
        return answer

    async def ask(self, verb: str, path: str, body: Json | None = None) -> Any:
        """A client API call that must succeed; its JSON."""
        status, answer = await self.try_ask(verb, path, body)
        assert status < 300, f"{verb} {path}: {status} {answer}"
        return answer

    async def try_ask(self, verb: str, path: str, body: Json | None = None) -> tuple[int, Any]:
        async with self.http.request(verb, self.url + path, json=body) as response:
            return response.status, await response.json()

    async def call(self, method: str, token: str = TOKEN, **params: Any) -> Json:
        """A bare Bot API call with JSON; the whole answer, refused or not."""
        async with self.http.post(f"{self.url}/bot{token}/{method}", json=params) as response:
            answer: Json = await response.json()
            assert response.status == answer.get("error_code", 200), answer
            return answer


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the page; works in their private chat unless told another `chat_id`."""

    chat: WebChat
    id: int

    async def says(self, text: str, *, reply_to: int | None = None, chat_id: int | None = None) -> Json:
        body: Json = {"user_id": self.id, "text": text}
        if reply_to is not None:
            body["reply_to_message_id"] = reply_to
        message: Json = await self.chat.ask("POST", self._path("messages", chat_id), body)
        return message

    async def shares_contact(self, phone_number: str, *, first_name: str = "Test", user_id: int | None = None) -> Json:
        contact = {"phone_number": phone_number, "first_name": first_name, "user_id": user_id or self.id}
        body = {"user_id": self.id, "contact": contact}
        message: Json = await self.chat.ask("POST", self._path("messages"), body)
        return message

    async def sends(self, *files: tuple[str, bytes], caption: str = "", kind: str = "") -> Any:
        """Send files as (name, bytes); one message, or the list of an album. `kind`: voice, video, …"""
        form = aiohttp.FormData({"user_id": str(self.id), "caption": caption, "kind": kind}, quote_fields=False)
        for name, data in files:
            form.add_field("file", data, filename=name)
        async with self.chat.http.post(self.chat.url + self._path("messages"), data=form) as response:
            assert response.status == 201, await response.text()
            return await response.json()

    async def edits(self, message_id: int, text: str) -> Json:
        path = f"{self._path('messages')}/{message_id}"
        message: Json = await self.chat.ask("PATCH", path, {"user_id": self.id, "text": text})
        return message

    async def deletes(self, message_id: int) -> None:
        await self.chat.ask("DELETE", f"{self._path('messages')}/{message_id}?user_id={self.id}")

    async def pins(self, message_id: int) -> Json:
        """The service message that notes it."""
        body = {"user_id": self.id, "message_id": message_id}
        noted: Json = await self.chat.ask("POST", self._path("pins"), body)
        return noted

    async def taps(self, button: str, *, message_id: int | None = None) -> Json:
        """Tap the newest inline button with this text (or callback data); the callback's answer."""
        message = await self._message_with(button, message_id)
        body = {"user_id": self.id, "message_id": message["message_id"], "callback_data": data_of(message, button)}
        answer: Json = await self.chat.ask("POST", self._path("taps"), body)
        return answer

    async def reads(self, *, after: int = 0, chat_id: int | None = None) -> list[Json]:
        """The messages as they stand now, oldest first."""
        path = f"{self._path('messages', chat_id)}?user_id={self.id}&after={after}&limit=1000"
        found: list[Json] = await self.chat.ask("GET", path)
        return found

    async def waits_for(self, text: str, *, after: int = 0) -> Json:
        """The newest message of the bot that contains the text, as soon as there is one."""

        async def probe() -> Json | None:
            for message in reversed(await self.reads(after=after)):
                if message["from"]["is_bot"] and text in (message.get("text") or message.get("caption") or ""):
                    return message
            return None

        return await eventually(probe) or {}

    async def chats(self) -> list[Json]:
        found: list[Json] = await self.chat.ask("GET", f"/api/chats?user_id={self.id}")
        return found

    async def private_chat(self) -> Json:
        return next(chat for chat in await self.chats() if chat["id"] == self.id)

    async def marks_read(self, message_id: int) -> int:
        answer = await self.chat.ask("POST", self._path("read"), {"user_id": self.id, "message_id": message_id})
        return int(answer["unread"])

    async def blocks(self, *, blocked: bool = True) -> None:
        await self.chat.ask("POST", self._path("block"), {"user_id": self.id, "blocked": blocked})

    @asynccontextmanager
    async def listens(self, *, last_id: int | None = None) -> AsyncIterator[Listener]:
        """The visitor's server-sent events, from now on or from after `last_id`."""
        headers = {} if last_id is None else {"Last-Event-ID": str(last_id)}
        url = f"{self.chat.url}/api/events?user_id={self.id}"
        async with self.chat.http.get(url, headers=headers) as response:
            assert response.status == 200
            listener = Listener(response)
            await listener.first_line()
            yield listener

    def _path(self, end: str, chat_id: int | None = None) -> str:
        return f"/api/chats/{chat_id or self.id}/{end}"

    async def _message_with(self, button: str, message_id: int | None) -> Json:
        for message in reversed(await self.reads()):
            if message_id in {None, message["message_id"]} and data_of(message, button) is not None:
                return message
        raise AssertionError(f"no message has a button {button!r}")


class Listener:
    """Reads server-sent events."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def first_line(self) -> None:
        await self._block()

    async def next(self, *names: str) -> tuple[int, str, Json]:
        """(id, name, data) of the next event with one of these names (of any, when none is given)."""
        async with asyncio.timeout(PATIENCE):
            while True:
                fields = await self._block()
                if "event" in fields and (not names or fields["event"] in names):
                    return int(fields["id"]), fields["event"], json.loads(fields["data"])

    async def _block(self) -> dict[str, str]:
        fields = {}
        while line := (await self._response.content.readline()).decode().rstrip("\n"):
            name, _, value = line.partition(": ")
            fields[name] = value
        if not fields and self._response.content.at_eof():
            raise ConnectionResetError("the stream has ended")
        return fields


@asynccontextmanager
async def open_webchat(
    *, flood_control: bool | FloodControl = False, stage: Stage | None = None, room: Chatroom | None = None
) -> AsyncIterator[WebChat]:
    """A server with one bot, on a free port; flood control is off unless the test is about it."""
    room = room or Chatroom()
    if TOKEN not in room.bots:
        room.add_bot(TOKEN, USERNAME, "Bote")
    server = await serve(room, flood_control=flood_control, stage=stage)
    try:
        async with aiohttp.ClientSession() as http:
            yield WebChat(room, server, http)
    finally:
        await server.stop()


@asynccontextmanager
async def open_aiogram(chat: WebChat, token: str = TOKEN) -> AsyncIterator[Any]:
    """A real aiogram Bot whose Telegram is the web chat; texts are HTML."""
    from aiogram import Bot
    from aiogram.client.default import DefaultBotProperties
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(chat.url))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    try:
        yield bot
    finally:
        http = session._session
        if http is not None:  # the session's own close() waits a quarter of a second for TLS that is not there
            await http.close()


@asynccontextmanager
async def open_ptb(chat: WebChat, token: str = TOKEN) -> AsyncIterator[Any]:
    """A real ExtBot of python-telegram-bot whose Telegram is the web chat; not initialised."""
    from telegram.ext import Defaults, ExtBot

    bot: Any = ExtBot(
        token,
        base_url=f"{chat.url}/bot",
        base_file_url=f"{chat.url}/file/bot",
        defaults=Defaults(parse_mode="HTML"),
    )
    try:
        yield bot
    finally:
        await bot.shutdown()
        for request in bot._request:
            await request.shutdown()


async def eventually(probe: Callable[[], Awaitable[T]], *, within_s: float = PATIENCE) -> T:
    """What the probe finds, as soon as it finds something."""
    async with asyncio.timeout(within_s):
        while True:
            if found := await probe():
                return found
            await asyncio.sleep(0.01)


def data_of(message: Json, button: str) -> str | None:
    """The callback data of the message's button with this text or data."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for key in row:
            if button in {key["text"], key.get("callback_data")} and "callback_data" in key:
                return str(key["callback_data"])
    return None


def png(width: int = 40, height: int = 30) -> bytes:
    """A real, tiny, white picture."""
    lines = b"".join(b"\x00" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    )
