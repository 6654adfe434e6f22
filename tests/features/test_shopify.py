"""What Shopify tells becomes orders, parcels and requests; late and repeated bodies change nothing."""

import itertools
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.models import DataRequest, InboxBody
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Product, Refund, Shipment
from bot.shop.orders import list_orders
from bot.shop.platform_models import PlatformReturn
from tests.support.inbox import deliver, drain, shopify
from tests.support.platforms import shopify_fulfilment, shopify_order, shopify_scan

TODAY = date(2026, 11, 21)


async def told(settings: Settings, *knocks: tuple[str, Any]) -> list[str | None]:
    return await deliver(settings, *shopify(*knocks))


async def the_order() -> Order:
    return await Order.get()


async def test_an_order_with_all_that_belongs_to_it(database: Settings) -> None:
    body = shopify_order(1001)

    assert await told(database, ("orders/create", body)) == [None]

    order = await the_order()
    assert (order.source, order.external_id, order.number, order.status) == (
        "shopify",
        str(body["id"]),
        "1001",
        "processing",
    )
    assert order.placed_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (order.currency, order.total, order.original_total) == ("EUR", Decimal("78.90"), None)
    assert (order.shipping_total, order.tax_total) == (Decimal("4.90"), Decimal("12.60"))
    assert (order.ship_city, order.ship_country, order.payment_method) == ("Köln", "DE", "paypal")
    lines = await Line.all().order_by("position")
    assert [(line.sku, line.name, line.variant, line.quantity, line.refunded) for line in lines] == [
        ("MUG", "Mug", "blue", 2, 0),
        ("LAMP", "Lamp", None, 1, 0),
    ]
    customer = await Customer.get()
    assert (customer.external_id, customer.name, customer.locale) == (str(2**60 + 1001), "Erika Beispiel", "de-DE")


async def test_ids_beyond_a_double_stay_exact(database: Settings) -> None:
    await told(
        database, ("orders/create", shopify_order(1, id_=2**53)), ("orders/create", shopify_order(2, id_=2**53 + 1))
    )

    assert {order.external_id for order in await Order.all()} == {str(2**53), str(2**53 + 1)}


async def test_the_totals_are_those_of_now_and_the_original_is_kept(database: Settings) -> None:
    await told(database, ("orders/edited", {"order_edit": {"order_id": 1}}))
    await told(database, ("orders/updated", shopify_order(total_price="78.90", current_total_price="29.90")))

    order = await the_order()
    assert (order.total, order.original_total) == (Decimal("29.90"), Decimal("78.90"))


async def test_the_customer_sees_the_currency_they_paid_in(database: Settings) -> None:
    paid = {"presentment_money": {"amount": "85.00", "currency_code": "CHF"}}
    body = shopify_order(presentment_currency="CHF", current_total_price_set=paid)

    await told(database, ("orders/create", body))

    order = await the_order()
    assert (order.currency, order.total) == ("CHF", Decimal("85.00"))


async def test_an_older_body_after_a_newer_one_changes_nothing(database: Settings) -> None:
    old = shopify_order(updated_at="2026-11-20T10:00:00+01:00", financial_status="pending")
    new = shopify_order(updated_at="2026-11-20T12:00:00+01:00", financial_status="paid", current_total_price="50.00")

    await told(database, ("orders/updated", new))
    before = await rows()
    assert await told(database, ("orders/create", old)) == [None, None]

    assert await rows() == before


async def test_bodies_in_any_order_end_in_the_same_rows(database: Settings) -> None:
    order = shopify_order()
    shipped = shopify_fulfilment(order, "0034043300000001")
    bodies = [
        ("orders/create", order),
        ("orders/paid", shopify_order(updated_at="2026-11-20T10:05:00+01:00")),
        ("fulfillments/create", shipped),
        ("orders/fulfilled", shopify_order(updated_at="2026-11-20T15:00:01+01:00", fulfillment_status="fulfilled",
                                           fulfillments=[shipped])),
        ("fulfillment_events/create", shopify_scan(shipped, "in_transit", "2026-11-20T20:00:00+01:00")),
        ("fulfillment_events/create", shopify_scan(shipped, "delivered", "2026-11-21T11:00:00+01:00")),
    ]  # fmt: skip
    ends = []
    for permutation in itertools.islice(itertools.permutations(bodies), 0, 720, 71):
        await told(database, *permutation, *permutation[:2])
        await drain(database)
        ends.append(await rows())
        for model in (InboxBody, Refund, TrackingEvent, Shipment, Line, Order, Customer):
            await model.all().delete()

    assert all(end == ends[0] for end in ends)
    assert ends[0]["parcels"] == [("0034043300000001", "delivered", datetime(2026, 11, 21, 10, tzinfo=UTC))]


