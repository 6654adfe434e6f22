"""What the platform tells of refunds and returns goes to the right part of a declaration, once, and to no favour that a
withdrawal has taken the place of."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.config import Settings
from bot.returns.booking import Moment, book_refunds
from bot.returns.following import catch_up
from bot.returns.labels import NewLabel
from bot.returns.machine import Status
from bot.returns.models import Return, ReturnItem, ReturnPayment
from bot.returns.paths import Way
from bot.returns.platform_labels import take_label
from bot.returns.policy import DEFAULT
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shop.models import Line, Order, Refund
from bot.shop.platform_models import PlatformReturn
from tests.support.builders import Item, an_order, parcel
from tests.support.returns import SOON, a_delivered_order, asked

LATER = SOON + timedelta(hours=1)


async def declared(order: Order, settings: Settings, some: dict[int, int] | None = None) -> list[Return]:
    who: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}
    seen = await read_withdrawal(order.id, chosen=some, **who)
    made = await withdraw(order.id, seen.choice, chat_id=7, locale="de", **who)
    return [await Return.get(id=each.id) for each in (made, *made.beside)]


async def two_numbers(settings: Settings) -> tuple[Order, Return, Return]:
    """Of three mugs one is still in the shop and cancelled, two come back with the delivery."""
    order = await an_order(
        lines=[Item("Becher", 3, "10.00", "MUG")],
        parcels=[parcel("in_transit", contents=[{"sku": "MUG", "quantity": 2}])],
        ship_country="DE",
        total=Decimal("34.90"),
        shipping_total=Decimal("4.90"),
    )
    stopped, back = await declared(order, settings)
    assert (stopped.way, back.way) == (Way.CANCEL, Way.WITHDRAWAL)
    return order, stopped, back


async def refunded(order: Order, settings: Settings, number: str, amount: str, mugs: int) -> None:
    items = [{"sku": "MUG", "quantity": mugs}]
    await Refund.create(order_id=order.id, external_id=number, amount=Decimal(amount), refunded_at=LATER, items=items)
    for _ in range(2):
        await book_refunds(order.id, Moment(settings, LATER))


async def paid(row: Return) -> list[Decimal]:
    return [each.amount for each in await ReturnPayment.filter(request_id=row.id).order_by("id")]


async def test_a_refund_of_the_two_that_come_back_is_not_taken_for_the_cancelled_one(database: Settings) -> None:
    order, stopped, back = await two_numbers(database)
    await refunded(order, database, "r1", "24.90", 2)
    assert (await paid(stopped), await paid(back)) == ([], [Decimal("24.90")])
    await refunded(order, database, "r2", "10.00", 1)
    assert (await paid(stopped), await paid(back)) == ([Decimal("10.00")], [Decimal("24.90")])


async def test_a_part_that_the_staff_had_paid_is_not_booked_again_to_another(database: Settings) -> None:
    order, stopped, back = await two_numbers(database)
    await settle(stopped.id, "refund", staff_id=501, settings=database, now=SOON)
    await refunded(order, database, "r1", "34.90", 3)
    before = [await paid(stopped), await paid(back)]
    await book_refunds(order.id, Moment(database, LATER))
    assert [await paid(stopped), await paid(back)] == before


async def test_a_return_that_the_platform_makes_of_it_is_the_part_that_comes_back(database: Settings) -> None:
    order, stopped, back = await two_numbers(database)
    told = [{"sku": "MUG", "quantity": 1, "item": "1"}]
    await PlatformReturn.create(order_id=order.id, external_id="p1", status="approved", items=told, revised_at=LATER)
    await catch_up(order.id, settings=database, now=LATER, made="p1")
    rows = {row.id: row.external_id for row in await Return.all()}
    assert rows == {stopped.id: None, back.id: "p1"}


async def test_what_the_platform_goes_on_with_moves_the_withdrawal_and_not_the_favour_it_overtook(
    database: Settings,
) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    await Return.filter(id=favour.id).update(external_id="p1", source=order.source)
    item = {"sku": line.sku, "quantity": 3, "item": "7"}
    told = await PlatformReturn.create(
        order_id=order.id, external_id="p1", status="approved", items=[item], revised_at=SOON - timedelta(hours=1)
    )
    [made] = await declared(order, database)
    await catch_up(order.id, settings=database, now=SOON)
    assert (await Return.get(id=made.id)).external_id is None, "it was said before the withdrawal"

    told.items, told.revised_at = [item | {"done": {"b1": 3}}], LATER
    await told.save()
    for _ in range(2):
        await catch_up(order.id, settings=database, now=LATER)
    row, ended = await Return.get(id=made.id), await Return.get(id=favour.id)
    assert (row.external_id, row.status) == ("p1", Status.INSPECTED)
    assert (ended.external_id, ended.status) == (None, Status.CANCELLED)
    assert await Return.all().count() == 2
    assert [each.accepted for each in await ReturnItem.filter(request_id=made.id)] == [3]


async def test_of_a_favour_that_goes_on_in_part_a_refund_of_the_rest_is_its_own(database: Settings) -> None:
    order, line = await a_delivered_order()
    await Line.filter(id=line.id).update(sku="MUG")
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    [made] = await declared(order, database, {line.id: 1})
    await refunded(order, database, "r1", "10.00", 1)
    assert (await paid(made), await paid(await Return.get(id=favour.id))) == ([Decimal("10.00")], [])
    await refunded(order, database, "r2", "20.00", 2)
    assert await paid(await Return.get(id=favour.id)) == [Decimal("20.00")]


async def test_a_label_that_the_platform_gives_to_the_favour_is_the_withdrawals(database: Settings) -> None:
    order, line = await a_delivered_order()
    favour = await asked(order, Piece(line.id, 3, "unwanted"), way=Way.GOODWILL, settings=database)
    await Return.filter(id=favour.id).update(external_id="p1", source=order.source)
    [made] = await declared(order, database)
    label = NewLabel("https://labels.example.org/1", None, "NEW1234567")
    await take_label(order.source, "p1", label, policy=DEFAULT, settings=database, now=LATER)
    row = await Return.get(id=made.id)
    assert (row.status, row.label_key) == ("label_sent", "NEW1234567")
    assert (await Return.get(id=favour.id)).label is None
