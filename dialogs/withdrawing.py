"""The withdrawal in two taps: the order card's button, then name, contract and contact to confirm (§ 356a BGB)."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, lines, plain
from bot.returns.cancel_asked import withdraw_and_ask
from bot.returns.first_words import declared_since
from bot.returns.identity import identity_of
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policies import current_policy
from bot.returns.requests import NothingLeftError, WayClosedError
from bot.returns.withdrawing import Withdrawal as Offer
from bot.returns.withdrawing import read_withdrawal
from bot.shop.orders import list_orders
from dialogs.order_buttons import order_column, order_entry
from dialogs.order_declared import marks_of
from dialogs.return_buttons import return_column, return_entry
from dialogs.states import Order, Returned, Returning, Withdrawal
from dialogs.widgets import Block, Label, Notice, footer, go_back, started_with, toast
from dialogs.withdrawing_before import closed_view, holding, made_entries, written_at
from dialogs.withdrawing_choice import ask_text, choice_from, entries, named_at_first, piece_column, with_one_more
from dialogs.withdrawing_rest import alone_view, asked_text, beside_text, is_beside, rest_button
from dialogs.withdrawing_text import confirm_text, done_text, which_text

ORDERS_SEEN = 50


async def which_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Those of the orders that may be meant; without any the screen says what else there is."""
    meant = set(started_with(dialog_manager).get("order_ids") or ())
    today = clock.now().astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_SEEN)
    marks = await marks_of(page.orders)
    entries = [order_entry(order, profile, marks) for order in page.orders if order.id in meant]
    made = [] if entries else await made_entries(profile)
    since = [await _since(dialog_manager, each["id"], profile, settings) for each in entries]
    text = which_text(written_at(dialog_manager), profile, is_any=bool(entries), is_made=bool(made), since=since)
    return {"orders": entries, "text": text, "returns": made}


async def on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    manager.dialog_data["order_id"] = order_id
    await manager.switch_to(Withdrawal.confirm)


async def confirm_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await _offer(dialog_manager, profile, clock, settings)
    if not offer.lines:
        view = await closed_view(offer, profile, is_written=bool(written_at(dialog_manager)))
        return {"open": False, "several": False} | await alone_view(offer, view, profile, clock, settings)
    identity, held_by = await identity_of(offer.order_id, chat_id=profile.chat_id), await holding(offer, profile)
    told: dict[str, Any] = {
        "shop": settings.shop_name,
        "written_at": await _since(dialog_manager, offer.order_id, profile, settings),
    }
    told["rest"] = await beside_text(offer, dialog_manager, profile, clock, settings)
    text = confirm_text(offer, identity, profile, held_by=held_by, **told)
    several = sum(line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines) > 1
    return {"text": text, "open": True, "several": several, "back": False, "rest": False, "returns": []}


async def pieces_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await _offer(dialog_manager, profile, clock, settings)
    return {"pieces": entries(offer, profile.locale), "text": ask_text(offer, dialog_manager, profile)}


