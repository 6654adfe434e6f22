"""Warns customers ahead of trouble, holds back what would annoy them now, and gives the clear when it is over.

Only parcels heard of live are watched (table shipping_watch): imported history warns nobody.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.config import Settings
from bot.customers.holds import open_hold, release_hold
from bot.db import unit_of_work
from bot.shipping.models import Alert
from bot.shipping.reminders import remind
from bot.shipping.warnings import Warned, clear, warn
from bot.shipping.watching import read_watched, read_watched_parcel, route_of
from bot.shipping.worries import CASE_OF, DAMAGED, HOLD_OF, LOST, SILENCE, Watched, Worry, is_history, worry_of
from bot.shop.rows import change
from bot.shop.states import is_coming
from bot.tickets.cases import NewCase, close_case, open_case
from bot.tickets.models import Case

OPEN = """
INSERT INTO shipping_alert (shipment_id, kind, cause_at, opened_at, announced) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING RETURNING id"""
PAGE = 500
# Whoever was told of these hears when they are over; for the others the next milestone says it.
WITH_ALL_CLEAR = frozenset({SILENCE, LOST})

log = structlog.get_logger(__name__)


async def watch(now: datetime, settings: Settings) -> int:
    """Look at every live parcel on its way; how many new warnings that made. Twice at a time does no harm."""
    after, warned = 0, 0
    while page := await read_watched(after=after, limit=PAGE):
        of_customer: dict[int, list[Watched]] = {}
        for parcel in page:
            of_customer.setdefault(parcel.customer_id, []).append(parcel)
        for parcels in of_customer.values():
            warned += await _look_after(parcels, now=now, settings=settings)
            await remind(parcels, now=now, settings=settings)
        after = page[-1].shipment_id
    return warned


async def review(shipment_id: int, *, now: datetime, settings: Settings) -> None:
    """Bring alerts, hold and case of a parcel in line with the scan just recorded, in its transaction.

    What we see ourselves is left to `watch`: here only what the carrier told, and what is over.
    """
    parcel = await read_watched_parcel(shipment_id)
    if parcel is None:
        return
    worry = _worry(parcel, now, settings)
    if worry and not worry.is_told:
        return
    await _follow(parcel, worry, now=now, settings=settings)


@unit_of_work
async def _look_after(parcels: Sequence[Watched], *, now: datetime, settings: Settings) -> int:
    """All parcels of a customer at once, so that a mass delay is one message."""
    found = []
    for parcel in parcels:
        worry = _worry(parcel, now, settings)
        if opened := await _follow(parcel, worry, now=now, settings=settings):
            found.append(opened)
    await warn(found, now=now, settings=settings)
    return len(found)


def _worry(parcel: Watched, now: datetime, settings: Settings) -> Worry | None:
    route = route_of(parcel, settings)
    return worry_of(parcel, now=now, tz=route.tz, abroad=route.is_abroad)


async def _follow(parcel: Watched, worry: Worry | None, *, now: datetime, settings: Settings) -> Warned | None:
    """Close what is over, open what is new; what to tell the customer of it, if anything."""
    before = await Alert.filter(shipment_id=parcel.shipment_id, closed_at=None).order_by("id")
    over = [alert for alert in before if not _is_same(alert, worry)]
    if over:
        await Alert.filter(id__in=[alert.id for alert in over]).update(closed_at=now)
        log.info("alerts closed", shipment=parcel.shipment_id, kinds=[alert.kind for alert in over])
    if worry is None:
        await _release(parcel, over, now=now, settings=settings)
        return None
    if len(over) < len(before) or not await _open(parcel, worry, now):
        return None
    return await _act(parcel, worry, now=now, settings=settings)


def _is_same(alert: Alert, worry: Worry | None) -> bool:
    return worry is not None and (alert.kind, alert.cause_at) == (worry.kind, worry.cause_at)


async def _open(parcel: Watched, worry: Worry, now: datetime) -> bool:
    """False for old stories, and for a cause that was told of before, even if it had got better since."""
    if is_history(worry, now):
        return False
    return bool(await change(OPEN, parcel.shipment_id, worry.kind, worry.cause_at, now, not worry.is_told))


async def _act(parcel: Watched, worry: Worry, *, now: datetime, settings: Settings) -> Warned | None:
    subject = f"shipment:{parcel.shipment_id}"
    reason = HOLD_OF[worry.kind]
    for other in sorted({*HOLD_OF.values()} - {reason}):
        await release_hold(parcel.customer_id, reason=other, subject=subject, now=now)
    await open_hold(parcel.customer_id, reason=reason, subject=subject, now=now)
    case_id = await _open_case(parcel, worry, now=now, settings=settings)
    log.info("alert", shipment=parcel.shipment_id, kind=worry.kind, case=case_id)
    return None if worry.is_told else Warned(parcel, worry, case_id)


async def _open_case(parcel: Watched, worry: Worry, *, now: datetime, settings: Settings) -> int | None:
    cause = CASE_OF.get(worry.kind)
    if cause is None:
        return None
    new = NewCase(
        cause=cause,
        once=_once(parcel, worry.kind, worry.cause_at),
        customer_id=parcel.customer_id,
        order_id=parcel.order_id,
        shipment_id=parcel.shipment_id,
    )
    return await open_case(new, settings=settings, now=now)


async def _release(parcel: Watched, over: Sequence[Alert], *, now: datetime, settings: Settings) -> None:
    if not over:
        return
    for reason in sorted(set(HOLD_OF.values())):
        await release_hold(parcel.customer_id, reason=reason, subject=f"shipment:{parcel.shipment_id}", now=now)
    await _close_cases(parcel, over, now=now, settings=settings)
    told = [alert for alert in over if alert.announced and alert.kind in WITH_ALL_CLEAR]
    if told and is_coming(parcel.status):
        await clear(parcel, told[-1].kind, told[-1].cause_at, now=now, settings=settings)


async def _close_cases(parcel: Watched, over: Sequence[Alert], *, now: datetime, settings: Settings) -> None:
    """What nobody has taken needs nobody any more; who has taken a case closes it."""
    causes = [_once(parcel, alert.kind, alert.cause_at) for alert in over if alert.kind != DAMAGED]
    idle = Case.filter(once__in=causes, owner_id=None, status__in=("open", "pending_customer"))
    for case_id in await idle.values_list("id", flat=True):
        await close_case(int(str(case_id)), because="recovered", settings=settings, now=now)


def _once(parcel: Watched, kind: str, cause_at: datetime) -> str:
    return f"shipment:{parcel.shipment_id}:{kind}:{cause_at:%Y%m%d%H%M}"
