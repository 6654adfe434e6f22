"""Orders: the list, open ones first, and the card of one with its items."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, CopyText, ListGroup, Row, Select, Start, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.money_back import list_money_back
from bot.shop.orders import get_order, list_orders
from bot.shop.products import find_by_sku
from bot.shop.reading import web_address
from dialogs.helpful import helpful_row
from dialogs.item_names import item_names
from dialogs.order_bill import bill_text
from dialogs.order_buttons import SAID, order_buttons, order_entry
from dialogs.order_declared import marks_of
from dialogs.order_missing import missing_buttons, missing_parcels
from dialogs.order_rating import rating_buttons, rating_state
from dialogs.order_returns import return_buttons, return_doors
from dialogs.order_reviews import may_review, review_button
from dialogs.order_text import order_text
from dialogs.states import Order, Orders, ProductCard, Returned, Timeline
from dialogs.widgets import (
    LONGEST_BUTTON,
    LONGEST_COPY,
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
    toast,
)

ORDERS_A_PAGE = 8
ORDERS_SEARCHED = 50
ITEMS_OFFERED = 20
PARCELS_WITH_BUTTONS = 4
TRACK_AND_COPY = ("order-track-button", "order-copy-button")


async def page_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    today = clock.now().astimezone(profile.tz).date()
    if numbers := started_with(dialog_manager).get("numbers"):
        return await _choice(set(numbers), profile, today)
    number = current_page(dialog_manager)
    page = await list_orders(profile.customer_ids, today=today, offset=number * ORDERS_A_PAGE, limit=ORDERS_A_PAGE)
    last = max(0, page.total - 1) // ORDERS_A_PAGE
    if number > last:  # a purchase was unlinked meanwhile
        dialog_manager.dialog_data["page"] = last
        return await page_getter(dialog_manager, profile, clock)
    marks = await marks_of(page.orders)
    return {
        "orders": [order_entry(order, profile, marks) for order in page.orders],
        "total": page.total,
        "choosing": False,
        "page": number + 1,
        "pages": last + 1,
        "turns": list(_turns(number, last, profile)),
    }


async def _choice(numbers: set[str], profile: Profile, today: date) -> dict[str, Any]:
    """Only the orders that may be meant; all of them are one tap away."""
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_SEARCHED)
    marks = await marks_of(page.orders)
    meant = [order_entry(order, profile, marks) for order in page.orders if order.number in numbers]
    return {"orders": meant, "total": page.total, "choosing": True, "pages": 1, "turns": []}


def _turns(page: int, last: int, profile: Profile) -> Iterator[dict[str, Any]]:
    if page > 0:
        yield page_turn(page - 1, plain(profile.locale, "orders-newer-button"))
    if page < last:
        yield page_turn(page + 1, plain(profile.locale, "orders-older-button"))


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """All of them, and what is wished stays."""
    said = {name: value for name, value in started_with(manager).items() if name in (*SAID, "by", "asked")}
    await manager.start(Orders.page, said, mode=StartMode.RESET_STACK)


async def card_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    order = await _order(dialog_manager, profile, clock)
    offered = order.parcels[:PARCELS_WITH_BUTTONS]
    doors = await return_doors(order, profile, clock, settings)
    return (
        doors
        | missing_parcels(order, profile, dialog_manager)
        | {
            "text": order_text(order, profile, given=doors["given"], declared=doors["declared"]),
            "has_parcels": bool(order.parcels),
            "rating": await rating_state(order, profile, now=clock.now(), settings=settings),
            "can_review": await may_review(order, profile),
            "parcels": [_parcel_buttons(parcel, split=len(order.parcels) > 1, profile=profile) for parcel in offered],
        }
    )


async def _order(manager: DialogManager, profile: Profile, clock: Clock) -> OrderCard:
    today = clock.now().astimezone(profile.tz).date()
    return await get_order(started_with(manager)["order_id"], customer_ids=profile.customer_ids, today=today)


def _parcel_buttons(parcel: ParcelFacts, *, split: bool, profile: Profile) -> dict[str, Any]:
    """A row a parcel: follow it at the carrier's, copy its number; of several parcels each row says which."""
    of_one = {"position": parcel.position} if split else {}
    track, copy = ("order-track-parcel-button", "order-copy-parcel-button") if split else TRACK_AND_COPY
    return {
        "id": parcel.id,
        "track": plain(profile.locale, track, **of_one),
        "url": web_address(parcel.tracking_url),
        "copy": plain(profile.locale, copy, **of_one),
        "number": (parcel.tracking_number or "")[:LONGEST_COPY],
    }


