"""The withdrawal in two taps: the order card's button, then name, contract and contact to confirm (§ 356a BGB)."""

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
from bot.returns.identity import identity_of
from bot.returns.looking import read_sheet
from bot.returns.paths import Way
from bot.returns.policies import current_policy
from bot.returns.requests import NothingLeftError, WayClosedError
from dialogs.return_buttons import return_column, return_entry
from dialogs.states import Order, Returned, Returning, Withdrawal
from dialogs.widgets import Block, Label, Notice, footer, go_back, started_with, toast
from dialogs.withdrawing_before import closed_view, holding, written_at
from dialogs.withdrawing_choice import (
    ask_text,
    entries,
    everything,
    is_more,
    named_at_first,
    piece_column,
    shown_of,
    with_one_more,
)
from dialogs.withdrawing_offer import order_id_of, read_offer, since_of
from dialogs.withdrawing_rest import alone_view, asked_text, beside_text, is_beside, rest_button
from dialogs.withdrawing_text import confirm_text, done_text
from dialogs.withdrawing_which import which_window


async def confirm_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await read_offer(dialog_manager, profile, clock, settings)
    if not offer.lines:
        view = await closed_view(offer, profile, is_written=bool(written_at(dialog_manager)))
        return {"open": False, "several": False} | await alone_view(offer, view, profile, clock, settings)
    identity, held_by = await identity_of(offer.order_id, chat_id=profile.chat_id), await holding(offer, profile)
    told: dict[str, Any] = {
        "shop": settings.shop_name,
        "written_at": await since_of(dialog_manager, offer.order_id, profile, settings),
    }
    told["rest"] = await beside_text(offer, dialog_manager, profile, clock, settings)
    text = confirm_text(offer, identity, profile, held_by=held_by, **told)
    dialog_manager.dialog_data["shown"] = shown_of(offer)
    several = sum(line.eligibility.most(Way.WITHDRAWAL) for line in offer.lines) > 1
    return {"text": text, "open": True, "several": several, "back": False, "rest": False, "returns": []}


async def pieces_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    offer = await read_offer(dialog_manager, profile, clock, settings)
    is_unclear = named_at_first(dialog_manager) == {} and not offer.is_any
    told = {"pieces": entries(offer, profile.locale), "text": ask_text(offer, dialog_manager, profile)}
    return told | {"unclear": is_unclear}


async def on_some(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Begin with nothing chosen: whoever wants everything back has just left that. What was named stays."""
    if named_at_first(manager) is None:
        manager.dialog_data["chosen"] = {}
    await manager.switch_to(Withdrawal.pieces)


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the whole order; who has named some of it does not get to more than that."""
    manager.dialog_data.pop("chosen", None)
    if named_at_first(manager) is None:
        await manager.switch_to(Withdrawal.confirm)
    else:
        await (manager.switch_to(Withdrawal.which) if "parts" in started_with(manager) else go_back(manager))


async def on_piece(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    """One more of it, and after the last none."""
    given = manager.middleware_data
    offer = await read_offer(manager, given["profile"], given["clock"], given["settings"])
    manager.dialog_data["chosen"] = with_one_more(offer, key)


async def on_everything(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The order after all, where the words have left it open."""
    given = manager.middleware_data
    offer = await read_offer(manager, given["profile"], given["clock"], given["settings"])
    manager.dialog_data["chosen"] = everything(offer)
    await manager.switch_to(Withdrawal.confirm)


async def on_chosen(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    offer = await read_offer(manager, given["profile"], given["clock"], given["settings"])
    if offer.is_any:
        await manager.switch_to(Withdrawal.confirm)
    else:
        await toast(callback, plain(given["profile"].locale, "withdraw-nothing-toast"))


async def on_confirm(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The declaration: from here on it holds, whatever happens to the chat. Never of more than they have seen."""
    given = manager.middleware_data
    profile, clock, settings = given["profile"], given["clock"], given["settings"]
    offer = await read_offer(manager, profile, clock, settings)
    if is_more(offer, manager.dialog_data.get("shown")):
        await toast(callback, plain(profile.locale, "withdraw-more-toast"))
        return
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
        offer = await read_offer(dialog_manager, profile, clock, settings)
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
    await manager.start(Returning.pieces, {"order_id": order_id_of(manager)})


async def on_to_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": order_id_of(manager)})


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
    Button(Label("withdraw-everything-button"), id="everything", on_click=on_everything, when="unclear"),
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
