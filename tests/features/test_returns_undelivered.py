"""What was withdrawn from while it was on its way, and never arrives, is paid for without being asked back."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.connectors.scans import take_report
from bot.customers.models import Link
from bot.outbox.models import Push
from bot.returns.acts import Act, Task, acts_of, tasks_of
from bot.returns.calls import Topic
from bot.returns.cases import find_case
from bot.returns.labels import NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status, Step
from bot.returns.models import Return, ReturnItem, ReturnStep, ShopCall
from bot.returns.moving import move, tell_sent
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.refund_clock import mind_clocks
from bot.returns.requested import Requested
from bot.returns.scanning import follow_label
from bot.returns.settling import settle
from bot.returns.sheet import ReturnSheet
from bot.returns.unsent import mind_unsent
from bot.returns.verdicts import tell_gone
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shipping.carriers.reports import Report, Scan
from bot.shipping.progress import ParcelEvent
from bot.shop.models import Order, Shipment
from bot.tickets.models import CaseMessage
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.postman import a_chat
from tests.support.returns import DELIVERED, SOON

MIA = 501
PAYS = Policy(customer_pays=True, fee=Decimal("4.00"))
ITSELF = Policy(label_by_shop=False, address=("Laden", "Weg 1"))
MUG, TEAS = [{"sku": "MUG", "quantity": 1}], [{"sku": "TEA", "quantity": 2}]


def by_mia(settings: Settings, now: Any = SOON) -> dict[str, Any]:
    return {"staff_id": MIA, "settings": settings, "now": now}


async def on_its_way(*contents: Any, **columns: Any) -> Order:
    """A mug and two teas with their delivery, in as many parcels as there are contents."""
    order = await an_order(
        lines=[Item("Becher", 1, "10.00", "MUG"), Item("Tee", 2, "5.00", "TEA")],
        parcels=[parcel(scan("in_transit", at=DELIVERED), contents=each) for each in contents or (MUG + TEAS,)],
        ship_country="DE",
        **{"total": Decimal("24.90"), "shipping_total": Decimal("4.90")} | columns,
    )
    await a_chat(7, locale="de")
    await Link.create(chat_id=7, customer_id=order.customer_id, proof="order", linked_at=SOON)
    return order


async def withdrawn(
    order: Order, settings: Settings, chosen: dict[int, int] | None = None, *, policy: Policy = DEFAULT
) -> Requested:
    here: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": policy, "settings": settings, "now": SOON}
    wanted = chosen or dict((await read_withdrawal(order.id, **here)).chosen)
    return await withdraw(order.id, wanted, chat_id=7, locale="de", **here)


async def moves(order: Order, status: str, settings: Settings, *, position: int = 1, hours: int = 1) -> None:
    shipment = await Shipment.get(order_id=order.id, position=position)
    at = SOON + timedelta(hours=hours)
    report = Report(shipment.tracking_number or "", "dhl", (Scan(at, status, status),))
    await take_report(report, source="dhl", settings=settings, now=at)


async def texts() -> list[str]:
    return [push.params["text"] for push in await Push.filter(chat_id=7).order_by("id") if "text" in push.params]


async def sheets() -> list[ReturnSheet]:
    return [await read_sheet(row.id) for row in await Return.all().order_by("id")]


@pytest.mark.parametrize("status", ["lost", "returned"])
@pytest.mark.parametrize("policy", [PAYS, ITSELF])
async def test_a_parcel_that_gets_lost_after_the_withdrawal_is_not_asked_for(
    database: Settings, status: str, policy: Policy
) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database, policy=policy)
    assert (await read_sheet(made.id)).step is Step.CARRIER_BRINGS
    for hours in (1, 2):
        await moves(order, status, database, hours=hours)

    [sheet] = await sheets()
    assert (sheet.lost, sheet.step, sheet.send_by, sheet.label) == (True, Step.SHOP_SETTLES, None, None)
    assert (sheet.total.amount, sheet.fee.amount) == (Decimal("24.90"), Decimal())
    assert (tasks_of(sheet), acts_of(sheet)) == ((Task.SETTLE,), (Act.GONE,))
    told = [text for text in await texts() if "Das Paket kommt nicht mehr bei Ihnen an" in text]
    assert len(told) == 1
    assert "Sie müssen nichts zurückschicken" in told[0]
    assert "Geld zurück spätestens" in told[0]
    assert await CaseMessage.filter(text__contains="due without waiting").count() == 1

    later = SOON + timedelta(days=11)
    assert await mind_unsent(database, now=later) == 0
    assert await mind_clocks(database, now=later) == 1
    settled = await settle(made.id, "refund", **by_mia(database))
    assert (settled.amount, settled.status) == (Decimal("24.90"), Status.REFUNDED)


async def test_what_turns_up_again_comes_back_with_the_label_it_has(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    label = NewLabel("https://labels.example.org/1.pdf", None, "T1")
    await send_label(made.id, label, by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await moves(order, "lost", database)
    assert (await read_sheet(made.id)).status is Status.APPROVED
    await moves(order, "out_for_delivery", database, hours=2)
    sheet = await read_sheet(made.id)
    assert (sheet.lost, sheet.status, sheet.step) == (False, Status.LABEL_SENT, Step.CUSTOMER_SENDS)
    assert sheet.label is not None
    assert sheet.send_by == date(2026, 11, 23)  # the twenty-first is a Saturday
    await moves(order, "lost", database, hours=3)
    assert (await read_sheet(made.id)).lost


async def test_what_was_cancelled_left_and_came_back_undelivered_is_asked_of_nobody(database: Settings) -> None:
    order = await on_its_way()
    await Shipment.filter(order_id=order.id).update(status="label_created")
    made = await withdrawn(order, database)
    assert (await read_sheet(made.id)).way is Way.CANCEL
    await moves(order, "in_transit", database)
    assert (await read_sheet(made.id)).way is Way.WITHDRAWAL
    await moves(order, "returned", database, hours=2)
    assert (await read_sheet(made.id)).step is Step.SHOP_SETTLES


async def test_of_one_withdrawal_the_lost_part_is_paid_and_the_rest_comes_back(database: Settings) -> None:
    told = {"shop_callback_url": "https://shop.example.org/bote", "shop_callback_secret": "x" * 32}
    shop = Settings(**database.model_dump() | told)
    order = await on_its_way(MUG, TEAS)
    made = await withdrawn(order, shop, policy=PAYS)
    await moves(order, "delivered", shop)
    await moves(order, "lost", shop, position=2, hours=2)

    back, lost = await sheets()
    assert [(each.lost, [(piece.sku, piece.quantity) for piece in each.pieces]) for each in (back, lost)] == [
        (False, [("MUG", 1)]),
        (True, [("TEA", 2)]),
    ]
    money = [(each.goods.amount, each.shipping.amount, each.fee.amount) for each in (back, lost)]
    assert money == [(Decimal(10), Decimal("4.90"), Decimal(4)), (Decimal(10), Decimal(), Decimal())]
    assert (back.declared_at, [each.number for each in back.also]) == (lost.declared_at, [lost.number])
    assert await find_case(lost.id) is not None
    calls = await ShopCall.all().order_by("id")
    assert [(call.topic, call.body["return"]["lost"]) for call in calls] == [
        (Topic.APPROVED, False), (Topic.CHANGED, False), (Topic.APPROVED, True),
    ]  # fmt: skip
    assert await ReturnItem.filter(request_id=made.id).count() == 1

    await settle(lost.id, "refund", **by_mia(shop))
    await receive(back.id, **by_mia(shop))
    await check(back.id, Finding(), policy=PAYS, **by_mia(shop))
    assert (await settle(back.id, "refund", **by_mia(shop))).amount == Decimal("10.90")
    assert {each.status for each in await sheets()} == {Status.REFUNDED}


async def test_the_rest_of_what_has_come_back_in_part_is_waited_for_no_longer(database: Settings) -> None:
    order = await on_its_way(MUG, TEAS)
    made = await withdrawn(order, database)
    await moves(order, "delivered", database)
    mug = await ReturnItem.filter(request_id=made.id).order_by("id").first()
    assert mug is not None
    await receive(made.id, {mug.line_id: 1}, **by_mia(database))
    await moves(order, "lost", database, position=2, hours=2)
    assert [(each.status, each.lost) for each in await sheets()] == [(Status.RECEIVED, False), (Status.APPROVED, True)]


async def test_where_the_money_went_before_nothing_is_left_to_do(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    await settle(made.id, "refund", **by_mia(database))
    assert (await read_sheet(made.id)).status is Status.APPROVED
    await moves(order, "lost", database)
    assert (await read_sheet(made.id)).status is Status.REFUNDED
    await moves(order, "delivered", database, hours=2)
    assert (await read_sheet(made.id)).step is Step.SHOP_SENDS_LABEL


async def test_what_is_on_its_way_back_had_come_whatever_the_carrier_says_of_the_way_there(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    await move(made.id, Status.IN_TRANSIT, by=Actor.CARRIER, settings=database, now=SOON)
    await moves(order, "lost", database)
    assert [(each.status, each.lost) for each in await sheets()] == [(Status.IN_TRANSIT, False)]


async def test_who_only_said_that_it_is_on_its_way_back_cannot_have_sent_what_never_came(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database, policy=ITSELF)
    await tell_sent(made.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    await moves(order, "lost", database)
    assert (await read_sheet(made.id)).step is Step.SHOP_SETTLES


async def test_whoever_sends_a_lost_parcel_back_with_its_label_has_got_it(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    await send_label(made.id, NewLabel(tracking_number="T1"), by=Actor.STAFF, policy=DEFAULT, **by_mia(database))
    await moves(order, "lost", database)
    event = ParcelEvent(SOON, "in_transit", "in_transit", None, "in_transit", "")
    await follow_label(made.id, [event], settings=database, now=SOON)
    sheet = await read_sheet(made.id)
    assert (sheet.status, sheet.lost) == (Status.IN_TRANSIT, False)


async def test_what_the_staff_know_of_a_lost_parcel_no_scan_takes_back(database: Settings) -> None:
    order = await on_its_way()
    made = await withdrawn(order, database)
    await moves(order, "lost", database)
    await tell_gone(made.id, policy=DEFAULT, **by_mia(database))
    await moves(order, "lost", database, hours=2)
    assert not (await read_sheet(made.id)).lost


@pytest.mark.parametrize("is_paid", [False, True])
async def test_of_two_lost_pieces_the_one_that_is_found_comes_back(database: Settings, is_paid: bool) -> None:
    order = await on_its_way(MUG, [{"sku": "TEA", "quantity": 1}], [{"sku": "TEA", "quantity": 1}])
    made = await withdrawn(order, database)
    for position in (2, 3):
        await moves(order, "lost", database, position=position)
    [back, *_] = await sheets()
    lost = next(each for each in await sheets() if each.lost)
    if is_paid:
        await settle(lost.id, "refund", **by_mia(database))
    await moves(order, "delivered", database, position=3, hours=2)

    held = {(each.lost, piece.sku): piece.quantity for each in await sheets() for piece in each.pieces}
    assert held == {(False, "MUG"): 1, (True, "TEA"): 1, (False, "TEA"): 1}
    assert back.id == made.id
    given = sum(each.given.amount for each in await sheets() if each.given)
    assert given + sum(each.left.amount for each in await sheets()) == Decimal("24.90")
    assert await ReturnStep.filter(act="found").count() == 1


async def test_of_two_that_withdrew_from_lost_pieces_one_is_asked_for_the_one_that_is_found(database: Settings) -> None:
    order = await on_its_way([*MUG, {"sku": "TEA", "quantity": 1}], [{"sku": "TEA", "quantity": 1}])
    for position in (1, 2):
        await moves(order, "lost", database, position=position)
    teas = (await read_withdrawal(
        order.id, customer_ids=[order.customer_id or 0], policy=DEFAULT, settings=database, now=SOON
    )).lines[1].id  # fmt: skip
    first, second = [await withdrawn(order, database, {teas: 1}) for _ in range(2)]
    await settle(first.id, "refund", **by_mia(database))
    await moves(order, "delivered", database, position=2, hours=2)
    assert [(await read_sheet(each.id)).lost for each in (first, second)] == [True, False]


async def test_a_new_parcel_beside_a_lost_one_of_which_nobody_knows_the_contents(database: Settings) -> None:
    order = await on_its_way(None)
    await moves(order, "lost", database)
    made = await withdrawn(order, database)
    more: dict[str, Any] = {"carrier": "dhl", "status": "label_created"}
    await Shipment.create(order_id=order.id, position=2, contents=MUG, tracking_number="N2", tracking_key="N2", **more)
    await moves(order, "in_transit", database, position=2, hours=2)
    assert [(each.lost, [piece.sku for piece in each.pieces]) for each in await sheets()] == [
        (True, ["TEA"]),
        (False, ["MUG"]),
    ]
    await Shipment.create(order_id=order.id, position=3, tracking_number="N3", tracking_key="N3", **more)
    await moves(order, "in_transit", database, position=3, hours=3)
    assert (await read_sheet(made.id)).lost
    assert await CaseMessage.filter(text__contains="Please look whether the items are in it").count() == 1
