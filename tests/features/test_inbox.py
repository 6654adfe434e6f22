"""Nothing genuine is lost: what cannot be processed stays, is tried again, and goes on when what it waits for comes."""

import asyncio
import json
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.connectors.inbox import CLAIM, KEPT, Letter, forget_old_bodies, process_due, receive, reopen
from bot.connectors.listing import inbox_figures, list_inbox
from bot.connectors.models import MOST_ATTEMPTS, InboxBody
from bot.connectors.waiting import RELEASE
from bot.db import connection
from bot.shipping.models import TrackingEvent
from bot.shop.models import Order, Shipment
from tests.support.builders import an_order, parcel
from tests.support.inbox import deliver, drain, let_retries_be_due
from tests.support.platforms import (
    aftership_update,
    checkpoint,
    detail,
    easypost_update,
    shopify_fulfilment,
    shopify_order,
    shopify_scan,
)

AT = "2026-11-20T10:00:00Z"


async def put(platform: str, topic: str, body: object) -> None:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    await receive(Letter(platform, topic, raw), now=Clock().now())


async def test_a_failure_waits_longer_each_time_and_then_for_a_replay(database: Settings) -> None:
    await put("shopify", "orders/create", {"id": 1})
    waited = []
    for _ in range(MOST_ATTEMPTS - 1):
        await drain(database)
        row = await InboxBody.get()
        assert row.retry_at is not None
        waited.append((row.retry_at - real_now()) / timedelta(seconds=1))
        await let_retries_be_due()
    await drain(database)

    assert (await InboxBody.get()).retry_at is None
    assert 20 < waited[0] < 40
    assert waited[5] > 10 * waited[0]
    assert max(waited) < timedelta(hours=8).total_seconds()
    assert await process_due(database, now=Clock().now()) == 0
    assert (await list_inbox())[0]["state"] == "given up"


async def test_a_body_that_failed_does_not_hold_up_the_next(database: Settings) -> None:
    await put("shopify", "orders/create", {"id": 1})
    await put("shopify", "orders/create", shopify_order(1001))

    await drain(database)

    assert await Order.all().count() == 1
    assert [row.processed_at is None for row in await InboxBody.all().order_by("id")] == [True, False]


async def test_half_a_body_is_never_kept(database: Settings) -> None:
    """The fulfilment of this order has no time, so the order is not there either."""
    order = shopify_order()
    order["fulfillments"] = [shopify_fulfilment(order, "111", created_at="yesterday")]

    assert await deliver(database, ("shopify", "orders/create", order)) == [
        "created_at: missing, or not what it should be"
    ]
    assert await Order.all().count() == 0


async def test_a_body_of_a_process_that_died_is_taken_over(database: Settings) -> None:
    await put("shopify", "orders/create", shopify_order())
    assert await reopen((await InboxBody.get()).id) is not None  # claimed, and nothing more is heard of who claimed it
    assert await process_due(database, now=Clock().now()) == 0

    await let_retries_be_due()
    assert await process_due(database, now=Clock().now()) == 1
    assert await Order.all().count() == 1


async def test_two_who_process_at_once_do_it_once(database: Settings) -> None:
    for number in range(30):
        await put("shopify", "orders/create", shopify_order(number))

    done = await asyncio.gather(*(process_due(database, now=Clock().now()) for _ in range(4)))
    await drain(database)

    assert sum(done) <= 30
    assert await Order.all().count() == 30
    assert {row.attempts for row in await InboxBody.all()} == {1}


async def test_a_report_about_a_parcel_not_known_yet_waits_for_it(database: Settings) -> None:
    order = shopify_order()
    update = aftership_update("0034 0433", checkpoint("InTransit_002", AT))

    assert await deliver(database, ("aftership", "", update)) == ["no parcel with the number 00340433 (yet)"]
    await deliver(database, ("shopify", "orders/create", order))
    assert (await InboxBody.get(id=1)).processed_at is None
    await deliver(database, ("shopify", "fulfillments/create", shopify_fulfilment(order, "00340433")))

    assert (await InboxBody.get(id=1)).processed_at is not None
    assert (await Shipment.get()).status == "picked_up"


async def test_what_was_given_up_goes_on_when_what_it_waited_for_comes(database: Settings) -> None:
    await deliver(database, ("aftership", "", aftership_update("00340433", checkpoint("InTransit_002", AT))))
    for _ in range(MOST_ATTEMPTS):
        await let_retries_be_due()
        await drain(database)
    assert (await list_inbox())[0]["state"] == "given up"

    order = shopify_order(fulfillments=[shopify_fulfilment(shopify_order(), "00340433")])
    await deliver(database, ("shopify", "orders/create", order))

    assert (await Shipment.get()).status == "picked_up"
    assert await InboxBody.filter(processed_at=None).count() == 0


@pytest.mark.sqlite
async def test_a_backlog_is_never_read_to_find_what_is_due_or_what_has_waited(database: Settings) -> None:
    searches = [
        (CLAIM.format(locked=""), [real_now(), real_now(), real_now(), MOST_ATTEMPTS, 20]),
        (RELEASE.format(locked="").replace("IN ?", "IN (?)"), [real_now(), "order 1 of shopify", real_now()]),
    ]
    for statement, values in searches:
        plan = await connection().execute_query_dict(f"EXPLAIN QUERY PLAN {statement}", values)
        read = [step["detail"] for step in plan if "connector_inbox" in step["detail"]]
        assert read
        assert not [step for step in read if step.startswith("SCAN")], read


