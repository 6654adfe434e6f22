"""One product: its facts with pictures and manual, and the wish to be told when it is there again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.entities import MediaAttachment
from aiogram_dialog.widgets.kbd import Button, SwitchTo, Url
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.returns.policies import current_policy
from bot.returns.product_terms import ProductTerms, product_terms
from bot.shop.facts import ProductFacts
from bot.shop.products import get_product, has_stock
from bot.shop.reading import web_address
from bot.support.stock_wishes import Wish, find_wish, take_back, wish
from dialogs.product_reviews import rating_buttons, rating_facts, reviews_window
from dialogs.product_text import is_whole, product_text
from dialogs.states import ProductCard
from dialogs.widgets import (
    LONGEST_CAPTION,
    LONGEST_MESSAGE,
    LONGEST_NOTICE,
    Block,
    Label,
    Notice,
    current_page,
    footer,
    page_buttons,
    page_turn,
    started_with,
    toast,
    visible_length,
)

PICTURE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp"})


async def card_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    product, terms = await _product(dialog_manager)
    awaited = await find_wish(profile.chat_id, product.id)
    pictures = [picture for picture in map(_picture, product.images) if picture]
    shown = min(current_page(dialog_manager), max(0, len(pictures) - 1))
    awaits = _awaits(awaited, profile)
    noticed = LONGEST_NOTICE if "notice" in started_with(dialog_manager) else 0
    rating = await rating_facts(product.id, profile)
    below = lines([rating["rating"], awaits], "\n\n")
    limit = (LONGEST_CAPTION if pictures else LONGEST_MESSAGE) - visible_length(below) - noticed - 2
    return rating | {
        "text": lines([product_text(product, terms, profile, limit=limit), below], "\n\n"),
        "picture": pictures[shown] if pictures else None,
        "turns": list(_picture_turns(shown, len(pictures), profile)),
        "manual": web_address(product.manual_url),
        "more": not is_whole(product, terms, profile, limit=limit) and bool(pictures),
        "can_wait": not has_stock(product) and not awaited,
        "waits": bool(awaited),
    }


async def _product(manager: DialogManager) -> tuple[ProductFacts, ProductTerms]:
    """With what the law and the shop's policy say of it."""
    product, policy = await get_product(started_with(manager)["product_id"]), await current_policy()
    terms = product_terms(
        exclusion=product.return_exclusion,
        returnable=product.returnable,
        goodwill_days=policy.window(sku=product.sku, category=product.category, country=None),
        periods=policy.periods,
    )
    return product, terms


def _awaits(awaited: Wish | None, profile: Profile) -> Markup:
    return html(profile.locale, "product-wished", until=awaited.until, tz=profile.tz) if awaited else Markup()


async def facts_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    product, terms = await _product(dialog_manager)
    return {"text": product_text(product, terms, profile), "manual": web_address(product.manual_url)}


async def on_wait(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    profile: Profile = manager.middleware_data["profile"]
    clock: Clock = manager.middleware_data["clock"]
    noted = await wish(profile.chat_id, started_with(manager)["product_id"], now=clock.now())
    key = "product-wished-toast" if noted else "product-wishes-full-alert"
    await toast(callback, plain(profile.locale, key), alert=not noted)


async def on_wait_no_more(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    profile: Profile = manager.middleware_data["profile"]
    clock: Clock = manager.middleware_data["clock"]
    await take_back(profile.chat_id, started_with(manager)["product_id"], now=clock.now())
    await toast(callback, plain(profile.locale, "product-unwished-toast"))


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


card_window = Window(
    Notice(),
    Block("text"),
    DynamicMedia("picture", when="picture"),
    page_buttons("picture"),
    rating_buttons(),
    Button(Label("product-wish-button"), id="wait", on_click=on_wait, when="can_wait"),
    Button(Label("product-unwish-button"), id="wait_no_more", on_click=on_wait_no_more, when="waits"),
    SwitchTo(Label("product-facts-button"), id="facts", state=ProductCard.facts, when="more"),
    Url(Label("product-manual-button"), Format("{manual}"), when="manual"),
    footer("product"),
    state=ProductCard.card,
    getter=card_getter,
)

facts_window = Window(
    Block("text"),
    Url(Label("product-manual-button"), Format("{manual}"), when="manual"),
    SwitchTo(Label("product-pictures-button"), id="pictures", state=ProductCard.card),
    footer("facts"),
    state=ProductCard.facts,
    getter=facts_getter,
)


def build() -> Dialog:
    return Dialog(card_window, facts_window, reviews_window)
