"""What the shop sells: look products up, and list them."""

from collections.abc import Mapping, Sequence

from bot.config import Locale
from bot.db import document
from bot.errors import NotFoundError
from bot.i18n import FALLBACKS
from bot.shop.facts import ProductFacts, Texts, money
from bot.shop.rows import Row, amount, fetch
from bot.shop.search import ALL, Filters, fitting

SELECT = "SELECT * FROM shop_product "


async def get_product(product_id: int) -> ProductFacts:
    """The product, or NotFoundError."""
    rows = await fetch(SELECT + "WHERE id = ?", product_id)
    if not rows:
        raise NotFoundError
    return _product(rows[0])


async def find_by_sku(sku: str) -> ProductFacts | None:
    """The product with exactly this article number."""
    rows = await fetch(SELECT + "WHERE sku = ?", sku)
    return _product(rows[0]) if rows else None


def has_stock(product: ProductFacts, pieces: int = 1) -> bool:
    """Whether so many can be had; where nobody counts, they can."""
    return product.stock is None or product.stock >= pieces


async def list_products(*, offset: int = 0, limit: int = 8, filters: Filters = ALL) -> list[ProductFacts]:
    """A page of the catalogue in the order in which products came."""
    conditions, values = fitting(filters, "shop_product")
    statement = f"WHERE is_listed{conditions} ORDER BY id LIMIT ? OFFSET ?"
    return [_product(row) for row in await fetch(SELECT + statement, *values, limit, offset)]


async def list_family(family: str) -> list[ProductFacts]:
    """All variants of one product that are still sold."""
    return [_product(row) for row in await fetch(SELECT + "WHERE family = ? AND is_listed ORDER BY id", family)]


async def get_products(ids: Sequence[int]) -> list[ProductFacts]:
    """Those of these products that are still sold, in this order."""
    if not ids:
        return []
    rows = {row["id"]: row for row in await fetch(SELECT + "WHERE id IN ? AND is_listed", list(ids))}
    return [_product(rows[each]) for each in ids if each in rows]


async def find_by_numbers(numbers: Sequence[str], keys: Sequence[str]) -> ProductFacts | None:
    """The product with the first of these article numbers that there is, else with the first of these keys.

    Keys are as `wording.sku_key` writes them; of several products whose numbers differ only in their spelling, none.
    """
    rows = await fetch(SELECT + "WHERE sku IN ? OR sku_key IN ? ORDER BY id", list(numbers), list(keys))
    exact = {row["sku"]: row for row in rows}
    if number := next(filter(exact.__contains__, numbers), None):
        return _product(exact[number])
    found = [row for key in keys for row in rows if row["sku_key"] == key]
    meant = [row for row in found if row["sku_key"] == found[0]["sku_key"]]
    return _product(meant[0]) if len(meant) == 1 else None


def localised(texts: str | Texts | None, locale: Locale) -> tuple[str, str]:
    """The text in this language, else in the next best one, and the language it is in.

    A text without languages is taken as it is; no text is "".
    """
    if isinstance(texts, str):
        return texts, locale
    languages: tuple[str, ...] = (*FALLBACKS[locale], *(texts or ()))
    return next(((texts[each], each) for each in languages if texts and texts.get(each)), ("", locale))


def _product(row: Row) -> ProductFacts:
    reason = document(row["not_returnable_because"])
    facts = document(row["facts"]) or {}
    return ProductFacts(
        id=row["id"],
        sku=row["sku"],
        name=document(row["name"]),
        description=document(row["description"]) or {},
        category=row["category"],
        family=row["family"],
        price=money(amount(row["price"]), row["currency"]),
        stock=row["stock"],
        facts=facts if isinstance(facts, Mapping) else {},
        images=tuple(document(row["images"]) or ()),
        manual_url=row["manual_url"],
        returnable=bool(row["returnable"]),
        not_returnable_because=reason,
        return_exclusion=row["return_exclusion"],
    )
