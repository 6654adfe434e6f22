"""What a list of products is narrowed down by, as the screens keep it and say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from aiogram_dialog import DialogManager

from bot.config import Locale
from bot.customers.profile import Profile
from bot.i18n import Markup, Money, has_text, html, plain
from bot.shop.products import list_products
from bot.shop.search import ALL, Filters
from bot.shop.shelves import count_products, price_steps
from bot.support.products import browse
from dialogs.widgets import LONGEST_TYPED, shorten, started_with


@dataclass(frozen=True, slots=True)
class Listed:
    """What a page lists: how many there are, whether they only come near what was looked for, and who they are."""

    total: int
    is_near: bool
    ids: tuple[int, ...]


def words_on_screen(manager: DialogManager) -> str:
    """What is looked for; empty in the catalogue."""
    text = started_with(manager).get("search")
    return text if isinstance(text, str) else ""


def chosen_filters(manager: DialogManager) -> Filters:
    """A price that was typed holds until another is tapped, or all are wanted."""
    data = {**started_with(manager).get("limit", {}), **manager.dialog_data}
    lowest, highest, most = (Decimal(data[each]) if data.get(each) else None for each in ("lowest", "highest", "most"))
    return Filters(data.get("category"), lowest, highest, most, bool(data.get("in_stock")))


async def currency_of(manager: DialogManager, filters: Filters) -> str:
    """In which the prices are told that the list is narrowed down to."""
    if filters.lowest is None and filters.highest is None and filters.most is None:
        return ""
    if "currency" not in manager.dialog_data:
        manager.dialog_data["currency"] = (await price_steps(await ids_to_narrow(manager)))[1]
    currency = manager.dialog_data["currency"]
    return currency if isinstance(currency, str) else ""


async def listed_ids(manager: DialogManager, filters: Filters) -> Listed:
    """What was looked for; where nothing has all the words, the products that the sentence named."""
    shelf = await browse(words_on_screen(manager), filters)
    named = tuple(started_with(manager).get("product_ids") or ())
    if shelf.is_near and named and filters == ALL:
        return Listed(len(named), False, named)
    return Listed(len(shelf.ids), shelf.is_near, shelf.ids)


async def listed_page(manager: DialogManager, offset: int, limit: int) -> tuple[Listed, tuple[int, ...]]:
    """What is listed, and the ids of a page of it."""
    filters = chosen_filters(manager)
    if words_on_screen(manager):
        found = await listed_ids(manager, filters)
        return found, found.ids[offset : offset + limit]
    products = await list_products(offset=offset, limit=limit, filters=filters)
    return Listed(await count_products(filters), False, ()), tuple(product.id for product in products)


async def ids_to_narrow(manager: DialogManager) -> Sequence[int] | None:
    """Among which products a filter chooses: what was found without any, or all there are."""
    return (await listed_ids(manager, ALL)).ids if words_on_screen(manager) else None


def filters_text(filters: Filters, currency: str, profile: Profile) -> Markup:
    """What the list is narrowed down to, in one line; nothing where it is not."""
    told = list(_told(filters, currency, profile))
    return html(profile.locale, "product-only", told=" · ".join(told)) if told else Markup()


def _told(filters: Filters, currency: str, profile: Profile) -> Iterator[str]:
    if filters.category is not None:
        yield category_name(filters.category, profile.locale)
    if filters.most is not None:
        yield limit_name(filters.lowest, filters.most, currency, profile)
    elif filters.lowest is not None or filters.highest is not None:
        yield price_name(filters.lowest, filters.highest, currency, profile)
    if filters.in_stock:
        yield plain(profile.locale, "product-in-stock")


def category_name(category: str, locale: Locale) -> str:
    """In the reader's language where we have a word for it, else as the shop calls it."""
    key = f"category-{category}"
    return plain(locale, key) if has_text(key) else shorten(category, LONGEST_TYPED)


def price_ranges(steps: Sequence[Decimal]) -> list[tuple[Decimal | None, Decimal | None]]:
    """Below the first step, between two, and from the last one on."""
    edges = [None, *steps, None]
    return list(pairwise(edges)) if steps else []


def limit_name(lowest: Decimal | None, most: Decimal, currency: str, profile: Profile) -> str:
    """A price that was typed: "bis 30 €" has that one, too."""
    if lowest is not None:
        return price_name(lowest, most, currency, profile)
    return plain(profile.locale, "product-price-upto-button", most=Money(most, currency))


def price_name(lowest: Decimal | None, highest: Decimal | None, currency: str, profile: Profile) -> str:
    values: dict[str, Any] = {}
    if lowest is not None:
        values["least"] = Money(lowest, currency)
    if highest is not None:
        values["most"] = Money(highest, currency)
    key = {1: "above" if "least" in values else "below", 2: "between"}[len(values)]
    return plain(profile.locale, f"product-price-{key}-button", **values)
