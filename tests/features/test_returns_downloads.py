"""A download can be withdrawn from until the shop has provided it, as platform or file tell (§ 356 (5) BGB)."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.config import Settings
from bot.returns.doors import doors_of
from bot.returns.line import LineBack
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT
from bot.returns.reading import read_order
from bot.returns.withdrawing import read_withdrawal
from bot.shop.models import Line, Order
from bot.shop.orders import get_order
from tests.support.builders import Item, a_product, an_order, parcel, scan
from tests.support.inbox import deliver, shopify
from tests.support.platforms import shopify_line, shopify_order
from tests.support.returns import DELIVERED, SOON

PATTERN = Item("Schnittmuster", 1, "9.00", "PATTERN")
MUG = Item("Becher", 1, "20.00", "MUG")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


async def the_download(order: Order, settings: Settings, *, now: datetime = SOON) -> LineBack:
    owner = [order.customer_id or 0]
    seen = await read_order(order.id, customer_ids=owner, policy=DEFAULT, settings=settings, now=now)
    return next(line for line in seen.lines if line.sku == "PATTERN")


@pytest.mark.parametrize(
    ("status", "provided", "is_open"),
    [
        ("paid", None, True),
        ("processing", None, True),
        (None, None, True),
        ("completed", None, False),
        ("processing", True, False),
        ("completed", False, True),
    ],
)
async def test_the_item_tells_whether_it_was_provided_and_else_the_order(
    database: Settings, status: str | None, provided: bool | None, is_open: bool
) -> None:
    await a_product("PATTERN", return_exclusion="digital")
    order = await an_order(lines=[PATTERN], status=status, placed_at=DELIVERED)
    await Line.all().update(provided=provided)

    line = await the_download(order, database)
    assert (line.eligibility.find(Way.WITHDRAWAL) is not None) is is_open
    assert (line.eligibility.find(Way.CANCEL) is not None) is is_open
    assert (line.eligibility.find(Way.WARRANTY) is None) is is_open
    card = await get_order(order.id, customer_ids=[order.customer_id or 0], today=SOON.date())
    assert (await doors_of(card, settings=database, now=SOON)).withdraw is is_open


async def test_beside_a_mug_that_has_come_it_keeps_its_own_day_and_no_delivery_is_kept_for_it(
    database: Settings,
) -> None:
    await a_product("PATTERN", return_exclusion="digital")
    order = await an_order(
        lines=[MUG, PATTERN],
        parcels=[parcel(scan("delivered", at=DELIVERED), contents=[{"sku": "MUG", "quantity": 1}])],
        placed_at=DELIVERED - timedelta(days=10),
        status="processing",
        shipping_total=Decimal("4.90"),
        total=Decimal("33.90"),
    )
    found = (await the_download(order, database)).eligibility.find(Way.WITHDRAWAL)
    assert found is not None
    assert (found.until, found.until_provided) == (date(2026, 11, 9), True)
    mug = await Line.get(sku="MUG")
    owner: dict[str, Any] = {"customer_ids": [order.customer_id or 0], "policy": DEFAULT, "settings": database}
    offer = await read_withdrawal(order.id, **owner, now=SOON, chosen={mug.id: 1})
    assert (offer.estimate.goods, offer.estimate.shipping) == (Decimal("20.00"), Decimal("4.90"))


async def test_shopifys_fulfilment_of_what_needs_no_parcel_ends_the_right(database: Settings) -> None:
    await a_product("PATTERN", return_exclusion="digital")
    item = shopify_line(77, "PATTERN", "Pattern", requires_shipping=False, fulfillment_status=None)
    placed = shopify_order(line_items=[item])
    later = {"updated_at": "2026-11-20T10:05:00+01:00", "fulfillment_status": "partial"}
    opened = placed | later | {"line_items": [item | {"fulfillment_status": "fulfilled"}]}

    await deliver(database, *shopify(("orders/create", placed)), now=NOW)
    order = await Order.get()
    assert (await the_download(order, database, now=NOW)).eligibility.find(Way.WITHDRAWAL)
    await deliver(database, *shopify(("orders/updated", opened)), now=NOW)
    assert not (await the_download(order, database, now=NOW)).eligibility.find(Way.WITHDRAWAL)
