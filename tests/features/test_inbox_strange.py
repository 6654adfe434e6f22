"""What platforms really send now and then: the same deletion twice, numbers given out again, scans that lie ahead."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.inbox import Letter, forget_old_bodies, receive
from bot.connectors.models import InboxBody
from bot.connectors.requests import mark_answered, open_requests
from bot.connectors.scans import MOST_SCANS
from bot.shipping.cards import card_title
from bot.shipping.models import TrackingEvent
from bot.shipping.subjects import Subject
from bot.shipping.watching import customers_waiting, read_watched
from bot.shop.models import Customer, Order, Shipment
from bot.shop.orders import get_order
from tests.support.inbox import deliver, drain
from tests.support.platforms import (
    aftership_update,
    checkpoint,
    shopify_fulfilment,
    shopify_order,
    woocommerce_order,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=120)


async def parcels() -> list[Any]:
    return await Shipment.all().order_by("order_id").values_list("status", flat=True)


async def an_order_with(number: str, order: int, settings: Settings, *, at: datetime) -> None:
    told = shopify_order(order) | dict.fromkeys(("created_at", "processed_at", "updated_at"), at.isoformat())
    sent = shopify_fulfilment(told, number, created_at=at.isoformat(), updated_at=at.isoformat())
    await deliver(settings, ("shopify", "orders/create", told), ("shopify", "fulfillments/create", sent), now=at)


async def scan(settings: Settings, tag: str, at: datetime, *, now: datetime) -> None:
    body = aftership_update("TRK1", checkpoint(tag, at.isoformat()), ts=int(now.timestamp()))
    await deliver(settings, ("aftership", "tracking_update", body), now=now)


async def test_an_order_that_is_deleted_restored_and_deleted_is_gone(database: Settings) -> None:
    body = woocommerce_order(727)
    restored = body | {"date_modified_gmt": "2026-11-21T12:10:00"}
    seen = []
    story = [("created", body), ("deleted", {"id": 727}), ("restored", restored), ("deleted", {"id": 727})]
    for step, (topic, told) in enumerate(story):
        now = NOW + timedelta(minutes=5 * step)
        letter = Letter("woocommerce", f"order.{topic}", json.dumps(told).encode(), f"delivery-{step}")
        await receive(letter, now=now)
        await receive(letter, now=now)  # the platform repeats itself
        await drain(database, now=now)
        seen.append((await Order.get()).is_hidden)
    assert await InboxBody.all().count() == len(story)
    assert seen == [False, True, False, True]


@pytest.mark.parametrize("topic", ["shop/redact", "customers/redact"])
async def test_a_legal_request_that_comes_again_is_one_more(database: Settings, topic: str) -> None:
    body = b'{"shop_id": 1, "shop_domain": "x.example", "customer": {"id": 7}, "orders_to_redact": []}'
    for delivery in ("first", "first", "second"):
        await receive(Letter("shopify", topic, body, delivery), now=NOW)
        await drain(database, now=NOW)
        open_now = await open_requests()
        assert len(open_now) == 1 or delivery == "first"
        if delivery == "first":
            for request in open_now:
                await mark_answered(request.id, now=NOW)
    assert len(await open_requests()) == 1


async def test_nobody_owes_less_than_nothing(database: Settings) -> None:
    body = woocommerce_order(727, refunds=[{"id": 1, "total": "-5000.00"}])
    await deliver(database, ("woocommerce", "order.created", body), now=NOW)
    assert (await Order.get()).total == Decimal()


async def test_a_scan_that_lies_ahead_counts_from_when_it_is_told_and_once(database: Settings) -> None:
    await an_order_with("TRK1", 1001, database, at=NOW)
    for minutes in (0, 30):
        now = NOW + timedelta(minutes=minutes)
        await scan(database, "InTransit_001", NOW + timedelta(days=365), now=now)
    assert await TrackingEvent.filter(status="in_transit").values_list("occurred_at", flat=True) == [NOW]

    await scan(database, "OutForDelivery_001", NOW + timedelta(hours=20), now=NOW + timedelta(days=1))
    assert await parcels() == ["out_for_delivery"]


async def test_a_number_that_is_given_out_again_is_the_new_parcels(database: Settings) -> None:
    await an_order_with("TRK1", 1001, database, at=NOW)
    delivered = NOW + timedelta(days=2)
    await scan(database, "Delivered_001", delivered, now=delivered)
    await an_order_with("TRK1", 1002, database, at=LATER)
    await scan(database, "Delivered_001", delivered, now=LATER)  # the old history, told once more
    assert await parcels() == ["delivered", "label_created"]

    await scan(database, "Exception_010", LATER + timedelta(days=2), now=LATER + timedelta(days=2))
    assert await parcels() == ["delivered", "returning"]


async def test_orders_that_travel_together_still_share_their_number(database: Settings) -> None:
    await an_order_with("TRK1", 1001, database, at=NOW)
    await an_order_with("TRK1", 1002, database, at=NOW + timedelta(hours=3))
    at = NOW + timedelta(days=2)
    await scan(database, "Delivered_001", at, now=at)
    assert await parcels() == ["delivered", "delivered"]


async def test_keys_that_grow_by_folding_fit_their_columns(database: Settings) -> None:
    told = shopify_order(1001, email="ß" * 300 + "@example.org")
    sent = shopify_fulfilment(told, "ﷺ" * 128)
    errors = await deliver(database, ("shopify", "orders/create", told), ("shopify", "fulfillments/create", sent))
    assert errors == [None, None]
    assert (await Customer.get()).email_key is None
    assert len((await Shipment.get()).tracking_key or "") == 128


async def test_a_late_restoring_changes_nothing(database: Settings) -> None:
    body = woocommerce_order(727)
    newer = body | {"status": "cancelled", "total": "10.00", "date_modified_gmt": "2026-11-21T12:20:00"}
    older = body | {"date_modified_gmt": "2026-11-21T12:10:00"}
    for topic, told in (("created", body), ("updated", newer), ("restored", older)):
        await deliver(database, ("woocommerce", f"order.{topic}", told), now=NOW + timedelta(hours=1))
    order = await Order.get()
    assert (order.state, order.total) == ("cancelled", Decimal(10))


async def test_a_gift_card_is_no_parcel(database: Settings) -> None:
    told = shopify_order(1001)
    card = [line | {"requires_shipping": False} for line in told["line_items"]]
    sent = shopify_fulfilment(told, line_items=card)
    await deliver(database, ("shopify", "orders/create", told), ("shopify", "fulfillments/create", sent), now=NOW)
    assert await Shipment.all().count() == 0


async def test_nobody_worries_about_a_letter_that_is_never_scanned(database: Settings) -> None:
    told = shopify_order(1001)
    for number in ("", "TRK1"):
        sent = shopify_fulfilment(told, *filter(None, [number]), id_=1 + len(number))
        await deliver(database, ("shopify", "orders/create", told), ("shopify", "fulfillments/create", sent), now=NOW)
    watched = [parcel.shipment_id for each in await read_watched(await customers_waiting()) for parcel in each]
    assert watched == [shipment.id for shipment in await Shipment.filter(tracking_number="TRK1")]


async def test_what_nobody_could_read_is_not_kept_for_ever(database: Settings) -> None:
    await deliver(database, ("shopify", "customers/update", {"id": 7, "email": "mail@example.org"}), now=NOW)
    for days, left in ((89, 1), (91, 0)):
        await forget_old_bodies(NOW + timedelta(days=days))
        assert await InboxBody.all().count() == left


async def test_a_report_with_very_many_scans_is_read_at_once(database: Settings) -> None:
    await an_order_with("TRK1", 1001, database, at=NOW)
    scans = [checkpoint("InTransit_001", (NOW + timedelta(minutes=each)).isoformat()) for each in range(700)]
    end = NOW + timedelta(days=1)
    body = aftership_update("TRK1", *scans, checkpoint("Delivered_001", end.isoformat()))
    for _ in range(2):
        await deliver(database, ("aftership", "tracking_update", body), now=end)
    assert await parcels() == ["delivered"]
    assert await TrackingEvent.filter(status="in_transit").count() == MOST_SCANS - 1


async def test_a_parcel_that_is_cancelled_and_sent_anew_is_the_only_one(database: Settings) -> None:
    told = shopify_order(1001)
    first = shopify_fulfilment(told, "TRK1", id_=1)
    cancelled = first | {"status": "cancelled", "updated_at": "2026-11-21T16:00:00+01:00"}
    again = shopify_fulfilment(told, "TRK2", id_=2, created_at="2026-11-21T16:05:00+01:00")
    for topic, body in (("orders/create", told), ("fulfillments/create", first), ("fulfillments/update", cancelled)):
        await deliver(database, ("shopify", topic, body), now=NOW)
    await deliver(database, ("shopify", "fulfillments/create", again), now=NOW)
    order = await Order.get()
    titles = []
    for shipment in await Shipment.filter(order_id=order.id):
        assert order.customer_id
        card = await get_order(order.id, customer_ids=[order.customer_id], today=NOW.date())
        [parcel] = [each for each in card.parcels if each.id == shipment.id]
        titles.append(card_title(Subject(card, parcel), "de"))
    assert not [title for title in titles if "Paket" in title]
