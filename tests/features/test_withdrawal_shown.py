"""The second tap declares what its screen has shown, and never more."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.i18n import plain
from bot.returns.models import Return, ReturnItem
from bot.returns.moving import cancel
from bot.returns.paths import Way
from bot.returns.requests import Piece
from bot.shop.models import Customer, Line, Order
from tests.support.builders import Item, a_customer, an_order, parcel, scan
from tests.support.returns import DELIVERED, asked
from tests.support.stage import on_stage

NOON = datetime(2026, 11, 9, 11, tzinfo=UTC)
CONFIRM = plain("de", "withdraw-confirm-button")
MUG, POT = Item("Kaffeebecher", 1, "10.00", "MUG"), Item("Teekanne", 1, "25.00", "POT")


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - real_now())


async def bought(*lines: Item) -> tuple[Customer, Order]:
    erika = await a_customer()
    parcels = [parcel(scan("delivered", at=DELIVERED))]
    return erika, await an_order("1001", customer=erika, lines=lines, parcels=parcels, ship_country="DE")


async def declared() -> dict[str, int]:
    items = await ReturnItem.filter(request__status="approved", request__way="withdrawal").prefetch_related("line")
    return {str(each.line.name): each.quantity for each in items}


async def test_what_the_other_of_the_household_has_taken_back_meanwhile_is_shown_first(
    database: Settings, clock: Clock
) -> None:
    erika, order = await bought(MUG, POT)
    mug = await Line.get(sku="MUG")
    first = await asked(order, Piece(mug.id, 1), way=Way.WITHDRAWAL, settings=database, now=NOON)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("/start")
    await anna.says("1001")
    await anna.taps(plain("de", "withdraw-button"))
    await cancel(first.id, customer_ids=[erika.id], settings=database, now=NOON)
    await anna.taps(CONFIRM)
    assert await declared() == {}
    anna.reads("Kaffeebecher", "Teekanne")
    await anna.taps(CONFIRM)
    assert await declared() == {"Kaffeebecher": 1, "Teekanne": 1}


async def test_so_is_what_the_shop_has_added(database: Settings, clock: Clock) -> None:
    erika, order = await bought(MUG)
    anna = await on_stage(database, clock, owns=[erika])
    await anna.says("/start")
    await anna.says("1001")
    await anna.taps(plain("de", "withdraw-button"))
    more: dict[str, Any] = {
        "name": "Teekanne",
        "quantity": 1,
        "unit_price": Decimal("25.00"),
        "sku": "POT",
        "refunded": 0,
    }
    await Line.create(order_id=order.id, position=2, **more)
    await anna.taps(CONFIRM)
    assert not await Return.exists()
    anna.reads("Teekanne")
    await anna.taps(CONFIRM)
    assert await declared() == {"Kaffeebecher": 1, "Teekanne": 1}
