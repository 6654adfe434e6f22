"""What carriers say about parcels, written down once; the parcel and its order follow in the same transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import structlog

from bot.config import Settings
from bot.db import unit_of_work
from bot.errors import NotFoundError
from bot.shipping import alerts, news, progress
from bot.shipping.progress import ParcelEvent, ParcelState
from bot.shop.parcels import STATE, expect_parcel, follow_parcels, lock_order_of, place_parcels
from bot.shop.rows import Row, change, day, fetch, insert_rows, moment
from bot.shop.statuses import ShipmentStatus
from bot.surveys.planning import plan_for_delivery

TABLE = "shipping_event"
COLUMNS = ("shipment_id", "occurred_at", "code", "status", "reason", "text", "place")
INSERT = """
INSERT INTO shipping_event (shipment_id, occurred_at, code, status, reason, text, place, heard_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id"""
# What is expected from now on, unless that is what was expected before.
EXPECT = """
INSERT INTO shipping_expected_day (shipment_id, expected_on, told_at)
SELECT s.id, s.expected_on, ? FROM shop_shipment s WHERE s.id = ? AND s.expected_on IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM shipping_expected_day d WHERE d.expected_on = s.expected_on AND d.id = (
    SELECT max(l.id) FROM shipping_expected_day l WHERE l.shipment_id = s.id))"""
WATCH = "INSERT INTO shipping_watch (shipment_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id"
EVENTS = """
SELECT shipment_id, occurred_at, code, status, reason, text, place FROM shipping_event
WHERE shipment_id IN ? ORDER BY id"""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a report changed: `is_new` is False for a repetition, `moved` when the parcel stands elsewhere now."""

    order_id: int
    is_new: bool
    moved: bool
    state: ParcelState


@unit_of_work
async def record_event(
    shipment_id: int, event: ParcelEvent, *, now: datetime, settings: Settings, expected_on: date | None = None
) -> Recorded:
    """Write one report down, with the new expected day that came with it, and let the customer hear what is news.

    A repetition changes nothing. Raises NotFoundError when there is no such parcel. Give `event` the carrier's code,
    else our status; `settings` know the language and the clock of those who have chosen none.
    """
    order_id = await lock_order_of(shipment_id)
    if order_id is None:
        raise NotFoundError
    is_new = bool(await change(INSERT, *_row(shipment_id, event), now))
    await change(WATCH, shipment_id, now)
    day_before = await _expected_day(shipment_id)
    if expected_on:
        await expect_parcel(shipment_id, expected_on)
    known = (await known_events([shipment_id]))[shipment_id]
    before, state = await _stored_state(shipment_id), progress.apply(known)
    if before != state_columns(state):
        await place_parcels([[*state_columns(state), shipment_id]])
    await follow_parcels([order_id])
    has_moved_day = expected_on is not None and expected_on != day_before
    if is_new or has_moved_day:
        await change(EXPECT, now, shipment_id)
        expected_before = day_before if has_moved_day else None
        await news.announce(shipment_id, known, now=now, settings=settings, expected_before=expected_before)
        await alerts.review(shipment_id, known, now=now, settings=settings)
    if before[0] != state.status == ShipmentStatus.DELIVERED:
        await plan_for_delivery(shipment_id, now=now, settings=settings)
    delay_s = int((now - event.occurred_at).total_seconds())
    log.info("tracking event", shipment=shipment_id, status=event.status, is_new=is_new, delay_s=delay_s)
    return Recorded(order_id, is_new, moved=before[0] != state.status, state=state)


@unit_of_work
async def note_events(shipment_id: int, events: Sequence[ParcelEvent]) -> None:
    """Write down new reports that a newer one follows at once: `record_event` of that makes of them what there is."""
    await lock_order_of(shipment_id)
    await insert_rows(TABLE, COLUMNS, [_row(shipment_id, event) for event in events])


@dataclass(frozen=True, slots=True)
class ParcelHistory:
    """All that an import tells about one parcel; `is_new` when the parcel was added with it, in its final state."""

    shipment_id: int
    events: Sequence[ParcelEvent]
    is_new: bool


async def record_history(parcels: Iterable[ParcelHistory]) -> dict[int, int]:
    """Write imported events down, many at once; how many of them were new, by shipment.

    History only fills the tables: unlike `record_event` it never leads to a message, now or later.
    To be called inside a unit of work, which brings the orders in line afterwards.
    """
    told = [parcel for parcel in parcels if parcel.events]
    known = await known_events([parcel.shipment_id for parcel in told if not parcel.is_new])
    news = {parcel.shipment_id: _unknown(parcel.events, known[parcel.shipment_id]) for parcel in told}
    await insert_rows(TABLE, COLUMNS, [_row(each, event) for each, events in news.items() for event in events])
    grown = [parcel.shipment_id for parcel in told if not parcel.is_new and news[parcel.shipment_id]]
    states = {each: progress.apply([*known[each], *news[each]]) for each in grown}
    await place_parcels([[*state_columns(states[each]), each] for each in grown])
    return {each: len(events) for each, events in news.items() if events}


@unit_of_work
async def retell_order(order_id: int, *, settings: Settings, now: datetime) -> None:
    """Cards, news and cases of its parcels say what holds since something of it was withdrawn from, or is no longer."""
    rows = await fetch("SELECT id FROM shop_shipment WHERE order_id = ? ORDER BY id", order_id)
    known = await known_events([row["id"] for row in rows])
    for row in rows:
        await alerts.reattend(row["id"], known[row["id"]], now=now, settings=settings)
        await news.retell(row["id"], known[row["id"]], now=now, settings=settings)


async def known_events(shipment_ids: Sequence[int]) -> defaultdict[int, list[ParcelEvent]]:
    """All that carriers said about these parcels so far."""
    known: defaultdict[int, list[ParcelEvent]] = defaultdict(list)
    for row in await fetch(EVENTS, list(shipment_ids)) if shipment_ids else ():
        known[row["shipment_id"]].append(_event(row))
    return known


def unrepeated(events: Iterable[ParcelEvent]) -> tuple[ParcelEvent, ...]:
    """Without those that the table would take for repetitions; the first of them stays."""
    return tuple({event.key: event for event in reversed(list(events))}.values())[::-1]


def state_columns(state: ParcelState) -> tuple[Any, ...]:
    """The values of `bot.shop.parcels.STATE`."""
    return tuple(str(value) if name == "status" else value for name in STATE for value in [getattr(state, name)])


def _row(shipment_id: int, event: ParcelEvent) -> tuple[Any, ...]:
    code = event.code or str(event.status)
    return shipment_id, event.occurred_at, code, str(event.status), event.reason, event.text, event.place


async def _stored_state(shipment_id: int) -> tuple[Any, ...]:
    [row] = await fetch(
        "SELECT status, reason, status_at, rank, delivered_at FROM shop_shipment WHERE id = ?", shipment_id
    )
    return row["status"], row["reason"], moment(row["status_at"]), row["rank"], moment(row["delivered_at"])


async def _expected_day(shipment_id: int) -> date | None:
    [row] = await fetch("SELECT expected_on FROM shop_shipment WHERE id = ?", shipment_id)
    return day(row["expected_on"])


def _event(row: Row) -> ParcelEvent:
    values = {**row, "occurred_at": moment(row["occurred_at"])}
    del values["shipment_id"]
    return ParcelEvent(**values)


def _unknown(events: Sequence[ParcelEvent], known: Sequence[ParcelEvent]) -> tuple[ParcelEvent, ...]:
    keys = {event.key for event in known}
    return tuple(event for event in unrepeated(events) if event.key not in keys)
