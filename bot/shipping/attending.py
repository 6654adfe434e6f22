"""Sees to it that somebody looks after a parcel in trouble: one open case of a cause, whoever noticed it first.

What was not taken, or could not be handed over, has no case of its own where all of it was withdrawn from: nothing is
to be delivered any more, and the return says what comes back.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from bot.config import Settings
from bot.i18n import plain
from bot.shipping.models import TrackingEvent
from bot.shipping.progress import ParcelEvent
from bot.shipping.subjects import find_owner, read_subject
from bot.shipping.troubles import Trouble, troubles_of
from bot.shipping.withdrawn import Withdrawn
from bot.shipping.worries import ACTION, CASE_OF, OLDEST, Watched, Worry
from bot.tickets.cases import NewCase, add_to_case, close_case, open_case
from bot.tickets.models import Case

OPEN = ("open", "pending_customer")


async def attend(parcel: Watched, events: Sequence[ParcelEvent], *, now: datetime, settings: Settings) -> None:
    """Open, complete or close the cases of what its carrier told, in whatever order; old stories open none."""
    troubles = troubles_of(events)
    if any(each.kind == ACTION and not each.is_over for each in troubles) and await is_withdrawn(
        parcel.shipment_id, now
    ):
        await let_go(parcel.shipment_id, {ACTION}, because="declared", now=now, settings=settings)
        troubles = tuple(each for each in troubles if each.kind != ACTION)
    for trouble in troubles:
        if not trouble.is_over and now - trouble.at <= OLDEST and await _was_heard(parcel.shipment_id, trouble):
            await _look_after(parcel, trouble, now=now, settings=settings)
    kept = {trouble.kind for trouble in troubles if not trouble.is_over}
    # A hold that was told first and is overtaken by a loss of the same minute is no trouble of its own any more.
    over = {ACTION, *(trouble.kind for trouble in troubles)} - kept
    await let_go(parcel.shipment_id, over, now=now, settings=settings)


async def look_after_worry(parcel: Watched, worry: Worry, *, now: datetime, settings: Settings) -> int | None:
    """The case of what we have seen ourselves, if it is worth one; the one that is open already, if there is one."""
    if worry.kind not in CASE_OF:
        return None
    known = await find_case(parcel.shipment_id, worry.kind)
    name = f"{worry.kind}:{worry.cause_at:%Y%m%d%H%M}"
    return known.id if known else await _open(parcel, worry.kind, name, now=now, settings=settings)


async def is_withdrawn(shipment_id: int, now: datetime) -> bool:
    """Whether all that this parcel holds was withdrawn from."""
    owner = await find_owner(shipment_id)
    if owner is None:
        return False
    return (await read_subject(owner, shipment_id, today=now.date())).withdrawn is Withdrawn.ALL


async def let_go(
    shipment_id: int,
    kinds: Collection[str],
    *,
    because: Literal["recovered", "declared"] = "recovered",
    now: datetime,
    settings: Settings,
) -> None:
    """What nobody has taken needs nobody any more; who has taken a case closes it."""
    causes = sorted({CASE_OF[kind] for kind in kinds if kind in CASE_OF})
    idle = Case.filter(shipment_id=shipment_id, cause__in=causes, owner_id=None, status__in=OPEN)
    for case_id in await idle.order_by("id").values_list("id", flat=True) if causes else ():
        await close_case(int(str(case_id)), because=because, settings=settings, now=now)


async def find_case(shipment_id: int, kind: str) -> Case | None:
    """The open case in which somebody looks after this kind of trouble of a parcel."""
    open_ = Case.filter(shipment_id=shipment_id, cause=CASE_OF.get(kind, ""), status__in=OPEN)
    return await open_.order_by("id").first()


async def _was_heard(shipment_id: int, trouble: Trouble) -> bool:
    """Whether any report of it came live: what was imported is history, and opens nothing."""
    reports = TrackingEvent.filter(shipment_id=shipment_id, occurred_at__in=trouble.times, heard_at__not_isnull=True)
    return await reports.exists()


async def _look_after(parcel: Watched, trouble: Trouble, *, now: datetime, settings: Settings) -> None:
    name = f"{trouble.kind}:told:{trouble.number}"
    known = await find_case(parcel.shipment_id, trouble.kind)
    if known is None:
        await _open(parcel, trouble.kind, name, now=now, settings=settings)
    elif known.once != _once(parcel, name):
        locale, tz = settings.default_locale, settings.time_zone
        words = plain(locale, f"case-told-{trouble.kind}", at=trouble.at, tz=tz)
        await add_to_case(known.id, words, settings=settings, now=now)


async def _open(parcel: Watched, kind: str, name: str, *, now: datetime, settings: Settings) -> int:
    new = NewCase(
        cause=CASE_OF[kind],
        once=_once(parcel, name),
        customer_id=parcel.customer_id,
        order_id=parcel.order_id,
        shipment_id=parcel.shipment_id,
    )
    return await open_case(new, settings=settings, now=now)


def _once(parcel: Watched, name: str) -> str:
    return f"shipment:{parcel.shipment_id}:{name}"
