"""What careless staff and cunning customers do: the delivery goes back once, and a dear favour is one in bites, too."""

from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.returns.labels import LabelTakenError, NewLabel, send_label
from bot.returns.looking import read_sheet
from bot.returns.machine import Actor, Status
from bot.returns.models import Return
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.receiving import Finding, check, receive
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.verdicts import approve
from bot.returns.withdrawing import read_withdrawal
from bot.shop.models import Line, Order, Shipment
from bot.tickets.models import Case
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.returns import DELIVERED, SOON, a_delivered_order, asked

NUMBER = "00340434161094042557"


def by_mia(settings: Settings) -> dict[str, Any]:
    return {"staff_id": 501, "settings": settings, "now": SOON}


async def two_things() -> tuple[Order, Line, Line]:
    """A mug of 20.00 and a pot of 30.00, delivered for 4.90."""
    order = await an_order(
        lines=[Item(quantity=1, unit_price="20.00"), Item("Kanne", 1, "30.00", "KANNE")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        shipping_total=Decimal("4.90"),
        total=Decimal("54.90"),
    )
    mug, pot = await Line.filter(order_id=order.id).order_by("position")
    return order, mug, pot


async def test_who_takes_one_of_two_returns_back_keeps_something_and_pays_for_its_delivery(database: Settings) -> None:
    order, mug, pot = await two_things()
    one = await asked(order, Piece(mug.id, 1), way=Way.WITHDRAWAL, settings=database)
    two = await asked(order, Piece(pot.id, 1), way=Way.WITHDRAWAL, settings=database)
    assert (one.estimate.total, two.estimate.total) == (Decimal("20.00"), Decimal("34.90"))
    await cancel(one.id, customer_ids=[order.customer_id or 0], settings=database, now=SOON)
    assert (await read_sheet(two.id)).total.amount == Decimal("30.00")
    assert [case.closed_because for case in await Case.all().order_by("id")] == ["return", None]  # no talk was ended

    again = await asked(order, Piece(mug.id, 1), way=Way.WITHDRAWAL, settings=database)
    assert again.estimate.total == Decimal("24.90")
    paid = []
    for made in (two, again):
        await receive(made.id, **by_mia(database))
        await check(made.id, Finding(), policy=DEFAULT, **by_mia(database))
        paid.append((await settle(made.id, "refund", **by_mia(database))).amount)
    assert sum(paid, Decimal()) == Decimal("54.90")


async def test_the_delivery_goes_back_beside_something_that_nobody_can_withdraw_from(database: Settings) -> None:
    await a_product("KANNE", return_exclusion="digital")
    order, _, _ = await two_things()
    await Order.filter(id=order.id).update(status="completed")  # so that the download is provided
    owner: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": database}
    seen = await read_withdrawal(order.id, now=SOON, **owner)
    assert (seen.estimate.goods, seen.estimate.shipping) == (Decimal("20.00"), Decimal("4.90"))


async def test_a_dear_favour_in_several_bites_is_looked_at(database: Settings) -> None:
    order, line = await a_delivered_order(quantity=3)
    await Line.filter(id=line.id).update(unit_price=Decimal(60))
    await Order.filter(id=order.id).update(total=Decimal(180))
    made = [await asked(order, Piece(line.id, 1), way=Way.GOODWILL, settings=database) for _ in range(3)]
    assert [(each.status, each.why) for each in made] == [
        *[(Status.APPROVED, None)] * 2,
        (Status.REQUESTED, "value"),
    ]


async def test_of_unknown_value_is_not_of_none(database: Settings) -> None:
    order = await an_order(
        lines=[Item(quantity=5, unit_price=None)], parcels=[parcel(scan("delivered", at=DELIVERED))], total=None
    )
    made = await asked(order, Piece((await Line.get()).id, 5), way=Way.GOODWILL, settings=database)
    assert (made.status, made.why) == (Status.REQUESTED, "value_unknown")


async def test_a_number_is_of_one_parcel(database: Settings) -> None:
    returns = []
    for _ in range(2):
        order, line = await a_delivered_order()
        returns.append(await asked(order, Piece(line.id, 1), way=Way.WITHDRAWAL, settings=database))
    label, given = NewLabel(code=NUMBER, tracking_number=NUMBER), by_mia(database)
    await send_label(returns[0].id, label, by=Actor.STAFF, policy=DEFAULT, **given)
    with pytest.raises(LabelTakenError):
        await send_label(returns[1].id, label, by=Actor.STAFF, policy=DEFAULT, **given)
    went_out = (await Shipment.all().first() or Shipment()).tracking_number
    with pytest.raises(LabelTakenError):
        await send_label(returns[1].id, NewLabel(tracking_number=went_out), by=Actor.STAFF, policy=DEFAULT, **given)
    assert (await Return.get(id=returns[1].id)).status == "approved"
    await Return.filter(id=returns[0].id).update(status="cancelled")
    assert await send_label(returns[1].id, label, by=Actor.STAFF, policy=DEFAULT, **given) is Status.LABEL_SENT


async def test_who_is_approved_after_the_shop_stopped_sending_labels_reads_where_to(database: Settings) -> None:
    order, line = await a_delivered_order()
    strict = Policy(approves_up_to=Decimal())
    made = await asked(order, Piece(line.id, 1), way=Way.GOODWILL, settings=database, policy=strict)
    await approve(made.id, policy=Policy(label_by_shop=False, address=("Laden", "Weg 1")), **by_mia(database))
    label = (await read_sheet(made.id)).label
    assert label is not None
    assert label.address == ("Laden", "Weg 1")
