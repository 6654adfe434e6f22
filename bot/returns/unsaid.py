"""A parcel that is only said to be on its way: the word can be taken back, and does not hold for ever."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.returns.locking import lock_parcel
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnStep
from bot.returns.moving import MovedOnError, act, find_seen
from bot.returns.send_by import await_parcel

S = Status
BEFORE = (S.APPROVED.value, S.LABEL_SENT.value)


async def told_sent_at(return_id: int) -> datetime | None:
    """When its customer said so; None where it is not on its way (any more), a carrier has scanned it or the staff have
    seen the proof."""
    steps = ReturnStep.filter(request_id=return_id)
    said = await steps.filter(status=S.IN_TRANSIT.value, act=None).order_by("-id").first()
    if (
        said is None
        or said.actor != Actor.CUSTOMER
        or not await Return.filter(id=return_id, status=S.IN_TRANSIT.value).exists()
    ):
        return None
    is_scanned = await steps.filter(id__gte=said.id, actor=Actor.CARRIER.value).exists()
    return None if is_scanned else said.at


@unit_of_work
async def take_back_sent(return_id: int, *, customer_ids: Sequence[int], settings: Settings, now: datetime) -> None:
    """The customer has not handed it in after all, nor what was to be in the same parcel; MovedOnError once scanned."""
    if not await Return.filter(id=return_id, customer_id__in=list(customer_ids)).exists():
        raise NotFoundError
    ids = await lock_parcel(return_id) or [return_id]
    if await told_sent_at(return_id) is None:
        raise MovedOnError
    for each in ids:
        if await told_sent_at(each) is not None:
            await not_sent(each, by=Actor.CUSTOMER, settings=settings, now=now)


@unit_of_work
async def not_sent(
    return_id: int, *, by: Actor, seen: int | None = None, news: str | None = None, **given: Any
) -> None:
    """It stands again where it stood before somebody said so, with days of its own for sending; `given` is for act."""
    row = await find_seen(return_id, seen)
    if row.status != S.IN_TRANSIT:
        raise MovedOnError
    before = await ReturnStep.filter(request_id=return_id, status__in=BEFORE).order_by("-id").first()
    row.status = before.status if before else S.APPROVED.value
    await row.save(update_fields=["status"])
    await await_parcel(return_id, settings=given["settings"], now=given["now"])
    await row.refresh_from_db()
    await act(row, "unsent", by=by, news=news, **given)
