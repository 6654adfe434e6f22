"""Somebody types that they want to hear when a product is back: noted at once, like a tap on its button."""

from typing import Any

from aiogram.fsm.state import State

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.shop.products import get_product, has_stock
from bot.support.products_meant import StockNewsWanted
from bot.support.stock_wishes import wish
from dialogs.states import ProductCard, Products
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]


async def restock_screen(wanted: StockNewsWanted, profile: Profile, clock: Clock, *, is_live: bool) -> Screen:
    """The product's card, which says that they will hear of it, or that it is there; else they say which it is."""
    if wanted.product_id is None:
        return Products.page, noticing("product-wish-which")
    card = {"product_id": wanted.product_id}
    if has_stock(await get_product(wanted.product_id)):
        return ProductCard.card, card | noticing("product-wish-there")
    if is_live and not await wish(profile.chat_id, wanted.product_id, now=clock.now()):
        return ProductCard.card, card | noticing("product-wishes-full-alert")
    return ProductCard.card, card
