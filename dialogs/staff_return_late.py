"""Pieces that came after the end: which, whether they are as they should be, and why that is booked."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.i18n import html, lines
from bot.returns.late import book_late
from bot.tickets.wording import Reader
from dialogs.staff_return_refusal import because_of, to_why
from dialogs.staff_return_screens import counts_of, done, entry, given_to, return_id_of, sheet_of, wrong_text
from dialogs.states import ReturnDesk
from dialogs.widgets import Block, Label, as_id


async def late_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """What was still to come; of the only piece that was, there is no doubt."""
    sheet = await sheet_of(dialog_manager)
    if sum(sheet.outstanding.values()) == 1 and "late" not in dialog_manager.dialog_data:
        dialog_manager.dialog_data["late"] = {str(line): 1 for line in sheet.outstanding}
    came = counts_of(dialog_manager, "late")
    ask = html(reader.locale, "rma-late-ask", number=sheet.number)
    return {
        "text": lines([wrong_text(dialog_manager, reader), ask], "\n\n"),
        "pieces": [
            entry(piece, came.get(piece.line_id, 0), sheet.outstanding[piece.line_id])
            for piece in sheet.pieces
            if piece.line_id in sheet.outstanding
        ],
        "some": any(came.values()),
    }


async def on_late(_: CallbackQuery, __: Any, manager: DialogManager, line_id: int) -> None:
    """One more of it, and after the last none."""
    came, most = counts_of(manager, "late"), (await sheet_of(manager)).outstanding
    if line_id in most:
        came[line_id] = (came.get(line_id, 0) + 1) % (most[line_id] + 1)
        manager.dialog_data["late"] = {str(each): count for each, count in came.items()}


async def on_tap_please(_: Message, __: MessageInput, manager: DialogManager) -> None:
    manager.dialog_data["wrong"] = "rma-tap-please"


async def on_judged(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    is_fine = button.widget_id == "late_fine"
    manager.dialog_data["fine"] = is_fine
    await (manager.switch_to(ReturnDesk.late_why) if is_fine else to_why(manager, "late"))


async def late_why_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    key = "rma-late-why" if dialog_manager.dialog_data.get("fine") else "rma-late-why-back"
    return {"text": html(reader.locale, key, number=(await sheet_of(dialog_manager)).number)}


async def on_late_why(message: Message, _: MessageInput, manager: DialogManager) -> None:
    verb = book_late(
        return_id_of(manager),
        {line: count for line, count in counts_of(manager, "late").items() if count},
        why=message.text or "",
        is_fine=bool(manager.dialog_data.get("fine")),
        because=because_of(manager),
        **given_to(manager),
    )
    await done(message, manager, verb, "rma-done-toast")


late_window = Window(
    Block("text"),
    MessageInput(on_tap_please, content_types=[ContentType.TEXT]),
    Column(
        Select(
            Label("rma-piece-button", "name", "count", "of"),
            id="late",
            item_id_getter=lambda each: each["id"],
            items="pieces",
            type_factory=as_id,
            on_click=on_late,
        )
    ),
    Button(Label("rma-late-fine-button"), id="late_fine", on_click=on_judged, when="some"),
    Button(Label("rma-late-not-button"), id="late_not", on_click=on_judged, when="some"),
    SwitchTo(Label("menu-back-button"), id="late_back", state=ReturnDesk.card),
    state=ReturnDesk.late,
    getter=late_getter,
)

late_why_window = Window(
    Block("text"),
    MessageInput(on_late_why, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="late_why_back", state=ReturnDesk.late),
    state=ReturnDesk.late_why,
    getter=late_why_getter,
)
