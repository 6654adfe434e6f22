"""Around every update: handled once only, one line in the log, and the profile of who wrote."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.types import Chat, TelegramObject, Update, User

from bot.config import Settings
from bot.conversations.updates import mark_handled, was_handled
from bot.customers.profile import load_profile

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

log = structlog.get_logger(__name__)


class HandledOnce(BaseMiddleware):
    """An update that is delivered again changes nothing (OPS-02).

    It stands inside the person's lock, so the second of two at once finds the mark of the first.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        bot: Bot = data["bot"]
        if not isinstance(event, Update) or await was_handled(bot.id, event.update_id):
            return None
        result = await handler(event, data)
        await mark_handled(bot.id, event.update_id)
        return result


class LoggedUpdates(BaseMiddleware):
    """One line an update: its number, kind and time, never what was written."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        began = time.perf_counter()
        try:
            return await handler(event, data)
        finally:
            if isinstance(event, Update):
                took_ms = round((time.perf_counter() - began) * 1000, 1)
                log.debug("update", update_id=event.update_id, kind=event.event_type, took_ms=took_ms)


class KnownPerson(BaseMiddleware):
    """Gives handlers and windows `profile`, in private chats, where there is exactly one person."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        chat: Chat | None = data.get("event_chat")
        user: User | None = data.get("event_from_user")
        settings: Settings = data["settings"]
        if chat and user and chat.type == "private":
            data["profile"] = await load_profile(
                chat.id, language_code=user.language_code, first_name=user.first_name, settings=settings
            )
        return await handler(event, data)
