"""Products: the catalogue, and the facts of one with pictures and manual."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.entities import MediaAttachment
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo, Url
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format

from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.products import get_product, list_products
from bot.shop.reading import web_address
from dialogs.product_text import is_whole, product_name, product_text
from dialogs.states import Products
from dialogs.widgets import (
    LONGEST_CAPTION,
    LONGEST_MESSAGE,
    Block,
    Label,
    Notice,
    T,
    as_id,
    current_page,
    footer,
    page_buttons,
    page_turn,
    started_with,
)

PRODUCTS_A_PAGE = 8
PICTURE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp"})


async def page_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    chosen = started_with(dialog_manager).get("product_ids")
    page = current_page(dialog_manager)
    if chosen:
        products, more = [await get_product(product_id) for product_id in chosen], False
    else:
        products = await list_products(offset=page * PRODUCTS_A_PAGE, limit=PRODUCTS_A_PAGE + 1)
        products, more = products[:PRODUCTS_A_PAGE], len(products) > PRODUCTS_A_PAGE
    return {
        "products": [{"id": product.id, "name": product_name(product, profile)} for product in products],
        "catalogue": bool(products) and not chosen,
        "empty": not products,
        "turns": list(_page_turns(page, profile, more=more)),
    }


def _page_turns(page: int, profile: Profile, *, more: bool) -> Iterator[dict[str, Any]]:
    if page > 0:
        yield page_turn(page - 1, plain(profile.locale, "product-previous-button"))
    if more:
        yield page_turn(page + 1, plain(profile.locale, "product-next-button"))


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    await manager.start(Products.card, {"product_id": product_id})


async def card_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    product = await get_product(started_with(dialog_manager)["product_id"])
    pictures = [picture for picture in map(_picture, product.images) if picture]
    shown = min(current_page(dialog_manager), max(0, len(pictures) - 1))
    limit = LONGEST_CAPTION if pictures else LONGEST_MESSAGE
    return {
        "text": product_text(product, profile, limit=limit),
        "picture": pictures[shown] if pictures else None,
        "turns": list(_picture_turns(shown, len(pictures), profile)),
        "manual": web_address(product.manual_url),
        "more": not is_whole(product, profile, limit=limit) and bool(pictures),
    }


async def facts_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    product = await get_product(started_with(dialog_manager)["product_id"])
    return {"text": product_text(product, profile), "manual": web_address(product.manual_url)}


def _picture_turns(shown: int, count: int, profile: Profile) -> Iterator[dict[str, Any]]:
    if shown > 0:
        yield page_turn(shown - 1, f"{plain(profile.locale, 'product-previous-button')} {shown}/{count}")
    if shown < count - 1:
        yield page_turn(shown + 1, f"{plain(profile.locale, 'product-next-button')} {shown + 2}/{count}")


def _picture(image: str) -> MediaAttachment | None:
    """An address that Telegram fetches itself, or a picture file of ours; anything else is not sent."""
    if url := web_address(image):
        return MediaAttachment(ContentType.PHOTO, url=url)
    if Path(image).suffix.lower() in PICTURE_ENDINGS and Path(image).is_file():
        return MediaAttachment(ContentType.PHOTO, path=image)
    return None


page_window = Window(
    Notice(),
    T("product-list", when="catalogue"),
    T("product-list-none", when="empty"),
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
    footer("products"),
    state=Products.page,
    getter=page_getter,
)

card_window = Window(
    Notice(),
    Block("text"),
    DynamicMedia("picture", when="picture"),
    page_buttons("picture"),
    SwitchTo(Label("product-facts-button"), id="facts", state=Products.facts, when="more"),
    Url(Label("product-manual-button"), Format("{manual}"), when="manual"),
    footer("product"),
    state=Products.card,
    getter=card_getter,
)

facts_window = Window(
    Block("text"),
    Url(Label("product-manual-button"), Format("{manual}"), when="manual"),
    SwitchTo(Label("product-pictures-button"), id="pictures", state=Products.card),
    footer("facts"),
    state=Products.facts,
    getter=facts_getter,
)


def build() -> Dialog:
    return Dialog(page_window, card_window, facts_window)
