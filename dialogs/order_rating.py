"""Rating a delivery from its order card: the customer's own wish, so it is no push and needs no consent."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.common import Whenable
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.facts import OrderCard
from bot.shop.orders import list_orders
from bot.shop.statuses import ShipmentStatus
from bot.surveys.ratings import find_rating
from bot.surveys.sheets import read_sheet
from bot.surveys.wording import Reader, question_view, reason_view
from dialogs.widgets import Label, as_id, started_with, toast

ORDERS_LOOKED_AT = 20
MOST_OFFERED = 4


async def rating_state(order: OrderCard, profile: Profile, *, now: datetime, settings: Settings) -> str:
    """`open`: it can be rated, `given`: it was, and can be changed; empty: neither."""
    if order.state != ShipmentStatus.DELIVERED:
        return ""
    rating = await find_rating(order.id, customer_ids=profile.customer_ids, now=now, settings=settings)
    return "" if rating is None else "given" if rating.is_given else "open"


def rating_buttons() -> Group:
    """For a getter that has `rating`."""
    return Group(
        Button(Label("order-rate-button"), id="rate", on_click=_on_rate, when=_is("open")),
        Button(Label("order-rated-button"), id="rated", on_click=_on_rate, when=_is("given")),
    )


def _is(state: str) -> Callable[[dict[str, Any], Whenable, DialogManager], bool]:
    return lambda data, *_: bool(data["rating"] == state)


async def ratable_orders(profile: Profile, settings: Settings, *, now: datetime) -> list[dict[str, Any]]:
    """The latest delivered orders that can still be rated, the newest first, as values of their buttons."""
    if not profile.is_linked:
        return []
    page = await list_orders(profile.customer_ids, today=now.astimezone(profile.tz).date(), limit=ORDERS_LOOKED_AT)
    delivered = [order for order in page.orders if order.state == ShipmentStatus.DELIVERED]
    found = []
    for order in delivered[:MOST_OFFERED]:
        rating = await find_rating(order.id, customer_ids=profile.customer_ids, now=now, settings=settings)
        if rating is not None and not rating.is_given:
            found.append({"id": order.id, "number": order.number})
    return found


def rating_column(items: str) -> Column:
    """A button for each of them."""
    return Column(
        Select(
            Label("asking-rate-button", "number"),
            id="rate_order",
            item_id_getter=lambda order: order["id"],
            items=items,
            type_factory=as_id,
            on_click=_on_order,
        )
    )


async def _on_order(callback: CallbackQuery, _: Any, manager: DialogManager, order_id: int) -> None:
    await _ask(callback, manager, order_id)


async def _on_rate(callback: CallbackQuery, _: Any, manager: DialogManager) -> None:
    await _ask(callback, manager, started_with(manager)["order_id"])


async def _ask(callback: CallbackQuery, manager: DialogManager, order_id: int) -> None:
    """The survey comes as a message of its own, which stays when the customer goes on."""
    manager.show_mode = ShowMode.NO_UPDATE
    given = manager.middleware_data
    profile, settings, now = given["profile"], given["settings"], given["clock"].now()
    rating = await find_rating(order_id, customer_ids=profile.customer_ids, now=now, settings=settings)
    if rating is None or not isinstance(callback.message, Message):
        await toast(callback, plain(profile.locale, "survey-gone-toast"))
        return
    reader = Reader(profile.locale, profile.tz, settings.shop_name, settings.shop_url)
    if rating.plan_id:
        sheet = await read_sheet(rating.plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
        view = reason_view(sheet, reader)
    else:
        view = question_view(rating.sheet, reader)
    keyboard = InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row) for row in view.keyboard]})
    await callback.message.answer(view.text, reply_markup=keyboard)
