"""What becomes of a tapped message, of any age: Telegram no longer shows us old ones, but tells of taps on them."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.i18n import Markup

NOT_MODIFIED = "not modified"


async def turn_into(callback: CallbackQuery, text: Markup, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """The tapped message becomes this; where it can no longer be changed, this comes below."""
    if isinstance(callback.message, Message):
        try:
            await callback.message.edit_text(text, reply_markup=keyboard)
        except TelegramBadRequest as error:
            if NOT_MODIFIED in error.message.lower():  # tapped twice: it says so already
                return
        else:
            return
    await answer_below(callback, text, keyboard)


async def answer_below(callback: CallbackQuery, text: Markup, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """A new message in the private chat of whoever tapped."""
    if callback.bot:
        await callback.bot.send_message(callback.from_user.id, text, reply_markup=keyboard)
