"""What a coupon is worth in a basket, and what keeps it from counting there: pure rules."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

CENT = Decimal("0.01")
NOTHING = Decimal(0)

Unfit = Literal["other_currency", "below_minimum", "nothing_eligible"]


@dataclass(frozen=True, slots=True)
class Terms:
    """An amount, or so many per cent, off; `minimum` is of the whole basket, in the same currency.

    With `sku` or `category` only these articles become cheaper.
    """

    currency: str
    amount: Decimal | None = None
    percent: int | None = None
    minimum: Decimal = NOTHING
    sku: str | None = None
    category: str | None = None

    def __post_init__(self) -> None:
        if (self.amount is None) is (self.percent is None):
            raise ValueError(f"either an amount or per cent: {self.amount}, {self.percent}")

    def is_for(self, sku: str, category: str | None) -> bool:
        return self.sku in {None, sku} and self.category in {None, category}


@dataclass(frozen=True, slots=True)
class Article:
    """One line of a basket; `category` as the shop has told it of the product, None where it is not known."""

    sku: str
    quantity: int
    unit_price: Decimal
    category: str | None = None

    @property
    def total(self) -> Decimal:
        return self.quantity * self.unit_price


@dataclass(frozen=True, slots=True)
class Basket:
    """What somebody is about to buy."""

    currency: str
    articles: tuple[Article, ...]

    @property
    def total(self) -> Decimal:
        return sum((article.total for article in self.articles), NOTHING)


def discount(terms: Terms, basket: Basket) -> Decimal | Unfit:
    """What the basket becomes cheaper by, in cents, never by more than the articles it is for cost."""
    if basket.currency != terms.currency:
        return "other_currency"
    if basket.total < terms.minimum:
        return "below_minimum"
    eligible = [article.total for article in basket.articles if terms.is_for(article.sku, article.category)]
    value = sum(eligible, NOTHING)
    if value <= 0:
        return "nothing_eligible"
    off = terms.amount if terms.amount is not None else value * (terms.percent or 0) / 100
    return min(off, value).quantize(CENT, ROUND_HALF_UP)
