"""Sending something back: what of an order may go, for which reasons, and what the customer can have for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.config import Settings
from bot.i18n import Money
from bot.returns.given import read_goods
from bot.returns.line import LineBack
from bot.returns.money import NOTHING, Bill, shares
from bot.returns.paths import BACK, Open, Shut, Way
from bot.returns.policy import Policy
from bot.returns.promised import is_free
from bot.returns.reading import OrderBack
from bot.returns.reasons import DEFECTS, REASONS, way_for
from bot.returns.swaps import Swap, list_swaps
from bot.returns.whereabouts import NOWHERE_ELSE
from bot.shop.products import find_by_sku


@dataclass(frozen=True, slots=True)
class Offer:
    """An order as somebody sees it who wants to send something back: `lines` that may go, `shut` ones that may not.

    Of others some is still `away` (on its way to the customer, or back by itself), or never came to them: `unsent`.
    """

    order: OrderBack
    lines: tuple[LineBack, ...]
    shut: tuple[tuple[LineBack, Shut], ...]
    away: tuple[LineBack, ...] = ()
    unsent: tuple[LineBack, ...] = ()

    @property
    def may_withdraw(self) -> bool:
        """Whether something that cannot be sent now can be withdrawn from at once."""
        return any(line.eligibility.find(Way.WITHDRAWAL) for line in (*self.away, *self.unsent))

    @property
    def may_change(self) -> bool:
        """Whether something has not left the shop."""
        return any(line.eligibility.unshipped for line in self.order.lines)

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
    is_here: bool = False,
) -> Offer:
    """What may go back today; NotFoundError for a foreign order. What has not left the shop is cancelled instead, and
    what is on its way can be sent once it is there.

    `follows`: of what that return has given, not of what was bought. `is_here`: its customer says that everything has
    arrived, whatever the carrier tells.
    """
    order = await read_goods(
        order_id, follows=follows, customer_ids=customer_ids, policy=policy, settings=settings, now=now
    )
    found = [replace(line, away=NOWHERE_ELSE) if is_here else line for line in order.lines]
    away = [line for line in found if line.away != NOWHERE_ELSE and _has_way(line)]
    may_go = [line for line in found if line.at_hand > 0 and _has_way(line)]
    told = {line.id for line in (*away, *may_go)}
    unsent = [line for line in found if line.eligibility.unshipped or line.eligibility.lost]
    shut = [(line, why) for line in found if line.id not in told and line not in unsent and (why := _why_not(line))]
    return Offer(order, tuple(may_go), tuple(shut), tuple(away), tuple(unsent))


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


async def outcomes_for(
    reason: str | None, ways: frozenset[Way], skus: Sequence[str | None], *, has_other: bool
) -> tuple[str, ...]:
    """What can be had for it: for a defect the same again first, and only what is in stock (`has_other`: something that
    can be had in exchange is)."""
    same = [await find_by_sku(sku) if sku else None for sku in skus]
    in_stock = all([product is not None and await is_free(product) for product in same])
    if reason in DEFECTS and Way.WARRANTY in ways and in_stock:
        return ("replacement", "refund", "credit")
    return ("refund", "exchange", "credit") if has_other else ("refund", "credit")


async def swaps_of(offer: Offer, chosen: Mapping[int, int]) -> list[Swap]:
    """What can be had in exchange for the chosen pieces."""
    skus = {line.sku for line in offer.lines if chosen.get(line.id, 0) > 0}
    pieces, worth = sum(chosen.values()), worth_of(offer.order.bill, chosen)
    return await list_swaps(skus, worth=worth, pieces=pieces, policy=offer.order.terms)


def worth_of(bill: Bill, chosen: Mapping[int, int]) -> Money:
    """What was really paid for one of the chosen pieces, the cheapest of them."""
    paid = shares(bill)
    each = [
        paid[line.line_id] / line.quantity for line in bill.lines if chosen.get(line.line_id, 0) > 0 and line.quantity
    ]
    return Money(min(each, default=NOTHING), bill.currency)


def _has_way(line: LineBack) -> bool:
    return any(map(line.eligibility.find, BACK))


def _why_not(line: LineBack) -> Shut | None:
    """Nothing for what is no part of the order any more."""
    return (
        None
        if not line.quantity
        else next((each for each in line.eligibility.shut if each.way is Way.WITHDRAWAL), None)
    )
