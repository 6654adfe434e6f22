"""Taps on inline buttons that wait for the bot's answer."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import ConnectionCut

if TYPE_CHECKING:
    from .state import Bot, Chat, Person

Json = dict[str, Any]

ANSWERABLE_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class TapAnswer:
    """What answerCallbackQuery said."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None

    def as_json(self) -> Json:
        answer: Json = {"answered": True}
        if self.text:
            answer |= {"text": self.text, "show_alert": self.show_alert}
        return answer | ({"url": self.url} if self.url else {})


class Tap:
    """One tap; the first answer counts, later ones are taken and ignored, as at Telegram."""

    __slots__ = ("at", "bot", "future", "id")

    def __init__(self, query_id: str, bot: Bot, at: float) -> None:
        self.id, self.bot, self.at = query_id, bot, at
        self.future: asyncio.Future[TapAnswer] = asyncio.get_running_loop().create_future()

    def answer(self, answer: TapAnswer) -> None:
        if not self.future.done():
            self.future.set_result(answer)


class Taps:
    """The taps of the last seconds; later answers are "too old"."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, Tap] = {}

    def find(self, query_id: str, bot: Bot) -> Tap | None:
        self._forget_old()
        tap = self._waiting.get(query_id)
        return tap if tap is not None and tap.bot is bot else None

    def make(self, chat: Chat, person: Person, message: Json, data: str) -> Tap:
        """Tell the bot of the tap; the result waits for its answer."""
        self._forget_old()
        tap = Tap(str(secrets.randbits(62)), chat.bot, self._clock())
        self._waiting[tap.id] = tap
        query = {"id": tap.id, "from": person.as_user, "message": message, "chat_instance": str(chat.id * 7919)}
        chat.bot.updates.add("callback_query", query | {"data": data}, chat.id)
        return tap

    def hang_up(self) -> None:
        """Nobody waits for these answers any more: the connections are being broken."""
        for tap in self._waiting.values():
            if not tap.future.done():
                tap.future.set_exception(ConnectionCut())
                tap.future.exception()  # looked at, so that a tap nobody waits for makes no noise

    def _forget_old(self) -> None:
        oldest = self._clock() - ANSWERABLE_SECONDS
        while self._waiting and (first := next(iter(self._waiting.values()))).at < oldest:
            del self._waiting[first.id]
