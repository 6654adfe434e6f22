"""Scans of a return label: on its way, arrived, each told once; the parcel that was sent out hears nothing of them."""

from datetime import timedelta
from typing import Any

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.connectors.scans import release_for_labels
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor, Status
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import move
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece
from bot.shipping.models import TrackingEvent
from bot.shop.models import Order, Shipment
from bot.tickets.models import CaseMessage
from tests.support.inbox import deliver, drain
from tests.support.platforms import (
    aftership_update,
    checkpoint,
    detail,
    easypost_update,
    shopify_fulfilment,
    shopify_order,
)
from tests.support.returns import DELIVERED, a_delivered_order, asked

SENT = DELIVERED + timedelta(days=2)
NOW = SENT + timedelta(days=2, hours=6)
ANNA = 7


def at(hours: float) -> str:
    return (SENT + timedelta(hours=hours)).isoformat()


def aftership(*scans: tuple[str, float], number: str = "0034 0434") -> tuple[str, str, dict[str, Any]]:
    return "aftership", "", aftership_update(number, *(checkpoint(code, at(hours)) for code, hours in scans))


async def a_labelled_return(settings: Settings, order: Order | None = None, number: str = "0034 0434") -> Return:
    if order is None:
        order, _ = await a_delivered_order(customer=None)
    await Chat.get_or_create(id=ANNA, defaults={"locale": "de", "first_name": "Anna", "created_at": DELIVERED})
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=DELIVERED)
    line = await order.lines.all().first()  # type: ignore[attr-defined]
    made = await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=settings, now=SENT)
    label = NewLabel(code="X", tracking_number=number)
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, settings=settings, now=SENT)
    return await Return.get(id=made.id)


async def rung() -> list[str]:
    pushes = await Push.filter(once__startswith="return:", purpose="milestone", settled_at=None).order_by("id")
    return [str(push.once).split(":")[2] for push in pushes]


async def test_a_label_that_is_scanned_is_on_its_way_and_then_there(database: Settings) -> None:
    made = await a_labelled_return(database)
    assert await deliver(database, aftership(("InfoReceived_001", 1)), now=NOW) == [None]
    assert (await Return.get()).status == "label_sent"

    await deliver(database, aftership(("InTransit_002", 44)), now=NOW)
    assert (await Return.get()).status == "in_transit"
    assert await rung() == ["label_sent"]
    await deliver(database, aftership(("InTransit_002", 44), ("Delivered_001", 50)), now=NOW)

    row = await Return.get()
    assert (row.status, (await ReturnItem.get()).received) == ("received", 1)
    assert await rung() == ["label_sent", "received"]
    assert row.id == made.id


async def test_easypost_tells_it_as_well_and_an_earlier_scan_that_comes_later_changes_nothing(
    database: Settings,
) -> None:
    await a_labelled_return(database)
    there = easypost_update("00340434", detail("delivered", "arrived_at_destination", at(50)))
    earlier = easypost_update("00340434", detail("in_transit", "departed_facility", at(44)))
    errors = await deliver(database, ("easypost", "", there), ("easypost", "", earlier), now=NOW)

    assert errors == [None, None]
    assert (await Return.get()).status == "received"
    assert await rung() == ["label_sent", "received"]


async def test_the_outbound_parcel_hears_nothing_of_it(database: Settings) -> None:
    await a_labelled_return(database)
    before = await Shipment.get().values()
    await deliver(database, aftership(("InTransit_002", 44), ("Delivered_001", 50)), now=NOW)

    assert await Shipment.get().values() == before
    assert await TrackingEvent.all().count() == 1
    assert not await Push.filter(once__startswith="shipment:").exists()


async def test_of_one_number_for_both_ways_what_came_before_the_label_is_of_the_first(database: Settings) -> None:
    order, _ = await a_delivered_order()
    await a_labelled_return(database, order, "77")
    await Shipment.filter(order_id=order.id).update(tracking_number="77", tracking_key="77")  # told by the shop later
    late = aftership(("InTransit_001", -72), ("InTransit_002", 44), ("Delivered_001", 50), number="77")
    await deliver(database, late, now=NOW)

    assert (await Return.get()).status == "received"
    known = [event.occurred_at for event in await TrackingEvent.all().order_by("occurred_at")]
    assert known == [SENT - timedelta(hours=72), DELIVERED]
    assert (await Shipment.get()).delivered_at == DELIVERED


async def test_pages_of_history_move_it_and_ring_nothing(database: Settings) -> None:
    await a_labelled_return(database)
    await deliver(database, aftership(("InTransit_002", 44), ("Delivered_001", 50)), now=NOW + timedelta(days=5))

    assert (await Return.get()).status == "received"
    assert await rung() == ["label_sent"]


async def test_scans_from_before_the_label_are_of_somebody_elses_parcel(database: Settings) -> None:
    await a_labelled_return(database)
    await deliver(database, aftership(("InTransit_002", -300), ("Delivered_001", -250)), now=NOW)
    assert (await Return.get()).status == "label_sent"


async def test_scans_that_came_before_their_label_go_on_when_it_is_there(database: Settings) -> None:
    await deliver(database, aftership(("InTransit_002", 44)), now=NOW)
    assert (await InboxBody.get()).processed_at is None
    await a_labelled_return(database)
    await release_for_labels()
    await drain(database, now=NOW)

    assert (await InboxBody.get()).error is None
    assert (await Return.get()).status == "in_transit"


async def test_a_parcel_of_a_return_that_is_over_is_told_to_the_staff_once(database: Settings) -> None:
    made = await a_labelled_return(database)
    await move(made.id, Status.CANCELLED, by=Actor.CUSTOMER, settings=database, now=SENT)
    for hours in (44.0, 45.0):
        await deliver(database, aftership(("InTransit_002", hours)), now=NOW)

    assert (await Return.get()).status == "cancelled"
    assert await CaseMessage.filter(text__contains="on its way").count() == 1


async def test_a_return_parcel_that_gets_lost_is_told_to_the_staff(database: Settings) -> None:
    await a_labelled_return(database)
    await deliver(database, aftership(("InTransit_002", 44), ("Exception_013", 60)), now=NOW)

    assert (await Return.get()).status == "in_transit"
    assert await CaseMessage.filter(text__contains="trouble").count() == 1


async def test_a_label_that_the_shop_enters_as_a_parcel_of_the_order_is_none(database: Settings) -> None:
    bought = shopify_order()
    await deliver(database, ("shopify", "orders/create", bought), now=DELIVERED)
    order = await Order.get()
    out = shopify_fulfilment(bought, "11")
    await deliver(database, ("shopify", "fulfillments/create", out), now=DELIVERED)
    await deliver(
        database, ("aftership", "", aftership_update("11", checkpoint("Delivered_001", at(-40)))), now=DELIVERED
    )
    await a_labelled_return(database, order, "22")
    again = shopify_fulfilment(bought, "11", "22", updated_at="2026-11-20T18:00:00+01:00")
    await deliver(database, ("shopify", "fulfillments/update", again), now=NOW)

    assert [parcel.tracking_number for parcel in await Shipment.all()] == ["11"]
