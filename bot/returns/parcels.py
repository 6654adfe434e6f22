"""Returns of several orders that come in one parcel (`Return.together`), and the label that they share."""

from datetime import date, datetime
from typing import Any

from bot.config import Settings
from bot.db import unit_of_work
from bot.returns.alarms import alarm
from bot.returns.locking import SAME_PARCEL
from bot.returns.machine import ARRIVES, SETTLED, Actor, Status
from bot.returns.models import Return
from bot.returns.moving import find_seen, move
from bot.returns.paths import Way
from bot.shop.rows import fetch

SHARED = ("label", "label_key", "label_carrier", "label_expires_on")

S = Status
ON_ITS_WAY = (ARRIVES | SETTLED | {S.INSPECTED, S.CLOSED}) - {S.SENT_BACK}


async def parcel_of(return_id: int) -> list[int]:
    """Every return in the parcel of this one, the first first; nothing where it comes by itself."""
    return [row["id"] for row in await fetch(f"{SAME_PARCEL} ORDER BY id", return_id)]


def comes_back(row: Return) -> bool:
    """Whether anything of it is in a parcel."""
    return not row.keeps and row.way != Way.CANCEL


@unit_of_work
async def share_label(return_id: int, **given: Any) -> None:
    """The label of this return is that of all in its parcel that wait for one; `given` is for `move`."""
    of = await find_seen(return_id)
    for row in await Return.filter(id__in=await parcel_of(return_id), status=S.APPROVED.value).order_by("id"):
        if comes_back(row):
            await _take_over(row.id, of, news="", **given)


@unit_of_work
async def join_parcel(return_id: int, *, settings: Settings, now: datetime) -> None:
    """What was approved after the others takes the label that those have; where their parcel has left, somebody has to
    look whether it is in there."""
    row = await find_seen(return_id)
    labelled = Return.filter(id__in=await parcel_of(return_id), status=S.LABEL_SENT.value).order_by("id")
    if row.status != S.APPROVED or not comes_back(row):
        return
    if other := await labelled.first():
        await _take_over(return_id, other, by=Actor.RULES, settings=settings, now=now)
        return
    gone = Return.filter(id__in=await parcel_of(return_id), label_key__isnull=False, status__in=list(ON_ITS_WAY))
    if other := await gone.order_by("id").first():
        await alarm(row, "call-parcel-left", settings=settings, now=now, other=other.number)


async def is_first(row: Return, today: date) -> bool:
    """Whether this one speaks for its parcel, of those that stand where it does: that which has to be sent first.

    What is over `today` has spoken, unless it is this one.
    """
    beside = await Return.filter(id__in=await parcel_of(row.id), status=row.status)
    days = {each.id: each.send_by or each.label_expires_on or date.max for each in [*beside, row]}
    since = min(today, days[row.id])
    first: tuple[date, int] = min((last, id_) for id_, last in days.items() if last >= since)
    return bool(row.id == first[1])


async def _take_over(return_id: int, of: Return, **given: Any) -> None:
    await Return.filter(id=return_id).update(**{column: getattr(of, column) for column in SHARED})
    await move(return_id, S.LABEL_SENT, **given)
