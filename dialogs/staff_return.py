"""One return for one of the staff in private: how it stands, saying no, what has come of it."""

from collections.abc import Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.callbacks import ReturnAct
from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, lines
from bot.returns.acts import Act, Task
from bot.returns.cases import look_at_return
from bot.returns.desk import desk_text, label_of, last_steps, offered_of
from bot.returns.machine import Status
from bot.returns.moving import MovedOnError
from bot.returns.pieces import PieceBack
from bot.returns.receiving import receive
from bot.returns.rights import with_right
from bot.returns.verdicts import decline
from bot.returns.wording import Reader as Wording
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, staff_footer, staff_id_of
from dialogs.staff_return_acts import do_act
from dialogs.staff_return_check import check_window, loss_window, why_window
from dialogs.staff_return_exchange import ship_window, topup_window
from dialogs.staff_return_label import label_window
from dialogs.staff_return_late import late_why_window, late_window
from dialogs.staff_return_money import keep_window, settle_window
from dialogs.staff_return_refusal import refusal_window
from dialogs.staff_return_screens import counts_of, done, entry, given_to, return_id_of, sheet_of, wrong_text
from dialogs.states import ReturnDesk
from dialogs.widgets import LONGEST_MESSAGE, LONGEST_NOTICE, Block, Label, Notice, as_id, fit

STATES = {
    Task.DECLINE: ReturnDesk.decline,
    Task.KEEP: ReturnDesk.keep,
    Task.LABEL: ReturnDesk.label,
    Task.RECEIVE: ReturnDesk.receive,
    Task.CHECK: ReturnDesk.check,
    Task.SETTLE: ReturnDesk.settle,
    Task.LATE: ReturnDesk.late,
    Task.TOPUP: ReturnDesk.topup,
}

LONGEST_COUNT = 6


async def card_getter(dialog_manager: DialogManager, reader: Reader, settings: Settings, **_: Any) -> dict[str, Any]:
    sheet = await sheet_of(dialog_manager)
    wording = Wording(reader.locale, reader.tz, settings.shop_name)
    text = desk_text(sheet, await last_steps(sheet.id), wording)
    return {
        "text": fit([text], html(reader.locale, "error-cut"), limit=LONGEST_MESSAGE - LONGEST_NOTICE),
        "offered": [
            {"id": f"{each.value}.{sheet.revision}", "label": label_of(each, sheet, reader.locale)}
            for each in offered_of(sheet)
        ],
    }


async def on_offered(callback: CallbackQuery, _: Any, manager: DialogManager, tapped_id: str) -> None:
    """One tap does it, or the screen opens that asks for the rest; it counts for the return as its button showed it.

    A second tap may have left before the first had drawn the screen anew.
    """
    name, _dot, drawn = tapped_id.partition(".")
    given = given_to(manager)
    if drawn.isdecimal() and int(drawn) != given["seen"]:
        await done(callback, manager, _moved_on(), "rma-moved-on-alert")
        return
    if name in set(Task):
        manager.dialog_data.clear()
        await manager.switch_to(STATES[Task(name)])
        return
    if name not in set(Act):
        return
    tapped = ReturnAct.model_validate({"return_id": return_id_of(manager), "seen": given.pop("seen") or 0, "act": name})
    await done(callback, manager, do_act(tapped, **given), f"rma-{Act(name)}-toast")


async def _moved_on() -> None:
    raise MovedOnError


async def decline_getter(
    dialog_manager: DialogManager, reader: Reader, settings: Settings, clock: Clock, **_: Any
) -> dict[str, Any]:
    """What the customer can do all the same stands there before anybody says no."""
    sheet = await with_right(await sheet_of(dialog_manager), settings=settings, now=clock.now())
    ask, locale = html(reader.locale, "rma-decline-ask", number=sheet.number), reader.locale
    if sheet.right is None:
        return {"text": ask}
    until = sheet.right.until
    told = html(locale, "rma-right-until", day=until) if until else html(locale, "rma-right")
    return {"text": lines([ask, told], "\n\n")}


async def on_decline(message: Message, _: MessageInput, manager: DialogManager) -> None:
    verb = decline(return_id_of(manager), message.text or "", **given_to(manager))
    await done(message, manager, verb, "rma-done-toast")


