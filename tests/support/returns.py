"""Orders that have arrived, and what somebody asks for about them."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config import Settings
from bot.db import open_database
from bot.returns.paths import Way
from bot.returns.policy import DEFAULT, Policy
from bot.returns.requested import Requested
from bot.returns.requests import Piece, Wish, ask
from bot.shop.models import Line, Order
from tests.support.builders import Item, an_order, parcel, scan

DELIVERED = datetime(2026, 11, 4, 10, tzinfo=UTC)
SOON = DELIVERED + timedelta(days=3)


async def a_delivered_order(number: str | None = None, *, quantity: int = 3, **columns: Any) -> tuple[Order, Line]:
    """So many pieces of one thing for 10 each, in Germany."""
    order = await an_order(
        number,
        lines=[Item(quantity=quantity, unit_price="10.00")],
        parcels=[parcel(scan("delivered", at=DELIVERED))],
        ship_country="DE",
        **columns,
    )
    return order, await Line.get(order_id=order.id)


async def asked(
    order: Order, *pieces: Piece, way: Way, settings: Settings, policy: Policy = DEFAULT, now: datetime = SOON
) -> Requested:
    """As its owner does in chat 7."""
    wish = Wish(order_id=order.id, pieces=pieces, way=way)
    owner = [order.customer_id or 0]
    return await ask(wish, customer_ids=owner, chat_id=7, locale="de", policy=policy, settings=settings, now=now)


def inside(settings: Settings, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """For tests of the command line: what it comes back with, on the database of these settings."""

    async def run() -> Any:
        async with open_database(settings):
            return await work()

    return asyncio.run(run())
