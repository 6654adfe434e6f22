"""What somebody wants for what they send back, what it costs and brings, and the request itself."""

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
from bot.returns.paths import DECLARED, Way
from bot.returns.policies import current_policy
from bot.returns.reasons import DEFECTS, OTHER_ARTICLE_HELPS
from bot.returns.requests import NothingLeftError, WayClosedError
from bot.returns.sending_back import outcomes_for, swaps_of
from bot.returns.swaps import Swap
from bot.returns.together import TooManyOrdersError, ask_together
from bot.returns.wanted import PriceChangedError, SoldOutError, TooDearError
from dialogs.product_text import product_name
from dialogs.returning_draft import Draft, draft_of, kept_drafts, offer_of, said_at_first
from dialogs.returning_more import on_out, others_of, parts_of
from dialogs.returning_swap_text import swap_parts
from dialogs.returning_text import done_text, parcel_text, reason_read, summary_text
from dialogs.states import Order, Returned, Returning
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, Block, Label, T, as_id, fit, footer

CHANGED = (NothingLeftError, WayClosedError, SoldOutError, TooDearError, PriceChangedError, TooManyOrdersError)
# Another article may still be had.
CHOOSE_AGAIN = frozenset({SoldOutError.key, TooDearError.key, PriceChangedError.key})


async def wish_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """Another item is offered where there is one; whoever would like one, or the same, reads that there is none."""
    draft = draft_of(dialog_manager)
    outcomes, has_other = await _outcomes(dialog_manager)
    is_warranty = Way.WARRANTY in (await offer_of(dialog_manager)).ways(draft.chosen)
    return {
        "read": reason_read(draft, profile),
        "outcomes": [{"id": each, "label": plain(profile.locale, f"return-want-{each}")} for each in outcomes],
        "no_other": not has_other and draft.reason in OTHER_ARTICLE_HELPS,
        "no_same": draft.reason in DEFECTS and is_warranty and "replacement" not in outcomes,
    }


async def go_to_wish(manager: DialogManager) -> None:
    """What they want for it, unless they have said so before and can have it."""
    wished = said_at_first(manager, "outcome")
    if wished in {"refund", "replacement"} and wished in (await _outcomes(manager))[0]:
        _choose(manager, wished)
        await manager.switch_to(Returning.summary)
    else:
        await manager.switch_to(Returning.wish)


async def _outcomes(manager: DialogManager) -> tuple[tuple[str, ...], bool]:
    """What can be had, and whether another item is among it or could be."""
    offer, draft = await offer_of(manager), draft_of(manager)
    skus = [line.sku for line in offer.lines if line.id in draft.chosen]
    has_other = bool(await swaps_of(offer, draft.chosen))
    return await outcomes_for(draft.reason, offer.ways(draft.chosen), skus, has_other=has_other), has_other


async def on_outcome(_: CallbackQuery, __: Any, manager: DialogManager, outcome: str) -> None:
    if outcome not in {"refund", "exchange", "credit", "replacement"}:
        return
    _choose(manager, outcome)
    await manager.switch_to(Returning.exchange if outcome == "exchange" else Returning.summary)


