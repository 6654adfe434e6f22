"""What a typed text turned out to be about products: one, some of several, or something that none is called."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PriceLimit:
    """What it may cost, in the shop's own currency: `highest` itself is too dear, `most` is not."""

    lowest: Decimal | None = None
    highest: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ProductFound:
    product_id: int
    sku: str


@dataclass(frozen=True, slots=True)
class ProductChoice:
    """Several products fit: their ids and article numbers, the best first, and the words that look for them."""

    product_ids: tuple[int, ...]
    skus: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class StockNewsWanted:
    """Somebody wants to hear once when it is there again; None: they have not said what."""

    product_id: int | None


@dataclass(frozen=True, slots=True)
class ProductSought:
    """Something to buy that no product is called, or that may cost so much; empty words are the whole catalogue."""

    text: str
    limit: PriceLimit | None = None
