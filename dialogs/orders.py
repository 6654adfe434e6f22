"""Orders: the list, open ones first, and the card of one with its items."""

from collections.abc import Iterable, Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, CopyText, ListGroup, Row, Select, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.facts import OrderCard, ParcelFacts
from bot.shop.orders import get_order, list_orders
from bot.shop.products import find_by_sku
from dialogs.order_buttons import order_buttons, order_entry
from dialogs.order_text import order_text
from dialogs.states import Order, Orders, Products, Timeline
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
    shorten,
    started_with,
    toast,
    web_address,
)

ORDERS_A_PAGE = 8
ITEMS_OFFERED = 20
PARCELS_WITH_BUTTONS = 4


async def page_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    today = clock.now().astimezone(profile.tz).date()
    number = current_page(dialog_manager)
    page = await list_orders(profile.customer_ids, today=today, offset=number * ORDERS_A_PAGE, limit=ORDERS_A_PAGE)
    last = max(0, page.total - 1) // ORDERS_A_PAGE
    if number > last:  # a purchase was unlinked meanwhile
        dialog_manager.dialog_data["page"] = last
        return await page_getter(dialog_manager, profile, clock)
    return {
        "orders": [order_entry(order, profile) for order in page.orders],
        "total": page.total,
        "page": number + 1,
        "pages": last + 1,
        "turns": list(_turns(number, last, profile)),
    }


def _turns(page: int, last: int, profile: Profile) -> Iterator[dict[str, Any]]:
    if page > 0:
        yield page_turn(page - 1, plain(profile.locale, "orders-newer-button"))
    if page < last:
        yield page_turn(page + 1, plain(profile.locale, "orders-older-button"))


async def card_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    order = await _order(dialog_manager, profile, clock)
    offered = order.parcels[:PARCELS_WITH_BUTTONS]
    return {
        "text": order_text(order, profile),
        "has_parcels": bool(order.parcels),
        "items": any(line.sku for line in order.lines),
        "links": list(_links(offered, split=len(order.parcels) > 1, profile=profile)),
        "numbers": list(_numbers(offered, split=len(order.parcels) > 1, profile=profile)),
    }


async def _order(manager: DialogManager, profile: Profile, clock: Clock) -> OrderCard:
    today = clock.now().astimezone(profile.tz).date()
    return await get_order(started_with(manager)["order_id"], customer_ids=profile.customer_ids, today=today)


def _links(parcels: Iterable[ParcelFacts], *, split: bool, profile: Profile) -> Iterable[dict[str, Any]]:
    for parcel in parcels:
        if url := web_address(parcel.tracking_url):
            label = plain(profile.locale, "order-track-button")
            if split:
                label = plain(profile.locale, "order-track-parcel-button", position=parcel.position)
            yield {"id": parcel.id, "label": label, "url": url}


def _numbers(parcels: Iterable[ParcelFacts], *, split: bool, profile: Profile) -> Iterable[dict[str, Any]]:
    for parcel in parcels:
        if parcel.tracking_number:
            label = plain(profile.locale, "order-copy-button")
            if split:
                label = plain(profile.locale, "order-copy-parcel-button", position=parcel.position)
            yield {"id": parcel.id, "label": label, "number": parcel.tracking_number[:LONGEST_COPY]}


async def on_timeline(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Timeline.events, {"order_id": started_with(manager)["order_id"]})


async def on_refresh(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    profile = manager.middleware_data["profile"]
    await toast(callback, plain(profile.locale, "order-refreshed-toast"))


async def items_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    order = await _order(dialog_manager, profile, clock)
    lines = [(position, line) for position, line in enumerate(order.lines) if line.sku]
    items = [{"id": i, "name": shorten(line.name or line.sku or "?", LONGEST_BUTTON)} for i, line in lines]
    return {"number": order.number, "items": items[:ITEMS_OFFERED]}


async def on_item(callback: CallbackQuery, _: Any, manager: DialogManager, position: int) -> None:
    profile, clock = manager.middleware_data["profile"], manager.middleware_data["clock"]
    lines = (await _order(manager, profile, clock)).lines
    sku = lines[position].sku if position < len(lines) else None
    product = await find_by_sku(sku) if sku else None
    if product is None:
        await toast(callback, plain(profile.locale, "product-unknown-toast"))
    else:
        await manager.start(Products.card, {"product_id": product.id})


page_window = Window(
    Notice(),
    T("orders-title", "total", when="total"),
    T("orders-none", when=lambda data, *_: not data["total"]),
    T("orders-page", "page", "pages", when=lambda data, *_: data["pages"] > 1),
    order_buttons("orders"),
    page_buttons("turn"),
    footer("orders"),
    state=Orders.page,
    getter=page_getter,
)

card_window = Window(
    Notice(),
    Block("text"),
    Button(Label("order-timeline-button"), id="timeline", on_click=on_timeline, when="has_parcels"),
    ListGroup(
        Url(Format("{item[label]}"), Format("{item[url]}")),
        id="links",
        item_id_getter=lambda item: item["id"],
        items="links",
    ),
    ListGroup(
        CopyText(Format("{item[label]}"), Format("{item[number]}")),
        id="numbers",
        item_id_getter=lambda item: item["id"],
        items="numbers",
    ),
    Row(
        SwitchTo(Label("order-items-button"), id="items", state=Order.items, when="items"),
        Button(Label("order-refresh-button"), id="refresh", on_click=on_refresh),
    ),
    footer("order"),
    state=Order.card,
    getter=card_getter,
)

items_window = Window(
    T("order-title", "number"),
    T("order-items"),
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
