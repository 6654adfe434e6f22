"""A town with a shop and its bot: customers who say, tap and read through the real door, answered by the real bot.

anna = await town.customer("de", owns=[customer])
await anna.says("/start")
await anna.taps("Meine Bestellungen")
anna.reads("unterwegs")
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from pydantic import SecretStr

from bot.clock import Clock, real_now
from bot.config import Locale, Settings
from bot.conversations.storage import build_storage
from bot.customers.models import Chat, Link
from bot.i18n import raise_on_faulty_texts
from bot.outbox.models import Push
from bot.pacing import Pacer
from bot.shop.models import Customer
from handlers.dispatcher import build_bot, build_dispatcher
from handlers.polling import Talk
from tests.support.signatures import remember_signatures
from tests.support.webchat import TOKEN, Json, Visitor, WebChat, data_of, open_webchat

remember_signatures()
UNPACED = 0.0
# Two seconds are plenty on an idle machine; tests of speed measure for themselves.
PATIENCE = 20.0
NEWS_TAKE_S = 3.0


@dataclass(slots=True)
class Town:
    """The chat server, the bot that polls it, and the shop's clock."""

    web: WebChat
    settings: Settings
    clock: Clock
    per_second: float = UNPACED
    drain_s: float = PATIENCE
    has_sender: bool = False
    pacer: Pacer = field(init=False)
    _running: _Running | None = None

    async def stranger(self, locale: str = "de", *, name: str = "Fremd", **fields: Any) -> Person:
        """Somebody with a client in this language who has never written to the bot."""
        visitor = await self.web.visitor(name, language_code=locale, **fields)
        return Person(self, visitor)

    async def customer(self, locale: Locale = "de", *, owns: Sequence[Customer] = (), name: str = "Anna") -> Person:
        """Somebody who has chosen a language and linked these customers' purchases."""
        person = await self.stranger(locale, name=name)
        await Chat.create(id=person.id, locale=locale, first_name=name, created_at=real_now())
        for customer in owns:
            await Link.create(chat_id=person.id, customer_id=customer.id, proof="order", linked_at=real_now())
        return person

    async def start_bot(self) -> None:
        storage, isolation = build_storage(self.settings)
        self.pacer = Pacer(self.per_second)
        bot = build_bot(self.settings, self.pacer)
        dispatcher = build_dispatcher(self.settings, self.clock, storage, isolation)
        talk, stop = Talk(bot, dispatcher, drain_s=self.drain_s), asyncio.Event()
        await talk.announce()
        self._running = _Running(bot, dispatcher, talk, stop, asyncio.create_task(talk.poll(stop)))

    async def stop_bot(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        running.stop.set()
        try:
            await running.polling
        finally:
            http = running.bot.session._session  # type: ignore[attr-defined]  # its close() waits for TLS we have not
            if http is not None:
                await http.close()

    async def restart_bot(self) -> None:
        """A new process in all but the memory of this one: nothing is left but the database."""
        await self.stop_bot()
        await self.start_bot()

    @property
    def bot(self) -> Bot:
        assert self._running is not None, "the bot does not run"
        return self._running.bot

    @property
    def dispatcher(self) -> Dispatcher:
        assert self._running is not None, "the bot does not run"
        return self._running.dispatcher

    async def settle(self) -> None:
        """Wait until the bot has answered everything it has taken."""
        async with asyncio.timeout(PATIENCE):
            while self._running and (self._running.talk._unanswered or self._running.polling.done()):
                assert not self._running.polling.done(), self._running.polling.result()
                await asyncio.sleep(0.005)

    async def has_delivered(self, chat_id: int) -> None:
        """Wait, a while, for the news that a sender can bring to this chat now: nobody acts before reading them."""
        if not self.has_sender:
            return
        news = Push.filter(chat_id=chat_id, status="waiting", settled_at=None, why=None, retry_at=None)
        until = time.monotonic() + NEWS_TAKE_S
        while await news.filter(due_at__lte=self.clock.now()).exists():
            if time.monotonic() > until:
                return  # what nobody brings: a test may have broken the way
            await asyncio.sleep(0.01)


@dataclass(slots=True)
class _Running:
    bot: Bot
    dispatcher: Dispatcher
    talk: Talk
    stop: asyncio.Event
    polling: asyncio.Task[None]


@dataclass(slots=True)
class Person:
    """Somebody in their private chat; what they see is fetched after everything they do."""

    town: Town
    visitor: Visitor
    messages: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        return self.visitor.id

    @property
    def seen(self) -> list[Json]:
        """The bot's messages as they stand, oldest first."""
        return [message for message in self.messages if message["from"]["is_bot"]]

    @property
    def screen(self) -> Json:
        """The newest message of the bot."""
        assert self.seen, "the bot has not written yet"
        return self.seen[-1]

    @property
    def text(self) -> str:
        return text_of(self.screen)

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message of the bot."""
        return [key["text"] for row in _keyboard(self.screen) for key in row]

    async def says(self, text: str) -> Json:
        """Write, and wait for the answer."""
        await self.town.has_delivered(self.id)
        return await self.sees_after(await self.visitor.says(text))

    async def shares_contact(self, phone: str, *, user_id: int | None = None) -> Json:
        return await self.sees_after(await self.visitor.shares_contact(phone, user_id=user_id))

    async def sends_file(self, name: str, data: bytes) -> Json:
        return await self.sees_after(await self.visitor.sends((name, data)))

    async def sees_after(self, mine: Json) -> Json:
        """Wait until the bot has written something below one's own message."""
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.looks()
                if self.seen and self.screen["message_id"] > mine["message_id"]:
                    break
                await asyncio.sleep(0.01)
        await self.town.settle()
        await self.looks()
        return self.screen

    async def taps(self, label: str, *, message_id: int | None = None) -> Json:
        """Tap the newest button whose label contains this; the answer to the tap comes back."""
        await self.town.has_delivered(self.id)
        await self.looks()
        message = self._message_with(label, message_id)
        answer = await self.taps_data(message["message_id"], self._data(message, label))
        await self.town.settle()
        await self.looks()
        return answer

    async def taps_data(self, message_id: int, data: str) -> Json:
        body = {"user_id": self.id, "message_id": message_id, "callback_data": data}
        answer: Json = await self.town.web.ask("POST", f"/api/chats/{self.id}/taps", body)
        return answer

    def data_of(self, label: str) -> tuple[int, str]:
        """Message and data behind a button, to tap it later or many times at once."""
        message = self._message_with(label, None)
        return message["message_id"], self._data(message, label)

    async def looks(self) -> None:
        self.messages = await self.visitor.reads()

    def reads(self, *texts: str) -> None:
        """The newest message of the bot says all of this."""
        missing = [text for text in texts if text not in self.text]
        assert not missing, f"{missing} not in:\n{self.text}\nbuttons: {self.buttons}"

    def has_read(self, *texts: str) -> None:
        """Some message of the bot says all of this; another may stand below it."""
        told = [text_of(message) for message in self.seen]
        assert any(all(text in each for text in texts) for each in told), f"nowhere {texts} in:\n" + "\n--\n".join(told)

    def is_offered(self, *labels: str) -> None:
        """Buttons under any message of the bot, which stay when another message follows."""
        missing = [label for label in labels if not any(self._label(message, label) for message in self.seen)]
        assert not missing, f"nobody offers {missing}; the newest are {self.buttons}"

    def does_not_read(self, *texts: str) -> None:
        told = [text for text in texts if text in self.text]
        assert not told, f"{told} in:\n{self.text}"

    def can_tap(self, *labels: str) -> None:
        missing = [label for label in labels if not any(label in button for button in self.buttons)]
        assert not missing, f"no button {missing} among {self.buttons}"

    def has_a_way_on(self) -> None:
        """There is always something to tap."""
        assert self.buttons, f"no way on from:\n{self.text}"

    def _message_with(self, label: str, message_id: int | None) -> Json:
        for message in reversed(self.seen):
            if message_id in {None, message["message_id"]} and self._label(message, label):
                return message
        raise AssertionError(f"nobody offers {label!r}; now there are {self.buttons} under:\n{self.text}")

    def _label(self, message: Json, label: str) -> str | None:
        labels = [key["text"] for row in _keyboard(message) for key in row if "callback_data" in key]
        return next((text for text in labels if text == label), next((text for text in labels if label in text), None))

    def _data(self, message: Json, label: str) -> str:
        data = data_of(message, self._label(message, label) or "")
        assert data is not None
        return data


@asynccontextmanager
async def open_town(
    settings: Settings,
    clock: Clock,
    *,
    flood_control: bool = False,
    per_second: float = UNPACED,
    drain_s: float = PATIENCE,
    **changed: Any,
) -> AsyncIterator[Town]:
    """Server and bot for one test; `changed` are settings (the database must be open)."""
    raise_on_faulty_texts()
    _log_briefly()
    async with open_webchat(flood_control=flood_control) as web:
        token = SecretStr(TOKEN)
        ours = settings.model_copy(update={"telegram_token": token, "telegram_api_url": web.url, **changed})
        town = Town(web, ours, clock, per_second, drain_s)
        await town.start_bot()
        try:
            yield town
        finally:
            await town.stop_bot()


def _log_briefly() -> None:
    """structlog's own traces take seconds to draw, while the whole town stands still."""
    shown = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(
        processors=[structlog.processors.add_log_level, shown],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )


def text_of(message: Json) -> str:
    """As people compare it: a blank that does not break is a blank."""
    return re.sub(r"[\u00a0\u202f]", " ", str(message.get("text") or message.get("caption") or ""))


def _keyboard(message: Json) -> list[list[Json]]:
    keyboard: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return keyboard
