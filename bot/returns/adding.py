"""What comes after the request: photos, kept once and shown to the staff below the card, and the customer's words."""

from collections.abc import Sequence
from datetime import datetime

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.returns.cases import refresh_desk
from bot.returns.machine import OVER, Status
from bot.returns.models import Return, ReturnPhoto
from bot.returns.news import update_cards
from bot.returns.photos import MOST_PHOTOS, EnoughPhotosError, Photo, keep_photos
from bot.returns.requests import LONGEST_NOTE
from bot.returns.telling import show_photo


@unit_of_work
async def add_photo(
    return_id: int, photo: Photo, *, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> int:
    """One more picture of an open return; how many it has now. NotFoundError when it is not theirs, or over."""
    await _find_open(return_id, customer_ids)
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


async def find_asked(customer_ids: Sequence[int]) -> list[int]:
    """The returns of theirs for which the staff wait for a photo, the last asked for first."""
    asked = Return.filter(
        customer_id__in=list(customer_ids), status=Status.REQUESTED, photo_asked_at__not_isnull=True
    ).order_by("-photo_asked_at", "-id")
    return [row.id for row in await asked.only("id")]


@unit_of_work
async def add_words(
    return_id: int, words: str, *, customer_ids: Sequence[int], settings: Settings, now: datetime
) -> None:
    """More of their own words, below what the staff read of them on the card; NotFoundError as for a photo."""
    row = await _find_open(return_id, customer_ids)
    said = row.note or ""
    if words in said:
        return
    row.note = f"{said}\n{words}".strip()[-LONGEST_NOTE:]
    await row.save(update_fields=["note"])
    await refresh_desk(return_id, settings=settings, now=now)


async def _find_open(return_id: int, customer_ids: Sequence[int]) -> Return:
    """Locked in the caller's transaction."""
    mine = Return.filter(id=return_id, customer_id__in=list(customer_ids)).select_for_update(no_key=True)
    row = await mine.first()
    if row is None or row.status in OVER:
        raise NotFoundError
    return row
