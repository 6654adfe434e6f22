"""Groups: no dialogs and no personal data there; what is asked about one's own orders is answered in private."""

import re

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.clock import Clock
from bot.config import Settings
from bot.conversations.account import find_link_base
from bot.i18n import guess_locale, html, plain
from bot.support.overheard import asks_of_own
from dialogs.staff_commands import COMMANDS
from handlers.asked_in_group import asked_unaddressed, written_privately
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="groups")
    router.message.filter(Fits(F.chat.type != "private"))
    router.callback_query.filter(Fits(F.message.chat.type != "private"))
    router.message.register(point_to_private_chat, Command("menu", *COMMANDS))
    router.message.register(answer_in_private, called_by_name)
    router.message.register(answer_in_private, asked_unaddressed)
    router.message.register(stay_silent)
    router.callback_query.register(answer_tap)
    return router


async def called_by_name(message: Message, bot: Bot) -> bool:
    """Whether the message speaks to the bot: "@bote where is my parcel?"."""
    text = message.text or message.caption or ""
    name = f"@{(await bot.me()).username}".casefold()
    found = message.entities or message.caption_entities or []
    return any(each.type == "mention" and each.extract_from(text).casefold() == name for each in found)


async def point_to_private_chat(
    message: Message, bot: Bot, settings: Settings, command: CommandObject | None = None
) -> None:
    user = message.from_user
    locale = guess_locale(user.language_code if user else None, settings.default_locale)
    base = await find_link_base() or f"https://t.me/{(await bot.me()).username}?start="
    button = InlineKeyboardButton(text=plain(locale, "question-group-button"), url=f"{base}group")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    key = "link-private-only" if command and command.command == "start" and command.args else "question-group"
    await message.reply(html(locale, key), reply_markup=keyboard)


async def answer_in_private(
    message: Message,
    bot: Bot,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """What is asked about one's own orders is answered there at once; for all else there is the way."""
    is_own = is_live and asks_of_own(without_name(message, (await bot.me()).username or ""))
    if not (is_own and await written_privately(message, bot, settings, clock)):
        await point_to_private_chat(message, bot, settings)


def without_name(message: Message, username: str) -> str:
    """What is said to the bot."""
    text = message.text or message.caption or ""
    return re.sub(rf"@{re.escape(username)}\b", "", text, flags=re.IGNORECASE).strip(" ,:") if username else text


async def stay_silent(message: Message) -> None:
    """What people say to each other is none of our business."""


async def answer_tap(callback: CallbackQuery) -> None:
    await callback.answer()
