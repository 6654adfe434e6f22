"""Writing in a case from the private chat: answers that go to the customer, notes that stay among the staff."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.config import Locale
from bot.i18n import Markup, html, plain
from bot.outbox.receipts import Receipt
from bot.staff.roles import Right
from bot.tickets.messages import Written
from bot.tickets.replies import note, reply
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, case_id_of, reader_of, staff_id_of
from dialogs.states import Writing
from dialogs.widgets import Block, Label, go_back
from dialogs.written import as_written, command_in, kind_of

REFUSALS = {"closed": "staff-not-sent-closed", "no_chat": "staff-not-sent-no-chat"}


async def reply_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": html(reader.locale, "desk-reply-ask", id=str(case_id_of(dialog_manager)))}


async def note_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": html(reader.locale, "desk-note-ask", id=str(case_id_of(dialog_manager)))}


async def on_reply(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Everything written goes to the customer, until they tap the button; what became of it is told below it.

    What looks like a command never goes to a customer.
    """
    manager.show_mode = ShowMode.NO_UPDATE
    locale, written = reader_of(manager).locale, as_written(message)
    if written is None or command_in(message):
        manager.dialog_data["refused_album"] = message.media_group_id
        await message.reply(_refusal(message, written, locale))
        return
    if written.album and written.album == manager.dialog_data.get("refused_album"):
        return
    receipt = None if _is_rest_of_album(message, manager) else await _promise(message, manager)
    # Its own number means nothing in the staff chat, where others have the same.
    mine = Written(written.kind, written.text, None, written.file_id, written.album)
    given = manager.middleware_data
    outcome = await reply(
        case_id_of(manager),
        mine,
        staff_id=staff_id_of(manager),
        settings=given["settings"],
        now=given["clock"].now(),
        receipt=receipt,
    )
    if receipt and outcome in REFUSALS:
        await message.reply(html(locale, REFUSALS[outcome]))


def _refusal(message: Message, written: Written | None, locale: Locale) -> Markup:
    if written is None:
        return html(locale, "staff-not-sent-kind", kind=plain(locale, kind_of(message)))
    return html(locale, "desk-not-sent-command")


async def on_note(message: Message, _: MessageInput, manager: DialogManager) -> None:
    given = manager.middleware_data
    written = Written("text", (message.text or "").strip())
    await note(
        case_id_of(manager),
        written,
        staff_id=staff_id_of(manager),
        settings=given["settings"],
        now=given["clock"].now(),
    )
    await go_back(manager)


async def on_done(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """What was written stands below the screen by now, so the case comes below that."""
    manager.show_mode = ShowMode.SEND
    await go_back(manager)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_back(manager)


async def _promise(message: Message, manager: DialogManager) -> Receipt:
    """A line that turns into ✓, or ✗ with the reason."""
    locale = reader_of(manager).locale
    line = await message.reply(html(locale, "desk-reply-sending"))
    return Receipt(message.chat.id, line.message_id, locale)


def _is_rest_of_album(message: Message, manager: DialogManager) -> bool:
    album, before = message.media_group_id, manager.dialog_data.get("album")
    manager.dialog_data["album"] = album
    return album is not None and album == before


reply_window = Window(
    Block("text"),
    MessageInput(on_reply, content_types=[ContentType.ANY]),
    Button(Label("desk-done-button"), id="reply_done", on_click=on_done),
    state=Writing.reply,
    getter=reply_getter,
)

note_window = Window(
    Block("text"),
    MessageInput(on_note, content_types=[ContentType.TEXT]),
    Button(Label("menu-back-button"), id="note_back", on_click=on_back),
    state=Writing.note,
    getter=note_getter,
)


def build() -> Dialog:
    return behind_door(reply_window, note_window, right=Right.ANSWER)
