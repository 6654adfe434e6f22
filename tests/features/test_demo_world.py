"""The demo's clock: what falls due happens, in order, once, and survives a restart."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock
from bot.config import LOCALES, Settings, load_settings
from bot.demo.mark import mark
from bot.demo.models import DemoScan, DemoWorld
from bot.demo.scans import find_place
from bot.demo.world import World, stop_turning
from bot.i18n import plain
from bot.shipping.models import TrackingEvent
from bot.shop.models import Order, Shipment
from tests.support.builders import an_order, parcel

BERLIN = ZoneInfo("Europe/Berlin")
SETTINGS = load_settings(_env_file=None)


@pytest.fixture
async def world(database: Settings, clock: Clock) -> World:
    await mark(clock.now(), pages="http://127.0.0.1:8080/demo")
    return World(clock, SETTINGS)


async def a_parcel_underway(number: str = "1007", count: int = 1) -> list[Shipment]:
    order = await an_order(number, parcels=[parcel("label_created", "in_transit") for _ in range(count)])
    return await Shipment.filter(order_id=order.id).order_by("position")


async def will_be(shipment: Shipment, status: str, clock: Clock, **when: Any) -> datetime:
    expected_on = when.pop("expected_on", None)
    due_at = clock.now() + timedelta(**when)
    await DemoScan.create(shipment=shipment, due_at=due_at, status=status, text="…", expected_on=expected_on)
    return due_at


async def standing(shipment: Shipment) -> str:
    return (await Shipment.get(id=shipment.id)).status


async def test_next_turns_the_clock_to_the_next_scan_and_lets_it_happen(world: World, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    due_at = await will_be(shipment, "out_for_delivery", clock, hours=3)
    await will_be(shipment, "delivered", clock, hours=9)
    shown = await world.advance({"advance": "next"})
    assert due_at <= datetime.fromisoformat(shown["now"]) < due_at + timedelta(minutes=1)
    assert shown["next"]["what"] == "Parcel of order 1007: delivered"
    assert await standing(shipment) == "out_for_delivery"
    assert (await Order.get(number="1007")).state == "out_for_delivery"


async def test_what_is_next_names_the_parcel_of_a_split_order(world: World, clock: Clock) -> None:
    shipments = await a_parcel_underway(count=2)
    due_at = await will_be(shipments[1], "available_for_pickup", clock, minutes=5)
    shown = await world.clock()
    assert shown["next"]["at"] == due_at.isoformat()
    assert shown["next"]["what"] == "Parcel 2 of order 1007: available for pickup"
    assert set(shown["next"]["texts"]) == set(LOCALES)
    assert plain("lb", "state-available_for_pickup") in shown["next"]["texts"]["lb"]
    assert shown["timezone"] == "Europe/Berlin"
    assert shown["running"] is False


async def test_a_step_lets_everything_on_the_way_happen_each_at_its_own_time(world: World, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    times = [
        await will_be(shipment, status, clock, hours=hours)
        for status, hours in [("delivered", 8), ("delayed", 2), ("out_for_delivery", 6)]
    ]
    await will_be(shipment, "returning", clock, hours=30)
    await world.advance({"advance_seconds": 24 * 3600})
    told = await TrackingEvent.filter(shipment_id=shipment.id, occurred_at__gt=datetime(2026, 11, 10, tzinfo=UTC))
    assert sorted(event.occurred_at for event in told) == sorted(times)
    assert await standing(shipment) == "delivered"
    assert await DemoScan.all().count() == 1


async def test_a_scan_can_bring_a_new_expected_day(world: World, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    await will_be(shipment, "delayed", clock, hours=1, expected_on=date(2026, 12, 24))
    await world.advance({"advance": "next"})
    assert (await Shipment.get(id=shipment.id)).expected_on == date(2026, 12, 24)
    assert (await Order.get(number="1007")).expected_on == date(2026, 12, 24)


async def test_when_nothing_is_left_next_changes_nothing(world: World, clock: Clock) -> None:
    before = clock.ahead
    shown = await world.advance({"advance": "next"})
    assert shown["next"] is None
    assert clock.ahead == before


@pytest.mark.parametrize(
    "request_", [{}, {"advance": "back"}, {"advance_seconds": -1}, {"advance_seconds": 1e12}, {"running": "yes"}]
)
async def test_a_request_it_does_not_understand_is_answered_with_a_sentence(
    world: World, request_: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="Ask for"):
        await world.advance(request_)


async def test_the_clock_goes_on_where_it_stood_after_a_restart(world: World, clock: Clock) -> None:
    await world.advance({"advance_seconds": 5000})
    restarted = Clock(timedelta(seconds=await find_place()))
    assert abs(restarted.now() - clock.now()) < timedelta(seconds=2)


async def test_two_who_turn_the_clock_at_once_let_a_scan_happen_once(world: World, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    await will_be(shipment, "out_for_delivery", clock, hours=1)
    await will_be(shipment, "delivered", clock, hours=2)
    await asyncio.gather(*[world.advance({"advance": "next"}) for _ in range(4)])
    assert await standing(shipment) == "delivered"
    assert await TrackingEvent.filter(shipment_id=shipment.id, status="delivered").count() == 1


async def test_what_falls_due_while_nobody_turns_happens_by_itself_and_is_told(database: Settings) -> None:
    clock, told = Clock(), asyncio.Queue[dict[str, Any]]()
    await mark(clock.now(), pages="")
    [shipment] = await a_parcel_underway()
    await will_be(shipment, "out_for_delivery", clock, seconds=0.2)
    turning = asyncio.create_task(World(clock, SETTINGS, tell=told.put_nowait).turn())
    shown = await asyncio.wait_for(told.get(), 5)
    await stop_turning(turning)
    assert shown["next"] is None
    assert await standing(shipment) == "out_for_delivery"


async def test_a_world_that_runs_passes_a_day_in_seconds_and_stops_when_nothing_is_left(database: Settings) -> None:
    clock, told = Clock(), asyncio.Queue[dict[str, Any]]()
    await mark(clock.now(), pages="")
    [shipment] = await a_parcel_underway()
    await will_be(shipment, "out_for_delivery", clock, minutes=30)
    await will_be(shipment, "delivered", clock, minutes=60)
    world = World(clock, SETTINGS, tell=told.put_nowait)
    assert (await world.advance({"running": True}))["running"] is True
    turning = asyncio.create_task(world.turn())
    while (await asyncio.wait_for(told.get(), 5))["running"]:
        pass
    await stop_turning(turning)
    assert await standing(shipment) == "delivered"
    assert (await DemoWorld.get(id=1)).ahead_s >= 3600
