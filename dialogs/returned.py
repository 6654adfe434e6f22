"""Returns under way: the list, one with everything that can be done about it, cancelling it, adding a photo."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.returns.adding import add_photo, add_words
from bot.returns.given import may_go_again
from bot.returns.looking import list_returns, read_sheet
from bot.returns.machine import Step
from bot.returns.moving import MovedOnError, cancel
from bot.returns.news import send_receipt
from bot.returns.paths import Way
from bot.returns.photos import EnoughPhotosError
from bot.returns.policies import current_policy
from bot.returns.rethinkable import may_rethink
from bot.returns.rights import with_right
from bot.returns.sheet import ReturnSheet
from bot.returns.together import tell_parcel_sent
from bot.returns.unsaid import take_back_sent, told_sent_at
from bot.returns.wording import Reader, card_text
from bot.shop.reading import web_address
from dialogs.photos import TooLargeError, is_rest_of_album, photo_of
from dialogs.return_buttons import return_column, return_entry
from dialogs.returned_money import money_button, money_window
from dialogs.returned_more import more_buttons, more_of
from dialogs.states import Order, Returned, Returning
from dialogs.widgets import (
    LONGEST_MESSAGE,
    LONGEST_NOTICE,
    Block,
    Label,
    Notice,
    T,
    fit,
    footer,
    shorten,
    started_with,
    toast,
)
from dialogs.withdrawing_kept import kept_button, kept_view
from dialogs.written import words_of

LONGEST_SHOWN = 200


async def list_getter(profile: Profile, settings: Settings, **_: Any) -> dict[str, Any]:
    sheets = await list_returns(profile.customer_ids)
    returns = {"returns": [return_entry(sheet, profile.locale) for sheet in sheets]}
    return returns | await kept_view(profile, settings)


async def card_getter(
    dialog_manager: DialogManager, profile: Profile, settings: Settings, clock: Clock, **_: Any
) -> dict[str, Any]:
    now, locale = clock.now(), profile.locale
    sheet = await with_right(await _sheet(dialog_manager, profile), settings=settings, now=now)
    parts = [card_text(sheet, Reader(locale, profile.tz, settings.shop_name, now.astimezone(profile.tz).date()))]
    if sheet.photos:
        parts.append(html(locale, "return-photos", count=sheet.photos))
    return {
        "text": fit(parts, html(locale, "error-cut"), limit=LONGEST_MESSAGE - LONGEST_NOTICE, separator="\n\n"),
        "label": web_address(sheet.label.url if sheet.label else None) if sheet.is_open else None,
        # The shop has been told to stop an order; whoever wants it after all talks to somebody.
        "may_cancel": sheet.may_be_cancelled and sheet.way is not Way.CANCEL,
        "to_send": sheet.step is Step.CUSTOMER_SENDS,
        "told_sent": await told_sent_at(sheet.id) is not None,
        "open": sheet.is_open,
        "declared": sheet.is_declared,
        "may_rethink": may_rethink(sheet),
        **more_of(sheet),
        "given": await may_go_again(
            sheet.id, sheet.order_id, policy=await current_policy(), **_by_them(dialog_manager)
        ),
    }


async def on_give_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    sheet = await _sheet(manager, manager.middleware_data["profile"])
    await manager.start(Returning.pieces, {"order_id": sheet.order_id, "follows": sheet.id})


async def on_receipt(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The file comes as a message of its own; the screen stays."""
    given, profile = manager.middleware_data, manager.middleware_data["profile"]
    await send_receipt(
        _return_id(manager),
        chat_id=profile.chat_id,
        customer_ids=profile.customer_ids,
        settings=given["settings"],
        now=given["clock"].now(),
    )
    await toast(callback, plain(profile.locale, "return-receipt-toast"))


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    sheet = await _sheet(manager, manager.middleware_data["profile"])
    await manager.start(Order.card, {"order_id": sheet.order_id})


async def cancel_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    sheet = await _sheet(dialog_manager, profile)
    key = "return-cancel-ask-declared" if sheet.is_declared else "return-cancel-ask"
    return {"text": html(profile.locale, key, number=sheet.number)}


