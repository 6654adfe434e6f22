"""Reads the shop's past parcels, a page at a time: their reports and what was expected when."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from typing import cast

from bot.config import Settings
from bot.shipping.forecasts import Journey
from bot.shipping.progress import ParcelEvent
from bot.shipping.routes import lane_of, route_to
from bot.shop.rows import Row, day, fetch, moment

PARCELS = """
SELECT s.id, s.carrier, o.ship_country FROM shop_shipment s JOIN shop_order o ON o.id = s.order_id
WHERE s.id < ? AND s.status_at > ? AND s.carrier IS NOT NULL AND NOT o.is_test AND NOT o.is_hidden
ORDER BY s.id DESC LIMIT ?"""
REPORTS = """
SELECT shipment_id, occurred_at, code, status, reason, place, heard_at FROM shipping_event
WHERE shipment_id IN ? ORDER BY id"""
EXPECTED = "SELECT shipment_id, expected_on, told_at FROM shipping_expected_day WHERE shipment_id IN ? ORDER BY id"

PAGE = 500
# What is older says little about how carriers are today; of very large shops the newest parcels say enough.
LOOKBACK = timedelta(days=365)
MOST_PARCELS = 10_000
ABOVE_ALL = 2**62


async def past_journeys(now: datetime, settings: Settings) -> AsyncIterator[list[Journey]]:
    """Pages of parcels of the last year, the newest first; three queries a page."""
    before, read = ABOVE_ALL, 0
    while read < MOST_PARCELS:
        rows = await fetch(PARCELS, before, now - LOOKBACK, PAGE)
        if not rows:
            return
        before, read = rows[-1]["id"], read + len(rows)
        yield await _journeys(rows, settings)


async def _journeys(rows: Sequence[Row], settings: Settings) -> list[Journey]:
    ids = [row["id"] for row in rows]
    reports: defaultdict[int, list[tuple[datetime | None, ParcelEvent]]] = defaultdict(list)
    for row in await fetch(REPORTS, ids):
        reports[row["shipment_id"]].append((moment(row["heard_at"]), _event(row)))
    expected: defaultdict[int, list[tuple[datetime, date]]] = defaultdict(list)
    for row in await fetch(EXPECTED, ids):
        expected[row["shipment_id"]].append(
            (cast(datetime, moment(row["told_at"])), cast(date, day(row["expected_on"])))
        )
    return [_journey(row, reports[row["id"]], expected[row["id"]], settings) for row in rows if reports[row["id"]]]


def _journey(
    row: Row,
    reports: Sequence[tuple[datetime | None, ParcelEvent]],
    expected: Sequence[tuple[datetime, date]],
    settings: Settings,
) -> Journey:
    route = route_to(row["ship_country"], settings)
    carrier, country = lane_of(row["carrier"], row["ship_country"])
    return Journey(row["id"], carrier, country, route.tz, route.is_abroad, reports, expected)


def _event(row: Row) -> ParcelEvent:
    at = cast(datetime, moment(row["occurred_at"]))
    return ParcelEvent(at, row["status"], row["code"], row["reason"], None, row["place"])
