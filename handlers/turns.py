"""Remembers the last words of each chat for the card of a case: in this process's memory only, a few, and not for long.

What a form asked for (proofs of a purchase) is not remembered.
"""

from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, TelegramObject
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.config import Settings
from bot.tickets.cases import Turn
from dialogs.states import TYPING

CHATS = 2_000
TURNS = 6
LONGEST = 300


class LastTurns(BaseMiddleware):
    """Gives handlers and windows `turns`, the newest last; stands behind the dialogs' own middlewares."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, deque[Turn]] = OrderedDict()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        settings: Settings = data["settings"]
        profile = data.get("profile")
        if settings.staff_chat_id is not None and profile is not None:
            turns = self._turns_of(profile.chat_id)
            turns += _told(event, data)
            data["turns"] = tuple(turns)
        return await handler(event, data)

    def _turns_of(self, chat_id: int) -> deque[Turn]:
        turns = self._chats.setdefault(chat_id, deque(maxlen=TURNS))
        self._chats.move_to_end(chat_id)
        if len(self._chats) > CHATS:
            self._chats.popitem(last=False)
        return turns


def _told(event: TelegramObject, data: dict[str, Any]) -> list[Turn]:
    context = data.get(CONTEXT_KEY)
    match event:
        case Message(text=str(text)) if context is None or context.state not in TYPING:
            return [Turn("customer", text[:LONGEST])]
        case CallbackQuery(message=Message() as message):
            screen = message.text or message.caption or ""
            return [Turn("bot", screen[:LONGEST]), Turn("customer", f"[{_label(message, event.data)}]")]
        case _:
            return []


def _label(message: Message, tapped: str | None) -> str:
    markup = message.reply_markup
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    return next((key.text for row in rows for key in row if key.callback_data == tapped), "?")
