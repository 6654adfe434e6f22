"""What the demo shop gives for points, who stands on a tier, and who has exchanged some before it opened."""

import tomllib
from datetime import datetime, timedelta

from bot.demo.content import SHOP
from bot.loyalty.ledger import book
from bot.loyalty.rewards import exchange, offer
from bot.shop.models import Customer, Order

REWARDS = SHOP / "rewards.toml"
BUYER, POINTS = "7200000000703", 220
AGO = timedelta(days=2)
# Of an order of last spring, which the shop's data do not reach back to: enough for silver, and a way to go to gold.
EARLIER = {"7200000000701": 180, BUYER: 120, "7200000000705": 95, "7200000000706": 260}
EARLIER_NUMBER, LONG_AGO = "871", timedelta(days=200)


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


async def fill_in_tiers(now: datetime) -> None:
    """One customer of each language has earned a tier before the demo opened; a second time changes nothing."""
    for customer in await Customer.filter(external_id__in=tuple(EARLIER)):
        await book(
            *(customer.id, EARLIER[customer.external_id or ""]),
            kind="purchase",
            source=f"demo:earlier:{customer.id}",
            reason="purchase",
            values={"number": EARLIER_NUMBER},
            now=now - LONG_AGO,
        )
