"""What a chat wants to hear of an order is asked at the moment of sending; loss and return always come."""

from datetime import UTC, datetime

import pytest

from bot.config import Settings
from bot.customers.models import Mute
from bot.customers.mutes import choose_news
from bot.outbox.models import Push
from bot.shop.models import Order
from tests.features.test_news import ANNA, a_parcel, happens
from tests.support.postman import Postman, drained

NOON = datetime(2026, 11, 18, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("level", "scans", "comes"),
    [
        ("milestones", "out_for_delivery", True),
        ("problems", "out_for_delivery", False),
        ("problems", "delayed", True),
        ("problems", "lost", True),
        ("problems", "returning", True),
    ],
)
async def test_what_is_muted_is_not_sent(database: Settings, level: str, scans: str, comes: bool) -> None:
    shipment = await a_parcel("in_transit")
    await happens(shipment, scans)
    await choose_news(ANNA, shipment.order_id, level=level, customer_ids=[(await Order.get()).customer_id or 0])

    await drained(database, Postman(), NOON, ticks=2)

    [ring] = await Push.exclude(purpose="card")
    assert (ring.status, ring.why) == (("sent", None) if comes else ("skipped", "muted"))
    assert (await Push.get(purpose="card")).status == "sent"


@pytest.mark.usefixtures("database")
async def test_the_levels_replace_each_other_and_are_for_ones_own_orders() -> None:
    shipment = await a_parcel()
    owner = [(await Order.get()).customer_id or 0]

    assert await choose_news(ANNA, shipment.order_id, level="problems", customer_ids=owner)
    assert await choose_news(ANNA, shipment.order_id, level="milestones", customer_ids=owner)
    assert not await choose_news(ANNA, shipment.order_id, level="problems", customer_ids=[owner[0] + 1])
    assert [mute.level for mute in await Mute.all()] == ["milestones"]

    await choose_news(ANNA, shipment.order_id, level="all", customer_ids=owner)
    assert await Mute.all().count() == 0
