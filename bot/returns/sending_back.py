"""Sending something back: what of an order may go, for which reasons, and what the customer can have for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.config import Settings
from bot.i18n import Money
from bot.returns.given import read_goods
from bot.returns.money import NOTHING, Bill, shares
from bot.returns.paths import Open, Shut, Way
from bot.returns.policy import Policy
from bot.returns.promised import is_free
from bot.returns.reading import LineBack, OrderBack
from bot.returns.reasons import DEFECTS, REASONS, way_for
from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_sku, list_products
from bot.shop.search import Filters

BACK = frozenset({Way.WITHDRAWAL, Way.WARRANTY, Way.GOODWILL})
MOST_ALTERNATIVES = 6
PRODUCTS_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Offer:
    """An order as somebody sees it who wants to send something back: `lines` that may go, `shut` ones that may not."""

    order: OrderBack
    lines: tuple[LineBack, ...]
    shut: tuple[tuple[LineBack, Shut], ...]

    def ways(self, chosen: Mapping[int, int]) -> frozenset[Way]:
        """The ways that are open for everything that was chosen."""
        each = [
            {found.way for found in line.eligibility.open} & BACK for line in self.lines if chosen.get(line.id, 0) > 0
        ]
        return frozenset(set.intersection(*each)) if each else frozenset()

    def opened(self, chosen: Mapping[int, int], way: Way) -> list[Open]:
        """Until when that way is open, an entry a line."""
        taken = [line for line in self.lines if chosen.get(line.id, 0) > 0]
        return [found for line in taken if (found := line.eligibility.find(way))]


async def read_offer(
    order_id: int,
    *,
    customer_ids: Sequence[int],
    policy: Policy,
    settings: Settings,
    now: datetime,
    follows: int | None = None,
) -> Offer:
    """What may go back today; NotFoundError for a foreign order. What has not left the shop is cancelled instead.

    `follows`: of what that return has given, not of what was bought.
    """
    order = await read_goods(
        order_id, follows=follows, customer_ids=customer_ids, policy=policy, settings=settings, now=now
    )
    may_go = [line for line in order.lines if _may_go(line)]
    shut = [(line, why) for line in order.lines if line not in may_go and (why := _why_not(line))]
    return Offer(order, tuple(may_go), tuple(shut))


def reasons_for(ways: Collection[Way]) -> tuple[str, ...]:
    """All of them while anything may go back as it pleases, else those that the shop answers for."""
    if Way.WITHDRAWAL in ways or Way.GOODWILL in ways:
        return REASONS
    return tuple(reason for reason in REASONS if reason in DEFECTS)


def way_of(reason: str | None, outcome: str, ways: frozenset[Way]) -> Way | None:
    """The best way for the customer. Whoever wants something else than the money keeps the contract: no withdrawal,
    as long as the shop's own window is open."""
    way = way_for(reason, ways)
    if way is Way.WITHDRAWAL and outcome != "refund" and Way.GOODWILL in ways:
        return Way.GOODWILL
    return way


async def outcomes_for(reason: str | None, ways: frozenset[Way], skus: Sequence[str | None]) -> tuple[str, ...]:
    """What can be had for it: for a defect the same again first, and only what is in stock."""
    same = [await find_by_sku(sku) if sku else None for sku in skus]
    in_stock = all([product is not None and await is_free(product) for product in same])
    if reason in DEFECTS and Way.WARRANTY in ways:
        return ("replacement", "refund", "credit") if in_stock else ("refund", "exchange", "credit")
    return ("refund", "exchange", "credit")


def worth_of(bill: Bill, chosen: Mapping[int, int]) -> Money:
    """What was really paid for one of the chosen pieces, the cheapest of them: a thing given for it costs no more."""
    paid = shares(bill)
    each = [
        paid[line.line_id] / line.quantity for line in bill.lines if chosen.get(line.line_id, 0) > 0 and line.quantity
    ]
    return Money(min(each, default=NOTHING), bill.currency)


async def alternatives(skus: Collection[str | None], *, at_most: Money) -> list[ProductFacts]:
    """What is in stock of the same kind as the chosen items, without these, promised to nobody, and no dearer."""
    found: dict[int, ProductFacts] = {}
    for sku in skus:
        product = await find_by_sku(sku) if sku else None
        if product is None or product.category is None:
            continue
        for other in await list_products(filters=Filters(category=product.category), limit=PRODUCTS_LOOKED_AT):
            if other.sku not in skus and is_within(other, at_most) and await is_free(other):
                found[other.id] = other
    return list(found.values())[:MOST_ALTERNATIVES]


def is_within(product: ProductFacts, at_most: Money) -> bool:
    """Whether it may be given for what was paid: it costs no more, in the same currency."""
    price = product.price
    return price is not None and price.currency == at_most.currency and price.amount <= at_most.amount


def _may_go(line: LineBack) -> bool:
    """What has left the shop; of a line that has left in part, those pieces."""
    return line.eligibility.sent > 0 and any(map(line.eligibility.find, BACK))


def _why_not(line: LineBack) -> Shut | None:
    return next((each for each in line.eligibility.shut if each.way is Way.WITHDRAWAL), None)