async def on_some(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Begin with nothing chosen: whoever wants everything back has just left that. What was named stays."""
    if named_at_first(manager) is None:
        manager.dialog_data["chosen"] = {}
    await manager.switch_to(Withdrawal.pieces)


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the whole order; who has named some of it does not get to more than that."""
    manager.dialog_data.pop("chosen", None)
    await (manager.switch_to(Withdrawal.confirm) if named_at_first(manager) is None else go_back(manager))


async def on_piece(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    """One more of it, and after the last none."""
    given = manager.middleware_data
    offer = await _offer(manager, given["profile"], given["clock"], given["settings"])
    manager.dialog_data["chosen"] = with_one_more(offer, key)


async def on_chosen(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    offer = await _offer(manager, given["profile"], given["clock"], given["settings"])
    if offer.is_any:
        await manager.switch_to(Withdrawal.confirm)
    else:
        await toast(callback, plain(given["profile"].locale, "withdraw-nothing-toast"))


async def on_confirm(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The declaration: from here on it holds, whatever happens to the chat."""
    given = manager.middleware_data
    profile, clock, settings = given["profile"], given["clock"], given["settings"]
    offer = await _offer(manager, profile, clock, settings)
    who = {"customer_ids": profile.customer_ids, "chat_id": profile.chat_id, "locale": profile.locale}
    about = {"settings": settings, "now": clock.now(), "declared_at": written_at(manager)}
    try:
        asks, policy = is_beside(offer, manager), await current_policy()
        made, asked = await withdraw_and_ask(offer.order_id, offer.choice, asks=asks, policy=policy, **who, **about)
    except (NothingLeftError, WayClosedError) as refusal:
        manager.dialog_data["refused"] = refusal.key
        await manager.switch_to(Withdrawal.closed)
        return
    manager.dialog_data["rest"] = asked
    manager.dialog_data["return_ids"] = [made.id, *(each.id for each in made.beside)]
    await manager.switch_to(Withdrawal.done)


async def closed_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    """Something has changed between the two taps: what, and what is possible now."""
    refused = dialog_manager.dialog_data.get("refused")
    words = [html(profile.locale, refused)] if refused else []
    try:
        offer = await _offer(dialog_manager, profile, clock, settings)
    except NotFoundError:
        return {"text": lines(words) or html(profile.locale, "error-not-found"), "back": False, "returns": []}
    shown = await closed_view(offer, profile)
    return shown | {"text": lines([*words, shown["text"]], "\n\n")}


async def done_getter(dialog_manager: DialogManager, profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    """What was made of it: as a rule one return, two where some had left already and some had not."""
    made = dialog_manager.dialog_data.get("return_ids") or ()
    sheets = [await read_sheet(each, customer_ids=profile.customer_ids) for each in made]
    return {
        "text": asked_text(done_text(sheets, profile, shop=settings.shop_name), dialog_manager, profile),
        "has_return": len(sheets) == 1,
        "returns": [return_entry(sheet, profile.locale) for sheet in sheets] if len(sheets) > 1 else [],
    }


async def on_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returned.card, {"return_id": manager.dialog_data["return_ids"][0]})


async def on_send_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returning.pieces, {"order_id": _order_id(manager)})


async def on_to_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": _order_id(manager)})


async def _offer(manager: DialogManager, profile: Profile, clock: Clock, settings: Settings) -> Offer:
    chosen = manager.dialog_data.get("chosen", named_at_first(manager))
    return await read_withdrawal(
        _order_id(manager),
        customer_ids=profile.customer_ids,
        policy=await current_policy(),
        settings=settings,
        now=await _since(manager, _order_id(manager), profile, settings) or clock.now(),
        chosen=None if chosen is None else choice_from(chosen),
    )


async def _since(manager: DialogManager, order_id: int, profile: Profile, settings: Settings) -> datetime | None:
    """When they first wrote that they withdraw from it."""
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "chat_id": profile.chat_id, "settings": settings}
    return await declared_since(order_id, written_at(manager), policy=await current_policy(), **who)


def _order_id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("order_id") or started_with(manager).get("order_id") or 0)


which_window = Window(
    Notice(),
    Block("text"),
    order_column("which", on_order),
    return_column("which_made"),
    footer("which"),
    state=Withdrawal.which,
    getter=which_getter,
)

confirm_window = Window(
    Notice(),
    Block("text"),
    Button(Label("withdraw-confirm-button"), id="confirm", on_click=on_confirm, when="open"),
    return_column("confirm_held"),
    Button(Label("return-start-button"), id="send_back", on_click=on_send_back, when="back"),
    rest_button("confirm"),
    Button(Label("withdraw-some-button"), id="some", on_click=on_some, when="several"),
    Button(Label("order-card-button"), id="order", on_click=on_to_order),
    footer("confirm"),
    state=Withdrawal.confirm,
    getter=confirm_getter,
)

pieces_window = Window(
    Notice(),
    Block("text"),
    piece_column(on_piece),
    Button(Label("withdraw-chosen-button"), id="chosen", on_click=on_chosen),
    Button(Label("menu-back-button"), id="pieces_back", on_click=on_all),
    state=Withdrawal.pieces,
    getter=pieces_getter,
)

closed_window = Window(
    Block("text"),
    return_column("closed_held"),
    Button(Label("return-start-button"), id="closed_send_back", on_click=on_send_back, when="back"),
    Button(Label("order-card-button"), id="closed_order", on_click=on_to_order),
    footer("closed"),
    state=Withdrawal.closed,
    getter=closed_getter,
)

done_window = Window(
    Block("text"),
    Button(Label("return-open-button"), id="card", on_click=on_card, when="has_return"),
    return_column("made"),
    footer("done"),
    state=Withdrawal.done,
    getter=done_getter,
)


def build() -> Dialog:
    return Dialog(which_window, confirm_window, pieces_window, closed_window, done_window)
