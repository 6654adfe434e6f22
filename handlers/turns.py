"""Remembers the last words between each chat and the bot, for the card of a case: what was typed, tapped and answered.

What a form asked for (proofs of a purchase) is not remembered, nor what the staff see on their own screens.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from html import unescape
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.clock import Clock
from bot.config import Settings
from bot.tickets.turns import Turn, remember_turns
from dialogs.states import FOR_STAFF, TYPING
from dialogs.widgets import TAG
from dialogs.written import words_of

# What stands in a quotation (the words of a consent) says nothing about a case.
QUOTED = re.compile(r"<blockquote.*?</blockquote>", re.DOTALL)
# What the bot has said so far while the running update is handled, by chat.
_said: ContextVar[list[tuple[int, str]] | None] = ContextVar("said", default=None)


class LastTurns(BaseMiddleware):
    """Stands behind the dialogs' own middlewares, which know whether a form waits for typing."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        settings: Settings = data["settings"]
        profile = data.get("profile")
        if settings.staff_chat_id is None or profile is None:
            return await handler(event, data)
        clock: Clock = data["clock"]
        await remember_turns(profile.chat_id, _asked(event, data), now=clock.now())
        said: list[tuple[int, str]] = []
        _said.set(said)
        result = await handler(event, data)
        await remember_turns(profile.chat_id, _answered(said, profile.chat_id, data), now=clock.now())
        return result


class HeardAnswers(BaseRequestMiddleware):
    """Notes what the bot says; stands in the session of its calls."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        said, chat_id = _said.get(), getattr(method, "chat_id", None)
        text = getattr(method, "text", None) or getattr(method, "caption", None)
        if said is not None and isinstance(chat_id, int) and isinstance(text, str):
            said.append((chat_id, unescape(TAG.sub("", QUOTED.sub("…", text))).strip()))
        return await make_request(bot, method)


def _asked(event: TelegramObject, data: dict[str, Any]) -> Sequence[Turn]:
    context = data.get(CONTEXT_KEY)
    if context is not None and context.state.group in FOR_STAFF:
        return ()
    match event:
        case Message() if words_of(event) and (context is None or context.state not in TYPING):
            return [Turn("customer", _without_token(words_of(event)))]
        case CallbackQuery(message=Message() as message):
            screen = message.text or message.caption or ""
            return [Turn("bot", screen.strip()), Turn("customer", f"[{_label(message, event.data)}]")]
        case _:
            return ()


def _answered(said: Sequence[tuple[int, str]], chat_id: int, data: dict[str, Any]) -> Sequence[Turn]:
    manager: DialogManager | None = data.get("dialog_manager")
    if manager and manager.has_context() and manager.current_context().state.group in FOR_STAFF:
        return ()
    return [Turn("bot", text) for told, text in said if told == chat_id][-1:]


def _without_token(text: str) -> str:
    """What follows `/start` may be the single-use link of an order mail, and is nobody else's to read."""
    return text.split(maxsplit=1)[0] if text.startswith("/") else text


def _label(message: Message, tapped: str | None) -> str:
    markup = message.reply_markup
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    return next((key.text for row in rows for key in row if key.callback_data == tapped), "?")
