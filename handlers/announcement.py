"""What the Bot API server is told about us at the start: commands in four languages, and where updates go."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommandScopeAllPrivateChats, User

from bot.config import LOCALES, TELEGRAM, Locale, Settings
from bot.conversations.account import remember_account
from bot.conversations.receiving import ALLOWED_UPDATES, WEBHOOK_CONNECTIONS
from bot.errors import OperatorError
from bot.staff.roles import list_staff
from dialogs.staff_commands import commands_for_all, show_commands

log = structlog.get_logger(__name__)


async def announce(bot: Bot, settings: Settings) -> None:
    """Say who we are; OperatorError when the token is refused or the server cannot be reached."""
    try:
        me = await bot.me()
        await remember_account(me.id, me.username or "", link_base=_link_base(me, settings))
        await _receive_updates(bot, settings)
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise OperatorError(f"telegram: the token is refused ({error.message}); see BOTE_TELEGRAM_TOKEN") from None
    except TelegramAPIError as error:
        raise OperatorError(f"telegram: {settings.telegram_api_url} does not answer ({error.message})") from None
    await _set_commands(bot, settings)
    log.info("bot announced", bot_id=me.id, webhook=bool(settings.telegram_webhook_url))


def _link_base(me: User, settings: Settings) -> str:
    """What a deep link begins with; another Bot API server has its chat page at its own address."""
    api = settings.telegram_api_url.rstrip("/")
    return f"https://t.me/{me.username}?start=" if api == TELEGRAM else f"{api}/?start="


async def _receive_updates(bot: Bot, settings: Settings) -> None:
    """Webhook or polling, one of the two: while a webhook is set, the server refuses polling."""
    if not settings.telegram_webhook_url:
        await bot.delete_webhook()
        return
    secret = settings.telegram_webhook_secret
    if secret is None or not secret.get_secret_value():
        raise OperatorError("telegram: a webhook needs BOTE_TELEGRAM_WEBHOOK_SECRET, else anybody can write to it")
    await bot.set_webhook(
        settings.telegram_webhook_url,
        secret_token=secret.get_secret_value(),
        allowed_updates=list(ALLOWED_UPDATES),
        max_connections=WEBHOOK_CONNECTIONS,
    )


async def _set_commands(bot: Bot, settings: Settings) -> None:
    """The command menus; a bot without one still works, so failing here stops nothing."""
    languages: list[tuple[Locale, str | None]] = [(settings.default_locale, None), *((each, each) for each in LOCALES)]
    try:
        for locale, code in languages:
            commands = commands_for_all(locale, settings)
            await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
    except TelegramAPIError as error:
        log.warning("commands not set", error=type(error).__name__)
        return
    for member in await list_staff(settings):
        await show_commands(bot, member.id, settings=settings)
