"""Pictures out of messages: what of a message shows something, and why not."""

from aiogram.types import Message

from bot.errors import CustomerError
from bot.returns.photos import Photo

# What a bot can download of Telegram; a larger one nobody of the staff could look at.
LARGEST = 20 * 1024 * 1024


class TooLargeError(CustomerError):
    """A picture sent as a file that is larger than bots may fetch."""

    key = "return-photo-too-large"


def photo_of(message: Message) -> Photo | None:
    """The picture of a message, sent as a photo or as a file; None where there is none."""
    if message.photo:
        return Photo(message.photo[-1].file_id, message.photo[-1].file_unique_id, album=message.media_group_id)
    document = message.document
    if document is None or not (document.mime_type or "").startswith("image/"):
        return None
    if document.file_size and document.file_size > LARGEST:
        raise TooLargeError
    return Photo(document.file_id, document.file_unique_id, "document", message.media_group_id)


def is_rest_of_album(message: Message, last: object) -> bool:
    """Whether an earlier part of the same album was read before; `last` is the album that was."""
    return message.media_group_id is not None and message.media_group_id == last
