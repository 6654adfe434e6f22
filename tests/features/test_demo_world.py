"""The demo's clock: what falls due happens over signed webhooks, in order, once, and survives a restart."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.config import LOCALES, Settings
from bot.connectors.models import InboxBody
from bot.demo.courier import with_secrets
from bot.demo.place import find_ahead, find_place
from bot.demo.story import Turn
from bot.demo.world import World, stop_turning
from bot.i18n import plain
from bot.shipping.models import TrackingEvent
from bot.shop.models import Order, Shipment
from tests.support.builders import an_order, parcel
from tests.support.demo import ANNA, BEN, open_world, scanned

Told = asyncio.Queue[dict[str, Any]]


async def a_parcel_underway(number: str = "1007", count: int = 1) -> list[Shipment]:
    order = await an_order(number, parcels=[parcel("label_created", "in_transit") for _ in range(count)])
    return await Shipment.filter(order_id=order.id).order_by("position")


async def on_its_way(shipment: Shipment, clock: Clock) -> list[Turn]:
    """It will be out for delivery in three hours and delivered in nine."""
    now = clock.now().replace(microsecond=0)
    return [
        await scanned(shipment, "out_for_delivery", "OutForDelivery_001", now + timedelta(hours=3)),
        await scanned(shipment, "delivered", "Delivered_001", now + timedelta(hours=9)),
    ]


async def standing(shipment: Shipment) -> str:
    return (await Shipment.get(id=shipment.id)).status


@pytest.fixture
async def world(database: Settings, clock: Clock) -> AsyncIterator[World]:
    async with open_world(database, clock) as world:
        yield world


async def test_next_turns_the_clock_to_the_next_turn_and_lets_it_happen(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    story = await on_its_way(shipment, clock)
    async with open_world(database, clock, story) as world:
        shown = await world.advance({"advance": "next"})
    assert story[0].at <= datetime.fromisoformat(shown["now"]) < story[0].at + timedelta(minutes=1)
    assert shown["next"]["what"] == "Parcel of order 1007: delivered"
    assert await standing(shipment) == "out_for_delivery"
    assert (await Order.get(number="1007")).state == "out_for_delivery"


async def test_what_happens_arrives_by_webhook_dated_by_the_shops_clock(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    story = await on_its_way(shipment, clock)
    async with open_world(database, clock, story) as world:
        await world.advance({"advance": "next"})
    [body] = await InboxBody.all()
    assert (body.platform, body.topic, body.error) == ("aftership", "tracking_update", None)
    assert story[0].at <= body.received_at < story[0].at + timedelta(minutes=1)
    told = await TrackingEvent.filter(shipment_id=shipment.id).order_by("-occurred_at").first()
    assert told is not None
    assert (told.occurred_at, told.code) == (story[0].at, "OutForDelivery_001")


async def test_next_of_somebody_lets_everything_before_it_happen_too(database: Settings, clock: Clock) -> None:
    [annas], [bens] = await a_parcel_underway("1001"), await a_parcel_underway("1003")
    now = clock.now()
    story = [
        await scanned(annas, "out_for_delivery", "OutForDelivery_001", now + timedelta(hours=1)),
        await scanned(bens, "delivered", "Delivered_001", now + timedelta(hours=2), seat_id=BEN),
        await scanned(annas, "delivered", "Delivered_001", now + timedelta(hours=3)),
    ]
    async with open_world(database, clock, story) as world:
        assert (await world.clock())["next_of"][str(BEN)]["what"] == "Parcel of order 1003: delivered"
        shown = await world.advance({"advance": "next", "user_id": BEN})
        assert (await standing(annas), await standing(bens)) == ("out_for_delivery", "delivered")
        assert set(shown["next_of"]) == {str(ANNA)}
        await world.advance({"advance": "next", "user_id": BEN})
    assert await standing(annas) == "delivered", "where nothing is left for somebody, next is everybody's"


async def test_what_is_next_names_the_parcel_of_a_split_order_in_every_language(
    database: Settings, clock: Clock
) -> None:
    shipments = await a_parcel_underway(count=2)
    at = clock.now() + timedelta(minutes=5)
    turn = await scanned(shipments[1], "available_for_pickup", "AvailableForPickup_001", at, position=2)
    async with open_world(database, clock, [turn]) as world:
        shown = await world.clock()
    assert shown["next"]["at"] == at.isoformat()
    assert shown["next"]["what"] == "Parcel 2 of order 1007: available for pickup"
    assert set(shown["next"]["texts"]) == set(LOCALES)
    assert plain("lb", "state-available_for_pickup") in shown["next"]["texts"]["lb"]
    assert shown["timezone"] == "Europe/Berlin"
    assert shown["running"] is False


async def test_a_step_lets_everything_on_the_way_happen_each_at_its_own_time(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    now = clock.now().replace(microsecond=0)
    times = [now + timedelta(hours=hours) for hours in (2, 6, 8, 30)]
    words = [
        ("delayed", "Exception_005"),
        ("out_for_delivery", "OutForDelivery_001"),
        ("delivered", "Delivered_003"),
        ("returning", "Exception_010"),
    ]
    story = [await scanned(shipment, *word, at) for word, at in zip(words, times, strict=True)]
    async with open_world(database, clock, story) as world:
        shown = await world.advance({"advance_seconds": 24 * 3600})
    told = await TrackingEvent.filter(shipment_id=shipment.id, occurred_at__gte=now).order_by("occurred_at")
    assert [event.occurred_at for event in told] == times[:3]
    bodies = await InboxBody.all().order_by("id")
    assert all(body.received_at - at < timedelta(minutes=1) for body, at in zip(bodies, times, strict=False))
    assert await standing(shipment) == "delivered"
    assert shown["next"]["what"].endswith("returning")


async def test_a_scan_can_bring_a_new_expected_day(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    at = clock.now() + timedelta(hours=1)
    turn = await scanned(shipment, "delayed", "Exception_017", at, expected_delivery="2026-12-24")
    async with open_world(database, clock, [turn]) as world:
        await world.advance({"advance": "next"})
    assert (await Shipment.get(id=shipment.id)).expected_on == date(2026, 12, 24)
    assert (await Order.get(number="1007")).expected_on == date(2026, 12, 24)


async def test_a_wrong_secret_moves_nothing_and_the_log_says_so(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    story, before = await on_its_way(shipment, clock), await standing(shipment)
    wrong = with_secrets(database).model_copy(update={"aftership_webhook_secret": SecretStr("somebody else's")})
    with capture_logs() as logs:
        async with open_world(database, clock, story, posts_with=wrong) as world:
            await world.advance({"running": True})
            with pytest.raises(ValueError, match="webhook of aftership answered 401 to tracking_update"):
                await world.advance({"advance_seconds": 24 * 3600})
            shown = await world.clock()
    assert shown["next"]["what"] == "Parcel of order 1007: out for delivery"
    assert shown["running"] is False
    assert (await standing(shipment), await InboxBody.all().count()) == (before, 0)
    place = await find_place()
    assert place is not None
    assert place.turns_told == 0
    [line] = [line for line in logs if line["log_level"] == "error"]
    assert (line["event"], line["order"]) == ("demo webhook refused", "1007")
    assert "somebody" not in str(logs)


async def test_a_body_that_cannot_be_processed_is_told_and_the_story_goes_on(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    story = await on_its_way(shipment, clock)
    del story[0].postings[0].body["msg"]["tracking_number"]
    with capture_logs() as logs:
        async with open_world(database, clock, story) as world:
            await world.advance({"advance_seconds": 24 * 3600})
    assert await standing(shipment) == "delivered"
    assert [line["fate"] for line in logs if line["event"] == "demo body not processed"] == ["failed"]


async def test_a_turn_that_was_told_before_a_crash_is_told_once(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    story = await on_its_way(shipment, clock)
    for _ in range(2):
        async with open_world(database, clock, story[:1]) as world:
            await world.advance({"advance_seconds": 4 * 3600})
    assert await InboxBody.all().count() == 1
    assert await TrackingEvent.filter(shipment_id=shipment.id, status="out_for_delivery").count() == 1


async def test_secrets_that_are_set_are_used_and_others_are_new_at_every_start(database: Settings) -> None:
    ours = database.model_copy(update={"shopify_webhook_secret": SecretStr("the shop's own")})
    first, second = with_secrets(ours), with_secrets(ours)
    assert first.shopify_webhook_secret == second.shopify_webhook_secret == SecretStr("the shop's own")
    assert first.aftership_webhook_secret != second.aftership_webhook_secret
    assert first.aftership_webhook_secret is not None
    assert first.aftership_webhook_secret.get_secret_value() not in f"{first!r}{first}"


async def test_when_nothing_is_left_next_changes_nothing_and_nothing_runs(world: World, clock: Clock) -> None:
    before = clock.ahead
    shown = await world.advance({"advance": "next"})
    assert shown["next"] is None
    assert clock.ahead == before
    assert (await world.advance({"running": True}))["running"] is False


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
    restarted = Clock(await find_ahead())
    assert abs(restarted.now() - clock.now()) < timedelta(seconds=2)


async def test_two_who_turn_the_clock_at_once_let_a_turn_happen_once(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    async with open_world(database, clock, await on_its_way(shipment, clock)) as world:
        await asyncio.gather(*[world.advance({"advance": "next"}) for _ in range(4)])
    assert await standing(shipment) == "delivered"
    assert await InboxBody.all().count() == 2


async def test_what_falls_due_while_nobody_turns_happens_by_itself_and_is_told(
    database: Settings, clock: Clock
) -> None:
    told = Told()
    [shipment] = await a_parcel_underway()
    at = clock.now() + timedelta(seconds=0.2)
    turn = await scanned(shipment, "out_for_delivery", "OutForDelivery_001", at)
    async with open_world(database, clock, [turn], tell=told.put_nowait) as world:
        turning = asyncio.create_task(world.turn())
        shown = await asyncio.wait_for(told.get(), 5)
        await stop_turning(turning)
    assert shown["next"] is None
    assert await standing(shipment) == "out_for_delivery"


async def test_a_world_that_runs_passes_hours_in_seconds_can_be_halted_and_stops_when_nothing_is_left(
    database: Settings, clock: Clock
) -> None:
    told = Told()
    [shipment] = await a_parcel_underway()
    async with open_world(database, clock, await on_its_way(shipment, clock), tell=told.put_nowait) as world:
        assert (await world.advance({"running": True}))["running"] is True
        turning = asyncio.create_task(world.turn())
        await _until(told, lambda shown: shown["next"]["what"].endswith("delivered"))
        halted = await world.advance({"running": False})
        await asyncio.sleep(0.6)
        later = await world.clock()
        passed = datetime.fromisoformat(later["now"]) - datetime.fromisoformat(halted["now"])
        assert timedelta() < passed < timedelta(seconds=30)
        await world.advance({"running": True})
        await _until(told, lambda shown: shown["next"] is None and not shown["running"])
        await stop_turning(turning)
    assert await standing(shipment) == "delivered"
    assert await find_ahead() >= timedelta(hours=8)


async def test_a_world_that_ends_begins_no_further_turn(database: Settings, clock: Clock) -> None:
    [shipment] = await a_parcel_underway()
    async with open_world(database, clock, await on_its_way(shipment, clock)) as world:
        await world.end()
        shown = await world.advance({"advance_seconds": 24 * 3600})
    assert shown["next"]["what"].endswith("out for delivery")
    assert await InboxBody.all().count() == 0


async def _until(told: Told, is_it: Any) -> None:
    async with asyncio.timeout(10):
        while not is_it(await told.get()):
            continue
