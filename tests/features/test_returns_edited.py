"""The shop edits an order of which something was cancelled or goes back: the return stays, and so does its money."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.connectors.files_export import describe_order
from bot.loyalty.ledger import balance_of, book_purchase
from bot.returns.doors import doors_of
from bot.returns.looking import read_sheet
from bot.returns.machine import Status, Step
from bot.returns.models import ReturnItem
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.reading import read_order
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.withdrawing import read_withdrawal
from bot.shop.models import Line, Order
from bot.shop.orders import get_order
from bot.shop.own import own_lines
from tests.support.inbox import deliver, shopify
from tests.support.platform_returns import NOW, PLACED, an_order
from tests.support.platforms import shopify_fulfilment
from tests.support.returns import asked

MIA = 501


async def edited(settings: Settings, *, mugs: int = 2, lamps: int = 1, hour: int = 13, **changes: Any) -> None:
    """So many are left; the customer has paid for all of them, and some money may have gone back."""
    mug, lamp = PLACED["line_items"]
    lines = [mug | {"current_quantity": mugs}, lamp | {"current_quantity": lamps}]
    left = Decimal("4.90") + mugs * Decimal("12.50") + lamps * 49
    back = sum(Decimal(each["transactions"][0]["amount"]) for each in changes.get("refunds", ()))
    told = {
        "line_items": lines,
        "current_total_price": str(left),
        "total_outstanding": str(left + back - Decimal("78.90")),
    }
    body = PLACED | told | {"updated_at": f"2026-11-25T{hour}:00:00Z"} | changes
    assert not any(await deliver(settings, *shopify(("orders/updated", body)), now=NOW))


def went_back(amount: str) -> dict[str, Any]:
    """Money alone, as for an item that was edited out."""
    paid = {"kind": "refund", "status": "success", "amount": amount}
    told = {"id": 70, "order_id": PLACED["id"], "created_at": "2026-11-25T14:00:00Z"}
    return told | {"refund_line_items": [], "transactions": [paid]}


async def cancelled(order: Order, settings: Settings, sku: str = "LAMP", quantity: int = 1) -> int:
    line = await Line.get(order_id=order.id, sku=sku)
    made = await asked(order, Piece(line.id, quantity), way=Way.CANCEL, settings=settings, now=NOW)
    return made.id


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": NOW}


async def test_an_item_that_is_edited_out_leaves_its_cancellation_and_the_money_for_it(database: Settings) -> None:
    order = await an_order(database)
    made = await cancelled(order, database)
    for _ in range(2):
        await edited(database, lamps=0)
    sheet = await read_sheet(made)
    assert [(piece.sku, piece.quantity) for piece in sheet.pieces] == [("LAMP", 1)]
    assert (sheet.step, sheet.left.amount, sheet.is_part) == (Step.SHOP_SETTLES, Decimal(49), True)
    rest = await read_withdrawal(order.id, **reading(order, database))
    assert ([line.sku for line in rest.lines], rest.shut, rest.estimate.total) == (["MUG"], (), Decimal("29.90"))

    settled = await settle(made, "refund", staff_id=MIA, settings=database, now=NOW)
    assert (settled.amount, settled.status) == (Decimal(49), Status.REFUNDED)
    assert (await read_withdrawal(order.id, **reading(order, database))).estimate.total == Decimal("29.90")
    await edited(database, lamps=0, hour=15, refunds=[went_back("49.00")], financial_status="partially_refunded")
    assert (await read_withdrawal(order.id, **reading(order, database))).estimate.total == Decimal("29.90")


async def test_after_an_edit_an_item_brings_what_it_cost_and_no_share_of_what_went_back_before(
    database: Settings,
) -> None:
    order = await an_order(database)
    await edited(database, lamps=0, refunds=[went_back("49.00")], financial_status="partially_refunded")
    mug = await Line.get(order_id=order.id, sku="MUG")
    one = await read_withdrawal(order.id, chosen={mug.id: 1}, **reading(order, database))
    assert one.estimate.total == Decimal("12.50")


async def test_fewer_pieces_carry_out_a_cancellation_and_the_rest_can_still_be_cancelled(database: Settings) -> None:
    order = await an_order(database)
    made = await cancelled(order, database, "MUG")
    await edited(database, mugs=1)
    left = {
        line.sku: line.eligibility.unshipped for line in (await read_order(order.id, **reading(order, database))).lines
    }
    assert left == {"MUG": 1, "LAMP": 1}
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=NOW.date())
    doors = await doors_of(card, settings=database, now=NOW)
    assert (await read_sheet(made)).is_part
    assert ([each.id for each in doors.returns], doors.change) == ([made], True)

    await edited(database, hour=14)  # the edit is taken back, so that the cancellation is to be carried out again
    left = {
        line.sku: line.eligibility.unshipped for line in (await read_order(order.id, **reading(order, database))).lines
    }
    assert left == {"MUG": 1, "LAMP": 1}
    assert (await Line.get(order_id=order.id, sku="MUG")).removed == 0


async def test_the_points_of_what_was_edited_out_go_with_its_money(database: Settings) -> None:
    order = await an_order(database)
    assert order.customer_id is not None
    await book_purchase(
        *(order.customer_id, 74),
        order_id=order.id, number=order.number, rate=Decimal(1), available_at=NOW, now=NOW,
    )  # fmt: skip
    made = await cancelled(order, database)
    await edited(database, lamps=0)
    await settle(made, "refund", staff_id=MIA, settings=database, now=NOW)
    assert (await balance_of([order.customer_id], now=NOW)).available == 25


async def test_what_comes_back_is_checked_and_paid_though_the_order_names_it_no_more(database: Settings) -> None:
    order = await an_order(database)
    sent = shopify_fulfilment(PLACED, "00340434", shipment_status="delivered")
    assert not any(await deliver(database, *shopify(("fulfillments/create", sent)), now=NOW))
    lamp = await Line.get(order_id=order.id, sku="LAMP")
    made = await asked(order, Piece(lamp.id, 1), way=Way.WITHDRAWAL, settings=database, now=NOW)
    await edited(database, lamps=0)
    by_mia: dict[str, Any] = {"staff_id": MIA, "settings": database, "now": NOW + timedelta(days=2)}
    await receive(made.id, **by_mia)
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)
    assert (await settle(made.id, "refund", **by_mia)).amount == Decimal(49)
    assert await ReturnItem.filter(request_id=made.id, line_id=lamp.id).exists()


async def test_what_was_edited_out_is_shown_to_nobody_as_bought(database: Settings) -> None:
    order = await an_order(database)
    await edited(database, lamps=0)
    owner = [order.customer_id or 0]
    card = await get_order(order.id, customer_ids=owner, today=NOW.date())
    assert ([line.sku for line in card.lines], card.item_count) == (["MUG"], 2)
    assert [line.sku for line in await own_lines(owner)] == ["MUG"]
    assert [
        line["sku"] for line in (await describe_order(await Order.get(id=order.id), today=NOW.date()))["lines"]
    ] == ["MUG"]
