"""Groups: no dialogs and no personal data there, only a pointer to the private chat (and that when addressed)."""

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.config import Settings
from bot.conversations.account import find_link_base
from bot.i18n import guess_locale, html, plain
from dialogs.staff_commands import COMMANDS
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="groups")
    router.message.filter(Fits(F.chat.type != "private"))
    router.callback_query.filter(Fits(F.message.chat.type != "private"))
    router.message.register(point_to_private_chat, Command("menu", *COMMANDS))
    router.message.register(point_to_private_chat, called_by_name)
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


async def stay_silent(message: Message) -> None:
    """What people say to each other is none of our business."""


async def answer_tap(callback: CallbackQuery) -> None:
    await callback.answer()
