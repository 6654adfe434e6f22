"""What Telegram itself notes in a private chat (a pinned message, a timer …): nobody said it, so nothing answers.

Without this the open screen would: aiogram-dialog shows it again after every message that it makes nothing of.
"""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Message

from handlers.conditions import Fits
from handlers.questions import NOT_READ

# What people say or send. A kind that nobody knows yet may be either, and is left to the screen.
SAID = NOT_READ | {ContentType.TEXT, ContentType.CONTACT, ContentType.UNKNOWN}


def build() -> Router:
    router = Router(name="notes")
    router.message.register(pass_over, Fits(F.chat.type == "private", ~F.content_type.in_(SAID)))
    return router


async def pass_over(_: Message) -> None:
    """Heard, and that is all."""
