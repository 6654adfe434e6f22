"""Conditions of handlers that are judged where they stand.

aiogram runs a filter that is no coroutine, and so every bare `F.…`, in a thread of its own: at ten of them on the way
to an answer that is a fifth of the answer's work. tests/guards/test_filters.py keeps bare ones out.
"""

from collections.abc import Mapping
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram.utils.magic_filter import MagicFilter
from aiogram_dialog.api.entities import Stack
from aiogram_dialog.api.internal import STACK_KEY

from bot.config import Settings
from bot.staff.roles import Right, may


class Fits(BaseFilter):
    """A magic filter without the thread: `Fits(F.chat.type == "private")`."""

    def __init__(self, *magic: MagicFilter) -> None:
        self._magic = magic

    async def __call__(self, event: TelegramObject) -> bool:
        return all(magic.resolve(event) for magic in self._magic)


class Allowed(BaseFilter):
    """Lets pass those of the staff who have the right; what others type is no command."""

    def __init__(self, right: Right) -> None:
        self._right = right

    async def __call__(self, message: Message, settings: Settings) -> bool:
        return await may(author(message), self._right, settings=settings)


def opened_below(data: Mapping[str, Any], message_id: int) -> bool:
    """Whether a screen was opened below this message of the bot: then what is typed is about that."""
    stack: Stack | None = data.get(STACK_KEY)
    shown = stack.last_message_id if stack else None
    return shown is not None and shown > message_id


def author(message: Message) -> int | None:
    """The person who writes; an anonymous administrator or a channel is nobody."""
    return message.from_user.id if message.from_user and message.sender_chat is None else None


class ForeignAccount(BaseFilter):
    """Whether somebody else taps than the chat's own account; the law wants proven that it was that one, twice."""

    async def __call__(self, callback: CallbackQuery) -> bool:
        return callback.message is None or callback.message.chat.id != callback.from_user.id