async def test_several_numbers_of_one_fulfilment_are_several_parcels(database: Settings) -> None:
    order = shopify_order()
    fulfilment = shopify_fulfilment(order, "111111111", "222222222")

    await told(database, ("orders/create", order), ("fulfillments/create", fulfilment))
    await told(database, ("fulfillment_events/create", shopify_scan(fulfilment, "delivered", "2026-11-21T09:00:00Z")))

    parcels = await Shipment.all().order_by("position")
    assert [(each.tracking_number, each.status, each.contents) for each in parcels] == [
        ("111111111", "delivered", None),
        ("222222222", "label_created", None),
    ]
    assert parcels[1].tracking_url == "https://track.example/222222222"


async def test_what_is_in_the_only_parcel_is_known(database: Settings) -> None:
    order = shopify_order()

    await told(database, ("orders/create", order), ("fulfillments/create", shopify_fulfilment(order, "111")))

    assert (await Shipment.get()).contents == [{"sku": "MUG", "quantity": 2}, {"sku": "LAMP", "quantity": 1}]


async def test_a_corrected_number_stays_one_parcel(database: Settings) -> None:
    order = shopify_order()
    wrong = shopify_fulfilment(order, "111")
    right = shopify_fulfilment(order, "112", updated_at="2026-11-20T16:00:00+01:00")

    await told(database, ("orders/create", order), ("fulfillments/create", wrong), ("fulfillments/update", right))
    await told(database, ("fulfillments/update", wrong | {"note": "late"}))

    assert [each.tracking_number for each in await Shipment.all()] == ["112"]


async def test_a_cancelled_fulfilment_is_no_parcel_on_its_way(database: Settings) -> None:
    order = shopify_order()
    first = shopify_fulfilment(order, "111")
    cancelled = first | {"status": "cancelled", "updated_at": "2026-11-20T16:00:00+01:00"}
    again = shopify_fulfilment(
        order, "111", id_=5, created_at="2026-11-20T17:00:00Z", updated_at="2026-11-20T17:00:00Z"
    )

    await told(database, ("orders/create", order), ("fulfillments/create", first), ("fulfillments/update", cancelled))
    assert [each.status for each in await Shipment.all()] == ["cancelled"]
    await told(database, ("fulfillments/create", again))

    assert [each.status for each in await Shipment.all().order_by("id")] == ["cancelled", "label_created"]
    assert (await the_order()).state == "label_created"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("label_printed", "label_created"),
        ("confirmed", "label_created"),
        ("carrier_picked_up", "picked_up"),
        ("in_transit", "in_transit"),
        ("out_for_delivery", "out_for_delivery"),
        ("ready_for_pickup", "available_for_pickup"),
        ("attempted_delivery", "attempt_failed"),
        ("not_delivered", "exception"),
        ("delayed", "delayed"),
        ("failure", "exception"),
        ("returning_to_sender", "returning"),
        ("delivered", "delivered"),
        ("picked_up", "delivered"),
        ("delivered_to_moon", "label_created"),
    ],
)
async def test_fulfilment_events_move_the_parcel(database: Settings, word: str, status: str) -> None:
    order = shopify_order()
    fulfilment = shopify_fulfilment(order, "111")
    scan = shopify_scan(fulfilment, word, "2026-11-21T09:00:00Z", estimated_delivery_at="2026-11-24T18:00:00+01:00")

    await told(database, ("orders/create", order), ("fulfillments/create", fulfilment))
    assert await told(database, ("fulfillment_events/create", scan)) == [None] * 3

    parcel = await Shipment.get()
    assert (parcel.status, parcel.expected_on) == (status, date(2026, 11, 24))


async def test_the_shops_own_word_moves_a_parcel_that_nobody_scans(database: Settings) -> None:
    order = shopify_order()
    first = shopify_fulfilment(order, "111")
    later = first | {"shipment_status": "delivered", "updated_at": "2026-11-21T09:00:00Z"}

    await told(database, ("orders/create", order), ("fulfillments/create", first), ("fulfillments/update", later))

    assert (await Shipment.get()).status == "delivered"


async def test_a_scan_before_its_fulfilment_waits_for_it(database: Settings) -> None:
    order = shopify_order()
    fulfilment = shopify_fulfilment(order, "111")
    scan = shopify_scan(fulfilment, "in_transit", "2026-11-21T09:00:00Z")

    assert await told(database, ("fulfillment_events/create", scan)) == [f"no order {order['id']} of shopify (yet)"]
    await told(database, ("orders/create", order))
    assert (await InboxBody.get(id=1)).error == f"no fulfilment {fulfilment['id']} of shopify (yet)"
    assert await told(database, ("fulfillments/create", fulfilment)) == [None] * 3

    assert (await Shipment.get()).status == "in_transit"


async def test_a_cancelled_order_is_cancelled(database: Settings) -> None:
    await told(database, ("orders/create", shopify_order()))
    await told(
        database,
        ("orders/cancelled", shopify_order(updated_at="2026-11-21T09:00:00Z", cancelled_at="2026-11-21T09:00:00Z")),
    )

    order = await the_order()
    assert (order.state, order.is_open, order.status) == ("cancelled", False, "cancelled")


