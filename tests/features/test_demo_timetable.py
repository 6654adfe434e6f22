"""While the demo's clock turns, everything that a shop's timetable does by itself happens there, too."""

from bot.clock import Clock
from bot.config import Settings
from bot.connectors.models import DataRequest
from bot.shop.models import Customer
from tests.support.builders import a_customer
from tests.support.demo import open_world
from tests.support.inbox import deliver, shopify


async def test_what_a_platform_asks_for_is_done_within_an_hour_of_the_shop(database: Settings, clock: Clock) -> None:
    erika = await a_customer(email="erika@example.org", source="shopify", external_id="4711")
    asked = {"shop_domain": "x.example", "customer": {"id": 4711}, "orders_to_redact": []}
    async with open_world(database, clock) as world:
        assert await deliver(database, *shopify(("customers/redact", asked)), now=clock.now()) == [None]
        assert (await DataRequest.get()).done_at is None

        await world.advance({"advance_seconds": 2 * 3600})

    assert (await DataRequest.get()).done_at is not None
    assert (await Customer.get(id=erika.id)).erased_at is not None
