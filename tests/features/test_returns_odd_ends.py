"""Ends that are easily missed: the westernmost midnight, and two variants of one name."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.config import Settings
from bot.returns.doors import doors_of
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.reading import read_order
from bot.shop.models import Order, Shipment
from bot.shop.orders import get_order
from tests.support.builders import Item, an_order, parcel, scan
from tests.support.returns import DELIVERED, a_delivered_order

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("country", "zone"), [("ES", "Atlantic/Canary"), ("PT", "Atlantic/Azores"), ("US", "America/Los_Angeles")]
)
async def test_the_last_day_ends_at_the_westernmost_midnight(database: Settings, country: str, zone: str) -> None:
    order, _ = await a_delivered_order()
    await Order.filter(id=order.id).update(ship_country=country)
    evening = datetime(2026, 11, 18, 23, 30, tzinfo=ZoneInfo(zone))
    owner = [order.customer_id or 0]
    for now, is_open in ((evening, True), (evening + timedelta(hours=12), False)):
        read = await read_order(order.id, customer_ids=owner, policy=DEFAULT, settings=database, now=now)
        assert bool(read.lines[0].eligibility.find(Way.WITHDRAWAL)) is is_open
        today = now.astimezone(database.time_zone).date()
        card = await get_order(order.id, customer_ids=owner, today=today)
        assert (await doors_of(card, settings=database, now=now)).withdraw is is_open


async def test_two_variants_of_one_name_do_not_keep_the_button_for_ever(database: Settings) -> None:
    order = await an_order(
        lines=[Item("T-Shirt", 1, "10", "TS-S", "S"), Item("T-Shirt", 1, "10", "TS-M", "M")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
    )
    contents = [{"sku": sku, "name": "T-Shirt", "quantity": 1} for sku in ("TS-S", "TS-M")]
    await Shipment.filter(order_id=order.id).update(contents=contents)
    for days, is_open in ((3, True), (60, False)):
        now = DELIVERED + timedelta(days=days)
        card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=now.date())
        assert (await doors_of(card, settings=database, now=now)).withdraw is is_open
