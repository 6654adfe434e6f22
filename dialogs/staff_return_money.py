"""What came back brings something: the screen of the staff that gives it."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column, SwitchTo

from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.acts import MONEY, is_ready, kinds_of
from bot.returns.desk import others
from bot.returns.desk_money import difference
from bot.returns.moving import LONGEST_WHY
from bot.returns.settling import settle
from bot.returns.sheet import ReturnSheet
from bot.returns.verdicts import NoReasonError, approve_without_return
from bot.tickets.wording import Reader
from dialogs.staff_return_screens import (
    amount_of,
    done,
    given_to,
    keep_amount,
    return_id_of,
    sheet_of,
    wrong_text,
)
from dialogs.states import ReturnDesk
from dialogs.widgets import Block, Label, choices


async def settle_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """Everything that can be given for it, with the sum that would go."""
    sheet, locale = await sheet_of(dialog_manager), reader.locale
    left, brought = sheet.payable, sheet.brought
    amount = Money(amount_of(dialog_manager, "amount") or brought.amount, left.currency)
    dialog_manager.dialog_data["shown"] = str(amount.amount)
    early = Markup() if is_ready(sheet) else html(locale, "rma-settle-early")
    part = html(locale, "rma-settle-part", total=brought) if brought != left else Markup()
    ask = html(locale, _ask(sheet), number=sheet.number, total=left if left.amount else sheet.off_bill)
    other = lines([*others(sheet, locale), difference(sheet, locale)])
    return {
        "text": lines([wrong_text(dialog_manager, reader), lines([ask, part]), other, early], "\n\n"),
        "kinds": [
            {"id": kind, "label": plain(locale, _label(kind, left), total=amount)}
            for kind in kinds_of(sheet)
            if sheet.is_accepted and (left.amount or kind not in MONEY or (kind == "refund" and is_ready(sheet)))
        ],
    }


def _ask(sheet: ReturnSheet) -> str:
    if sheet.payable.amount:
        return "rma-settle-ask"
    return "rma-settle-owed" if sheet.off_bill.amount else "rma-settle-nothing"


def _label(kind: str, left: Money) -> str:
    """Where there is no money to give it is only closed."""
    return f"rma-{kind}-button" if left.amount or kind not in MONEY else "rma-settle-none-button"


async def on_amount(message: Message, _: MessageInput, manager: DialogManager) -> None:
    left = (await sheet_of(manager)).payable
    keep_amount(message, manager, "amount", most=left, too_much="rma-too-much-alert")


async def on_settle(callback: CallbackQuery, _: Any, manager: DialogManager, kind: str) -> None:
    """What goes is what the button said; when that is more than is left by now, nothing does."""
    if kind not in MONEY:
        manager.dialog_data["kind"] = kind
        await manager.switch_to(ReturnDesk.ship)
        return
    if not is_ready(await sheet_of(manager)):
        manager.dialog_data["early"] = kind
        await manager.switch_to(ReturnDesk.keep)
        return
    verb = settle(return_id_of(manager), kind, amount=amount_of(manager, "shown"), **given_to(manager))
    await done(callback, manager, verb, "rma-done-toast")


async def keep_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """Money before the goods, or without them, is given for a reason that is kept."""
    sheet, is_early = await sheet_of(dialog_manager), "early" in dialog_manager.dialog_data
    ask = html(reader.locale, "rma-early-why" if is_early else "rma-keep-why", number=sheet.number)
    return {"text": lines([wrong_text(dialog_manager, reader), ask], "\n\n")}


async def on_keep_why(message: Message, _: MessageInput, manager: DialogManager) -> None:
    return_id, why, kind = return_id_of(manager), (message.text or "").strip(), manager.dialog_data.get("early")
    if not any(map(str.isalpha, why)):
        manager.dialog_data["wrong"] = NoReasonError.key
        return
    given: dict[str, Any] = given_to(manager) | {"why": why[:LONGEST_WHY]}
    paid = settle(return_id, str(kind), amount=amount_of(manager, "shown"), **given) if kind else None
    await done(message, manager, paid or approve_without_return(return_id, **given), "rma-done-toast")


keep_window = Window(
    Block("text"),
    MessageInput(on_keep_why, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="keep_back", state=ReturnDesk.card),
    state=ReturnDesk.keep,
    getter=keep_getter,
)

settle_window = Window(
    Block("text"),
    MessageInput(on_amount, content_types=[ContentType.TEXT]),
    Column(choices("kind", "kinds", on_settle)),
    SwitchTo(Label("menu-back-button"), id="settle_back", state=ReturnDesk.card),
    state=ReturnDesk.settle,
    getter=settle_getter,
)