async def test_a_parcel_of_two_orders_moves_for_both(database: Settings) -> None:
    for _ in range(2):
        await an_order(parcels=[parcel("label_created", tracking_number="77", carrier="dhl")])

    await deliver(database, ("aftership", "", aftership_update("77", checkpoint("InTransit_001", AT))))

    assert {each.status for each in await Shipment.all()} == {"in_transit"}


async def test_of_equal_numbers_the_carrier_decides(database: Settings) -> None:
    for carrier in ("dhl", "gls"):
        await an_order(parcels=[parcel("label_created", tracking_number="77", carrier=carrier)])

    await deliver(database, ("aftership", "", aftership_update("77", checkpoint("InTransit_001", AT), slug="gls")))

    assert {each.carrier: each.status for each in await Shipment.all()} == {"dhl": "label_created", "gls": "in_transit"}


async def test_a_local_time_is_that_of_the_delivery_address(database: Settings) -> None:
    await an_order(ship_country="PT", parcels=[parcel(tracking_number="77")])

    await deliver(
        database, ("aftership", "", aftership_update("77", checkpoint("InTransit_001", "2026-11-20T10:00:00")))
    )

    assert (await TrackingEvent.get()).occurred_at == datetime(2026, 11, 20, 10, tzinfo=UTC)


async def test_the_expected_day_is_that_of_the_latest_report(database: Settings) -> None:
    await an_order(parcels=[parcel(tracking_number="77")])
    scan = checkpoint("InTransit_001", AT)
    newer = aftership_update("77", scan, ts=1763700000, expected_delivery="2026-11-25")
    older = aftership_update("77", scan, ts=1763600000, expected_delivery="2026-11-23")

    await deliver(database, ("aftership", "", newer), ("aftership", "", older))

    assert (await Shipment.get()).expected_on == date(2026, 11, 25)
    assert (await Order.get()).expected_on == date(2026, 11, 25)


async def test_an_expected_day_alone_is_noted(database: Settings) -> None:
    await an_order(parcels=[parcel(tracking_number="77")])

    await deliver(database, ("aftership", "", aftership_update("77", expected_delivery="2026-11-25")))

    assert (await Order.get()).expected_on == date(2026, 11, 25)
    assert await TrackingEvent.all().count() == 0


async def test_the_proof_of_delivery_is_kept_with_the_parcel(database: Settings) -> None:
    await an_order(parcels=[parcel(tracking_number="77")])

    await deliver(database, ("easypost", "", easypost_update("77", detail("delivered", None, AT), signed_by="Nachbar")))

    assert (await Shipment.get()).proof == {"signed_by": "Nachbar", "images": []}


async def test_an_unknown_code_is_no_error_and_moves_nothing(database: Settings) -> None:
    await an_order(parcels=[parcel("in_transit", tracking_number="77")])

    errors = await deliver(database, ("aftership", "", aftership_update("77", checkpoint("Teleported_001", AT))))

    assert errors == [None]
    assert (await Shipment.get()).status == "in_transit"


async def test_sources_agree_about_one_parcel(database: Settings) -> None:
    order = shopify_order()
    fulfilment = shopify_fulfilment(order, "77")
    await deliver(
        database,
        ("shopify", "orders/create", order),
        ("shopify", "fulfillments/create", fulfilment),
        ("aftership", "", aftership_update("77", checkpoint("Delivered_001", "2026-11-21T09:00:00Z"))),
        ("shopify", "fulfillment_events/create", shopify_scan(fulfilment, "in_transit", "2026-11-20T18:00:00Z")),
        ("easypost", "", easypost_update("77", detail("out_for_delivery", None, "2026-11-21T07:00:00Z"))),
    )

    assert (await Shipment.get()).status == "delivered"
    assert (await Order.get()).is_open is False


@pytest.mark.parametrize("body", [b"[]", b"7", b'"x"', b"null", b"{}", b'{"id": {}}', b'{"id": "\\u0000\\ud800"}'])
@pytest.mark.parametrize(
    ("platform", "topic"),
    [("shopify", "orders/create"), ("woocommerce", "order.created"), ("aftership", ""), ("x", "")],
)
async def test_what_makes_no_sense_stays_with_an_error(
    database: Settings, platform: str, topic: str, body: bytes
) -> None:
    [error] = await deliver(database, (platform, topic, body))

    assert error
    assert (await InboxBody.get()).body == body


async def test_old_bodies_are_forgotten_only_when_processed(database: Settings) -> None:
    await deliver(database, ("shopify", "orders/create", shopify_order(1)), ("shopify", "orders/create", {"id": 2}))
    now = Clock().now()
    await InboxBody.all().update(received_at=now - KEPT)

    await forget_old_bodies(now)
    assert await InboxBody.all().count() == 2
    await forget_old_bodies(now + KEPT + timedelta(hours=1))

    assert [row.error is None for row in await InboxBody.all()] == [False]


async def test_the_figures_tell_what_waits(database: Settings) -> None:
    await deliver(database, ("shopify", "orders/create", {"id": 2}))
    await put("shopify", "orders/create", {"id": 3})

    figures = {name: value for name, (_, value) in (await inbox_figures()).items()}
    assert (figures["bote_inbox_waiting"], figures["bote_inbox_failing"], figures["bote_inbox_given_up"]) == (2, 1, 0)
    assert 0 <= figures["bote_inbox_oldest_seconds"] < 60
