"""An order that changes hands is told to its new customer and to nobody else; what waits for others is taken back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.customers.holds import holds_of
from bot.customers.linking import unlink
from bot.customers.models import Chat, Link
from bot.outbox.foreign import take_back_of_chat
from bot.outbox.models import Push
from bot.outbox.queue import enqueue
from bot.shipping.events import record_event
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Customer, Order, Shipment
from tests.support.import_files import import_lines
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_fulfilment, shopify_order, shopify_scan

NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)
ANNA, BOB = 701, 702


def order(**changes: Any) -> dict[str, Any]:
    return shopify_order(1001, **changes)


def moved(**changes: Any) -> dict[str, Any]:
    return order(updated_at="2026-11-20T20:00:00Z", **changes)


async def placed(database: Settings, *, proof: str = "order") -> int:
    """Anna's order, on its way: a card and a message wait for her; the customer's id."""
    await deliver(database, *shopify(("orders/create", order())), now=NOW)
    customer_id = (await Order.get()).customer_id or 0
    await link(ANNA, customer_id, proof=proof)
    fulfilment = shopify_fulfilment(order(), "77")
    scan = shopify_scan(fulfilment, "in_transit", "2026-11-20T19:00:00Z")
    await deliver(database, *shopify(("fulfillments/create", fulfilment), ("fulfillment_events/create", scan)), now=NOW)
    assert await waiting(ANNA) == {"card", "milestone"}
    return customer_id


async def link(chat_id: int, customer_id: int, *, proof: str = "order") -> None:
    await Chat.get_or_create(id=chat_id, defaults={"locale": "de", "created_at": NOW})
    await Link.create(chat_id=chat_id, customer_id=customer_id, proof=proof, linked_at=NOW)


async def waiting(chat_id: int) -> set[str]:
    return {push.purpose for push in await Push.filter(chat_id=chat_id, status="waiting")}


def somebody_else(**changes: Any) -> dict[str, Any]:
    customer = {"id": 2**60 + 5, "first_name": "Bob", "last_name": "Muster", "phone": None}
    return moved(customer=customer, email="bob@example.org", **changes)


async def test_what_waits_for_the_old_customer_goes_to_the_new_one(database: Settings) -> None:
    await placed(database)
    bob = await Customer.create(
        source="shopify", external_id=str(2**60 + 5), email_key="bob@example.org", postal_key="50667"
    )
    await link(BOB, bob.id)

    await deliver(database, *shopify(("orders/updated", somebody_else())), now=NOW)

    assert (await Order.get()).customer_id == bob.id
    assert await waiting(ANNA) == set()
    assert {push.why for push in await Push.filter(chat_id=ANNA, status="skipped")} == {"not_theirs"}
    assert await waiting(BOB) == {"card", "milestone"}
    texts = " ".join(push.params["text"] for push in await Push.filter(chat_id=BOB, status="waiting"))
    assert "Ihr Paket ist unterwegs" in texts


async def test_answers_of_the_staff_are_not_taken_back(database: Settings) -> None:
    await placed(database)
    order_id = (await Order.get()).id
    await enqueue(ANNA, "sendMessage", {"text": "Hallo"}, once="a", purpose="answer", now=NOW, order_id=order_id)

    await deliver(database, *shopify(("orders/updated", somebody_else())), now=NOW)

    assert await waiting(ANNA) == {"answer"}


async def test_an_order_that_stays_with_its_customer_keeps_what_waits(database: Settings) -> None:
    await placed(database)

    await deliver(database, *shopify(("orders/updated", moved(note="thanks"))), now=NOW)

    assert await waiting(ANNA) == {"card", "milestone"}


async def test_to_another_postcode_only_who_proved_the_mailbox_goes_along(database: Settings) -> None:
    before = await placed(database)
    await link(BOB, before, proof="link")
    elsewhere = order()["shipping_address"] | {"zip": "10115"}

    await deliver(database, *shopify(("orders/updated", moved(shipping_address=elsewhere))), now=NOW)

    now = (await Order.get()).customer_id
    assert now != before
    assert [each.chat_id for each in await Link.filter(customer_id=now)] == [BOB]
    assert (await waiting(ANNA), await waiting(BOB)) == (set(), {"card", "milestone"})


async def test_a_later_order_to_another_postcode_is_seen_by_who_proved_the_mailbox_alone(database: Settings) -> None:
    first = await placed(database)
    await link(BOB, first, proof="link")
    address = order()["shipping_address"] | {"zip": "10115"}
    later = shopify_order(1002, customer=order()["customer"], email=order()["email"], shipping_address=address)

    await deliver(database, *shopify(("orders/create", later)), now=NOW)

    second = (await Order.get(number="1002")).customer_id
    assert second != first
    assert {link.chat_id for link in await Link.filter(customer_id=second)} == {BOB}


async def test_a_chat_that_lets_go_of_its_purchases_hears_no_more_of_them(database: Settings) -> None:
    customer_id = await placed(database)

    await unlink(ANNA, customer_id)
    await take_back_of_chat(ANNA, now=NOW + timedelta(minutes=1))

    assert await waiting(ANNA) == set()


async def imported(folder: Path, **changes: Any) -> None:
    """Anna's order as a file tells it."""
    line = {
        "type": "order",
        "number": "2001",
        "external_id": "o1",
        "source": "web",
        "placed_at": "2026-11-18T09:30:00Z",
        "currency": "EUR",
        "status": "paid",
        "customer": {"external_id": "c1", "email": "anna@example.org"},
        "ship_to": {"postal_code": "53113", "country": "DE"},
        "shipments": [{"carrier": "dhl", "tracking_number": "77", "events": []}],
    }
    await import_lines(folder, line | changes, now=NOW)


@pytest.mark.parametrize(
    "changes",
    [
        {"customer": {"external_id": "c2", "email": "bob@example.org"}},
        {"ship_to": {"postal_code": "10115", "country": "DE"}},
    ],
)
async def test_an_import_that_gives_an_order_to_somebody_else_takes_back_what_waits_and_tells_nothing(
    database: Settings, tmp_path: Path, changes: dict[str, Any]
) -> None:
    await imported(tmp_path)
    before = (await Order.get()).customer_id or 0
    await link(ANNA, before)
    await link(BOB, before, proof="link")
    shipment = await Shipment.get()
    await record_event(shipment.id, ParcelEvent(NOW, "lost", "lost"), now=NOW, settings=database)
    assert await waiting(ANNA) == {"card", "loss"}

    await imported(tmp_path, **changes)

    after = (await Order.get()).customer_id or 0
    assert after != before
    assert await waiting(ANNA) == set()
    # Who proved the mailbox goes along with an order of theirs, wherever it goes.
    assert await waiting(BOB) == (set() if "customer" in changes else {"card", "loss"})
    assert {hold.reason for hold in (await holds_of([after], now=NOW)).get(after, ())} == {"lost"}
    held = (await holds_of([before], now=NOW)).get(before, ())
    assert {hold.subject.partition(":")[0] for hold in held} <= {"case"}


async def test_an_import_of_the_same_again_takes_nothing_back(database: Settings, tmp_path: Path) -> None:
    await imported(tmp_path)
    await link(ANNA, (await Order.get()).customer_id or 0)
    shipment = await Shipment.get()
    await record_event(shipment.id, ParcelEvent(NOW, "lost", "lost"), now=NOW, settings=database)

    await imported(tmp_path, status="fulfilled")

    assert await waiting(ANNA) == {"card", "loss"}