async def on_timeline(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Timeline.events, {"order_id": started_with(manager)["order_id"]})


async def on_refresh(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    profile = manager.middleware_data["profile"]
    await toast(callback, plain(profile.locale, "order-refreshed-toast"))


async def items_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    order = await _order(dialog_manager, profile, clock)
    lines = [(position, line) for position, line in enumerate(order.lines) if line.sku]
    names = item_names([line for _, line in lines], LONGEST_BUTTON)
    items = [{"id": i, "name": name} for (i, _), name in zip(lines, names, strict=True)]
    back = await list_money_back(order.id, customer_ids=profile.customer_ids)
    return {"text": bill_text(order, back, profile), "items": items[:ITEMS_OFFERED]}


async def on_item(callback: CallbackQuery, _: Any, manager: DialogManager, position: int) -> None:
    profile, clock = manager.middleware_data["profile"], manager.middleware_data["clock"]
    lines = (await _order(manager, profile, clock)).lines
    sku = lines[position].sku if position < len(lines) else None
    product = await find_by_sku(sku) if sku else None
    if product is None:
        await toast(callback, plain(profile.locale, "product-unknown-toast"))
    else:
        await manager.start(ProductCard.card, {"product_id": product.id})


page_window = Window(
    Notice(),
    T("orders-title", "total", when=lambda data, *_: data["total"] and not data["choosing"]),
    T("orders-none", when=lambda data, *_: not data["total"]),
    T("orders-page", "page", "pages", when=lambda data, *_: data["pages"] > 1),
    order_buttons("orders"),
    page_buttons("turn"),
    Start(Label("return-all-button"), id="returns", state=Returned.list, when="total"),
    Button(Label("menu-orders-button"), id="all_orders", on_click=on_all, when="choosing"),
    footer("orders"),
    state=Orders.page,
    getter=page_getter,
)

card_window = Window(
    Notice(),
    Block("missing_text"),
    Block("text"),
    missing_buttons(),
    ListGroup(
        Row(
            Url(Format("{item[track]}"), Format("{item[url]}"), when=lambda data, *_: data["item"]["url"]),
            CopyText(Format("{item[copy]}"), Format("{item[number]}"), when=lambda data, *_: data["item"]["number"]),
        ),
        id="parcels",
        item_id_getter=lambda item: item["id"],
        items="parcels",
    ),
    Row(
        Button(Label("order-timeline-button"), id="timeline", on_click=on_timeline, when="has_parcels"),
        Button(Label("order-refresh-button"), id="refresh", on_click=on_refresh),
    ),
    SwitchTo(Label("order-items-button"), id="items", state=Order.items),
    return_buttons(),
    rating_buttons(),
    review_button(),
    helpful_row("order"),
    footer("order"),
    state=Order.card,
    getter=card_getter,
)

items_window = Window(
    Block("text"),
    Column(
        Select(
            Label("order-product-button", "name"),
            id="item",
            item_id_getter=lambda item: item["id"],
            items="items",
            type_factory=as_id,
            on_click=on_item,
        )
    ),
    SwitchTo(Label("order-card-button"), id="card", state=Order.card),
    state=Order.items,
    getter=items_getter,
)


def build_orders() -> Dialog:
    return Dialog(page_window)


def build_order() -> Dialog:
    return Dialog(card_window, items_window)
