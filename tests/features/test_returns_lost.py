"""Who withdraws from what never came sends nothing back, waits for nothing and gets everything."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.loyalty.ledger import balance_of, book_purchase
from bot.returns.acts import Task, tasks_of
from bot.returns.leaving import mind_leaving
from bot.returns.looking import read_sheet
from bot.returns.machine import Status, Step
from bot.returns.models import Return
from bot.returns.moving import MovedOnError, tell_sent
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.requests import Piece, WayClosedError, Wish, make
from bot.returns.sending_back import read_offer
from bot.returns.settling import settle
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

PAYS_BACK = Policy(customer_pays=True, fee=Decimal("4.00"))


async def a_lost_order(status: str = "lost", **columns: Any) -> tuple[Order, list[Line]]:
    """A mug and two teas, with their delivery, in a parcel that never came."""
    order = await an_order(
        lines=[Item("Mug", 1, "10.00", "MUG"), Item("Tea", 2, "5.00", "TEA")],
        parcels=[parcel(scan("in_transit", at=DELIVERED))],
        ship_country="DE",
        **{"total": Decimal("24.90"), "shipping_total": Decimal("4.90")} | columns,
    )
    await Shipment.filter(order_id=order.id).update(status=status)
    return order, await Line.filter(order_id=order.id).order_by("position")


async def one_of_two_lost() -> tuple[Order, list[Line]]:
    """The mug has come, the teas are lost."""
    order, lines = await a_lost_order()
    await Shipment.filter(order_id=order.id).update(contents=[{"sku": "TEA", "quantity": 2}])
    mug = [{"sku": "MUG", "quantity": 1}]
    await Shipment.create(order_id=order.id, position=2, status="delivered", delivered_at=DELIVERED, contents=mug)
    return order, lines


def about(order: Order, settings: Settings, policy: Policy = PAYS_BACK, now: Any = SOON) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": now}


async def withdrawn(order: Order, settings: Settings, *, now: Any = SOON) -> Any:
    offer = await read_withdrawal(order.id, **about(order, settings, now=now))
    return await withdraw(order.id, offer.chosen, chat_id=7, locale="de", **about(order, settings, now=now))


@pytest.mark.parametrize("status", ["lost", "returned"])
async def test_everything_goes_back_and_nothing_has_to_come(database: Settings, status: str) -> None:
    order, _ = await a_lost_order(status)
    offer = await read_withdrawal(order.id, **about(order, database))
    assert (offer.lost, offer.estimate.total, offer.estimate.fee) == (True, Decimal("24.90"), Decimal())
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert (sheet.way, sheet.status, sheet.lost, sheet.step) == (
        Way.WITHDRAWAL, Status.APPROVED, True, Step.SHOP_SETTLES,
    )  # fmt: skip
    assert (sheet.total.amount, sheet.send_by, tasks_of(sheet)) == (Decimal("24.90"), None, (Task.SETTLE,))
    with pytest.raises(MovedOnError):
        await receive(made.id, settings=database, now=SOON)
    with pytest.raises(MovedOnError):
        await tell_sent(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    settled = await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)
    assert (settled.amount, settled.status) == (Decimal("24.90"), Status.REFUNDED)


async def test_the_refund_clock_waits_for_no_goods(database: Settings) -> None:
    order, _ = await a_lost_order()
    await withdrawn(order, database)
    assert await mind_clocks(database, now=SOON + timedelta(days=9)) == 0
    assert await mind_clocks(database, now=SOON + timedelta(days=11)) == 1


async def test_it_can_be_withdrawn_from_long_after_the_rest_has_come(database: Settings) -> None:
    order, lines = await one_of_two_lost()
    much_later = DELIVERED + timedelta(days=100)
    offer = await read_withdrawal(order.id, **about(order, database, now=much_later))
    assert (offer.chosen, offer.lost) == ({lines[1].id: 2}, True)


async def test_of_one_declaration_what_came_goes_back_and_what_did_not_does_not(database: Settings) -> None:
    order, lines = await one_of_two_lost()
    made = await withdrawn(order, database)
    sheets = [await read_sheet(each.id) for each in (made, *made.beside)]
    assert [(sheet.lost, [piece.line_id for piece in sheet.pieces]) for sheet in sheets] == [
        (True, [lines[1].id]),
        (False, [lines[0].id]),
    ]
    money = [(sheet.goods.amount, sheet.shipping.amount, sheet.fee.amount) for sheet in sheets]
    assert money == [(Decimal(10), Decimal(0), Decimal(0)), (Decimal(10), Decimal("4.90"), Decimal(4))]
    assert {each.declared_with for each in await Return.all()} == {made.id}


async def test_nobody_is_asked_to_send_back_or_complain_about_what_never_came(database: Settings) -> None:
    order, lines = await one_of_two_lost()
    offer = await read_offer(order.id, **about(order, database))
    assert [line.id for line in offer.lines] == [lines[0].id]
    wish = Wish(order_id=order.id, pieces=(Piece(lines[0].id, 1),), way=Way.WITHDRAWAL, lost=True)
    with pytest.raises(WayClosedError):
        await make(wish, chat_id=7, locale="de", **about(order, database))


async def test_points_go_with_the_money(database: Settings) -> None:
    order, _ = await a_lost_order()
    assert order.customer_id is not None
    await book_purchase(
        *(order.customer_id, 20),
        order_id=order.id, number=order.number, rate=Decimal(1), available_at=SOON, now=SOON,
    )  # fmt: skip
    made = await withdrawn(order, database)
    await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)
    assert (await balance_of([order.customer_id], now=SOON)).available == 0


@pytest.mark.parametrize("is_paid", [False, True])
async def test_a_parcel_that_is_found_comes_back_after_all(database: Settings, is_paid: bool) -> None:
    order, _ = await a_lost_order()
    made = await withdrawn(order, database)
    if is_paid:
        await settle(made.id, "refund", staff_id=501, settings=database, now=SOON)
    await mind_leaving(order.id, settings=database, now=SOON)
    assert (await read_sheet(made.id)).lost
    await Shipment.filter(order_id=order.id).update(status="delivered", delivered_at=SOON)
    for _ in range(2):
        await mind_leaving(order.id, settings=database, now=SOON)
    sheet = await read_sheet(made.id)
    assert (sheet.lost, sheet.keeps, sheet.status) == (False, False, Status.APPROVED)
    assert sheet.left.amount == (0 if is_paid else Decimal("24.90"))
    await receive(made.id, settings=database, now=SOON)


async def test_what_is_only_late_is_sent_back_when_it_comes(database: Settings) -> None:
    order, _ = await a_lost_order("delayed")
    offer = await read_withdrawal(order.id, **about(order, database, DEFAULT))
    assert not offer.lost
