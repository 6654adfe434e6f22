"""Pictures of what is wrong: with the request or later, the same one once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.db import unit_of_work
from bot.errors import CustomerError, NotFoundError
from bot.returns.machine import OVER
from bot.returns.models import Return, ReturnPhoto

# An album's worth, twice: enough for every side of anything.
MOST_PHOTOS = 20


class EnoughPhotosError(CustomerError):
    """More would be looked at by nobody."""

    key = "return-photos-enough"


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as Telegram keeps it; `unique_id` is the same for the same picture."""

    file_id: str
    unique_id: str


@unit_of_work
async def add_photo(return_id: int, photo: Photo, *, customer_ids: Sequence[int], now: datetime) -> int:
    """One more picture of an open return; how many it has now. NotFoundError when it is not theirs, or over."""
    row = await Return.get_or_none(id=return_id, customer_id__in=list(customer_ids))
    if row is None or row.status in OVER:
        raise NotFoundError
    if await ReturnPhoto.filter(request_id=return_id).count() >= MOST_PHOTOS:
        raise EnoughPhotosError
    return await keep_photos(return_id, [photo], now=now)


async def keep_photos(return_id: int, photos: Sequence[Photo], *, now: datetime) -> int:
    """Add pictures in the caller's transaction; how many there are now."""
    rows = [
        ReturnPhoto(request_id=return_id, file_id=each.file_id, unique_id=each.unique_id, at=now)
        for each in photos[:MOST_PHOTOS]
    ]
    await ReturnPhoto.bulk_create(rows, ignore_conflicts=True)
    return await ReturnPhoto.filter(request_id=return_id).count()
