"""Before anything is sent: cancelling, and asking for another address or other items (TRK-13)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.clock import Clock
from bot.config import Locale, Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines
from bot.returns.changes import WISHES, Changeable, ask_for_change, is_changeable
from bot.returns.declarations import declarations_of
from bot.returns.policies import current_policy
from dialogs.order_declared import declared_text
from dialogs.states import Changing, Order, Returning, Withdrawal
from dialogs.widgets import Block, Label, footer, started_with
from dialogs.withdrawing_rest import ask_rest, rest_of, rest_text


async def menu_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    found = await is_changeable(
        _order_id(dialog_manager),
        customer_ids=profile.customer_ids,
        policy=await current_policy(),
        settings=settings,
        now=clock.now(),
    )
    declared = await declarations_of(_order_id(dialog_manager))
    told = declared_text(declared, profile) if declared.is_whole else _gone(found, profile.locale)
    text = (
        html(profile.locale, "change-ask", number=found.number)
        if found.open
        else lines([html(profile.locale, "order-title", number=found.number), told])
    )
    rest = await rest_of(_order_id(dialog_manager), profile, clock, settings)
    # Without staff in the chat nobody would read it: then the shop's contact stands under help.
    return {
        "text": lines([text, rest_text(rest, profile) if rest.is_waiting else Markup()], "\n\n"),
        "open": found.open and (found.stop or bool(rest.lines)),
        "may_withdraw": found.withdraw and not found.open,
        "may_return": found.is_delivered and found.send_back,
        "staffed": found.open and settings.staff_chat_id is not None,
    }


def _gone(found: Changeable, locale: Locale) -> Markup:
    """Why nothing can be changed, and what can be done instead."""
    if not found.is_delivered:
        return html(locale, "change-gone")
    back = html(locale, "change-delivered-back") if found.send_back else Markup()
    return lines([html(locale, "change-delivered"), back])


async def on_return(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Returning.pieces, {"order_id": _order_id(manager)})


async def on_cancel(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The withdrawal's second step: what has not left is cancelled by it, and everything comes back.

    What the law excludes is asked of the shop beside it, or alone where there is nothing else.
    """
    given, order_id = manager.middleware_data, _order_id(manager)
    profile, settings, now = given["profile"], given["settings"], given["clock"].now()
    who: dict[str, Any] = {"customer_ids": profile.customer_ids, "policy": await current_policy()}
    found = await is_changeable(order_id, settings=settings, now=now, **who)
    if found.stop or not found.open:
        await manager.start(Withdrawal.confirm, {"order_id": order_id, "cancel": True})
        return
    await manager.switch_to(Changing.cancel)


async def cancel_getter(
    dialog_manager: DialogManager, profile: Profile, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    rest = await rest_of(_order_id(dialog_manager), profile, clock, settings)
    return {"text": rest_text(rest, profile) or html(profile.locale, "change-gone"), "rest": bool(rest.lines)}


async def on_ask(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    given = manager.middleware_data
    await ask_rest(_order_id(manager), given["profile"], given["clock"], given["settings"])


async def on_wish(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    manager.dialog_data["wish"] = button.widget_id
    await manager.switch_to(Changing.wish)


async def wish_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    return {"text": html(profile.locale, f"change-write-{_wish(dialog_manager)}")}


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    asked = await ask_for_change(
        _order_id(manager),
        _wish(manager),
        message.text or "",
        customer_ids=profile.customer_ids,
        chat_id=profile.chat_id,
        locale=profile.locale,
        policy=await current_policy(),
        settings=given["settings"],
        now=given["clock"].now(),
    )
    await manager.switch_to(Changing.asked if asked else Changing.menu)


async def asked_getter(profile: Profile, **_: Any) -> dict[str, Any]:
    return {"text": html(profile.locale, "change-asked")}


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Order.card, {"order_id": _order_id(manager)})


def _wish(manager: DialogManager) -> str:
    wish = manager.dialog_data.get("wish")
    return wish if wish in WISHES else WISHES[0]


def _order_id(manager: DialogManager) -> int:
    order_id = started_with(manager).get("order_id")
    return order_id if isinstance(order_id, int) else 0


menu_window = Window(
    Block("text"),
    Button(Label("change-cancel-button"), id="cancel", on_click=on_cancel, when="open"),
    Button(Label("withdraw-button"), id="withdraw", on_click=on_cancel, when="may_withdraw"),
    Button(Label("return-start-button"), id="return", on_click=on_return, when="may_return"),
    Button(Label("change-address-button"), id="address", on_click=on_wish, when="staffed"),
    Button(Label("change-items-button"), id="items", on_click=on_wish, when="staffed"),
    Button(Label("order-card-button"), id="order", on_click=on_order),
    footer("change"),
    state=Changing.menu,
    getter=menu_getter,
)

cancel_window = Window(
    Block("text"),
    Button(Label("change-rest-button"), id="rest", on_click=on_ask, when="rest"),
    Button(Label("order-card-button"), id="cancel_order", on_click=on_order),
    footer("cancel"),
    state=Changing.cancel,
    getter=cancel_getter,
)

wish_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="wish_back", state=Changing.menu),
    state=Changing.wish,
    getter=wish_getter,
)

asked_window = Window(
    Block("text"),
    Button(Label("order-card-button"), id="asked_order", on_click=on_order),
    footer("asked"),
    state=Changing.asked,
    getter=asked_getter,
)


def build() -> Dialog:
    return Dialog(menu_window, cancel_window, wish_window, asked_window)