async def test_test_orders_are_marked_and_drafts_hidden(database: Settings) -> None:
    draft = shopify_order(7, name="#D7", status="open")
    await told(database, ("orders/create", shopify_order(8, test=True)), ("draft_orders/create", draft))

    orders = {order.number: order for order in await Order.all()}
    assert (orders["8"].is_test, orders["8"].is_hidden) == (True, False)
    assert (orders["D7"].is_test, orders["D7"].is_hidden) == (False, True)
    owners = [order.customer_id for order in orders.values() if order.customer_id]
    assert [each.number for each in (await list_orders(owners, today=TODAY)).orders] == ["8"]


async def test_a_deleted_order_is_shown_to_nobody_and_does_not_come_back(database: Settings) -> None:
    body = shopify_order()
    await told(database, ("orders/create", body), ("orders/delete", {"id": body["id"]}))
    await told(database, ("orders/updated", shopify_order(updated_at="2026-11-20T11:00:00+01:00")))

    assert (await the_order()).is_hidden is True


async def test_returns_are_noted_with_our_words(database: Settings) -> None:
    order = shopify_order()
    body = {
        "id": 5,
        "admin_graphql_api_id": "gid://shopify/Return/5",
        "status": "open",
        "order": {"id": order["id"]},
        "return_line_items": [
            {"quantity": 1, "return_reason": "COLOR", "fulfillment_line_item": {"line_item": {"sku": "MUG"}}}
        ],
    }
    await told(database, ("orders/create", order), ("returns/request", body | {"status": "requested"}))
    await told(database, ("returns/approve", body), ("returns/close", {"id": 5, "order": {"id": order["id"]}}))

    noted = await PlatformReturn.get()
    assert (noted.status, noted.items) == ("closed", [{"sku": "MUG", "quantity": 1, "reason": "COLOR"}])


async def test_products_are_one_for_each_variant(database: Settings) -> None:
    await Product.create(sku="MUG-B", name={"de": "Becher"})
    await told(database, ("orders/create", shopify_order()))
    body = {
        "id": 1,
        "title": "Mug",
        "body_html": "<p>Holds &frac12; litre</p>",
        "product_type": "kitchen",
        "status": "active",
        "updated_at": "2026-11-20T10:00:00Z",
        "images": [{"src": "https://shop.example/mug.png"}],
        "variants": [
            {"id": 11, "title": "blue", "sku": "MUG-B", "price": "12.50", "inventory_management": "shopify",
             "inventory_quantity": -2},
            {"id": 12, "title": "red", "sku": "", "price": "13.00", "inventory_management": None,
             "inventory_quantity": 0},
        ],
    }  # fmt: skip
    await told(database, ("products/create", body))
    await told(database, ("products/update", body | {"title": "Old", "updated_at": "2026-11-19T10:00:00Z"}))

    blue, red = await Product.all().order_by("id")
    assert (blue.sku, blue.name, blue.stock) == ("MUG-B", {"de": "Becher", "en": "Mug · blue"}, 0)
    assert (red.sku, red.price, red.currency, red.stock) == ("variant-12", Decimal("13.00"), "EUR", None)
    assert (red.description, red.category) == ({"en": "Holds ½ litre"}, "kitchen")
    assert (blue.family, red.family) == ("shopify:1", "shopify:1")


@pytest.mark.parametrize(
    ("topic", "kind", "within"),
    [
        ("customers/data_request", "data_request", timedelta(days=30)),
        ("customers/redact", "redact", timedelta(days=30)),
        ("shop/redact", "shop_redact", timedelta(hours=48)),
    ],
)
async def test_legal_requests_are_kept_with_their_deadline(
    database: Settings, topic: str, kind: str, within: timedelta
) -> None:
    body = {
        "shop_domain": "x.example",
        "customer": {"id": 2**60, "email": "a@example.org"},
        "orders_requested": [2**54],
    }

    await told(database, (topic, body), (topic, body))

    request = await DataRequest.get()
    assert (request.kind, request.due_at - request.received_at, request.done_at) == (kind, within, None)
    if kind == "data_request":
        assert request.ids == {"customer": str(2**60), "email": "a@example.org", "phone": None, "orders": [str(2**54)]}


async def test_a_topic_nobody_reads_stays_with_its_name(database: Settings) -> None:
    assert await told(database, ("checkouts/create", {"id": 1})) == ["topic checkouts/create: none that Bote reads"]


async def test_a_body_that_lacks_what_it_needs_says_what(database: Settings) -> None:
    body = shopify_order()
    del body["created_at"], body["processed_at"]

    assert await told(database, ("orders/create", body)) == ["created_at: missing, or not what it should be"]
    assert await Order.all().count() == 0


async def rows() -> dict[str, Any]:
    """What the bodies made, without ids and times of our own."""
    orders = [
        (o.number, o.status, o.state, o.total, o.is_open, o.revised_at) for o in await Order.all().order_by("number")
    ]
    lines = [(line.sku, line.quantity, line.refunded) for line in await Line.all().order_by("position")]
    parcels = [(s.tracking_number, s.status, s.status_at) for s in await Shipment.all().order_by("tracking_number")]
    events = sorted([(e.occurred_at, e.code, e.status) for e in await TrackingEvent.all()])
    return {"orders": orders, "lines": lines, "parcels": parcels, "events": events}
