"""A new order is confirmed once, in the tone that fits; a cancelled one is told, and nothing else of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.holds import open_hold
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.shipping.confirmations import announce_cancelled, announce_order
from bot.shop.models import Customer, Order
from tests.support.builders import Parcel, a_customer, an_order, parcel
from tests.support.inbox import deliver
from tests.support.platforms import shopify_order, woocommerce_order

NOW = datetime(2026, 11, 18, 11, tzinfo=UTC)


async def a_linked_customer() -> Customer:
    customer = await a_customer()
    await Chat.create(id=701, locale="de", created_at=NOW)
    await Link.create(chat_id=701, customer_id=customer.id, proof="order", linked_at=NOW)
    return customer


async def a_new_order(customer: Customer, *, parcels: Sequence[Parcel] = (), **columns: Any) -> Order:
    return await an_order("1001", customer=customer, parcels=parcels, **({"placed_at": NOW} | columns))


async def told() -> list[str]:
    return [push.params["text"].replace("\u00a0", " ") for push in await Push.filter(status="waiting").order_by("id")]


async def test_a_first_order_is_welcomed_once(database: Settings) -> None:
    order = await a_new_order(await a_linked_customer())

    for _ in range(2):
        await announce_order(order.id, now=NOW, settings=database)

    [text] = await told()
    assert "1001" in text
    assert "erste Bestellung" in text
    assert "Kaffeebecher" in text
    assert "19,90 €" in text


async def test_a_regular_is_thanked_plainly(database: Settings) -> None:
    customer = await a_linked_customer()
    await an_order(customer=customer)

    await announce_order((await a_new_order(customer)).id, now=NOW, settings=database)

    [text] = await told()
    assert "Vielen Dank. Sobald" in text


async def test_after_trouble_the_confirmation_reassures_and_names_day_and_tracking(database: Settings) -> None:
    customer = await a_linked_customer()
    await open_hold(customer.id, reason="lost", subject="shipment:1", now=NOW - timedelta(days=9))
    box = parcel("label_created", expected_on=date(2026, 11, 21), tracking_number="JD0001")
    order = await a_new_order(customer, parcels=[box])

    await announce_order(order.id, now=NOW, settings=database)

    [text] = await told()
    assert "achten wir besonders" in text
    assert "Samstag, 21. November" in text
    assert "JD0001" in text


@pytest.mark.parametrize(
    "columns", [{"placed_at": NOW - timedelta(days=2)}, {"is_test": True}, {"is_hidden": True}, {"status": "cancelled"}]
)
async def test_old_test_hidden_and_cancelled_orders_are_not_confirmed(
    database: Settings, columns: dict[str, Any]
) -> None:
    order = await a_new_order(await a_linked_customer(), **columns)

    await announce_order(order.id, now=NOW, settings=database)

    assert await told() == []


async def test_a_cancelled_order_takes_back_what_waited(database: Settings) -> None:
    order = await a_new_order(await a_linked_customer())
    await announce_order(order.id, now=NOW, settings=database)
    await Order.filter(id=order.id).update(status="cancelled", state="cancelled", is_open=False)

    await announce_cancelled(order.id, now=NOW, settings=database)

    [text] = await told()
    assert "storniert" in text


async def test_an_order_from_the_shop_is_confirmed_and_its_cancellation_told(database: Settings) -> None:
    placed = datetime.now(UTC).replace(microsecond=0)
    times: dict[str, Any] = dict.fromkeys(("created_at", "processed_at", "updated_at"), placed.isoformat())
    body = shopify_order(1001, **times)
    await deliver(database, ("shopify", "orders/create", shopify_order(1000, customer=body["customer"])))
    await Chat.create(id=701, locale="de", created_at=NOW)
    await Link.create(chat_id=701, customer_id=(await Customer.get()).id, proof="order", linked_at=NOW)

    await deliver(database, ("shopify", "orders/create", body))
    assert "Ihre Bestellung 1001 ist bei uns eingegangen" in (await told())[0]

    later = (placed + timedelta(minutes=5)).isoformat()
    cancelled = body | {"updated_at": later, "cancelled_at": later, "financial_status": "voided"}
    await deliver(database, ("shopify", "orders/cancelled", cancelled))

    [text] = await told()
    assert "storniert" in text


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("pending", "die Zahlung noch nicht"),
        ("on-hold", "wir prüfen die Zahlung"),
        ("failed", None),
        ("refunded", None),
    ],
)
async def test_an_order_that_is_not_paid_promises_no_parcel(database: Settings, status: str, says: str | None) -> None:
    order = await a_new_order(await a_linked_customer(), status=status)

    await announce_order(order.id, now=NOW, settings=database)

    texts = await told()
    assert len(texts) == (says is not None)
    assert all(says in text and "unterwegs" not in text for text in texts if says)


async def woo(database: Settings, status: str, *, minute: int, **changes: Any) -> None:
    body = woocommerce_order(727, status=status, customer_id=7, **changes)
    modified = {"date_modified_gmt": f"2026-11-20T09:{minute:02}:00"}
    await deliver(database, ("woocommerce", "order.updated", body | modified), now=PAID_AT)


PAID_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


async def a_customer_who_waits(database: Settings) -> None:
    """Somebody known by an order of long ago, who reads German."""
    old = {"date_created_gmt": "2026-01-20T09:00:00", "date_modified_gmt": "2026-01-20T09:00:00", "id": 700}
    body = woocommerce_order(727, customer_id=7, **old) | {"number": "700"}
    await deliver(database, ("woocommerce", "order.created", body), now=PAID_AT)
    await Chat.create(id=701, locale="de", created_at=NOW)
    await Link.create(chat_id=701, customer_id=(await Customer.get()).id, proof="order", linked_at=NOW)


async def test_what_waits_of_an_unpaid_order_says_when_it_is_paid(database: Settings) -> None:
    await a_customer_who_waits(database)
    await woo(database, "pending", minute=1)
    [before] = await told()

    await woo(database, "processing", minute=2)

    [after] = await told()
    assert ("die Zahlung noch nicht" in before, "die Zahlung noch nicht" in after) == (True, False)
    assert "Sobald Ihr Paket unterwegs ist" in after


async def test_an_order_is_confirmed_once_its_failed_payment_has_worked(database: Settings) -> None:
    await a_customer_who_waits(database)
    await woo(database, "failed", minute=1)
    assert await told() == []

    for minute in (2, 3):
        await woo(database, "processing", minute=minute)

    assert len(await told()) == 1


async def test_a_second_order_to_another_address_is_not_called_the_first(database: Settings) -> None:
    customer = await a_linked_customer()
    elsewhere = await Customer.create(email=customer.email, email_key=customer.email_key, postal_key="10115")
    await an_order(customer=elsewhere)

    await announce_order((await a_new_order(customer)).id, now=NOW, settings=database)

    [text] = await told()
    assert "erste Bestellung" not in text