async def on_cancel(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """What has left meanwhile can no longer be taken back; the card tells where it stands."""
    profile = manager.middleware_data["profile"]
    try:
        await cancel(_return_id(manager), **_by_them(manager))
    except MovedOnError:
        await toast(callback, plain(profile.locale, "return-moved-on-alert"), alert=True)
    await manager.switch_to(Returned.card)


async def sent_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    sheet = await _sheet(dialog_manager, profile)
    return {"text": html(profile.locale, "return-sent-ask", number=sheet.number)}


async def on_sent(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """What a scan or somebody else has told meanwhile stands on the card."""
    with suppress(MovedOnError):
        await tell_parcel_sent(_return_id(manager), **_by_them(manager))
    await manager.switch_to(Returned.card)


async def on_not_sent(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Said by mistake; what a carrier has scanned meanwhile is on its way."""
    profile = manager.middleware_data["profile"]
    try:
        await take_back_sent(_return_id(manager), **_by_them(manager))
    except MovedOnError:
        await toast(callback, plain(profile.locale, "return-moved-on-alert"), alert=True)


async def photo_getter(dialog_manager: DialogManager, profile: Profile, **_: Any) -> dict[str, Any]:
    sheet = await _sheet(dialog_manager, profile)
    refused = dialog_manager.dialog_data.pop("refused", None)
    kept = html(profile.locale, "return-photos", count=sheet.photos) if sheet.photos else Markup()
    asked = html(profile.locale, refused) if refused else html(profile.locale, "return-photo-ask")
    noted = (sheet.note or "").splitlines()[-1:] if dialog_manager.dialog_data.get("noted") else []
    said = [html(profile.locale, "return-noted", note=shorten(words, LONGEST_SHOWN)) for words in noted]
    return {"text": lines([asked, lines([kept, *said])], "\n\n")}


async def on_photo(message: Message, _: MessageInput | None, manager: DialogManager) -> None:
    """Of an album every picture is kept, and one answer is enough; words are kept, too, alone or below a picture."""
    by_them = _by_them(manager)
    if is_rest_of_album(message, manager.dialog_data.get("album")):
        manager.show_mode = ShowMode.EDIT
    manager.dialog_data["album"] = message.media_group_id
    if words := words_of(message).strip():
        await add_words(_return_id(manager), words, **by_them)
        manager.dialog_data["noted"] = True
    try:
        photo = photo_of(message)
        if photo is not None:
            await add_photo(_return_id(manager), replace(photo, words=words), **by_them)
        elif not words:
            manager.dialog_data["refused"] = "return-photo-only"
    except (TooLargeError, EnoughPhotosError) as refusal:
        manager.dialog_data["refused"] = refusal.key


async def _sheet(manager: DialogManager, profile: Profile) -> ReturnSheet:
    return await read_sheet(_return_id(manager), customer_ids=profile.customer_ids)


def _by_them(manager: DialogManager) -> dict[str, Any]:
    given = manager.middleware_data
    owned = given["profile"].customer_ids
    return {"customer_ids": owned, "settings": given["settings"], "now": given["clock"].now()}


def _return_id(manager: DialogManager) -> int:
    return_id = started_with(manager).get("return_id")
    return return_id if isinstance(return_id, int) else 0


list_window = Window(
    Notice(),
    T("return-list", when="returns"),
    T("return-list-none", when=lambda data, *_: not data["returns"] and not data["has_kept"]),
    Block("kept"),
    kept_button("returns"),
    return_column("return"),
    footer("returns"),
    state=Returned.list,
    getter=list_getter,
)

card_window = Window(
    Notice(),
    Block("text"),
    Url(Label("return-label-button"), Format("{label}"), when="label"),
    more_buttons(),
    Button(Label("withdraw-paper-button"), id="receipt", on_click=on_receipt, when="declared"),
    SwitchTo(Label("return-sent-button"), id="sent", state=Returned.sent, when="to_send"),
    Button(Label("return-unsent-button"), id="unsent", on_click=on_not_sent, when="told_sent"),
    SwitchTo(Label("return-photo-button"), id="photo", state=Returned.photo, when="open"),
    SwitchTo(Label("return-cancel-button"), id="cancel", state=Returned.cancel, when="may_cancel"),
    money_button(),
    Button(Label("return-given-button"), id="given", on_click=on_give_back, when="given"),
    Button(Label("order-card-button"), id="order", on_click=on_order),
    footer("return"),
    state=Returned.card,
    getter=card_getter,
)

cancel_window = Window(
    Block("text"),
    Button(Label("return-cancel-yes-button"), id="yes", on_click=on_cancel),
    SwitchTo(Label("menu-back-button"), id="keep", state=Returned.card),
    state=Returned.cancel,
    getter=cancel_getter,
)

sent_window = Window(
    Block("text"),
    Button(Label("return-sent-yes-button"), id="yes_sent", on_click=on_sent),
    SwitchTo(Label("menu-back-button"), id="not_yet", state=Returned.card),
    state=Returned.sent,
    getter=sent_getter,
)

photo_window = Window(
    Block("text"),
    MessageInput(on_photo, content_types=[ContentType.ANY]),
    SwitchTo(Label("return-photo-done-button"), id="done", state=Returned.card),
    state=Returned.photo,
    getter=photo_getter,
)


def build() -> Dialog:
    return Dialog(list_window, card_window, cancel_window, sent_window, photo_window, money_window)
