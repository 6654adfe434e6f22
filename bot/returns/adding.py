"""A photo that comes after the request: kept once, and shown to the staff below the card."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.returns.machine import OVER
from bot.returns.models import Return, ReturnPhoto
from bot.returns.news import update_cards
from bot.returns.photos import MOST_PHOTOS, EnoughPhotosError, Photo, keep_photos
from bot.returns.telling import show_photo


@unit_of_work
async def add_photo(
    return_id: int, photo: Photo, *, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> int:
    """One more picture of an open return; how many it has now. NotFoundError when it is not theirs, or over."""
    mine = Return.filter(id=return_id, customer_id__in=list(customer_ids)).select_for_update(no_key=True)
    row = await mine.first()
    if row is None or row.status in OVER:
        raise NotFoundError
    kept = ReturnPhoto.filter(request_id=return_id)
    if await kept.filter(unique_id=photo.unique_id).exists():
        return await kept.count()
    if await kept.count() >= MOST_PHOTOS:
        raise EnoughPhotosError
    count = await keep_photos(return_id, [photo], now=now)
    was_asked = await Return.filter(id=return_id, photo_asked_at__not_isnull=True).update(photo_asked_at=None)
    await show_photo(return_id, photo, settings=settings, now=now)
    if was_asked:
        await update_cards(return_id, settings=settings, now=now)
    return count
