"""Reports about parcels reach the parcels they are about, by tracking number; only what is new is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import structlog

from bot.config import Settings
from bot.connectors import counters
from bot.connectors.waiting import WaitingError, for_parcel, release
from bot.customers.time_zones import zone_of_country
from bot.db import unit_of_work
from bot.returns.arriving import mind_arrival
from bot.returns.leaving import mind_leaving
from bot.returns.scanning import SentLabel, find_label, follow_label
from bot.shipping.carriers.reports import Report, Scan
from bot.shipping.events import note_events, record_event, unrepeated
from bot.shipping.news import refresh_cards
from bot.shipping.progress import ParcelEvent
from bot.shop.by_platform import KnownParcel, is_latest_word, keep_proof, parcels_with_number
from bot.shop.numbers import tracking_key
from bot.shop.parcels import expect_parcel, follow_parcels
from bot.shop.rows import fetch, moment
from bot.shop.statuses import TERMINAL, ShipmentStatus

# Carriers give numbers out again, after months: what ended so long before a report is not what it is about, and
# nothing is scanned (clocks apart) before it was ordered.
REUSED_AFTER = timedelta(days=30)
CLOCKS_APART = timedelta(days=1)
# Scans of a report that are looked at one by one, the newest; no parcel has as many, and a body may hold thousands.
MOST_BY_ITSELF = 30
MOST_SCANS = 500
# Without a label these are parcels of orders that have not come yet.
WAITING_FOR_LABEL = """
SELECT i.waits_for FROM return_request r JOIN connector_inbox i ON i.waits_for = ? || r.label_key
WHERE r.status IN ('label_sent', 'in_transit') AND r.label_key IS NOT NULL AND i.processed_at IS NULL"""
KNOWN = "SELECT occurred_at, code, status, reason, text, place FROM shipping_event WHERE shipment_id = ?"

log = structlog.get_logger(__name__)


async def take_report(report: Report, *, source: str, settings: Settings, now: datetime) -> None:
    """Record what a source tells of the parcels with its number; WaitingError while there is none."""
    key = tracking_key(report.tracking_number) or ""
    known = await parcels_with_number(key)
    label = await find_label(key)
    if label:
        report = await _follow_back(label, report, is_shared=bool(known), settings=settings, now=now)
    if label and not (known and report.scans):
        note_unknown(report.scans, source)
        return
    parcels = _meant(report, known)
    if not parcels:
        raise WaitingError(for_parcel(key))
    note_unknown(report.scans, source)
    for parcel, its_own in parcels:
        await record_report(parcel, its_own, settings=settings, now=now)


async def take_label_report(key: str, report: Report, *, settings: Settings, now: datetime) -> None:
    """Record what a carrier answers about the number of a label; what is not of the way back, others ask for."""
    label = await find_label(key)
    if label:
        shared = bool(await parcels_with_number(key))
        await _follow_back(label, report, is_shared=shared, settings=settings, now=now)


async def release_for_labels() -> None:
    """Let reports go on that waited for a parcel with a number which is that of a return label by now."""
    rows = await fetch(WAITING_FOR_LABEL, for_parcel(""))
    if rows:
        await _release(sorted({row["waits_for"] for row in rows}))


@unit_of_work
async def _release(names: Sequence[str]) -> None:
    await release(names)


async def _follow_back(
    label: SentLabel, report: Report, *, is_shared: bool, settings: Settings, now: datetime
) -> Report:
    """Scans since the label was sent are of the way back; what is left of the report is of another parcel."""
    since = label.sent_at if is_shared else label.sent_at - CLOCKS_APART
    zone = settings.time_zone
    back = [scan for scan in report.scans if scan.event(zone).occurred_at >= since]
    events = [_not_ahead(scan.event(zone), (), now) for scan in back if _says_something(scan)]
    if events:
        await follow_label(label.return_id, events, settings=settings, now=now)
    rest = tuple(scan for scan in report.scans if scan not in back)
    return replace(report, scans=rest, expected_on=None if back else report.expected_on)


async def record_report(parcel: KnownParcel, report: Report, *, settings: Settings, now: datetime) -> None:
    """Record what is new in a report about this parcel; the shop's zone is for local times of one that goes nowhere."""
    place = zone_of_country(parcel.country) if parcel.country else None
    events = [scan.event(place or settings.time_zone) for scan in report.scans if _says_something(scan)]
    day, told_at = report.expected_on, report.told_at
    # First, so that the message of the delivery offers it; the card of one that was told before is brought up to date.
    is_proven = any(event.status == ShipmentStatus.DELIVERED for event in events)
    has_new_proof = bool(report.proof) and is_proven and await keep_proof(parcel.id, report.proof)
    has_moved = await record_scans(parcel, events, expected_on=day, told_at=told_at, settings=settings, now=now)
    if has_new_proof and not has_moved:
        await refresh_cards(parcel.id, now=now, settings=settings)