async def on_wish_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the pictures and words, where they were asked for."""
    await manager.switch_to(Returning.details if draft_of(manager).wants_details else Returning.reason)


async def exchange_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    """What is in stock at this moment, at which price; without anything the money is one tap away."""
    offer, draft = await offer_of(dialog_manager), draft_of(dialog_manager)
    found = await swaps_of(offer, draft.chosen)
    parts = swap_parts(found, offer, draft, profile)
    return {
        "text": fit(parts, html(profile.locale, "error-cut"), limit=LONGEST_MESSAGE - LONGEST_NOTICE, separator="\n\n"),
        "products": [{"id": each.product.id, "name": product_name(each.product, profile)} for each in found],
    }


async def on_product(_: CallbackQuery, __: Any, manager: DialogManager, product_id: int) -> None:
    found = await swaps_of(await offer_of(manager), draft_of(manager).chosen)
    if swap := next((each for each in found if each.product.id == product_id), None):
        _choose(manager, "exchange", swap)
        await manager.switch_to(Returning.summary)


async def on_money(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _choose(manager, "refund")
    await manager.switch_to(Returning.summary)


def _choose(manager: DialogManager, outcome: str, swap: Swap | None = None) -> None:
    """The price is kept as it was read: nobody agrees to a higher one unseen."""
    data = manager.dialog_data
    data["outcome"] = outcome
    for name in ("exchange_sku", "exchange_price"):
        data.pop(name, None)
    if swap:
        data |= {"exchange_sku": swap.product.sku, "exchange_price": str(swap.price.amount)}


async def summary_getter(
    dialog_manager: DialogManager, profile: Profile, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Everything before it is sent: what it costs and brings, and by which right."""
    kept = bool(kept_drafts(dialog_manager))
    shown = {"kept": kept, "number": (await offer_of(dialog_manager)).order.number}
    try:
        parts = await parts_of(dialog_manager)
    except CHANGED as refusal:
        return shown | {"text": html(profile.locale, refusal.key), "declares": False, "asks": False, "more": False}
    declares, shop = any(part.way in DECLARED for part in parts), settings.shop_name
    return shown | {
        "text": parcel_text(parts, profile, shop=shop) if kept else summary_text(parts[-1], profile, shop=shop),
        "declares": declares,
        "asks": not declares,
        "more": bool(await others_of(dialog_manager, most=1)),
    }


async def on_send(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """What has changed since the screen was drawn is told, with the way back to the order."""
    given = manager.middleware_data
    profile = given["profile"]
    try:
        made = await ask_together(
            [part.draft.wish(part.way) for part in await parts_of(manager)],
            customer_ids=profile.customer_ids,
            chat_id=profile.chat_id,
            locale=profile.locale,
            policy=await current_policy(),
            settings=given["settings"],
            now=given["clock"].now(),
        )
    except CHANGED as refusal:
        _note(manager, refusal)
        await manager.switch_to(Returning.refused)
        return
    manager.dialog_data["return_id"] = made[0].id
    await manager.switch_to(Returning.done)


def _note(manager: DialogManager, refusal: CustomerError) -> None:
    manager.dialog_data["refused"] = refusal.key


async def refused_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    refused = dialog_manager.dialog_data.get("refused") or "return-way-closed"
    return {"text": html(profile.locale, refused), "sold_out": refused in CHOOSE_AGAIN}


async def on_again(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Among other articles; who wanted the same again is asked anew what they want."""
    is_other = draft_of(manager).outcome == "exchange"
    await manager.switch_to(Returning.exchange if is_other else Returning.wish)


async def done_getter(
    dialog_manager: DialogManager, profile: Profile, settings: Settings, clock: Clock, **_: Any
) -> dict[str, Any]:
    return_id = dialog_manager.dialog_data.get("return_id")
    sheet = await read_sheet(return_id, customer_ids=profile.customer_ids) if return_id else None
    text = done_text(sheet, profile, shop=settings.shop_name, at=clock.now())
    return {"text": text, "has_return": sheet is not None}


async def on_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returned.card, {"return_id": manager.dialog_data.get("return_id")})


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    draft: Draft = draft_of(manager)
    await manager.start(Order.card, {"order_id": draft.order_id})


wish_window = Window(
    Block("read"),
    T("return-want-ask"),
    T("return-want-no-other", when="no_other"),
    T("return-want-no-same", when="no_same"),
    Column(
        Select(
            Format("{item[label]}"),
            id="outcome",
            item_id_getter=lambda each: each["id"],
            items="outcomes",
            on_click=on_outcome,
        )
    ),
    Button(Label("menu-back-button"), id="wish_back", on_click=on_wish_back),
    state=Returning.wish,
    getter=wish_getter,
)

exchange_window = Window(
    Block("text"),
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
    SwitchTo(Label("return-more-button"), id="more", state=Returning.more, when="more"),
    Button(Label("return-more-out-button", "number"), id="out", on_click=on_out, when="kept"),
    SwitchTo(Label("menu-back-button"), id="summary_back", state=Returning.wish),
    state=Returning.summary,
    getter=summary_getter,
)

refused_window = Window(
    Block("text"),
    Button(Label("return-again-button"), id="again", on_click=on_again, when="sold_out"),
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
