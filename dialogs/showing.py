"""How a screen reaches the chat: the answer first, tidying up afterwards, and never nothing because of a picture."""

from dataclasses import replace
from hashlib import sha256
from typing import cast

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ContentType,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
)
from aiogram_dialog import ShowMode
from aiogram_dialog.api.entities import MediaAttachment, NewMessage, OldMessage
from aiogram_dialog.api.entities.new_message import UnknownText
from aiogram_dialog.manager.message_manager import MessageManager

from dialogs.widgets import answered

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# What Telegram says about a picture it cannot fetch or read.
PICTURE_TROUBLE = ("wrong file identifier", "http url", "web page content", "image_process_failed", "photo_invalid")


class Drawn(MediaAttachment):
    """A picture of our own; the id that Telegram gives it is remembered by what is on it, so that it goes up once."""

    def __init__(self, png: bytes, name: str = "report.png") -> None:
        super().__init__(ContentType.PHOTO, path=f"drawn:{sha256(png).hexdigest()}")
        self.png, self.name = png, name


class ReplyFirst(MessageManager):
    """aiogram-dialog's way of showing a window, with the customer's answer ahead of everything else."""

    async def show_message(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        new_message.link_preview_options = NO_PREVIEW
        try:
            return await self._show(bot, new_message, old_message)
        except TelegramBadRequest as error:
            if not new_message.media or not any(words in error.message.lower() for words in PICTURE_TROUBLE):
                raise
            return await self._show(bot, replace(new_message, media=None), old_message)

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        if answered.get() != callback_query.id:
            await super().answer_callback(bot, callback_query)

    async def get_media_source(self, media: MediaAttachment, bot: Bot) -> InputFile | str:
        if isinstance(media, Drawn) and media.file_id is None:
            return BufferedInputFile(media.png, media.name)
        source: InputFile | str = await super().get_media_source(media, bot)
        return source

    async def edit_media(self, bot: Bot, new_message: NewMessage, old_message: OldMessage) -> Message:
        """Without the keyboard inside the media, where Telegram knows no such field."""
        if new_message.media is None:
            raise ValueError("no picture to edit")
        media = InputMediaPhoto(
            media=await self.get_media_source(new_message.media, bot),
            caption=new_message.text,
            parse_mode=new_message.parse_mode,
        )
        edited = await bot.edit_message_media(
            media=media,
            chat_id=old_message.chat.id,
            message_id=old_message.message_id,
            reply_markup=new_message.reply_markup,  # type: ignore[arg-type]  # an edit never has another keyboard
        )
        return cast(Message, edited)  # True is the answer for inline messages only

    async def _show(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        """A new message goes out before the buttons of the screen above it are taken away.

        A tapped message keeps its buttons: news must open their order again in a month. aiogram-dialog knows the
        text of a tapped message, and not that of the screen it remembers.
        """
        if new_message.show_mode is not ShowMode.SEND or old_message is None or old_message.has_reply_keyboard:
            return await super().show_message(bot, new_message, old_message)
        sent: OldMessage = await super().show_message(bot, new_message, None)
        if old_message.text is UnknownText.UNKNOWN:
            await self._retire(bot, old_message)
        return sent

    async def _retire(self, bot: Bot, old_message: OldMessage) -> None:
        try:
            await self.remove_inline_kbd(bot, old_message)
        except TelegramAPIError:
            return  # the buttons stay: they are answered as old ones