async def record_scans(
    parcel: KnownParcel,
    events: Sequence[ParcelEvent],
    *,
    expected_on: date | None = None,
    told_at: datetime | None = None,
    settings: Settings,
    now: datetime,
) -> bool:
    """Record the new ones among these events, oldest first, and a new expected day with the last of them.

    Whether there was anything to be recorded. A scan cannot lie ahead: it counts from when it is first told.
    """
    known = {event.key: event for event in await _known(parcel.id)}
    held = sorted((_not_ahead(each, known.values(), now) for each in unrepeated(events)), key=_time_of)[-MOST_SCANS:]
    fresh = [each for each in held if each.key not in known]
    day = expected_on if await _is_new_day(parcel, expected_on, told_at) else None
    if day and not fresh and known:
        fresh = [max(known.values(), key=_time_of)]
    if earlier := fresh[:-MOST_BY_ITSELF]:
        await note_events(parcel.id, earlier)
        fresh = fresh[-MOST_BY_ITSELF:]
    for event in fresh:
        new_day = day if event is fresh[-1] else None
        await record_event(parcel.id, event, now=now, settings=settings, expected_on=new_day)
    if fresh:
        await mind_leaving(parcel.order_id, settings=settings, now=now)
        await mind_arrival(parcel.order_id, settings=settings, now=now)
    if day and not fresh:
        await expect_parcel(parcel.id, day)
        await follow_parcels([parcel.order_id])
    return bool(fresh)


def _not_ahead(event: ParcelEvent, known: Iterable[ParcelEvent], now: datetime) -> ParcelEvent:
    if event.occurred_at <= now + CLOCKS_APART:
        return event
    moved = replace(event, occurred_at=now)
    return next((each for each in known if replace(each, occurred_at=now) == moved), moved)


def _time_of(event: ParcelEvent) -> datetime:
    return event.occurred_at


def note_unknown(scans: Sequence[Scan], source: str) -> None:
    """Let somebody hear of codes that we do not know."""
    for code in {scan.code for scan in scans if not scan.is_known}:
        log.warning("unknown carrier code", source=source, code=code[:64])
        counters.unknown_codes.labels(source).inc()


def _meant(report: Report, parcels: Sequence[KnownParcel]) -> list[tuple[KnownParcel, Report]]:
    """Of several parcels with one number those of the same carrier that are still to come, each with its own scans."""
    same = [parcel for parcel in parcels if parcel.carrier and parcel.carrier == report.carrier] or list(parcels)
    coming = [parcel for parcel in same if parcel.status != ShipmentStatus.CANCELLED] or same
    if len({parcel.order_id for parcel in coming}) <= 1 or not report.scans:
        return [(parcel, report) for parcel in coming]
    newest = max(scan.event(UTC).occurred_at for scan in report.scans)
    recent = [parcel for parcel in coming if not _ended_before(parcel, newest - REUSED_AFTER)] or coming
    told = [(parcel, replace(report, scans=_since(parcel.placed_at, report.scans))) for parcel in recent]
    return [(parcel, its_own) for parcel, its_own in told if its_own.scans] or [(recent[-1], report)]


def _ended_before(parcel: KnownParcel, moment: datetime) -> bool:
    return parcel.status in TERMINAL and parcel.status_at is not None and parcel.status_at < moment


def _since(placed_at: datetime | None, scans: Sequence[Scan]) -> tuple[Scan, ...]:
    return tuple(scan for scan in scans if placed_at is None or scan.event(UTC).occurred_at >= placed_at - CLOCKS_APART)


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
