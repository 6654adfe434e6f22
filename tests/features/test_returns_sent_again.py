"""What was lost and sent again has come, and an article that stands twice in a parcel is counted twice."""

from datetime import timedelta
from typing import Any

from bot.config import Settings
from bot.connectors.scans import take_report
from bot.returns.looking import read_sheet
from bot.returns.models import Return
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.reading import read_order
from bot.returns.requested import Requested
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shipping.carriers.reports import Report, Scan
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON

MUG = [{"sku": "MUG", "quantity": 1}]


def reading(order: Order, settings: Settings) -> dict[str, Any]:
    return {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": settings, "now": SOON}


async def moves(order: Order, status: str, settings: Settings, *, position: int, minutes: int = 1) -> None:
    shipment = await Shipment.get(order_id=order.id, position=position)
    at = SOON + timedelta(minutes=minutes)
    report = Report(shipment.tracking_number or "", "dhl", (Scan(at, status, status),))
    await take_report(report, source="dhl", settings=settings, now=at)


async def withdrawn(order: Order, settings: Settings, chosen: dict[int, int] | None = None) -> Requested:
    if chosen is None:
        chosen = dict((await read_withdrawal(order.id, **reading(order, settings))).chosen)
    return await withdraw(order.id, chosen, chat_id=7, locale="de", **reading(order, settings))


async def test_what_was_sent_again_after_a_loss_has_come_and_comes_back(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 1, "10.00", "MUG")],
        ship_country="DE",
        parcels=[
            parcel(scan("lost", at=DELIVERED - timedelta(days=2)), contents=MUG),
            parcel(scan("delivered", at=DELIVERED), contents=MUG),
        ],
    )
    made = await withdrawn(order, database)
    sheet = await read_sheet(made.id)
    assert not sheet.keeps


async def test_what_was_sent_again_after_a_loss_has_a_warranty(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 1, "10.00", "MUG")],
        ship_country="DE",
        parcels=[
            parcel(scan("lost", at=DELIVERED - timedelta(days=2)), contents=MUG),
            parcel(scan("delivered", at=DELIVERED), contents=MUG),
        ],
    )
    back = await read_order(order.id, **reading(order, database))
    assert back.lines[0].eligibility.find(Way.WARRANTY)


async def test_a_lost_piece_that_the_shop_refunded_itself_is_no_part_of_a_withdrawal(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 3, "10.00", "MUG")],
        ship_country="DE",
        parcels=[
            parcel(scan("lost", at=DELIVERED), contents=MUG),
            parcel(scan("delivered", at=DELIVERED), contents=[{"sku": "MUG", "quantity": 2}]),
        ],
    )
    await Line.filter(order_id=order.id).update(refunded=1)
    offer = await read_withdrawal(order.id, **reading(order, database))
    assert [(part.lost, sum(part.pieces.values())) for part in offer.parts] == [(False, 2)]


async def test_a_lost_piece_that_was_refunded_is_not_the_one_that_is_still_in_the_shop(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 3, "10.00", "MUG")],
        ship_country="DE",
        parcels=[
            parcel(scan("lost", at=DELIVERED), contents=MUG),
            parcel(scan("delivered", at=DELIVERED), contents=MUG),
        ],
    )
    await Line.filter(order_id=order.id).update(refunded=1)
    offer = await read_withdrawal(order.id, **reading(order, database))
    assert [(part.way, part.lost, sum(part.pieces.values())) for part in offer.parts] == [
        (Way.CANCEL, False, 1),
        (Way.WITHDRAWAL, False, 1),
    ]


async def test_an_article_that_stands_twice_in_a_lost_parcel_is_not_found_by_another_scan(database: Settings) -> None:
    order = await an_order(
        lines=[*[Item("Becher", 1, "10.00", "MUG")] * 2, Item("Kanne", 1, "25.00", "POT")],
        ship_country="DE",
        parcels=[
            parcel(scan("lost", at=DELIVERED), contents=MUG + MUG),
            parcel(scan("in_transit", at=DELIVERED), contents=[{"sku": "POT", "quantity": 1}]),
        ],
    )
    made = await withdrawn(order, database)
    assert (await Return.get(id=made.id)).lost
    await moves(order, "out_for_delivery", database, position=2)
    assert (await Return.get(id=made.id)).lost


async def test_an_article_that_stands_twice_in_a_parcel_that_leaves_is_counted_twice(database: Settings) -> None:
    order = await an_order(
        lines=[Item("Becher", 2, "10.00", "MUG"), Item("Becher", 2, "10.00", "MUG")],
        ship_country="DE",
        parcels=[parcel("label_created", contents=[{"sku": "MUG", "quantity": 2}] * 2)],
    )
    line = await Line.get(order_id=order.id, position=1)
    made = await withdrawn(order, database, {line.id: 2})
    assert (await read_sheet(made.id)).way is Way.CANCEL
    await moves(order, "in_transit", database, position=1)
    assert (await read_sheet(made.id)).way is Way.WITHDRAWAL
