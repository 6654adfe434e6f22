"""What the demo shop gives for points, and who has exchanged some before it opened."""

import tomllib
from datetime import datetime, timedelta

from bot.demo.content import SHOP
from bot.loyalty.ledger import book
from bot.loyalty.rewards import exchange, offer
from bot.shop.models import Order

REWARDS = SHOP / "rewards.toml"
BUYER, POINTS = "7200000000703", 220
AGO = timedelta(days=2)


async def fill_in_rewards(now: datetime) -> None:
    """The rewards, points that Emma was given, and a coupon for some of them; a second time changes nothing."""
    await offer(tomllib.loads(REWARDS.read_text("utf-8")), name=str(REWARDS), now=now)
    order = await Order.filter(customer__external_id=BUYER).order_by("placed_at").first()
    assert order is not None  # noqa: S101  # she has one in the data files
    assert order.customer_id is not None  # noqa: S101  # the filter asks for it
    at, told = now - AGO, {"number": order.number}
    given = await book(
        *(order.customer_id, POINTS),
        kind="goodwill",
        source="demo:rewards",
        reason="goodwill_order",
        order_id=order.id,
        values=told,
        now=at,
    )
    if given:
        await exchange([order.customer_id], "five", points=100, serial=0, now=at)
