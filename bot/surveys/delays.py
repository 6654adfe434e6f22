"""How long after its occasion a survey is due: the spans of its file, and longer or shorter ones by category."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from bot.shop.rows import fetch

CATEGORIES = """
SELECT DISTINCT l.order_id, p.category FROM shop_line l LEFT JOIN shop_product p ON p.sku = l.sku
WHERE l.order_id IN ? AND l.quantity > 0"""


def _rising(span: tuple[float, ...]) -> tuple[float, ...]:
    if span and (len(span) != 2 or span[0] > span[1]):
        raise ValueError("must be [first, last], the smaller first")
    return span


def _distinct(delays: Mapping[str, tuple[float, ...]]) -> Mapping[str, tuple[float, ...]]:
    if len({plain_category(category) for category in delays}) < len(delays):
        raise ValueError("names a category twice")
    return delays


Hours = Annotated[tuple[Annotated[float, Field(ge=0, le=24 * 366)], ...], AfterValidator(_rising)]
Delay = Annotated[Hours, Field(min_length=2)]
Category = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]
Delays = Annotated[dict[Category, Delay], AfterValidator(_distinct)]


def plain_category(category: str) -> str:
    """As categories are compared: whatever their case and the space around them."""
    return category.strip().casefold()


def longest_delay(
    usual: tuple[float, ...], by_category: Mapping[str, tuple[float, ...]], categories: Collection[str | None]
) -> tuple[float, ...]:
    """The span that ends last of those of the order's categories; one that is not named has the usual span."""
    named = {plain_category(category): span for category, span in by_category.items()}
    spans = [named.get(plain_category(category or ""), usual) for category in categories]
    return max(spans, key=lambda span: (span[1], span[0]), default=usual)


async def categories_of(order_ids: Sequence[int]) -> Mapping[int, Collection[str | None]]:
    """The categories of what was ordered, by order; None stands for a line of unknown category."""
    found = defaultdict[int, set[str | None]](set)
    for row in await fetch(CATEGORIES, [*order_ids]) if order_ids else ():
        found[row["order_id"]].add(row["category"])
    return found
