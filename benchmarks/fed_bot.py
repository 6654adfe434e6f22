"""`run` with everything but the network: updates come from here as fast as they are taken, answers end here.

python -m benchmarks.fed_bot reads one line: {"seats": [[user_id, order], …], "updates": 50000, "marks": [5000, …]}
and prints one: the memory at each mark in MiB, how many screens were shown, and the libraries it has loaded.
"""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import count, cycle
from typing import Any, NoReturn, cast

import psutil
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from benchmarks.load import Seat
from benchmarks.wire import Json
from bot.clock import Clock
from bot.commands import Conversation, Wiring
from bot.commands.run import Role, run
from bot.config import Settings, load_settings
from bot.conversations.storage import build_storage
from handlers.dispatcher import bot_on, build_dispatcher
from handlers.polling import Talk
from main import configure_logging

# Of ten updates two are answered with an order card, one typed and one tapped; the others are what comes in between:
# people talk in a group, an update is delivered again, a message is pinned.
PATTERN = ("typed", "group", "again", "group", "pin", "tap", "again", "group", "again", "group")
BATCH = 100
GROUP, GROUP_PEOPLE = -1_001, 5_000


def main() -> None:
    order = json.loads(sys.stdin.readline())
    settings = load_settings()
    configure_logging(json=False, level=settings.log_level)
    feed = Feed([Seat(*seat) for seat in order["seats"]], order["updates"], order["marks"])
    asyncio.run(run(settings, Role.ALL, Wiring(open_conversation=feed.open, rehearse=feed.rehearse)))
    report = {"rss_mib": feed.rss_mib, "screens": feed.screens, "modules": _libraries()}
    print(json.dumps(report), flush=True)


class Feed(BaseSession):
    """The Bot API server as the bot sees it: JSON in, JSON out, without a connection in between."""

    def __init__(self, seats: Sequence[Seat], updates: int, marks: Sequence[int]) -> None:
        super().__init__()
        self.rss_mib: dict[int, float] = {}
        self.screens = 0
        self._seats = cycle(seats)
        self._updates, self._marks = updates, marks
        self._update_ids, self._message_ids = count(1), count(1)
        self._fed, self._stopped = 0, False
        self._last: Json = {}
        self._newest: dict[int, Json] = {}

    @asynccontextmanager
    async def open(self, settings: Settings, clock: Clock) -> AsyncIterator[Conversation]:
        """What main.open_conversation does, on this session."""
        storage, isolation = build_storage(settings)
        assert settings.telegram_token
        bot = bot_on(self, settings.telegram_token.get_secret_value())
        yield Talk(bot, build_dispatcher(settings, clock, storage, isolation))

    def rehearse(self, **_: Any) -> NoReturn:
        raise AssertionError("this bot is asked for replies only")

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109  # aiogram's signature
    ) -> TelegramType:
        given = method.model_dump(warnings=False).items()
        fields = {name: sent for name, value in given if (sent := self.prepare_value(value, bot=bot, files={}))}
        text = json.dumps({"ok": True, "result": self._result(method.__api_method__, fields, bot)})
        return cast(TelegramType, self.check_response(bot, method, 200, text).result)

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    def _result(self, method: str, fields: Json, bot: Bot) -> Any:
        match method:
            case "getUpdates":
                return self._next_batch()
            case "getMe":
                return _user(bot.id, "Bote", is_bot=True) | {"username": "bench_bot"}
            case "sendMessage" | "editMessageText":
                return self._shown(fields, bot)
            case "editMessageReplyMarkup":
                return self._shown(fields | {"text": "retired"}, bot)
        return True

    def _shown(self, fields: Json, bot: Bot) -> Json:
        message = {
            "message_id": int(fields.get("message_id") or next(self._message_ids)),
            "date": int(time.time()),
            "chat": {"id": int(fields["chat_id"]), "type": "private"},
            "from": _user(bot.id, "Bote", is_bot=True),
            "text": fields["text"],
        }
        if "reply_markup" in fields:
            message["reply_markup"] = json.loads(fields["reply_markup"])
            self._newest[int(fields["chat_id"])] = message
            self.screens += 1
        return message

    def _next_batch(self) -> list[Json]:
        """A hundred updates; when all were taken, the memory is told and the bot asked to stop."""
        for mark in self._marks:
            if self._fed >= mark and mark not in self.rss_mib:
                self.rss_mib[mark] = psutil.Process().memory_info().rss / 2**20
        if self._fed >= self._updates:
            if not self._stopped:  # a second signal would end it at once
                os.kill(os.getpid(), signal.SIGTERM)
            self._stopped = True
            return []
        kinds = (PATTERN[place % len(PATTERN)] for place in range(BATCH))
        batch = [self._update(kind) for kind in kinds]
        self._fed += len(batch)
        return batch

    def _update(self, kind: str) -> Json:
        match kind:
            case "again":
                return self._last
            case "group":
                self._last = self._numbered(message=self._said(GROUP, 1 + self._fed % GROUP_PEOPLE, "hello"))
            case "tap":
                self._last = self._numbered(callback_query=self._tap(next(self._seats)))
            case "typed":
                seat = next(self._seats)
                self._last = self._numbered(message=self._said(seat.user_id, seat.user_id, f"wo ist {seat.order}?"))
            case "pin":
                seat = next(self._seats)
                pinned = self._said(seat.user_id, seat.user_id, "pinned")
                self._last = self._numbered(message=_without_text(pinned) | {"pinned_message": pinned})
        return self._last

    def _numbered(self, **event: Json) -> Json:
        return {"update_id": next(self._update_ids)} | event

    def _said(self, chat_id: int, user_id: int, text: str) -> Json:
        kind = {"type": "private"} if chat_id > 0 else {"type": "supergroup", "title": "Group"}
        return {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": {"id": chat_id} | kind,
            "from": _user(user_id, f"Person {user_id}"),
            "text": text,
        }

    def _tap(self, seat: Seat) -> Json:
        """Refresh the card; who has none yet taps a button of long ago."""
        message = self._newest.get(seat.user_id) or self._said(seat.user_id, seat.user_id, "long ago")
        data = next((data for data in _buttons(message) if data.endswith("refresh")), "menu")
        return {
            "id": str(next(self._message_ids)),
            "from": _user(seat.user_id, f"Person {seat.user_id}"),
            "chat_instance": "1",
            "data": data,
            "message": message,
        }


def _user(user_id: int, name: str, *, is_bot: bool = False) -> Json:
    return {"id": user_id, "is_bot": is_bot, "first_name": name, "language_code": "en"}


def _without_text(message: Json) -> Json:
    return {name: value for name, value in message.items() if name != "text"}


def _buttons(message: Json) -> Iterator[str]:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        yield from (button["callback_data"] for button in row if "callback_data" in button)


def _libraries() -> list[str]:
    """Every module that is neither ours nor Python's own."""
    ours = {"bot", "handlers", "dialogs", "main", "benchmarks", "__main__", "__mp_main__"}
    foreign = {name for name in sys.modules if name.partition(".")[0] not in ours | sys.stdlib_module_names}
    return sorted(name for name in foreign if sys.modules[name].__spec__)


if __name__ == "__main__":
    main()
