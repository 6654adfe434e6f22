"""What the shop sells: look up, list and search products."""

from collections.abc import Mapping

from rapidfuzz import fuzz, utils

from bot.config import Locale
from bot.db import document
from bot.errors import NotFoundError
from bot.i18n import FALLBACKS
from bot.shop.facts import ProductFacts, Texts, money
from bot.shop.rows import Row, amount, fetch

SELECT = "SELECT * FROM shop_product "
# Above this many names comparing takes too long for one answer (stack.md 6); search then sees the first ones only.
MOST_COMPARED = 10_000
LEAST_SCORE = 75
SHORTEST_PART = 3


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


async def list_products(*, offset: int = 0, limit: int = 8, category: str | None = None) -> list[ProductFacts]:
    """A page of the catalogue in the order in which products came, of one category or of all."""
    if category is None:
        rows = await fetch(SELECT + "WHERE is_listed ORDER BY id LIMIT ? OFFSET ?", limit, offset)
    else:
        statement = SELECT + "WHERE category = ? AND is_listed ORDER BY id LIMIT ? OFFSET ?"
        rows = await fetch(statement, category, limit, offset)
    return [_product(row) for row in rows]


async def search_products(text: str, *, limit: int = 5) -> list[ProductFacts]:
    """Products whose article number or name in any language is in the text, or nearly; the best first."""
    wanted = utils.default_process(text)
    rows = await fetch("SELECT id, sku, name FROM shop_product WHERE is_listed ORDER BY id LIMIT ?", MOST_COMPARED)
    scores = {row["id"]: _score(wanted, row) for row in rows} if wanted else {}
    best = sorted((each for each in scores if scores[each] >= LEAST_SCORE), key=lambda each: (-scores[each], each))
    found = {row["id"]: row for row in await fetch(SELECT + "WHERE id IN ?", best[:limit])}
    return [_product(found[each]) for each in best[:limit]]


def localised(texts: str | Texts | None, locale: Locale) -> tuple[str, str]:
    """The text in this language, else in the next best one, and the language it is in.

    A text without languages is taken as it is; no text is "".
    """
    if isinstance(texts, str):
        return texts, locale
    languages: tuple[str, ...] = (*FALLBACKS[locale], *(texts or ()))
    return next(((texts[each], each) for each in languages if texts and texts.get(each)), ("", locale))


def _score(wanted: str, row: Row) -> float:
    if wanted == utils.default_process(row["sku"]):
        return 101
    names = map(utils.default_process, document(row["name"]).values())
    return max((_score_of_name(wanted, name) for name in names), default=0)


def _score_of_name(wanted: str, name: str) -> float:
    if len(wanted) >= SHORTEST_PART and wanted in name:
        return 100
    return fuzz.token_set_ratio(wanted, name)


def _product(row: Row) -> ProductFacts:
    reason = document(row["not_returnable_because"])
    facts = document(row["facts"]) or {}
    return ProductFacts(
        id=row["id"],
        sku=row["sku"],
        name=document(row["name"]),
        description=document(row["description"]) or {},
        category=row["category"],
        price=money(amount(row["price"]), row["currency"]),
        stock=row["stock"],
        facts=facts if isinstance(facts, Mapping) else {},
        images=tuple(document(row["images"]) or ()),
        manual_url=row["manual_url"],
        returnable=bool(row["returnable"]),
        not_returnable_because=reason,
        return_exclusion=row["return_exclusion"],
    )
