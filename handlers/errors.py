"""When something goes wrong: the tap is answered, the customer told in their language, and there is a way on."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot, Router
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, Chat, ErrorEvent, Message, TelegramObject, User
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from bot.callbacks import OpenMenu
from bot.clock import real_now
from bot.config import Settings
from bot.customers.profile import mark_blocked
from bot.errors import CustomerError
from bot.i18n import Markup, guess_locale, html, plain
from bot.returns.own import own_returns
from dialogs.states import Home, Returned
from dialogs.widgets import noticing
from handlers.keyboards import one_button
from handlers.opening import is_begun, open_screen

log = structlog.get_logger(__name__)

# Edits that came too late; what they wanted to show is shown already or was deleted by the customer.
HARMLESS = ("message is not modified", "message to edit not found", "message can't be edited", "query is too old")


def build() -> Router:
    router = Router(name="errors")
    router.errors.register(on_old_button, ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState))
    router.errors.register(on_blocked, ExceptionTypeFilter(TelegramForbiddenError))
    router.errors.register(on_refusal, ExceptionTypeFilter(CustomerError))
    router.errors.register(on_bad_request, ExceptionTypeFilter(TelegramBadRequest))
    router.errors.register(on_too_fast, ExceptionTypeFilter(TelegramRetryAfter))
    router.errors.register(on_surprise)
    return router


class LastWord(BaseMiddleware):
    """Stands around the error handlers: dialogs whose storage is gone fail there once more, before any is called.

    A webhook's update is let fail: Telegram offers it again. One that was polled is not offered any more, so the
    customer hears that nothing came of it.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        try:
            return await handler(event, data)
        except Exception as error:
            settings: Settings = data["settings"]
            if not isinstance(event, ErrorEvent):
                raise
            if settings.telegram_webhook_url:
                raise event.exception from error
            await _apologise(event, data["bot"], data)
            return None


async def on_old_button(event: ErrorEvent, bot: Bot, dialog_manager: DialogManager | None = None, **data: Any) -> None:
    """A button of a screen that is gone: of a double tap the second is nothing new, else home comes afresh, or the
    return that the screen told of, as it stands now. What has been begun is not lost by it."""
    tap = event.update.callback_query
    if tap and _is_current(tap, dialog_manager):
        await _answer(bot, tap)
        return
    told_of, goes_on = await _return_on(tap, data), dialog_manager is not None and is_begun(dialog_manager)
    key = "error-stale-now-alert" if told_of else "error-stale-begun-alert" if goes_on else "error-stale-alert"
    await _answer(bot, tap, plain(_locale(data), key))
    if dialog_manager and told_of:
        await open_screen(dialog_manager, (Returned.card, {"return_id": told_of}))
    elif dialog_manager and goes_on:
        await dialog_manager.show(ShowMode.SEND)
    else:
        await _open_menu(bot, data, dialog_manager, notice=None)


async def on_blocked(event: ErrorEvent, event_chat: Chat | None = None) -> None:
    """They stopped the bot while we were answering; nothing more reaches them until they come back."""
    log.info("bot was blocked", update_id=event.update.update_id)
    if event_chat and event_chat.type == "private":
        await mark_blocked(event_chat.id, now=real_now())


async def on_refusal(event: ErrorEvent, bot: Bot, dialog_manager: DialogManager | None = None, **data: Any) -> None:
    """A verb said no, in words for the customer: say so above the home screen."""
    refusal: CustomerError = event.exception  # type: ignore[assignment]  # the filter above
    await _answer(bot, event.update.callback_query)
    notice = noticing(refusal.key, **refusal.values)
    await _open_menu(bot, data, dialog_manager, notice=notice)


async def on_bad_request(event: ErrorEvent, bot: Bot, **data: Any) -> None:
    refusal: TelegramBadRequest = event.exception  # type: ignore[assignment]  # the filter above
    if any(words in refusal.message.lower() for words in HARMLESS):
        await _answer(bot, event.update.callback_query)
        return
    await _apologise(event, bot, data)


async def on_too_fast(event: ErrorEvent, bot: Bot, **data: Any) -> None:
    """Telegram lets us write nothing more in this chat for a while; a tap can still be answered."""
    await _answer(bot, event.update.callback_query, plain(_locale(data), "error-busy-alert"), alert=True)


async def on_surprise(event: ErrorEvent, bot: Bot, **data: Any) -> None:
    await _apologise(event, bot, data)


async def _apologise(event: ErrorEvent, bot: Bot, data: dict[str, Any]) -> None:
    """A plain message with a stateless button: it must work even if dialogs or the database do not."""
    log.error("update failed", update_id=event.update.update_id, exc_info=event.exception)
    await _answer(bot, event.update.callback_query)
    chat: Chat | None = data.get("event_chat")
    if chat and chat.type == "private":
        await _say(bot, chat, html(_locale(data), "error-unexpected"), data)


async def _open_menu(
    bot: Bot, data: dict[str, Any], manager: DialogManager | None, *, notice: dict[str, Any] | None
) -> None:
    chat: Chat | None = data.get("event_chat")
    if manager and "profile" in data:
        await manager.start(Home.menu, notice, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    elif chat and chat.type == "private":
        await _say(bot, chat, html(_locale(data), "error-stale"), data)


async def _say(bot: Bot, chat: Chat, text: Markup, data: dict[str, Any]) -> None:
    button = one_button(plain(_locale(data), "menu-home-button"), OpenMenu())
    try:
        await bot.send_message(chat.id, text, reply_markup=button)
    except TelegramAPIError as error:
        log.warning("apology not sent", error=type(error).__name__)


async def _answer(bot: Bot, tap: CallbackQuery | None, text: str | None = None, *, alert: bool = False) -> None:
    if tap is None:
        return
    try:
        await bot.answer_callback_query(tap.id, text=text, show_alert=alert)
    except TelegramAPIError as error:
        log.warning("tap not answered", error=type(error).__name__)


async def _return_on(tap: CallbackQuery | None, data: dict[str, Any]) -> int | None:
    """Of their own returns the one that the tapped message names, the first of several."""
    if tap is None or not isinstance(tap.message, Message) or "profile" not in data:
        return None
    text = tap.message.text or ""
    named = [
        (text.index(each.number), each.id)
        for each in await own_returns(data["profile"].customer_ids)
        if each.number in text
    ]
    return min(named)[1] if named else None


def _is_current(tap: CallbackQuery, manager: DialogManager | None) -> bool:
    """Whether the tapped message is the one that shows the current screen."""
    return bool(manager and tap.message and tap.message.message_id == manager.current_stack().last_message_id)


def _locale(data: dict[str, Any]) -> Any:
    if profile := data.get("profile"):
        return profile.locale
    user: User | None = data.get("event_from_user")
    settings: Settings = data["settings"]
    return guess_locale(user.language_code if user else None, settings.default_locale)
