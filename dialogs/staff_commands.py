"""The command menu of an app: what everybody is offered, and what somebody of the staff is offered beside it."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.broadcasts.cards import locale_of
from bot.config import Locale, Settings
from bot.i18n import plain
from bot.staff.roles import RIGHTS, Right, Role, find_role

COMMANDS = ("start", "orders", "products", "link", "account", "points", "settings", "language", "help", "privacy")
# Each opens a screen behind the staff's door; `staff` is the list of people for whoever may change it.
OF_STAFF = {
    Right.ANSWER: ("queue", "questions"),
    Right.MARKET: ("offers", "contests", "polls"),
    Right.REPORT: ("report",),
    Right.APPOINT: ("staff",),
}

log = structlog.get_logger(__name__)


def commands_for_all(locale: Locale, settings: Settings) -> list[BotCommand]:
    """The menu of every private chat; somebody can be asked for only where somebody is there."""
    names = (*COMMANDS, "human") if settings.staff_chat_id is not None else COMMANDS
    return _described(names, locale)


async def show_commands(bot: Bot, user_id: int, *, settings: Settings) -> None:
    """Bring the menu of one private chat to what the role allows: without one it is the menu of everybody again.

    A chat that has not begun yet cannot have one; it gets it with its first /start.
    """
    scope, role = BotCommandScopeChat(chat_id=user_id), await find_role(user_id, settings=settings)
    try:
        if role is None:
            await bot.delete_my_commands(scope=scope)
            return
        locale = await locale_of(user_id, settings)
        own = _described(_names_of(role), locale)
        await bot.set_my_commands([*own, *commands_for_all(locale, settings)], scope=scope)
    except TelegramAPIError as error:
        log.info("commands of staff not set", staff=user_id, error=type(error).__name__)


async def show_commands_to_staff(bot: Bot, user_id: int, *, settings: Settings) -> None:
    """The same for whoever works here; changes nothing for a customer, whose menu is that of everybody."""
    if await find_role(user_id, settings=settings):
        await show_commands(bot, user_id, settings=settings)


def _names_of(role: Role) -> list[str]:
    return [name for right, names in OF_STAFF.items() if right in RIGHTS[role] for name in names]


def _described(names: tuple[str, ...] | list[str], locale: Locale) -> list[BotCommand]:
    return [BotCommand(command=name, description=plain(locale, f"command-{name}")) for name in names]
