"""Products: the catalogue and what a search has found, page by page, narrowed down by category, price and stock."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.shop.facts import ProductFacts
from bot.shop.products import get_products, has_stock
from bot.shop.search import ALL
from bot.shop.shelves import list_categories, price_steps
from dialogs.product_filters import (
    Listed,
    category_name,
    chosen_filters,
    currency_of,
    filters_text,
    ids_to_narrow,
    listed_page,
    price_name,
    price_ranges,
    words_on_screen,
)
from dialogs.product_text import product_name
from dialogs.states import ProductCard, Products
from dialogs.widgets import (
    LONGEST_BUTTON,
    LONGEST_TYPED,
    Block,
    Label,
    Notice,
    T,
    as_id,
    current_page,
    footer,
    page_buttons,
    page_turn,
    shorten,
)

PRODUCTS_A_PAGE = 8
# A list of so many is read faster than narrowed down.
FEW = 2


async def page_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    page, filters = current_page(dialog_manager), chosen_filters(dialog_manager)
    listed, ids = await listed_page(dialog_manager, page * PRODUCTS_A_PAGE, PRODUCTS_A_PAGE)
    products = await get_products(ids)
    is_narrowed = filters != ALL
    narrows = is_narrowed or (listed.total > FEW and not listed.is_near)
    currency = await currency_of(dialog_manager, filters)
    title = _title(listed, words_on_screen(dialog_manager), profile, is_narrowed=is_narrowed)
    more = listed.total > (page + 1) * PRODUCTS_A_PAGE
    return {
        "text": lines(
            [title, filters_text(filters, currency, profile), _hint(dialog_manager, listed, profile)], "\n\n"
        ),
        "products": [{"id": product.id, "name": _label(product, profile)} for product in products],
        "turns": list(_page_turns(page, profile, more=more)),
        "narrows": narrows,
        "is_narrowed": is_narrowed,
        "stock_label": plain(profile.locale, "product-stock-on-button" if filters.in_stock else "product-stock-button"),
    }


def _title(listed: Listed, words: str, profile: Profile, *, is_narrowed: bool) -> Markup:
    locale, said = profile.locale, shorten(words, LONGEST_TYPED)
    if not listed.total:
        if is_narrowed:
            return html(locale, "product-none-fits")
        return html(locale, "product-not-found", words=said) if words else html(locale, "product-list-none")
    if listed.is_near:
        return html(locale, "product-near", words=said)
    return html(locale, "product-found", words=said, count=listed.total) if words else html(locale, "product-list")


def _hint(manager: DialogManager, listed: Listed, profile: Profile) -> Markup:
    if not words_on_screen(manager):
        return html(profile.locale, "product-search-hint") if listed.total else Markup()
    if listed.is_near or not listed.total:
        return html(profile.locale, "product-ask-hint")
    return html(profile.locale, "product-refine-hint") if listed.total > FEW else Markup()


def _label(product: ProductFacts, profile: Profile) -> str:
    """The name, cut so that price and stock still fit behind it."""
    if not has_stock(product):
        about = plain(profile.locale, "product-sold-out-button")
    elif product.price:
        about = plain(profile.locale, "product-price-button", price=product.price)
    else:
        return product_name(product, profile)
    return f"{shorten(product_name(product, profile), LONGEST_BUTTON - len(about) - 3)} · {about}"


def _page_turns(page: int, profile: Profile, *, more: bool) -> Iterator[dict[str, Any]]:
    if page > 0:
        yield page_turn(page - 1, plain(profile.locale, "product-previous-button"))
    if more:
        yield page_turn(page + 1, plain(profile.locale, "product-next-button"))


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    await manager.start(ProductCard.card, {"product_id": product_id})


async def on_stock(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _narrow(manager, in_stock=not manager.dialog_data.get("in_stock"))


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _narrow(manager, category=None, lowest=None, highest=None, most=None, in_stock=False)


async def category_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """Buttons name a place in the list, since a category may be longer than what a button carries."""
    found = await list_categories(await ids_to_narrow(dialog_manager))
    dialog_manager.dialog_data["categories"] = [category for category, _ in found]
    return {
        "choices": [
            {"id": place, "label": f"{category_name(category, profile.locale)} ({count})"}
            for place, (category, count) in enumerate(found)
        ]
    }


async def on_category(_: CallbackQuery, __: Any, manager: DialogManager, place: int) -> None:
    categories = manager.dialog_data.get("categories") or []
    _narrow(manager, category=categories[place] if place < len(categories) else None)
    await manager.switch_to(Products.page)


async def price_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    steps, currency = await price_steps(await ids_to_narrow(dialog_manager))
    ranges = price_ranges(steps)
    dialog_manager.dialog_data.update(
        ranges=[[each and str(each) for each in one] for one in ranges], currency=currency
    )
    return {
        "choices": [{"id": place, "label": price_name(*one, currency, profile)} for place, one in enumerate(ranges)]
    }


async def on_price(_: CallbackQuery, __: Any, manager: DialogManager, place: int) -> None:
    ranges = manager.dialog_data.get("ranges") or []
    lowest, highest = ranges[place] if place < len(ranges) else (None, None)
    _narrow(manager, lowest=lowest, highest=highest, most=None)
    await manager.switch_to(Products.page)


async def on_any_category(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _narrow(manager, category=None)
    await manager.switch_to(Products.page)


async def on_any_price(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _narrow(manager, lowest=None, highest=None, most=None)
    await manager.switch_to(Products.page)


def _narrow(manager: DialogManager, **chosen: Any) -> None:
    """Another list begins at its first page."""
    manager.dialog_data.update(chosen, page=0)


page_window = Window(
    Notice(),
    Block("text"),
    Column(
        Select(
            Label("product-entry-button", "name"),
            id="product",
            item_id_getter=lambda product: product["id"],
            items="products",
            type_factory=as_id,
            on_click=on_product,
        )
    ),
    page_buttons("turn"),
    Row(
        SwitchTo(Label("product-category-button"), id="to_category", state=Products.category),
        SwitchTo(Label("product-price-filter-button"), id="to_price", state=Products.price),
        Button(Format("{stock_label}"), id="stock", on_click=on_stock),
        when="narrows",
    ),
    Button(Label("product-all-button"), id="all", on_click=on_all, when="is_narrowed"),
    footer("products"),
    state=Products.page,
    getter=page_getter,
)


def _choice(widget_id: str, on_click: Any) -> Group:
    return Group(
        Select(
            Format("{item[label]}"),
            id=widget_id,
            item_id_getter=lambda choice: choice["id"],
            items="choices",
            type_factory=as_id,
            on_click=on_click,
        ),
        width=2,
    )


category_window = Window(
    T("product-category-choose"),
    _choice("category", on_category),
    Button(Label("product-any-category-button"), id="any_category", on_click=on_any_category),
    SwitchTo(Label("menu-back-button"), id="category_back", state=Products.page),
    state=Products.category,
    getter=category_getter,
)

price_window = Window(
    T("product-price-choose"),
    _choice("price", on_price),
    Button(Label("product-any-price-button"), id="any_price", on_click=on_any_price),
    SwitchTo(Label("menu-back-button"), id="price_back", state=Products.page),
    state=Products.price,
    getter=price_getter,
)


def build() -> Dialog:
    return Dialog(page_window, category_window, price_window)
