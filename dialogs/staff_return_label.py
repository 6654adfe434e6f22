"""The label of a return, from one of the staff: an address, a number or a file, looked at once more before it goes."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.i18n import Markup, html, lines
from bot.returns.label import LabelFile
from bot.returns.labels import NewLabel
from bot.returns.machine import Actor, Status
from bot.returns.policies import current_policy
from bot.returns.together import replace_one_label, send_one_label, without_one_label
from bot.shop.reading import web_address
from bot.tickets.wording import Reader
from dialogs.staff_return_screens import done, given_to, return_id_of, sheet_of
from dialogs.states import ReturnDesk
from dialogs.tracking_numbers import number_in
from dialogs.widgets import Block, Label
from dialogs.written import words_of


async def label_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet, locale = await sheet_of(dialog_manager), reader.locale
    wrong = html(locale, "rma-label-wrong") if dialog_manager.dialog_data.pop("wrong", False) else Markup()
    label = _label(dialog_manager)
    has_one = sheet.status is Status.LABEL_SENT
    ask = html(locale, "rma-label-ask", number=sheet.number)
    void = html(locale, "rma-relabel-told") if has_one else Markup()
    if label is None:
        return {"text": lines([wrong, ask, void], "\n\n"), "is_ready": False, "is_first": not has_one}
    title = html(locale, "rma-label-title", number=sheet.number)
    told = [
        html(locale, "rma-label-url", url=label.url) if label.url else Markup(),
        html(locale, "rma-label-number", code=label.code) if label.code else Markup(),
        html(locale, "rma-label-file") if label.file else Markup(),
    ]
    text = [wrong, lines([title, *told]), void, html(locale, "rma-label-confirm")]
    return {"text": lines(text, "\n\n"), "is_ready": True, "is_first": False}


async def on_label(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """What is told is kept until it is sent; something new of a kind takes the place of the old."""
    found = {name: told for name, told in _told(message).items() if told}
    manager.dialog_data["wrong"] = not found
    manager.dialog_data["label"] = {**(manager.dialog_data.get("label") or {}), **found}


async def on_send(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    label = _label(manager)
    if label is None:
        return
    policy, return_id = await current_policy(), return_id_of(manager)
    if (await sheet_of(manager)).status is Status.LABEL_SENT:
        await done(
            callback, manager, replace_one_label(return_id, label, policy=policy, **given_to(manager)), "rma-done-toast"
        )
        return
    verb = send_one_label(return_id, label, by=Actor.STAFF, policy=policy, **given_to(manager))
    await done(callback, manager, verb, "rma-done-toast")


async def on_again(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("label", None)


async def on_itself(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    verb = without_one_label(return_id_of(manager), policy=await current_policy(), **given_to(manager))
    await done(callback, manager, verb, "rma-done-toast")


def _told(message: Message) -> dict[str, Any]:
    words = words_of(message).split()
    url = next((address for word in words if (address := web_address(word))), None)
    file = {"id": message.document.file_id, "kind": "document"} if message.document else None
    if message.photo:
        file = {"id": message.photo[-1].file_id, "kind": "photo"}
    return {"url": url, "code": number_in([word for word in words if word != url]), "file": file}


def _label(manager: DialogManager) -> NewLabel | None:
    told = manager.dialog_data.get("label")
    if not told:
        return None
    number, file = told.get("code"), told.get("file")
    kept = LabelFile(file["id"], file["kind"]) if file else None
    return NewLabel(url=told.get("url"), code=number, tracking_number=number, file=kept)


label_window = Window(
    Block("text"),
    MessageInput(on_label, content_types=[ContentType.TEXT, ContentType.DOCUMENT, ContentType.PHOTO]),
    Button(Label("rma-label-send-button"), id="send_label", on_click=on_send, when="is_ready"),
    Button(Label("rma-label-again-button"), id="label_again", on_click=on_again, when="is_ready"),
    Button(Label("rma-label-itself-button"), id="itself", on_click=on_itself, when="is_first"),
    SwitchTo(Label("menu-back-button"), id="label_back", state=ReturnDesk.card),
    state=ReturnDesk.label,
    getter=label_getter,
)
