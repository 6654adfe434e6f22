"""Points of a week that multiplied go back at the rate of the day they were earned, pro rata, with the reason."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.loyalty.ledger import balance_of, earned_by, statement
from bot.loyalty.models import LoyaltyEntry
from bot.returns.earning import earn_for_delivered
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.receiving import Finding, check, receive
from bot.returns.requested import Requested
from bot.returns.requests import Piece
from bot.returns.settling import settle
from bot.returns.verdicts import approve, approve_without_return
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shipping.events import record_event
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.loyalty import ruled
from tests.support.postman import NOON
from tests.support.returns import asked

D = Decimal
WEEK = [{"first": "2026-11-02", "last": "2026-11-02", "times": "3"}]
ARRIVED, LATER = NOON - timedelta(hours=1), NOON + timedelta(days=2)


async def bought(settings: Settings) -> tuple[Order, Line, Line]:
    """On a day that counts three times: a pot for 20.00 and two cups for 10.00 each, and four euros of delivery. 120
    points; then a point is earned for two euros only, and no week counts more."""
    await ruled(earning={"per_euro": "1"}, multiplied=WEEK)
    order = await an_order(
        lines=[Item("Kanne", 1, "20.00", "POT"), Item("Tasse", 2, "10.00", "CUP")],
        parcels=[parcel("in_transit")],
        total=D("44.00"),
        shipping_total=D("4.00"),
        ship_country="DE",
    )
    shipment = await Shipment.get(order_id=order.id)
    await record_event(shipment.id, scan("delivered", at=ARRIVED), now=NOON, settings=settings)
    await earn_for_delivered(settings, now=NOON)
    [earned] = await earned_by(order.id)
    assert (earned.points, earned.rate) == (120, D(3))
    await ruled(earning={"per_euro": "0.5"}, now=NOON)
    return order, await Line.get(sku="POT"), await Line.get(sku="CUP")


async def points(order: Order) -> int:
    balance = await balance_of([order.customer_id or 0], now=LATER)
    return balance.available + balance.pending


async def comes(made: Requested, settings: Settings, finding: Finding | None = None) -> None:
    by_mia: dict[str, Any] = {"settings": settings, "now": LATER, "staff_id": 501}
    await receive(made.id, **by_mia)
    await check(made.id, finding or Finding(), policy=DEFAULT, **by_mia)


async def pays(made: Requested, settings: Settings, amount: str | None = None) -> None:
    part = D(amount) if amount else None
    await settle(made.id, "refund", staff_id=501, amount=part, settings=settings, now=LATER)


async def test_each_return_takes_its_part_of_the_multiplied_points(database: Settings) -> None:
    order, pot, cup = await bought(database)
    one = await asked(order, Piece(cup.id, 1), way=Way.WITHDRAWAL, settings=database, now=LATER)
    await comes(one, database)
    assert await points(order) == 90, "a quarter, three points a euro"
    await pays(one, database)
    other = await asked(order, Piece(pot.id, 1, "defective"), way=Way.WARRANTY, settings=database, now=LATER)
    await approve(other.id, policy=DEFAULT, staff_id=501, settings=database, now=LATER)
    await comes(other, database)
    await pays(other, database)
    assert await points(order) == 30
    last = await asked(order, Piece(cup.id, 1), way=Way.WITHDRAWAL, settings=database, now=LATER)
    await comes(last, database)
    await pays(last, database)
    assert await points(order) == 0

    taken = await LoyaltyEntry.filter(order_id=order.id, kind="clawback").order_by("id")
    assert [(each.points, each.rate, each.reason) for each in taken] == [
        (-30, D(3), "clawback"),
        (-60, D(3), "clawback"),
        (-30, D(3), "clawback"),
    ]
    newest, *_ = await statement([order.customer_id or 0], limit=5)
    assert newest.details == {"number": last.number, "order": order.number}


async def test_what_is_refunded_in_part_before_the_check_takes_that_part(database: Settings) -> None:
    order, pot, _ = await bought(database)
    made = await asked(order, Piece(pot.id, 1), way=Way.WITHDRAWAL, settings=database, now=LATER)
    await pays(made, database, "5.00")
    assert await points(order) == 105, "5 of 40 euros, three points a euro"
    await pays(made, database)
    assert await points(order) == 60


async def test_what_the_check_does_not_accept_keeps_its_points(database: Settings) -> None:
    order, _, cup = await bought(database)
    made = await asked(order, Piece(cup.id, 2, "unwanted"), way=Way.GOODWILL, settings=database, now=LATER)
    await comes(made, database, Finding({cup.id: 1}, why="benutzt"))
    await pays(made, database)
    assert await points(order) == 90


@pytest.mark.parametrize("early", ["10.00", None])
async def test_what_may_be_kept_takes_as_much_as_is_refunded_and_a_withdrawal_of_it_the_rest_once(
    database: Settings, early: str | None
) -> None:
    order, pot, _ = await bought(database)
    favour = await asked(order, Piece(pot.id, 1, "unwanted"), way=Way.GOODWILL, settings=database, now=LATER)
    await approve_without_return(favour.id, staff_id=501, settings=database, now=LATER)
    if early:
        await pays(favour, database, early)
        assert await points(order) == 90
    here: dict[str, Any] = {"customer_ids": [order.customer_id], "policy": DEFAULT, "settings": database, "now": LATER}
    offer = await read_withdrawal(order.id, chosen={pot.id: 1}, **here)
    made = await withdraw(order.id, offer.choice, chat_id=7, locale="de", **here)
    assert await points(order) == (90 if early else 120)
    await comes(made, database)
    assert await points(order) == 60
    await pays(made, database)
    assert await points(order) == 60
