"""Home: what matters now on one message, and the way to everything else."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, Start

from bot.clock import Clock
from bot.community.doors import has_community
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.declarations import still_awaited
from bot.shop.facts import OrderSummary
from bot.shop.orders import list_orders
from bot.shop.statuses import ShipmentStatus as S
from bot.staff.roles import Right, may
from dialogs.offer_states import Offers
from dialogs.order_buttons import choosing, order_buttons, order_entry
from dialogs.order_declared import marks_of
from dialogs.states import Account, Community, Help, Home, Linking, Order, Orders, Points, Products
from dialogs.states import Settings as SettingsStates
from dialogs.widgets import Block, Label, Notice, human_button
from dialogs.withdrawing_kept import kept_button, kept_view

OPEN_ORDERS_SHOWN = 5
OPEN_ORDERS_COUNTED = 50
# What a customer most wants to hear of, first; the rest follows as the list has it, newest first.
PRESSING = (S.AVAILABLE_FOR_PICKUP, S.ATTEMPT_FAILED, S.OUT_FOR_DELIVERY, S.ON_HOLD, S.EXCEPTION, S.DAMAGED, S.DELAYED)


async def menu_getter(profile: Profile, settings: Settings, clock: Clock, **_: Any) -> dict[str, Any]:
    orders = await _open_orders(profile, clock)
    marks, kept = await marks_of(orders), await kept_view(profile, settings)
    return {
        "text": lines([_greeting(orders, profile, settings), kept["kept"]], "\n\n"),
        "has_kept": kept["has_kept"],
        "linked": profile.is_linked,
        "unlinked": not profile.is_linked,
        "has_community": has_community(settings),
        "writes_offers": await may(profile.chat_id, Right.MARKET, settings=settings),  # in private both ids are one
        "orders": [order_entry(order, profile, marks) for order in sorted(orders, key=_press)[:OPEN_ORDERS_SHOWN]],
        "more": len(orders[OPEN_ORDERS_SHOWN:]),
    }


async def _open_orders(profile: Profile, clock: Clock) -> list[OrderSummary]:
    """Open ones come first in the list of all, so its first page has them; nobody waits for what they withdrew from."""
    if not profile.is_linked:
        return []
    today = clock.now().astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=OPEN_ORDERS_COUNTED)
    return await still_awaited(page.orders)


def _press(order: OrderSummary) -> int:
    """Late ones first, then those where something happens today or has to be done."""
    if order.late:
        return -1
    return PRESSING.index(S(order.state)) if order.state in PRESSING else len(PRESSING)


def _greeting(orders: list[OrderSummary], profile: Profile, settings: Settings) -> Markup:
    locale, shop = profile.locale, settings.shop_name
    late = sum(order.late for order in orders)
    return lines(
        [
            html(locale, "menu-home", name=profile.first_name, shop=shop)
            if profile.first_name
            else html(locale, "menu-home-plain", shop=shop),
            Markup() if profile.is_linked else html(locale, "menu-home-unlinked"),
            html(locale, "menu-home-open", open=len(orders)) if orders else Markup(),
            html(locale, "menu-home-late", late=late) if late and len(orders) > 1 else Markup(),
        ]
    )


async def on_where(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """One open order is the answer; several are offered, and with none the list tells."""
    profile, clock = manager.middleware_data["profile"], manager.middleware_data["clock"]
    orders = await _open_orders(profile, clock)
    if len(orders) == 1:
        await manager.start(Order.card, {"order_id": orders[0].id})
    else:
        await manager.start(Orders.page, choosing(order.number for order in orders) if orders else None)


menu_window = Window(
    Notice(),
    Block("text"),
    kept_button("home"),
    order_buttons("open"),
    Start(Label("menu-more-button", "more"), id="more", state=Orders.page, when="more"),
    Button(Label("menu-where-button"), id="where", on_click=on_where, when="linked"),
    Start(Label("menu-link-button"), id="link", state=Linking.ways, when="unlinked"),
    Row(
        Start(Label("menu-orders-button"), id="orders", state=Orders.page, when="linked"),
        Start(Label("menu-products-button"), id="products", state=Products.page),
    ),
    Row(
        Start(Label("menu-account-button"), id="account", state=Account.card),
        Start(Label("menu-settings-button"), id="settings", state=SettingsStates.menu),
    ),
    Row(
        Start(Label("menu-points-button"), id="points", state=Points.card, when="linked"),
        Start(Label("community-button"), id="community", state=Community.card, when="has_community"),
    ),
    Row(Start(Label("menu-help-button"), id="help", state=Help.text), human_button("menu")),
    Start(Label("offer-open-button"), id="home_offers", state=Offers.list, when="writes_offers"),
    state=Home.menu,
    getter=menu_getter,
)


def build() -> Dialog:
    return Dialog(menu_window)
