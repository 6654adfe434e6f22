"""From a delivered order to reviews of what came with it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.community.review_purchases import list_purchases
from bot.customers.profile import Profile
from bot.shop.facts import OrderCard
from bot.shop.statuses import ShipmentStatus
from dialogs.review_states import Reviewing
from dialogs.widgets import Label, started_with


async def may_review(order: OrderCard, profile: Profile) -> bool:
    """Whether something of it can be reviewed."""
    if order.state != ShipmentStatus.DELIVERED:
        return False
    return bool(await list_purchases(profile.customer_ids, order_id=order.id, limit=1))


def review_button() -> Button:
    """For a getter that has `can_review`."""
    return Button(Label("review-products-button"), id="review", on_click=_on_review, when="can_review")


async def _on_review(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """To the product; of several, to the choice."""
    profile: Profile = manager.middleware_data["profile"]
    order_id = started_with(manager)["order_id"]
    bought = await list_purchases(profile.customer_ids, order_id=order_id)
    if len(bought) == 1:
        await manager.start(Reviewing.card, {"product_id": bought[0].product_id})
    else:
        await manager.start(Reviewing.list, {"order_id": order_id})
