"""What somebody wants instead of money: it can be had, is promised to nobody else, and at which price."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bot.errors import CustomerError
from bot.i18n import Money
from bot.returns.policy import Policy
from bot.returns.promised import is_free, lock_stock
from bot.returns.swaps import Swap, articles, swap_for
from bot.shop.products import find_by_sku


class SoldOutError(CustomerError):
    """What is wanted instead was bought by, or promised to, somebody else in the meantime."""

    key = "return-sold-out"


class TooDearError(CustomerError):
    """What is wanted instead costs more by now than was paid, and nobody pays on top."""

    key = "return-too-dear"


class PriceChangedError(CustomerError):
    """What is wanted instead costs more by now than they have read; nothing was agreed."""

    key = "return-price-changed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """For so many pieces of `sku` another article; `seen` is the price that the customer has read, None if none."""

    sku: str | None
    other: str | None
    pieces: int
    seen: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a piece of each article costs, by its number; `is_even`: they count for just what was paid."""

    prices: Mapping[str, Decimal] = field(default_factory=dict)
    is_even: bool = False

    def instead(self, wanted: Iterable[tuple[str | None, int]], goods: Decimal) -> Decimal | None:
        """What so many of these articles count for in place of `goods`; None where no article is wanted."""
        if not self.prices:
            return None
        if self.is_even:
            return goods
        return sum((self.prices.get(sku or "", Decimal()) * pieces for sku, pieces in wanted), Decimal())


async def check_again(wanted: Iterable[tuple[str | None, int]]) -> None:
    """The same again, by article number and pieces; held until the unit of work ends.

    Whether there is one of what the catalogue does not have, the staff know.
    """
    pieces = Counter[str]()
    for sku, count in wanted:
        if sku:
            pieces[sku] += count
    await lock_stock(pieces)
    for sku, count in pieces.items():
        product = await find_by_sku(sku)
        if product is not None and not await is_free(product, count):
            raise SoldOutError


async def agree(wanted: Sequence[Wanted], *, worth: Money, policy: Policy) -> Agreed:
    """What other articles cost today; `worth` is what was paid for a piece. Held until the unit of work ends.

    SoldOutError, TooDearError and PriceChangedError say what has changed since the screen was drawn.
    """
    pieces = Counter[str]()
    for each in wanted:
        if each.other:
            pieces[each.other] += each.pieces
    await lock_stock(pieces)
    bought = await articles({each.sku for each in wanted})
    swaps: dict[str, Swap] = {}
    for sku, count in pieces.items():
        product = await find_by_sku(sku)
        if product is None or not await is_free(product, count):
            raise SoldOutError
        swap = swap_for(product, bought, worth=worth, pays_difference=policy.pays_difference)
        if swap is None:
            raise TooDearError
        swaps[sku] = swap
    prices = {sku: swap.price.amount for sku, swap in swaps.items()}
    if any(each.seen is not None and prices[each.other] > each.seen for each in wanted if each.other):
        raise PriceChangedError
    return Agreed(prices, bool(swaps) and all(swap.is_even for swap in swaps.values()))
