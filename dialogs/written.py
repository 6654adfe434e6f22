"""What of a message a case can keep and pass on: text, and files that go on by their id; and what to call the rest."""

import unicodedata

from aiogram.enums import ContentType
from aiogram.types import Message

from bot.tickets.messages import Kind, Written

FILES: tuple[Kind, ...] = ("voice", "audio", "video", "animation", "video_note", "document")

NAMED = frozenset(
    {
        *(ContentType.ANIMATION, ContentType.AUDIO, ContentType.LOCATION, ContentType.POLL, ContentType.STICKER),
        *(ContentType.STORY, ContentType.VENUE, ContentType.VIDEO, ContentType.VIDEO_NOTE, ContentType.VOICE),
    }
)


def as_written(message: Message, text: str | None = None) -> Written | None:
    """A text or a file as a case keeps it, None for anything else; `text` takes the place of its words."""
    words = text if text is not None else words_of(message)
    if message.text is not None:
        return Written("text", words, message.message_id)
    album = message.media_group_id
    if message.photo:
        return Written("photo", words, message.message_id, message.photo[-1].file_id, album)
    # An animation is told as a document, too; so that comes last.
    for kind in FILES:
        if file := getattr(message, kind):
            return Written(kind, words, message.message_id, file.file_id, album)
    return None


def words_of(message: Message) -> str:
    """What is written in a message, be it a text of its own or below a picture."""
    return message.text or message.caption or ""


def command_in(message: Message) -> str | None:
    """Its words where they are a command, known or not: also behind signs nobody sees, and with a full-width slash."""
    words = words_of(message)
    seen = (place for place, sign in enumerate(words) if not sign.isspace() and unicodedata.category(sign) != "Cf")
    start = next(seen, len(words))
    command = unicodedata.normalize("NFKC", words[start : start + 1]) + words[start + 1 :]
    return command if command.startswith("/") else None


def kind_of(message: Message) -> str:
    """The text that names what cannot be passed on."""
    return f"kind-{ContentType(message.content_type).value if message.content_type in NAMED else 'other'}"
