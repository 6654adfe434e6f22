"""Shopify's topics about returns besides asking and granting: labels, pieces taken out, processing, restocking."""

from datetime import UTC, datetime
from typing import Any

from bot.config import Settings
from bot.connectors.models import InboxBody
from bot.customers.models import Chat, Link
from bot.outbox.models import Push
from bot.returns.labels import NewLabel, send_label
from bot.returns.machine import Actor
from bot.returns.models import Return, ReturnItem
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import undo_receipt
from bot.returns.requests import Piece
from bot.shop.models import Line, Order
from bot.tickets.models import CaseMessage
from tests.support.inbox import deliver, shopify
from tests.support.platforms import aftership_update, checkpoint, shopify_order
from tests.support.returns import asked

ANNA, MIA = 7, 501
PLACED = shopify_order()
MUG, LAMP = PLACED["line_items"]
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
PAGE = "https://labels.example.org/1.pdf"


def a_return(*pieces: tuple[dict[str, Any], int], **changes: Any) -> dict[str, Any]:
    items = [
        {"id": 50 + number, "quantity": quantity, "fulfillment_line_item": {"line_item": {"id": line["id"]}}}
        for number, (line, quantity) in enumerate(pieces)
    ]
    return {"id": 5, "status": "OPEN", "order": {"id": PLACED["id"]}, "return_line_items": items} | changes


def a_label(url: str | None = PAGE, number: str | None = "0034 0434", carrier: str = "DHL Paket") -> dict[str, Any]:
    tracking = {"carrier_name": carrier, "tracking_number": number, "tracking_url": None}
    label = {"created_at": "2026-11-25T11:00:00Z", "public_file_url": url}
    return {"id": 90, "return": {"id": 5}, "shipping_deliverable": {"label": label, "tracking": tracking}}


def taken_out(*removals: tuple[int, int]) -> dict[str, Any]:
    """As returns/update tells it: without the order, and items by their global ids."""
    items = [{"admin_graphql_api_id": f"gid://shopify/ReturnLineItem/{id_}", "delta": delta} for id_, delta in removals]
    fees: dict[str, list[Any]] = {"updates": [], "removals": []}
    told = {"return_line_items": {"removals": items}, "restocking_fees": fees, "return_shipping_fees": fees}
    return {"admin_graphql_api_id": "gid://shopify/Return/5"} | told


async def told(settings: Settings, *knocks: tuple[str, dict[str, Any]]) -> None:
    errors = await deliver(settings, *shopify(*knocks), now=NOW)
    assert not any(errors), errors


async def an_order(settings: Settings) -> Order:
    await told(settings, ("orders/create", PLACED))
    order = await Order.get()
    await Chat.create(id=ANNA, locale="de", first_name="Anna", created_at=NOW)
    await Link.create(chat_id=ANNA, customer_id=order.customer_id, proof="order", linked_at=NOW)
    return order


async def pieces() -> dict[str, int]:
    lines = {line.id: line.sku or "" for line in await Line.all()}
    return {lines[item.line_id]: item.quantity for item in await ReturnItem.all()}


async def rung() -> list[str]:
    pushes = await Push.filter(once__startswith="return:", purpose="milestone", settled_at=None).order_by("id")
    return [str(push.once).split(":")[2] for push in pushes]


async def test_a_label_of_the_platform_reaches_the_customer_and_its_scans_move_the_return(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("reverse_deliveries/attach_deliverable", a_label()))

    row = await Return.get()
    assert (row.status, row.label, row.label_carrier) == ("label_sent", {"url": PAGE, "code": None}, "dhl")
    assert "label_sent" in await rung()
    scans = aftership_update("00340434", checkpoint("InTransit_002", "2026-11-25T13:00:00Z"))
    await deliver(database, ("aftership", "", scans), now=NOW)
    assert (await Return.get()).status == "in_transit"


async def test_a_label_before_its_return_waits_for_it_and_means_that_it_is_granted(database: Settings) -> None:
    await an_order(database)
    await deliver(database, *shopify(("reverse_deliveries/attach_deliverable", a_label())), now=NOW)
    assert (await InboxBody.get(topic="reverse_deliveries/attach_deliverable")).error == "no return 5 of shopify (yet)"

    await told(database, ("returns/request", a_return((MUG, 1), status="REQUESTED")))
    assert (await Return.get()).status == "label_sent"
    await told(database, ("returns/approve", a_return((MUG, 1))))
    assert (await Return.get()).status == "label_sent"


async def test_a_number_that_comes_later_is_followed_and_another_page_of_the_platform_is_told(
    database: Settings,
) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 1))))
    await told(database, ("reverse_deliveries/attach_deliverable", a_label(number=None)))
    await told(database, ("reverse_deliveries/attach_deliverable", a_label()))
    assert (await Return.get()).label_key == "00340434"
    rings = len(await rung())

    other = "https://labels.example.org/2.pdf"
    for _ in range(2):
        await told(database, ("reverse_deliveries/attach_deliverable", a_label(other)))
    row = await Return.get()
    assert (row.status, row.label) == ("label_sent", {"url": other, "code": None})
    assert len(await rung()) == rings + 1


async def test_the_label_that_the_staff_have_sent_stays(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 1))))
    made = await Return.get()
    by_mia: dict[str, Any] = {"by": Actor.STAFF, "staff_id": MIA, "policy": DEFAULT, "settings": database, "now": NOW}
    await send_label(made.id, NewLabel(code="OURS"), **by_mia)
    await told(database, ("reverse_deliveries/attach_deliverable", a_label()))

    row = await Return.get()
    assert (row.label, row.label_key) == ({"url": None, "code": "OURS"}, "00340434")


