"""Warns customers ahead of trouble, holds back what would annoy them now, and gives the clear when it is over.

Only parcels heard of live are watched (table shipping_watch): imported history warns nobody.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.config import Settings
from bot.customers.holds import open_hold, release_hold
from bot.db import unit_of_work
from bot.shipping.all_clear import follow_warnings
from bot.shipping.attending import attend, let_go, look_after_worry
from bot.shipping.learning import read_outlook
from bot.shipping.models import Alert
from bot.shipping.progress import ParcelEvent
from bot.shipping.reminders import remind
from bot.shipping.replay import Outlook
from bot.shipping.warnings import Warned, warn
from bot.shipping.watching import customers_waiting, read_watched, read_watched_parcel, worry_about, worry_now
from bot.shipping.worries import DAMAGED, HOLD_OF, Watched, Worry, is_history
from bot.shop.rows import change

OPEN = """
INSERT INTO shipping_alert (shipment_id, kind, cause_at, opened_at, announced) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING RETURNING id"""
# By customers, not by parcels: all of one are looked after together.
PAGE = 200

log = structlog.get_logger(__name__)


async def watch(now: datetime, settings: Settings) -> int:
    """Look at every live parcel on its way; how many new warnings that made. Twice at a time does no harm."""
    warned, customers, outlook = 0, await customers_waiting(), await read_outlook()
    for start in range(0, len(customers), PAGE):
        for parcels in await read_watched(customers[start : start + PAGE]):
            warned += await _look_after(parcels, outlook, now=now, settings=settings)
            await remind(parcels, now=now, settings=settings)
    return warned


async def review(shipment_id: int, events: Sequence[ParcelEvent], *, now: datetime, settings: Settings) -> None:
    """Bring alerts, hold and case of a parcel in line with the scan just recorded, in its transaction.

    `events` are all that are known of it. What we see ourselves is left to `watch`: here only what the carrier told,
    and what is over.
    """
    parcel = await read_watched_parcel(shipment_id)
    if parcel is None:
        return
    worry = await worry_now(parcel, now, settings)
    if worry is None or worry.is_told:
        await _follow(parcel, worry, now=now, settings=settings)
    await attend(parcel, events, now=now, settings=settings)
    await follow_warnings(parcel, now=now, settings=settings)


async def reattend(shipment_id: int, events: Sequence[ParcelEvent], *, now: datetime, settings: Settings) -> None:
    """What the carrier told has another meaning since something of the parcel was withdrawn from, or is no longer."""
    if parcel := await read_watched_parcel(shipment_id):
        await attend(parcel, events, now=now, settings=settings)


@unit_of_work
async def _look_after(parcels: Sequence[Watched], outlook: Outlook, *, now: datetime, settings: Settings) -> int:
    """All parcels of a customer at once, so that a mass delay is one message."""
    found = []
    for parcel in parcels:
        worry = worry_about(parcel, now, settings, outlook)
        if opened := await _follow(parcel, worry, now=now, settings=settings):
            found.append(opened)
    await warn(found, now=now, settings=settings)
    return len(found)


async def _follow(parcel: Watched, worry: Worry | None, *, now: datetime, settings: Settings) -> Warned | None:
    """Close what is over, open what is new; what to tell the customer of it, if anything."""
    before = await Alert.filter(shipment_id=parcel.shipment_id, closed_at=None).order_by("id")
    over = [alert for alert in before if not _is_same(alert, worry)]
    if over:
        await Alert.filter(id__in=[alert.id for alert in over]).update(closed_at=now)
        log.info("alerts closed", shipment=parcel.shipment_id, kinds=[alert.kind for alert in over])
        await follow_warnings(parcel, now=now, settings=settings)
    if worry is None:
        await _release(parcel, over, now=now, settings=settings)
        return None
    if len(over) < len(before):
        return None
    if is_history(worry, now):
        await _release(parcel, over, now=now, settings=settings)
        return None
    warned = await _begin(parcel, worry, now=now, settings=settings)
    await follow_warnings(parcel, now=now, settings=settings)
    return warned


def _is_same(alert: Alert, worry: Worry | None) -> bool:
    return worry is not None and (alert.kind, alert.cause_at) == (worry.kind, worry.cause_at)


async def _begin(parcel: Watched, worry: Worry, *, now: datetime, settings: Settings) -> Warned | None:
    """Open what is new; a cause that was told of before is only remembered again, even if it had got better since."""
    cause = {"shipment_id": parcel.shipment_id, "kind": worry.kind, "cause_at": worry.cause_at}
    is_new = bool(await change(OPEN, *cause.values(), now, not worry.is_told))
    if not is_new:
        await Alert.filter(**cause).update(closed_at=None)
    await _hold(parcel, worry, now)
    case_id = None
    if is_new and not worry.is_told:  # what its carrier told is attended to as it is heard
        case_id = await look_after_worry(parcel, worry, now=now, settings=settings)
    log.info("alert", shipment=parcel.shipment_id, kind=worry.kind, case=case_id, is_new=is_new)
    return Warned(parcel, worry, case_id) if is_new and not worry.is_told else None


async def _hold(parcel: Watched, worry: Worry, now: datetime) -> None:
    subject = f"shipment:{parcel.shipment_id}"
    reason = HOLD_OF[worry.kind]
    for other in sorted({*HOLD_OF.values()} - {reason}):
        await release_hold(parcel.customer_id, reason=other, subject=subject, now=now)
    await open_hold(parcel.customer_id, reason=reason, subject=subject, now=now)


async def _release(parcel: Watched, over: Sequence[Alert], *, now: datetime, settings: Settings) -> None:
    if not over:
        return
    for reason in sorted(set(HOLD_OF.values())):
        await release_hold(parcel.customer_id, reason=reason, subject=f"shipment:{parcel.shipment_id}", now=now)
    kinds = {alert.kind for alert in over} - {DAMAGED}
    await let_go(parcel.shipment_id, kinds, now=now, settings=settings)
