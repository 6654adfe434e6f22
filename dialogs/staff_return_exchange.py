"""Another article, or the same again, for a return: what it costs more has been paid, and the parcel it leaves in."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.i18n import html, lines
from bot.returns.acts import ARTICLES
from bot.returns.desk import others
from bot.returns.desk_money import difference
from bot.returns.settling import settle
from bot.returns.surcharge import record_difference
from bot.tickets.wording import Reader
from dialogs.staff_return_screens import done, given_to, return_id_of, sheet_of, wrong_text
from dialogs.states import ReturnDesk
from dialogs.tracking_numbers import number_in
from dialogs.widgets import Block, Label


async def topup_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet = await sheet_of(dialog_manager)
    key = "rma-topup-ask" if sheet.owes else "rma-moved-on-alert"
    ask = html(reader.locale, key, number=sheet.number, total=sheet.owes or sheet.left)
    return {"text": lines([ask, lines(others(sheet, reader.locale))], "\n\n")}


async def on_paid(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """How the money came is kept with who says so."""
    await done(
        message,
        manager,
        record_difference(return_id_of(manager), message.text or "", **given_to(manager)),
        "rma-done-toast",
    )


async def ship_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """What goes out; the number of its parcel reaches the customer."""
    sheet, locale = await sheet_of(dialog_manager), reader.locale
    ask = html(locale, "rma-ship-ask", number=sheet.number)
    what = [*others(sheet, locale), difference(sheet, locale)] if _kind(dialog_manager) == "exchange" else []
    return {"text": lines([wrong_text(dialog_manager, reader), ask, lines(what)], "\n\n")}


async def on_number(message: Message, _: MessageInput, manager: DialogManager) -> None:
    number = number_in((message.text or "").split())
    if number is None:
        manager.dialog_data["wrong"] = "rma-ship-wrong"
        return
    await _ship(message, manager, number)


async def on_no_number(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _ship(callback, manager, None)


async def _ship(event: CallbackQuery | Message, manager: DialogManager, tracking: str | None) -> None:
    verb = settle(return_id_of(manager), _kind(manager), tracking=tracking, **given_to(manager))
    await done(event, manager, verb, "rma-done-toast")


def _kind(manager: DialogManager) -> str:
    kind = manager.dialog_data.get("kind")
    return kind if isinstance(kind, str) and kind in ARTICLES else "exchange"


topup_window = Window(
    Block("text"),
    MessageInput(on_paid, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="topup_back", state=ReturnDesk.card),
    state=ReturnDesk.topup,
    getter=topup_getter,
)

ship_window = Window(
    Block("text"),
    MessageInput(on_number, content_types=[ContentType.TEXT]),
    Button(Label("rma-ship-without-button"), id="no_number", on_click=on_no_number),
    SwitchTo(Label("menu-back-button"), id="ship_back", state=ReturnDesk.settle),
    state=ReturnDesk.ship,
    getter=ship_getter,
)
