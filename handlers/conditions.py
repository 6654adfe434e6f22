"""Conditions of handlers that are judged where they stand.

aiogram runs a filter that is no coroutine, and so every bare `F.…`, in a thread of its own: at ten of them on the way
to an answer that is a fifth of the answer's work. tests/guards/test_filters.py keeps bare ones out.
"""

from aiogram.filters import BaseFilter
from aiogram.types import TelegramObject
from aiogram.utils.magic_filter import MagicFilter


class Fits(BaseFilter):
    """A magic filter without the thread: `Fits(F.chat.type == "private")`."""

    def __init__(self, *magic: MagicFilter) -> None:
        self._magic = magic

    async def __call__(self, event: TelegramObject) -> bool:
        return all(magic.resolve(event) for magic in self._magic)
