"""What somebody wants for what they send back, what it costs and brings, and the request itself."""

from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import html, plain
from bot.returns.looking import read_sheet
from bot.returns.paths import DECLARED
from bot.returns.policies import current_policy
from bot.returns.requests import NothingLeftError, SoldOutError, TooDearError, WayClosedError, ask, preview
from bot.returns.sending_back import alternatives, outcomes_for, worth_of
from dialogs.product_text import product_name
from dialogs.returning_draft import Draft, draft_of, offer_of
from dialogs.returning_text import done_text, summary_text
from dialogs.states import Order, Returned, Returning
from dialogs.widgets import Block, Label, T, as_id, footer

CHANGED = (NothingLeftError, WayClosedError, SoldOutError, TooDearError)
# Another article may still be had.
CHOOSE_AGAIN = frozenset({SoldOutError.key, TooDearError.key})


async def wish_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    offer, draft = await offer_of(dialog_manager), draft_of(dialog_manager)
    skus = [line.sku for line in offer.lines if line.id in draft.chosen]
    outcomes = await outcomes_for(draft.reason, offer.ways(draft.chosen), skus)
    return {"outcomes": [{"id": each, "label": plain(profile.locale, f"return-want-{each}")} for each in outcomes]}


async def on_outcome(_: CallbackQuery, __: Any, manager: DialogManager, outcome: str) -> None:
    if outcome not in {"refund", "exchange", "credit", "replacement"}:
        return
    manager.dialog_data["outcome"] = outcome
    manager.dialog_data.pop("exchange_sku", None)
    await manager.switch_to(Returning.exchange if outcome == "exchange" else Returning.summary)


async def exchange_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """What is in stock at this moment; without anything the money is one tap away."""
    offer, draft = await offer_of(dialog_manager), draft_of(dialog_manager)
    skus = {line.sku for line in offer.lines if line.id in draft.chosen}
    found = await alternatives(skus, at_most=worth_of(offer.order.bill, draft.chosen))
    return {"products": [{"id": each.id, "name": product_name(each, profile)} for each in found]}


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    offer, draft = await offer_of(manager), draft_of(manager)
    skus = {line.sku for line in offer.lines if line.id in draft.chosen}
    found = await alternatives(skus, at_most=worth_of(offer.order.bill, draft.chosen))
    if sku := next((each.sku for each in found if each.id == product_id), None):
        manager.dialog_data["exchange_sku"] = sku
        await manager.switch_to(Returning.summary)


async def on_money(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["outcome"] = "refund"
    manager.dialog_data.pop("exchange_sku", None)
    await manager.switch_to(Returning.summary)


async def summary_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Everything before it is sent: what it costs and brings, and by which right."""
    offer, draft = await offer_of(dialog_manager), draft_of(dialog_manager)
    way = draft.way(offer)
    if way is None or not draft.chosen:
        return {"text": html(profile.locale, "return-way-closed"), "declares": False, "asks": False}
    try:
        money = await preview(
            draft.wish(way),
            customer_ids=profile.customer_ids,
            policy=await current_policy(),
            settings=settings,
            now=clock.now(),
        )
    except CHANGED as refusal:
        return {"text": html(profile.locale, refusal.key), "declares": False, "asks": False}
    declares = way in DECLARED
    text = summary_text(offer, draft, way, money, profile)
    return {"text": text, "declares": declares, "asks": not declares}


async def on_send(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """What has changed since the screen was drawn is told, with the way back to the order."""
    given = manager.middleware_data
    profile, draft = given["profile"], draft_of(manager)
    way = draft.way(await offer_of(manager))
    try:
        if way is None:
            raise WayClosedError
        send = partial(ask, customer_ids=profile.customer_ids, chat_id=profile.chat_id, locale=profile.locale)
        made = await send(
            draft.wish(way), policy=await current_policy(), settings=given["settings"], now=given["clock"].now()
        )
    except CHANGED as refusal:
        _note(manager, refusal)
        await manager.switch_to(Returning.refused)
        return
    manager.dialog_data["return_id"] = made.id
    await manager.switch_to(Returning.done)


def _note(manager: DialogManager, refusal: CustomerError) -> None:
    manager.dialog_data["refused"] = refusal.key


async def refused_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    refused = dialog_manager.dialog_data.get("refused") or "return-way-closed"
    return {"text": html(profile.locale, refused), "sold_out": refused in CHOOSE_AGAIN}


async def done_getter(dialog_manager: DialogManager, profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    return_id = dialog_manager.dialog_data.get("return_id")
    sheet = await read_sheet(return_id, customer_ids=profile.customer_ids) if return_id else None
    return {"text": done_text(sheet, profile, shop=settings.shop_name), "has_return": sheet is not None}


async def on_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returned.card, {"return_id": manager.dialog_data.get("return_id")})


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    draft: Draft = draft_of(manager)
    await manager.start(Order.card, {"order_id": draft.order_id})


wish_window = Window(
    T("return-want-ask"),
    Column(
        Select(
            Format("{item[label]}"),
            id="outcome",
            item_id_getter=lambda each: each["id"],
            items="outcomes",
            on_click=on_outcome,
        )
    ),
    SwitchTo(Label("menu-back-button"), id="wish_back", state=Returning.reason),
    state=Returning.wish,
    getter=wish_getter,
)

exchange_window = Window(
    T("return-exchange-ask", when="products"),
    T("return-exchange-none", when=lambda data, *_: not data["products"]),
    Column(
        Select(
            Label("product-entry-button", "name"),
            id="product",
            item_id_getter=lambda each: each["id"],
            items="products",
            type_factory=as_id,
            on_click=on_product,
        )
    ),
    Button(Label("return-money-button"), id="money", on_click=on_money),
    SwitchTo(Label("menu-back-button"), id="exchange_back", state=Returning.wish),
    state=Returning.exchange,
    getter=exchange_getter,
)

summary_window = Window(
    Block("text"),
    Button(Label("withdraw-confirm-button"), id="declare", on_click=on_send, when="declares"),
    Button(Label("return-send-button"), id="send", on_click=on_send, when="asks"),
    SwitchTo(Label("menu-back-button"), id="summary_back", state=Returning.wish),
    state=Returning.summary,
    getter=summary_getter,
)

refused_window = Window(
    Block("text"),
    SwitchTo(Label("return-again-button"), id="again", state=Returning.exchange, when="sold_out"),
    Button(Label("order-card-button"), id="refused_order", on_click=on_order),
    footer("refused"),
    state=Returning.refused,
    getter=refused_getter,
)

done_window = Window(
    Block("text"),
    Button(Label("return-open-button"), id="card", on_click=on_card, when="has_return"),
    footer("sent"),
    state=Returning.done,
    getter=done_getter,
)
