"""Reports about parcels reach the parcels they are about, by tracking number; only what is new is recorded."""

from collections.abc import Sequence
from datetime import date, datetime

import structlog

from bot.config import Settings
from bot.connectors import counters
from bot.connectors.waiting import WaitingError, for_parcel
from bot.customers.time_zones import zone_of_country
from bot.shipping.carriers.reports import Report, Scan
from bot.shipping.events import record_event, unrepeated
from bot.shipping.progress import ParcelEvent
from bot.shop.by_platform import KnownParcel, is_latest_word, keep_proof, parcels_with_number
from bot.shop.numbers import tracking_key
from bot.shop.parcels import expect_parcel, follow_parcels
from bot.shop.rows import fetch, moment
from bot.shop.statuses import ShipmentStatus

KNOWN = "SELECT occurred_at, code, status, reason, text, place FROM shipping_event WHERE shipment_id = ?"

log = structlog.get_logger(__name__)


async def take_report(report: Report, *, source: str, settings: Settings, now: datetime) -> None:
    """Record what a source tells of the parcels with its number; WaitingError while there is none."""
    key = tracking_key(report.tracking_number) or ""
    parcels = _meant(report, await parcels_with_number(key))
    if not parcels:
        raise WaitingError(for_parcel(key))
    note_unknown(report.scans, source)
    for parcel in parcels:
        await record_report(parcel, report, settings=settings, now=now)


async def record_report(parcel: KnownParcel, report: Report, *, settings: Settings, now: datetime) -> None:
    """Record what is new in a report about this parcel; the shop's zone is for local times of one that goes nowhere."""
    place = zone_of_country(parcel.country) if parcel.country else None
    events = [scan.event(place or settings.time_zone) for scan in report.scans if _says_something(scan)]
    day, told_at = report.expected_on, report.told_at
    await record_scans(parcel, events, expected_on=day, told_at=told_at, settings=settings, now=now)
    if report.proof and any(event.status == ShipmentStatus.DELIVERED for event in events):
        await keep_proof(parcel.id, report.proof)


async def record_scans(
    parcel: KnownParcel,
    events: Sequence[ParcelEvent],
    *,
    expected_on: date | None = None,
    told_at: datetime | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """Record the new ones among these events, oldest first, and a new expected day with the last of them."""
    known = {event.key: event for event in await _known(parcel.id)}
    fresh = sorted((each for each in unrepeated(events) if each.key not in known), key=lambda each: each.occurred_at)
    day = expected_on if await _is_new_day(parcel, expected_on, told_at) else None
    if day and not fresh and known:
        fresh = [max(known.values(), key=lambda each: each.occurred_at)]
    for event in fresh:
        new_day = day if event is fresh[-1] else None
        await record_event(parcel.id, event, now=now, settings=settings, expected_on=new_day)
    if day and not fresh:
        await expect_parcel(parcel.id, day)
        await follow_parcels([parcel.order_id])


def note_unknown(scans: Sequence[Scan], source: str) -> None:
    """Let somebody hear of codes that we do not know."""
    for code in {scan.code for scan in scans if not scan.is_known}:
        log.warning("unknown carrier code", source=source, code=code[:64])
        counters.unknown_codes.labels(source).inc()


def _meant(report: Report, parcels: Sequence[KnownParcel]) -> list[KnownParcel]:
    """Of several parcels with one number those of the same carrier, and those that are still to come."""
    same = [parcel for parcel in parcels if parcel.carrier and parcel.carrier == report.carrier] or list(parcels)
    return [parcel for parcel in same if parcel.status != ShipmentStatus.CANCELLED] or same


def _says_something(scan: Scan) -> bool:
    return scan.status != ShipmentStatus.UNKNOWN or scan.text is not None


async def _is_new_day(parcel: KnownParcel, expected_on: date | None, told_at: datetime | None) -> bool:
    """Of two reports that arrive in the wrong order the one that was told later knows the day."""
    if expected_on is None:
        return False
    is_latest = told_at is None or await is_latest_word(parcel.id, told_at)
    return is_latest and expected_on != parcel.expected_on


async def _known(shipment_id: int) -> list[ParcelEvent]:
    rows = await fetch(KNOWN, shipment_id)
    return [ParcelEvent(**{**row, "occurred_at": moment(row["occurred_at"])}) for row in rows]
