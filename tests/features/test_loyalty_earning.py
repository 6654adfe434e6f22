"""What a delivery earns: once, by what was paid, pending until it can no longer be sent back; history earns nothing."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.loyalty.ledger import Balance, balance_of, book, earned_by
from bot.returns.earning import earn_for_delivered
from bot.returns.paths import Way
from bot.returns.requests import Piece
from bot.shipping.events import record_event
from bot.shop.models import Line, Order, Shipment
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.loyalty import SILVER, ruled
from tests.support.postman import NOON
from tests.support.returns import asked

ARRIVED = NOON - timedelta(hours=1)
# Sent back until the 30th day after: 18 December; then they count, in Berlin.
COUNTS = datetime(2026, 12, 18, 23, tzinfo=UTC)


async def delivered(settings: Settings, **columns: Any) -> Order:
    """As a carrier tells it: a cup for 19.90 and two of 10.05, four euros of delivery."""
    defaults: dict[str, Any] = {"total": Decimal("44.00"), "shipping_total": Decimal("4.00"), "ship_country": "DE"}
    items = [Item(), Item(quantity=2, unit_price="10.05", sku="TASSE")]
    order = await an_order(lines=items, parcels=[parcel("in_transit")], **(defaults | columns))
    shipment = await Shipment.get(order_id=order.id)
    await record_event(shipment.id, scan("delivered", at=ARRIVED), now=NOON, settings=settings)
    return order


async def test_a_delivery_earns_once_by_what_was_paid_for_goods(database: Settings) -> None:
    await ruled(earning={"per_euro": "1.5"}, validity={"months": 12})
    order = await delivered(database)

    assert [await earn_for_delivered(database, now=NOON) for _ in range(2)] == [1, 0]

    [earned] = await earned_by(order.id)
    assert (earned.points, earned.rate) == (60, Decimal("1.50"))
    assert await balance_of([earned.customer_id], now=NOON) == Balance(0, 60, COUNTS)


async def test_without_rules_a_delivery_earns_nothing(database: Settings) -> None:
    await delivered(database)

    assert await earn_for_delivered(database, now=NOON) == 0


@pytest.mark.parametrize(
    "columns", [{"is_test": True}, {"is_hidden": True}, {"customer_id": None}, {"currency": "USD"}]
)
async def test_tests_strangers_and_other_currencies_earn_nothing(database: Settings, columns: dict[str, Any]) -> None:
    await ruled(earning={"per_euro": "1"})
    await delivered(database, **columns)

    assert await earn_for_delivered(database, now=NOON) == 0


async def test_imported_history_earns_nothing(database: Settings) -> None:
    await ruled(earning={"per_euro": "1"})
    await an_order(parcels=[parcel(scan("delivered", at=ARRIVED))])

    assert await earn_for_delivered(database, now=NOON) == 0


async def test_a_week_and_a_tier_multiply_at_the_rate_of_the_day(database: Settings) -> None:
    weeks = [{"first": "2026-11-02", "last": "2026-11-02", "times": "2"}]
    await ruled(earning={"per_euro": "1"}, multiplied=weeks, tiers=[SILVER])
    order = await delivered(database)
    await book(order.customer_id or 0, 100, kind="survey", source="a", reason="survey", now=ARRIVED)

    await earn_for_delivered(database, now=NOON)

    [earned] = await earned_by(order.id)
    assert (earned.points, earned.rate) == (160, Decimal(4))


async def test_what_was_refunded_before_it_arrived_is_taken_back_at_once(database: Settings) -> None:
    await ruled(earning={"per_euro": "1"})
    order = await delivered(database)
    await Line.filter(order_id=order.id, sku="BECHER").update(refunded=1)

    await earn_for_delivered(database, now=NOON)

    [earned] = await earned_by(order.id)
    assert (earned.points, earned.taken) == (40, 19)


async def test_what_is_under_way_back_counts_no_sooner_than_what_is_kept(database: Settings) -> None:
    """Else whoever withdraws while it is still coming could spend at once what goes back with the money."""
    await ruled(earning={"per_euro": "1"})
    order = await delivered(database)
    for line in await Line.filter(order_id=order.id):
        await asked(order, Piece(line.id, line.quantity), way=Way.WITHDRAWAL, settings=database, now=NOON)

    await earn_for_delivered(database, now=NOON)

    assert await balance_of([order.customer_id or 0], now=NOON) == Balance(0, 40, COUNTS)
