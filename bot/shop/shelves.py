"""What a list of products can be narrowed down by: the categories and the prices there are."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from bot.shop.rows import amount, fetch
from bot.shop.search import Filters, fitting

MOST_CATEGORIES = 12
# Of a whole catalogue so many prices tell enough about all.
MOST_PRICES = 2_000


async def count_products(filters: Filters) -> int:
    """How many are on sale that fit."""
    conditions, values = fitting(filters, "shop_product")
    rows = await fetch(f"SELECT COUNT(*) AS found FROM shop_product WHERE is_listed{conditions}", *values)  # noqa: S608  # our own words
    return int(rows[0]["found"])


async def list_categories(ids: Sequence[int] | None) -> list[tuple[str, int]]:
    """The categories of these products, of all if None, with how many are in each; the largest first."""
    among, values = _among(ids)
    statement = f"SELECT category, COUNT(*) AS found FROM shop_product WHERE {among} AND category IS NOT NULL "  # noqa: S608  # our own words
    rows = await fetch(statement + "GROUP BY category ORDER BY 2 DESC, 1 LIMIT ?", *values, MOST_CATEGORIES)
    return [(row["category"], row["found"]) for row in rows]


async def price_steps(ids: Sequence[int] | None) -> tuple[tuple[Decimal, ...], str]:
    """Round prices that cut these products (all, if None) into about three parts, and the currency most have."""
    among, values = _among(ids)
    statement = f"SELECT price, currency FROM shop_product WHERE {among} AND price IS NOT NULL LIMIT ?"  # noqa: S608  # our own words
    rows = await fetch(statement, *values, MOST_PRICES)
    currencies = Counter(row["currency"] for row in rows if row["currency"])
    currency = currencies.most_common(1)[0][0] if currencies else ""
    prices = sorted(
        price for row in rows if (price := amount(row["price"])) is not None and row["currency"] == currency
    )
    if not prices:
        return (), currency
    cuts = {round_price(prices[len(prices) * third // 3]) for third in (1, 2)}
    return tuple(sorted(cut for cut in cuts if prices[0] < cut <= prices[-1])), currency


def round_price(price: Decimal) -> Decimal:
    """The nearest price that people name: 3, 25, 70, 150, 1,050."""
    if price <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(max(0, price.adjusted() - (1 if price.adjusted() else 0)))
    unit = power * 5 if price >= power * 10 else power
    return Decimal(int(max(unit, (price / unit).quantize(Decimal(1)) * unit)))


def _among(ids: Sequence[int] | None) -> tuple[str, list[Sequence[int]]]:
    return ("is_listed", []) if ids is None else ("id IN ?", [list(ids)])
