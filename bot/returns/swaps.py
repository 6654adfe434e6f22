"""What can be had in exchange: another variant of the same thing first, then what is comparable, each at its price."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.i18n import Money
from bot.returns.money import round_money
from bot.returns.policy import Policy
from bot.returns.promised import is_free
from bot.shop.facts import ProductFacts
from bot.shop.products import find_by_sku, list_family, list_products
from bot.shop.search import Filters

MOST_SWAPS = 6
PRODUCTS_LOOKED_AT = 50
# The highest price of a filter is excluded, and no price has more decimals.
A_LITTLE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Swap:
    """An article for a piece that goes back, and what it costs today.

    `is_even`: another variant that costs no more than the bought one does today counts for just what was paid for that,
    whatever discount there was.
    """

    product: ProductFacts
    price: Money
    is_variant: bool = False
    is_even: bool = False


async def list_swaps(skus: Collection[str | None], *, worth: Money, pieces: int, policy: Policy) -> list[Swap]:
    """What is in stock for so many pieces and promised to nobody, variants first, then by nearness of the price.

    `worth` is what was paid for a piece of the chosen articles `skus`.
    """
    bought = await articles(skus)
    candidates = [*await _variants(bought), *await _comparable(bought, worth, policy)]
    found: list[Swap] = []
    for product in {each.id: each for each in candidates if each.sku not in skus}.values():
        swap = swap_for(product, bought, worth=worth, pays_difference=policy.pays_difference)
        if swap and len(found) < MOST_SWAPS and await is_free(product, pieces):
            found.append(swap)
    return found


def swap_for(
    product: ProductFacts, bought: Sequence[ProductFacts], *, worth: Money, pays_difference: bool
) -> Swap | None:
    """What it may be had for; None where it tells no price, or costs more than was paid and nobody pays that; pure."""
    price = product.price
    if price is None or price.currency != worth.currency:
        return None
    is_variant = bool(product.family and bought) and {each.family for each in bought} == {product.family}
    is_even = is_variant and price.amount >= round_money(worth.amount, worth.currency)
    is_even = is_even and all(each.price is not None and price.amount <= each.price.amount for each in bought)
    if price.amount > worth.amount and not (is_even or pays_difference):
        return None
    return Swap(product, price, is_variant, is_even)


async def articles(skus: Collection[str | None]) -> list[ProductFacts]:
    """Those of the catalogue."""
    found = [await find_by_sku(sku) for sku in sorted(filter(None, skus))]
    return [product for product in found if product]


async def _variants(bought: Sequence[ProductFacts]) -> list[ProductFacts]:
    families = {product.family for product in bought}
    family = families.pop() if len(families) == 1 else None
    return await list_family(family) if family else []


async def _comparable(bought: Sequence[ProductFacts], worth: Money, policy: Policy) -> list[ProductFacts]:
    """Of the same kind, and in price no farther away than the policy says."""
    away = worth.amount * policy.exchange_within / 100
    highest = (worth.amount + away if policy.pays_difference else worth.amount) + A_LITTLE
    found: list[ProductFacts] = []
    for category in sorted({product.category for product in bought if product.category}):
        filters = Filters(category, worth.amount - away, highest, in_stock=True)
        found += await list_products(filters=filters, limit=PRODUCTS_LOOKED_AT)
    return sorted(found, key=lambda product: abs(product.price.amount - worth.amount) if product.price else away)
