"""What somebody has asked to be told of: products that are sold out (FAQ-05)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select

from bot.customers.profile import Profile
from bot.shop.products import get_product
from bot.support.stock_wishes import own_wishes
from dialogs.product_text import product_name
from dialogs.states import ProductCard, Wishes
from dialogs.widgets import Label, T, as_id, footer


async def list_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    products = [await get_product(wish.product_id) for wish in await own_wishes(profile.chat_id)]
    return {
        "products": [{"id": product.id, "name": product_name(product, profile)} for product in products],
        "none": not products,
    }


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    """Its card has the button that takes the wish back."""
    await manager.start(ProductCard.card, {"product_id": product_id})


list_window = Window(
    T("product-wishes-title", when="products"),
    T("product-wishes-none", when="none"),
    Column(
        Select(
            Label("product-entry-button", "name"),
            id="wished",
            item_id_getter=lambda product: product["id"],
            items="products",
            type_factory=as_id,
            on_click=on_product,
        )
    ),
    footer("wishes"),
    state=Wishes.list,
    getter=list_getter,
)


def build() -> Dialog:
    return Dialog(list_window)
