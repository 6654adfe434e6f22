"""What WooCommerce tells becomes orders and products, in plain text and with the times it meant."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.shop.models import Customer, Line, Order, Product, Refund, Shipment
from bot.shop.products import list_products
from tests.support.inbox import deliver
from tests.support.platforms import woocommerce_order

LATER = "2026-11-20T12:00:00"


async def told(settings: Settings, *knocks: tuple[str, Any]) -> list[str | None]:
    return await deliver(settings, *(("woocommerce", topic, body) for topic, body in knocks))


async def test_an_order_with_all_that_belongs_to_it(database: Settings) -> None:
    assert await told(database, ("order.created", woocommerce_order(727))) == [None]

    order = await Order.get()
    assert (order.source, order.external_id, order.number) == ("woocommerce", "727", "727")
    assert (order.status, order.state) == ("processing", "processing")
    assert order.placed_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert (order.total, order.shipping_total) == (Decimal("29.00"), Decimal("4.90"))
    assert (order.payment_method, order.ship_city) == ("Bank & Co", "Lëtzebuerg")
    line = await Line.get()
    assert (line.name, line.variant, line.quantity) == ("Tea \N{EN DASH} green", "100 g", 2)
    assert line.unit_price == Decimal("12.05")
    assert (await Customer.get()).name == "João Muster"


async def test_guests_are_not_one_customer(database: Settings) -> None:
    await told(database, ("order.created", woocommerce_order(1)), ("order.created", woocommerce_order(2)))

    assert {customer.external_id for customer in await Customer.all()} == {None}
    assert await Customer.all().count() == 2


@pytest.mark.parametrize("status", ["checkout-draft", "auto-draft", "draft", "new", "trash", "wc-checkout-draft"])
async def test_the_shops_own_steps_are_hidden(database: Settings, status: str) -> None:
    await told(database, ("order.created", woocommerce_order(status=status)))
    assert (await Order.get()).is_hidden is True

    await told(database, ("order.updated", woocommerce_order(date_modified_gmt=LATER)))
    assert (await Order.get()).is_hidden is False


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("pending", "pending"),
        ("on-hold", "on_hold_payment"),
        ("processing", "processing"),
        ("completed", "completed"),
        ("failed", "failed"),
        ("cancelled", "cancelled"),
        ("refunded", "refunded"),
        ("wc-completed", "completed"),
        ("made-by-a-plugin", "unknown"),
    ],
)
async def test_every_status_is_told_in_our_words(database: Settings, status: str, state: str) -> None:
    await told(database, ("order.updated", woocommerce_order(status=status)))

    assert (await Order.get()).state == state


async def test_a_refund_with_its_lines_tells_what_of_it_is_the_delivery(database: Settings) -> None:
    shipping = [{"id": 1, "total": "-4.12", "total_tax": "-0.78"}]
    refunds = [{"id": 726, "total": "-10.00", "shipping_lines": shipping}, {"id": 724, "total": "-1.00"}]
    await told(database, ("order.updated", woocommerce_order(refunds=refunds)))
    assert {each.shipping for each in await Refund.all()} == {Decimal("4.90"), None}


async def test_refunds_leave_the_original_total(database: Settings) -> None:
    refunds = [{"id": 726, "refund": "", "total": "-10.00"}, {"id": 724, "refund": "", "total": "-1.00"}]

    await told(database, ("order.updated", woocommerce_order(refunds=refunds)))

    order = await Order.get()
    assert (order.total, order.original_total) == (Decimal("18.00"), Decimal("29.00"))
    assert {refund.amount for refund in await Refund.all()} == {Decimal("10.00"), Decimal("1.00")}


async def test_an_older_body_after_a_newer_one_changes_nothing(database: Settings) -> None:
    new = woocommerce_order(status="completed", date_modified_gmt=LATER)

    await told(database, ("order.updated", new), ("order.created", woocommerce_order()))

    assert (await Order.get()).status == "completed"


async def test_a_deleted_order_is_hidden_and_comes_back_when_restored(database: Settings) -> None:
    await told(database, ("order.created", woocommerce_order()), ("order.deleted", {"id": 727}))
    assert (await Order.get()).is_hidden is True

    await told(database, ("order.updated", woocommerce_order(date_modified_gmt=LATER)))
    assert (await Order.get()).is_hidden is True
    await told(database, ("order.restored", woocommerce_order(date_modified_gmt=LATER)))
    assert (await Order.get()).is_hidden is False


async def test_an_order_deleted_before_it_came_waits(database: Settings) -> None:
    assert await told(database, ("order.deleted", {"id": 5})) == ["no order 5 of woocommerce (yet)"]


async def test_numbers_noted_by_a_tracking_plugin_are_parcels(database: Settings) -> None:
    item = {"tracking_provider": "DHL", "tracking_number": "00340", "date_shipped": "1763640000", "tracking_id": "x1"}
    meta = [{"key": "_wc_shipment_tracking_items", "value": [item, {"tracking_number": ""}]}]

    await told(database, ("order.updated", woocommerce_order(meta_data=meta)))
    await told(database, ("order.updated", woocommerce_order(meta_data=meta, date_modified_gmt=LATER)))

    parcel = await Shipment.get()
    assert (parcel.carrier, parcel.tracking_number, parcel.status) == ("dhl", "00340", "label_created")


async def test_variations_of_one_product_belong_together(database: Settings) -> None:
    parent = {"id": 90, "name": "Hoodie", "sku": "HOODIE", "parent_id": 0, "date_modified_gmt": "2026-11-20T10:00:00"}
    variation = parent | {"id": 91, "name": "Hoodie - Blue", "sku": "HOODIE-B", "parent_id": 90}
    await told(database, ("product.created", parent), ("product.created", variation))
    assert {each.sku: each.family for each in await Product.all()} == {"HOODIE": None, "HOODIE-B": "woocommerce:90"}


async def test_products_come_change_and_go(database: Settings) -> None:
    body = {
        "id": 93,
        "name": "Tea &amp; <em>more</em>",
        "sku": "TEA",
        "price": "10.00",
        "status": "publish",
        "catalog_visibility": "visible",
        "manage_stock": True,
        "stock_quantity": 4,
        "short_description": "<p>Fine&nbsp;tea</p>",
        "categories": [{"name": "Food &amp; drink"}],
        "images": [{"src": "https://shop.example/tea.jpg"}, {"src": "javascript:alert(1)"}],
        "date_modified_gmt": "2026-11-20T10:00:00",
    }
    await told(database, ("order.created", woocommerce_order()), ("product.created", body))
    product = await Product.get()
    assert product.name == {"en": "Tea & more"}
    assert (product.category, product.stock, product.currency) == ("Food & drink", 4, "EUR")
    assert product.images == ["https://shop.example/tea.jpg"]

    await told(database, ("product.deleted", {"id": 93}))
    assert await list_products() == []
    await told(database, ("product.restored", body))
    assert [each.sku for each in await list_products()] == ["TEA"]


async def test_another_topic_stays_with_its_name(database: Settings) -> None:
    assert await told(database, ("coupon.created", {"id": 1})) == ["topic coupon.created: none that Bote reads"]