async def receive_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet, arrived = await sheet_of(dialog_manager), counts_of(dialog_manager, "arrived")
    ask = html(reader.locale, "rma-receive-ask", number=sheet.number)
    typing = [_typing(piece, reader) for piece in _only(sheet.pieces)]
    return {
        "text": lines([wrong_text(dialog_manager, reader), lines([ask, *typing])], "\n\n"),
        "pieces": [
            entry(piece, piece.received + arrived.get(piece.line_id, 0), piece.quantity) for piece in sheet.pieces
        ],
        "some": any(arrived.values()),
        "begun": any(arrived.values()) or sheet.status is Status.PARTIALLY_RECEIVED,
    }


async def on_arrived(_: CallbackQuery, __: Any, manager: DialogManager, line_id: int) -> None:
    """One more of it, and after the last none."""
    arrived = counts_of(manager, "arrived")
    for piece in (await sheet_of(manager)).pieces:
        if piece.line_id == line_id:
            arrived[line_id] = (arrived.get(line_id, 0) + 1) % (piece.quantity - piece.received + 1)
    manager.dialog_data["arrived"] = {str(each): count for each, count in arrived.items()}


async def on_count(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Where there is one item a number is how many are here in all: whoever counts has them all on the table."""
    told = (message.text or "").strip()
    for piece in _only((await sheet_of(manager)).pieces):
        count = int(told[:LONGEST_COUNT]) if told.isdecimal() else 0
        if piece.received < count <= piece.quantity:
            manager.dialog_data["arrived"] = {str(piece.line_id): count - piece.received}
            return
        if count:
            manager.dialog_data["wrong"] = "rma-too-many-alert" if count > piece.quantity else "rma-count-known-alert"
            return
    manager.dialog_data["wrong"] = "rma-tap-please"


async def on_received(callback: CallbackQuery, button: Button, manager: DialogManager) -> None:
    verb = receive(
        return_id_of(manager),
        counts_of(manager, "arrived"),
        is_all=button.widget_id == "no_more",
        **given_to(manager),
    )
    await done(callback, manager, verb, "rma-done-toast")


async def on_start(_: Any, manager: DialogManager) -> None:
    """Opening a return is a look at somebody's data."""
    clock: Clock = manager.middleware_data["clock"]
    await look_at_return(return_id_of(manager), staff_id=staff_id_of(manager), now=clock.now())


def _only(pieces: Sequence[PieceBack]) -> Sequence[PieceBack]:
    """The only item, which a number is about; none where there are more."""
    return pieces if len(pieces) == 1 else ()


def _typing(piece: PieceBack, reader: Reader) -> Markup:
    """What a number counts for: with those that are here already, where some are."""
    key = "rma-receive-total" if piece.received else "rma-receive-count"
    return html(reader.locale, key, count=piece.received)


def back(screen: str) -> SwitchTo:
    return SwitchTo(Label("menu-back-button"), id=f"{screen}_back", state=ReturnDesk.card)


card_window = Window(
    Notice(),
    Block("text"),
    Column(
        Select(
            Format("{item[label]}"),
            id="offered",
            item_id_getter=lambda each: each["id"],
            items="offered",
            on_click=on_offered,
        )
    ),
    staff_footer("rma"),
    state=ReturnDesk.card,
    getter=card_getter,
)

decline_window = Window(
    Block("text"),
    MessageInput(on_decline, content_types=[ContentType.TEXT]),
    back("decline"),
    state=ReturnDesk.decline,
    getter=decline_getter,
)

receive_window = Window(
    Block("text"),
    MessageInput(on_count, content_types=[ContentType.TEXT]),
    Group(
        Select(
            Label("rma-piece-button", "name", "count", "of"),
            id="arrived",
            item_id_getter=lambda each: each["id"],
            items="pieces",
            type_factory=as_id,
            on_click=on_arrived,
        ),
        width=1,
    ),
    Button(Label("rma-received-button"), id="received", on_click=on_received, when="some"),
    Button(Label("rma-no-more-button"), id="no_more", on_click=on_received, when="begun"),
    back("receive"),
    state=ReturnDesk.receive,
    getter=receive_getter,
)


def build() -> Dialog:
    windows = (card_window, decline_window, keep_window, label_window, receive_window)
    money = (check_window, loss_window, refusal_window, why_window, settle_window, topup_window, ship_window)
    late = (late_window, late_why_window)
    return behind_door(*windows, *money, *late, right=Right.ANSWER, on_start=on_start)
