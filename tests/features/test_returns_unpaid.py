"""Money that never came goes back to nobody: what a withdrawal promises is at most what was paid."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.shopify_orders import parse_order
from bot.returns.looking import read_sheet
from bot.returns.models import Return, ReturnPayment
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.settling import NothingDueError, left_to_give, settle
from bot.returns.withdrawing import Withdrawal, read_withdrawal, withdraw
from bot.returns.wording import Reader, card_text
from bot.shop.models import Order
from tests.features.test_returns_partly_shipped import partly_shipped
from tests.support.builders import an_order, parcel
from tests.support.returns import SOON, a_delivered_order


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}


async def seen(order: Order, settings: Settings) -> Withdrawal:
    return await read_withdrawal(order.id, **reading(order, settings))


async def withdrawn(order: Order, settings: Settings) -> Requested:
    chosen = (await seen(order, settings)).chosen
    return await withdraw(order.id, chosen, chat_id=7, locale="de", **reading(order, settings))


async def card(return_id: int, settings: Settings) -> str:
    return str(card_text(await read_sheet(return_id), Reader("de", settings.time_zone, "Laden")))


@pytest.mark.parametrize("columns", [{"status": "pending"}, {"paid_total": Decimal(0), "status": "fulfilled"}])
async def test_what_was_sent_on_account_and_never_paid_comes_back_without_a_promise(
    database: Settings, columns: dict[str, Any]
) -> None:
    order, _ = await a_delivered_order(**columns)
    assert (await seen(order, database)).unpaid
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.unpaid, sheet.money_due_on(database.time_zone)) == (Way.WITHDRAWAL, True, None)
    assert "30,00" not in await card(made.id, database)
    assert "Bisher ist nichts bezahlt" in await card(made.id, database)


async def test_the_staff_end_it_without_money_and_nobody_reads_that_some_is_on_its_way(database: Settings) -> None:
    order, _ = await a_delivered_order(status="pending")
    made = await withdrawn(order, database)
    by_mia: dict[str, Any] = {"staff_id": 790, "settings": database, "now": SOON}
    await receive(made.id, **by_mia)
    await check(made.id, Finding(), policy=DEFAULT, **by_mia)
    assert (await left_to_give(await read_sheet(made.id))).amount == 0
    assert (await settle(made.id, "refund", **by_mia)).amount == 0
    assert (await Return.get(id=made.id)).status == "closed"
    assert not await ReturnPayment.all().exists()
    assert "30,00" not in await card(made.id, database)


async def test_money_that_comes_after_all_goes_back(database: Settings) -> None:
    order, _ = await a_delivered_order(status="pending")
    made = await withdrawn(order, database)
    await Order.filter(id=order.id).update(status="processing")
    paid = await settle(made.id, "refund", staff_id=790, settings=database, now=SOON)
    assert paid.amount == Decimal("30.00")


async def test_of_what_was_paid_in_part_no_more_goes_back(database: Settings) -> None:
    order, _ = await a_delivered_order(paid_total=Decimal("12.50"))
    assert (await seen(order, database)).estimate.total == Decimal("12.50")
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.unpaid, sheet.total.amount) == (False, Decimal("12.50"))
    assert (await settle(made.id, "refund", staff_id=790, settings=database, now=SOON)).amount == Decimal("12.50")
    with pytest.raises(NothingDueError):
        await settle(made.id, "refund", staff_id=790, settings=database, now=SOON)


async def test_both_parts_of_a_withdrawal_together_promise_no_more_than_was_paid(database: Settings) -> None:
    order = await partly_shipped(paid_total=Decimal("50.00"))
    offer = await seen(order, database)
    assert [part.estimate.total for part in offer.parts] == [Decimal("35.10"), Decimal("14.90")]
    made = await withdrawn(order, database)
    sheets = [await read_sheet(each.id) for each in (made, *made.beside)]
    assert sum(sheet.total.amount for sheet in sheets) == Decimal("50.00")


async def test_both_parts_of_a_withdrawal_that_was_never_paid_say_so(database: Settings) -> None:
    order = await partly_shipped(paid_total=Decimal(0))
    made = await withdrawn(order, database)
    for each in (made, *made.beside):
        assert "Bisher ist nichts bezahlt" in await card(each.id, database)


async def test_cancelling_an_order_in_part_paid_promises_that_part(database: Settings) -> None:
    order = await an_order(parcels=[parcel("label_created")], paid_total=Decimal("5.00"), status="partially_paid")
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.unpaid, sheet.total.amount) == (Way.CANCEL, False, Decimal("5.00"))


@pytest.mark.parametrize(
    ("financial", "outstanding", "paid"),
    [
        ("pending", "59.90", Decimal(0)),
        ("partially_paid", "39.90", Decimal("20.00")),
        ("partially_paid", None, None),
        ("paid", "0.00", None),
        ("partially_refunded", "0.00", None),
    ],
)
def test_shopify_tells_what_has_come_in(financial: str, outstanding: str | None, paid: Decimal | None) -> None:
    body = {
        "id": 7,
        "name": "#1001",
        "created_at": "2026-11-02T09:30:00Z",
        "currency": "EUR",
        "total_price": "59.90",
        "financial_status": financial,
        "fulfillment_status": "partial",
        "total_outstanding": outstanding,
    }
    assert parse_order(body, "x").order.told["paid_total"] == paid
