"""The withdrawal in two taps: the order card's button, then name, contract and contact to confirm (§ 356a BGB)."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, lines, plain
from bot.returns.identity import identity_of
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policies import current_policy
from bot.returns.requests import NothingLeftError, WayClosedError
from bot.returns.withdrawing import Withdrawal as Offer
from bot.returns.withdrawing import read_withdrawal, withdraw
from bot.shop.orders import list_orders
from dialogs.order_buttons import order_column, order_entry
from dialogs.return_buttons import return_column, return_entry
from dialogs.states import Order, Returned, Returning, Withdrawal
from dialogs.widgets import Block, Label, Notice, T, as_id, footer, started_with, toast
from dialogs.withdrawing_text import closed_text, confirm_text, done_text, is_back_open, name_of, which_text

ORDERS_SEEN = 50


async def which_getter(dialog_manager: DialogManager, profile: Profile, clock: Clock, **_: Any) -> dict[str, Any]:
    """Those of the orders that may be meant; without any the screen says what else there is."""
    meant = set(started_with(dialog_manager).get("order_ids") or ())
    today = clock.now().astimezone(profile.tz).date()
    page = await list_orders(profile.customer_ids, today=today, limit=ORDERS_SEEN)
    entries = [order_entry(order, profile) for order in page.orders if order.id in meant]
    return {"orders": entries, "text": which_text(_written_at(dialog_manager), profile, is_any=bool(entries))}


async def on_order(_: CallbackQuery, __: Any, manager: DialogManager, order_id: int) -> None:
    manager.dialog_data["order_id"] = order_id
    await manager.switch_to(Withdrawal.confirm)


async def confirm_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await _offer(dialog_manager, profile, clock, settings)
    if not offer.lines:
        text = closed_text(offer, profile, is_written=_written_at(dialog_manager) is not None)
        return {"text": text, "open": False, "several": False, "back": is_back_open(offer)}
    identity = await identity_of(offer.order_id, chat_id=profile.chat_id)
    text = confirm_text(offer, identity, profile, shop=settings.shop_name, written_at=_written_at(dialog_manager))
    return {
        "text": text,
        "open": True,
        "several": sum(line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines) > 1,
        "back": False,
    }


async def pieces_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await _offer(dialog_manager, profile, clock, settings)
    return {"pieces": [_entry(line, offer) for line in offer.lines]}


def _entry(line: Any, offer: Offer) -> dict[str, Any]:
    chosen, left = offer.chosen.get(line.id, 0), line.eligibility.most(Way.WITHDRAWAL)
    return {"id": line.id, "name": name_of(line), "mark": "☑️" if chosen else "⬜", "chosen": chosen, "left": left}


async def on_some(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Begin with nothing chosen: whoever wants everything back has just left that."""
    manager.dialog_data["chosen"] = {}
    await manager.switch_to(Withdrawal.pieces)


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("chosen", None)


async def on_piece(_: CallbackQuery, __: Any, manager: DialogManager, line_id: int) -> None:
    """One more of it, and after the last none."""
    given = manager.middleware_data
    offer = await _offer(manager, given["profile"], given["clock"], given["settings"])
    left = {line.id: line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines}
    if line_id in left:
        pieces = (offer.chosen.get(line_id, 0) + 1) % (left[line_id] + 1)
        manager.dialog_data["chosen"] = {
            str(each): count for each, count in (dict(offer.chosen) | {line_id: pieces}).items()
        }


async def on_chosen(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    offer = await _offer(manager, given["profile"], given["clock"], given["settings"])
    if offer.chosen:
        await manager.switch_to(Withdrawal.confirm)
    else:
        await toast(callback, plain(given["profile"].locale, "withdraw-nothing-toast"))


async def on_confirm(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The declaration: from here on it holds, whatever happens to the chat."""
    given = manager.middleware_data
    profile, clock, settings = given["profile"], given["clock"], given["settings"]
    offer = await _offer(manager, profile, clock, settings)
    try:
        made = await withdraw(
            offer.order_id,
            offer.chosen,
            customer_ids=profile.customer_ids,
            chat_id=profile.chat_id,
            locale=profile.locale,
            policy=await current_policy(),
            settings=settings,
            now=clock.now(),
            declared_at=_written_at(manager),
        )
    except (NothingLeftError, WayClosedError) as refusal:
        manager.dialog_data["refused"] = refusal.key
        await manager.switch_to(Withdrawal.closed)
        return
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
        return {"text": lines(words) or html(profile.locale, "error-not-found"), "back": False}
    return {"text": lines([*words, closed_text(offer, profile)], "\n\n"), "back": is_back_open(offer)}


async def done_getter(dialog_manager: DialogManager, profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    """What was made of it: as a rule one return, two where some had left already and some had not."""
    ids = dialog_manager.dialog_data.get("return_ids") or ()
    sheets = [await read_sheet(each, customer_ids=profile.customer_ids) for each in ids]
    return {
        "text": done_text(sheets, profile, shop=settings.shop_name),
        "has_return": len(sheets) == 1,
        "returns": [return_entry(sheet, profile.locale) for sheet in sheets] if len(sheets) > 1 else [],
    }


async def on_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    [return_id] = manager.dialog_data["return_ids"]
    await manager.start(Returned.card, {"return_id": return_id})


async def on_send_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returning.pieces, {"order_id": _order_id(manager)})


async def on_to_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": _order_id(manager)})


async def _offer(manager: DialogManager, profile: Profile, clock: Clock, settings: Settings) -> Offer:
    chosen = manager.dialog_data.get("chosen")
    return await read_withdrawal(
        _order_id(manager),
        customer_ids=profile.customer_ids,
        policy=await current_policy(),
        settings=settings,
        now=_written_at(manager) or clock.now(),
        chosen=None if chosen is None else {int(line_id): count for line_id, count in chosen.items()},
    )


def _order_id(manager: DialogManager) -> int:
    chosen = manager.dialog_data.get("order_id") or started_with(manager).get("order_id")
    return chosen if isinstance(chosen, int) else 0


def _written_at(manager: DialogManager) -> datetime | None:
    """When they wrote that they withdraw; we put it there ourselves."""
    told = started_with(manager).get("written_at")
    return datetime.fromisoformat(told) if isinstance(told, str) else None


which_window = Window(
    Notice(),
    Block("text"),
    order_column("which", on_order),
    footer("which"),
    state=Withdrawal.which,
    getter=which_getter,
)

confirm_window = Window(
    Notice(),
    Block("text"),
    Button(Label("withdraw-confirm-button"), id="confirm", on_click=on_confirm, when="open"),
    Button(Label("return-start-button"), id="send_back", on_click=on_send_back, when="back"),
    Button(Label("withdraw-some-button"), id="some", on_click=on_some, when="several"),
    Button(Label("order-card-button"), id="order", on_click=on_to_order),
    footer("confirm"),
    state=Withdrawal.confirm,
    getter=confirm_getter,
)

pieces_window = Window(
    T("withdraw-pieces-ask"),
    Column(
        Select(
            Label("withdraw-piece-button", "mark", "name", "chosen", "left"),
            id="piece",
            item_id_getter=lambda piece: piece["id"],
            items="pieces",
            type_factory=as_id,
            on_click=on_piece,
        )
    ),
    Button(Label("withdraw-chosen-button"), id="chosen", on_click=on_chosen),
    SwitchTo(Label("menu-back-button"), id="pieces_back", state=Withdrawal.confirm, on_click=on_all),
    state=Withdrawal.pieces,
    getter=pieces_getter,
)

closed_window = Window(
    Block("text"),
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