async def test_what_keeps_its_goods_gets_no_label(database: Settings) -> None:
    order = await an_order(database)
    line = await Line.get(sku="LAMP")
    made = await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=database, now=NOW)
    await Return.filter(id=made.id).update(source="shopify", external_id="5")
    await told(database, ("returns/approve", a_return((LAMP, 1))))
    await told(database, ("reverse_deliveries/attach_deliverable", a_label()))
    assert (await Return.get()).label is None


async def test_pieces_taken_out_there_are_free_again_once_however_often_it_is_told(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2), (LAMP, 1))))
    before = (await Return.get()).goods
    for _ in range(2):
        await told(database, ("returns/update", taken_out((50, 1), (51, -1))))
    assert await pieces() == {"MUG": 1}
    row = await Return.get()
    assert 0 < row.goods < before
    await InboxBody.filter(topic="returns/update").update(processed_at=None, retry_at=NOW)
    await told(database, ("returns/approve", a_return((MUG, 2), (LAMP, 1), name="again")))
    assert await pieces() == {"MUG": 1}

    await told(database, ("returns/request", a_return((LAMP, 1), id=6)))
    assert {row.external_id for row in await Return.all()} == {"5", "6"}


async def test_nobody_takes_a_piece_out_of_a_withdrawal(database: Settings) -> None:
    order = await an_order(database)
    line = await Line.get(sku="MUG")
    made = await asked(order, Piece(line.id, 2), way=Way.CANCEL, settings=database, now=NOW)
    await told(database, ("returns/approve", a_return((MUG, 2))), ("returns/update", taken_out((50, 1))))

    assert await pieces() == {"MUG": 2}
    assert (await Return.get(id=made.id)).goods == made.estimate.goods
    assert await CaseMessage.filter(text__contains="taken pieces out").count() == 1


def processed(*pieces: tuple[int, int], **changes: Any) -> dict[str, Any]:
    """As returns/process tells it: the items of this step by their own ids, without the order."""
    items = [{"id": id_, "quantity": quantity, "return_line_item_type": "ReturnLineItem"} for id_, quantity in pieces]
    return {"id": 5, "return_line_items": items, "exchange_line_items": []} | changes


def a_refund(amount: str) -> dict[str, Any]:
    paid = {"kind": "refund", "status": "success", "amount": amount}
    lines = [{"quantity": 2, "line_item_id": MUG["id"], "line_item": {"sku": "MUG"}}]
    at = "2026-11-25T11:30:00Z"
    return {"id": 70, "order_id": PLACED["id"], "created_at": at, "refund_line_items": lines, "transactions": [paid]}


async def standing() -> tuple[str, list[tuple[int, int | None]]]:
    items = [(item.received, item.accepted) for item in await ReturnItem.all().order_by("id")]
    return (await Return.get()).status, items


async def test_what_the_shop_takes_back_there_has_come_and_all_of_it_is_checked(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/request", a_return((MUG, 2), (LAMP, 1), status="REQUESTED")))
    for _ in range(2):  # the same body once more
        await told(database, ("returns/process", processed((50, 1))))
        assert await standing() == ("partially_received", [(1, None), (0, None)])
    await told(database, ("returns/process", processed((50, 1), (51, 1), updated_at="2026-11-25T12:00:00Z")))

    assert await standing() == ("inspected", [(2, 2), (1, 1)])
    assert {"partially_received", "received"} <= set(await rung())
    assert await Return.filter(status="inspected", external_id="5").exists()


async def test_a_refund_after_the_processing_or_before_it_comes_to_the_same(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("returns/process", processed((50, 2))))
    assert (await standing())[0] == "inspected"
    await told(database, ("refunds/create", a_refund("25.00")))
    assert (await standing())[0] == "refunded"

    await told(database, ("returns/process", processed((50, 2), name="again")))
    assert (await standing())[0] == "refunded"


async def test_a_processing_before_its_return_waits_for_it(database: Settings) -> None:
    await an_order(database)
    await deliver(database, *shopify(("returns/process", processed((50, 2)))), now=NOW)
    assert (await InboxBody.get(topic="returns/process")).error == "no return 5 of shopify (yet)"
    await told(database, ("returns/request", a_return((MUG, 2), status="REQUESTED")))
    assert await standing() == ("inspected", [(2, 2)])


async def test_what_the_staff_have_taken_back_as_a_mistake_no_later_body_brings_again(database: Settings) -> None:
    await an_order(database)
    await told(database, ("returns/approve", a_return((MUG, 2))))
    await told(database, ("returns/process", processed((50, 1))))
    row = await Return.get()
    await undo_receipt(row.id, staff_id=MIA, settings=database, now=NOW)
    await told(database, ("returns/process", processed((50, 1), name="again")))
    assert await standing() == ("approved", [(0, None)])


async def test_what_needs_no_goods_is_not_received_and_restocking_moves_nothing(database: Settings) -> None:
    order = await an_order(database)
    line = await Line.get(sku="LAMP")
    await asked(order, Piece(line.id, 1), way=Way.CANCEL, settings=database, now=NOW)
    await told(database, ("returns/approve", a_return((LAMP, 1))), ("returns/process", processed((50, 1))))
    assert await standing() == ("approved", [(0, None)])

    disposed = {"id": 3, "dispositions": [{"type": "RESTOCKED", "quantity": 1, "reverse_delivery_line_item": None}]}
    await told(database, ("reverse_fulfillment_orders/dispose", disposed))
    assert await standing() == ("approved", [(0, None)])
