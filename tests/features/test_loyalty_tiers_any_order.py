"""A tier never jumps: whatever happens, an entry or its day explains each step up and each step down."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bot.loyalty.ledger import NotEnoughPointsError, book, book_purchase, earned_by, spend, take_back
from bot.loyalty.models import LoyaltyEntry
from bot.loyalty.rules import Rules, add_months
from bot.loyalty.standing import standing_of
from tests.support.builders import a_customer, an_order
from tests.support.loyalty import NAMES, SILVER, ruled
from tests.support.postman import NOON

GOLD = SILVER | {"key": "gold", "points": 300, "name": NAMES}
PENDING = timedelta(days=14)
EARNED = frozenset({"purchase", "survey", "clawback"})
DOES = st.sampled_from(["purchase", "survey", "goodwill", "spend", "back", "wait"])
STEPS = st.lists(st.tuples(DOES, st.integers(1, 200), st.integers(0, 200)), max_size=10)


class Shop:
    """One customer, and what they do."""

    def __init__(self, customer_id: int) -> None:
        self.customer_id, self.orders, self.count = customer_id, list[int](), 0

    async def does(self, what: str, points: int, now: datetime) -> None:
        self.count += 1
        source = f"any:{self.count}"
        match what:
            case "purchase":
                order = await an_order(f"T-{self.count}", placed_at=now)
                self.orders.append(order.id)
                told = {"order_id": order.id, "number": order.number, "rate": Decimal(1)}
                await book_purchase(self.customer_id, points, **told, available_at=now + PENDING, now=now)
            case "survey" | "goodwill":
                await book(self.customer_id, points, kind=what, source=source, reason=what, now=now)
            case "spend":
                try:
                    await spend(self.customer_id, points, kind="spend", source=source, reason="spend", now=now)
                except NotEnoughPointsError:
                    return
            case "back" if self.orders:
                [earned] = await earned_by(self.orders[points % len(self.orders)])
                await take_back(earned, points, order_id=None, once=source, reason="clawback", now=now)
            case _:
                return


async def rank(customer_id: int, rules: Rules, now: datetime) -> int:
    tier = (await standing_of([customer_id], rules=rules, now=now)).tier
    return 0 if tier is None else tier.threshold


def counts(entry: LoyaltyEntry, rules: Rules, now: datetime) -> bool:
    """Whether it counts for the tier on that day, by the words of the rules."""
    since = datetime.combine(add_months(now.date(), -rules.tier_months), time(), UTC)
    is_there = entry.available_at is None or entry.available_at <= now
    return entry.kind in EARNED and entry.created_at > since and is_there


@trying(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
@pytest.mark.usefixtures("database")
async def test_whatever_happens_each_step_of_a_tier_is_explained(steps: list[tuple[str, int, int]]) -> None:
    rules = await ruled(tiers=[SILVER, GOLD])
    shop, now = Shop((await a_customer()).id), NOON
    for what, points, days in steps:
        entries = await LoyaltyEntry.filter(customer_id=shop.customer_id)
        counted = {each.id: each.points for each in entries if counts(each, rules, now)}
        before = await rank(shop.customer_id, rules, now)
        now += timedelta(days=days)
        await shop.does(what, points, now)
        entries = await LoyaltyEntry.filter(customer_id=shop.customer_id)
        counting = {each.id: each.points for each in entries if counts(each, rules, now)}
        after = await rank(shop.customer_id, rules, now)

        came = [counting[each] for each in counting.keys() - counted.keys()]
        went = [counted[each] for each in counted.keys() - counting.keys()]
        if after > before:
            assert any(each > 0 for each in came) or any(each < 0 for each in went)
        if after < before:
            assert any(each < 0 for each in came) or any(each > 0 for each in went)
        earned = max(sum(counting.values()), 0)
        assert after == max((each.threshold for each in rules.tiers if each.threshold <= earned), default=0)
