"""A carrier's report is written once, and the parcel and its order follow it in the same moment."""

import asyncio
import random
from datetime import UTC, date, datetime

import pytest

from bot.config import load_settings
from bot.errors import NotFoundError
from bot.shipping.events import record_event
from bot.shipping.models import TrackingEvent
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Order, Shipment
from tests.support.builders import PLACED, an_order, parcel, scan

pytestmark = pytest.mark.usefixtures("database")

NOW = datetime(2026, 11, 6, 12, tzinfo=UTC)
SETTINGS = load_settings(_env_file=None)


async def test_a_report_moves_the_parcel_and_its_order() -> None:
    await an_order(parcels=[parcel("in_transit"), parcel("delivered")])
    first = await Shipment.get(position=1)

    recorded = await record_event(first.id, scan("delivered", at=NOW, place="Bonn"), now=NOW, settings=SETTINGS)

    order, shipment = await Order.get(), await Shipment.get(id=first.id)
    assert (recorded.is_new, recorded.moved, recorded.order_id) == (True, True, order.id)
    assert (shipment.status, shipment.rank, shipment.delivered_at, shipment.status_at) == ("delivered", 90, NOW, NOW)
    assert (order.state, order.is_open, order.delivered_at) == ("delivered", False, NOW)


async def test_a_repeated_report_changes_nothing() -> None:
    await an_order(parcels=[parcel("label_created")])
    shipment = await Shipment.get()
    report = scan("in_transit", at=NOW)
    await record_event(shipment.id, report, now=NOW, settings=SETTINGS)

    again = await record_event(shipment.id, report, now=NOW, settings=SETTINGS)

    assert (again.is_new, again.moved) == (False, False)
    assert await TrackingEvent.all().count() == 2


async def test_an_old_report_is_kept_and_moves_nothing() -> None:
    await an_order(parcels=[parcel("delivered")])
    shipment = await Shipment.get()

    late = await record_event(shipment.id, scan("in_transit", at=PLACED), now=NOW, settings=SETTINGS)

    assert (late.is_new, late.moved) == (True, False)
    assert (await Order.get()).state == "delivered"


async def test_a_report_may_bring_a_new_expected_day() -> None:
    await an_order(parcels=[parcel("in_transit", expected_on=date(2026, 11, 5))])
    shipment = await Shipment.get()

    await record_event(shipment.id, scan("delayed", at=NOW), now=NOW, settings=SETTINGS, expected_on=date(2026, 11, 9))

    assert (await Order.get()).expected_on == date(2026, 11, 9)


async def test_a_report_about_no_parcel_of_ours_is_refused() -> None:
    with pytest.raises(NotFoundError):
        await record_event(4711, scan("lost", at=NOW), now=NOW, settings=SETTINGS)


async def test_a_report_without_a_code_goes_by_its_status() -> None:
    await an_order(parcels=[parcel()])
    shipment = await Shipment.get()

    for _ in range(2):
        await record_event(shipment.id, ParcelEvent(NOW, "customs"), now=NOW, settings=SETTINGS)

    assert (await TrackingEvent.get()).code == "customs"


async def test_reports_at_once_about_the_parcels_of_one_order_leave_it_where_its_parcels_stand() -> None:
    await an_order(parcels=[parcel("label_created") for _ in range(4)])
    shipments = await Shipment.all()
    statuses = ("picked_up", "in_transit", "out_for_delivery", "delivered")
    reports = [
        (shipment.id, scan(status, at=NOW.replace(hour=hour)))
        for shipment in shipments
        for hour, status in enumerate(statuses)
    ]
    random.Random(7).shuffle(reports)

    await asyncio.gather(
        *(record_event(shipment_id, report, now=NOW, settings=SETTINGS) for shipment_id, report in reports)
    )

    order = await Order.get()
    assert {each.status for each in await Shipment.all()} == {"delivered"}
    assert (order.state, order.delivered_at, order.is_open) == ("delivered", NOW.replace(hour=3), False)
