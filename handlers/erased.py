"""Forgets, after an update in which somebody was erased, what the libraries have noted down since."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.clock import Clock
from bot.config import Settings
from bot.conversations.forgetting import forget_conversation
from bot.tickets.turns import forget_turns

# Chats erased while the running update is handled.
_erased: ContextVar[list[int] | None] = ContextVar("erased", default=None)


class NothingLeft(BaseMiddleware):
    """Stands around the dialogs' own middlewares, which write down where a chat is after its handler has ended."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        erased: list[int] = []
        _erased.set(erased)
        result = await handler(event, data)
        settings: Settings = data["settings"]
        clock: Clock = data["clock"]
        for chat_id in erased:
            await forget_conversation(chat_id, settings)
            await forget_turns(clock.now(), chat_id=chat_id)
        return result


def forget_at_the_end(chat_id: int) -> None:
    """Whatever this update leaves behind of the chat goes, too."""
    if (erased := _erased.get()) is not None:
        erased.append(chat_id)
