"""Buttons on messages that we sent of our own accord: valid at any age, safe to tap twice, always answered."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import MuteOrder
from bot.customers.mutes import choose_news
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shipping.cards import mute_button
from handlers import missing
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="pushes")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(choose_level, MuteOrder.filter())
    router.include_router(missing.build())
    return router


async def choose_level(callback: CallbackQuery, callback_data: MuteOrder, profile: Profile) -> None:
    """The answer says what comes from now on, and the button what the next tap would do."""
    level, order_id = callback_data.level, callback_data.order_id
    if not await choose_news(profile.chat_id, order_id, level=level, customer_ids=profile.customer_ids):
        await callback.answer(plain(profile.locale, "mute-gone-toast"))
        return
    await callback.answer(plain(profile.locale, f"mute-{level}-toast"))
    if isinstance(callback.message, Message) and callback.message.reply_markup:
        button = InlineKeyboardButton.model_validate(mute_button(order_id, profile.locale, level=level))
        with suppress(TelegramBadRequest):  # tapped twice: it says so already
            await callback.message.edit_reply_markup(reply_markup=_exchanged(callback.message.reply_markup, button))


def _exchanged(keyboard: InlineKeyboardMarkup, button: InlineKeyboardButton) -> InlineKeyboardMarkup:
    prefix = f"{MuteOrder.__prefix__}:"
    rows = [[button if (key.callback_data or "").startswith(prefix) else key for key in row]
            for row in keyboard.inline_keyboard]  # fmt: skip
    return InlineKeyboardMarkup(inline_keyboard=rows)
