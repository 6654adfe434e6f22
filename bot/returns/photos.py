"""Pictures of what is wrong: with the request or later, the same one once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.errors import CustomerError
from bot.returns.models import ReturnPhoto

Kind = Literal["photo", "document"]

# An album's worth, twice: enough for every side of anything.
MOST_PHOTOS = 20


class EnoughPhotosError(CustomerError):
    """More would be looked at by nobody."""

    key = "return-photos-enough"


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as Telegram keeps it; `unique_id` is the same for the same picture, `album` for what came with it,
    `words` what stands below it.

    `kind` is photo, or document for one that was sent as a file.
    """

    file_id: str
    unique_id: str
    kind: Kind = "photo"
    album: str | None = None
    words: str = ""


async def keep_photos(return_id: int, photos: Sequence[Photo], *, now: datetime) -> int:
    """Add pictures in the caller's transaction; how many there are now."""
    rows = [
        ReturnPhoto(request_id=return_id, file_id=each.file_id, unique_id=each.unique_id, at=now)
        for each in photos[:MOST_PHOTOS]
    ]
    await ReturnPhoto.bulk_create(rows, ignore_conflicts=True)
    return await ReturnPhoto.filter(request_id=return_id).count()
