"""What came back is checked, and what it brings is given: the screens of the staff for both."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.acts import is_ready, kinds_of
from bot.returns.amounts import read_amount
from bot.returns.deciding import may_reduce
from bot.returns.desk import difference, others
from bot.returns.pieces import PieceBack
from bot.returns.policies import current_policy, terms_of_order
from bot.returns.receiving import Finding, check
from bot.returns.settling import left_to_give, settle
from bot.returns.sheet import ReturnSheet
from bot.tickets.wording import Reader
from dialogs.staff_return_screens import counts_of, done, entry, given_to, return_id_of, sheet_of, wrong_text
from dialogs.states import ReturnDesk
from dialogs.widgets import Block, Label, as_id


async def check_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet, refused = await sheet_of(dialog_manager), counts_of(dialog_manager, "refused")
    locale, loss = reader.locale, _amount(dialog_manager, "loss")
    reducible = may_reduce(sheet.way, await terms_of_order(sheet.order_id, await current_policy()))
    told = Markup() if reducible else html(locale, "rma-check-no-loss")
    if loss:
        told = html(locale, "rma-check-loss", total=Money(loss, sheet.goods.currency))
    return {
        "text": lines(
            [wrong_text(dialog_manager, reader), html(locale, "rma-check-ask", number=sheet.number), told], "\n\n"
        ),
        "pieces": [
            entry(piece, _came(piece, sheet) - refused.get(piece.line_id, 0), piece.quantity) for piece in sheet.pieces
        ],
        "reducible": reducible,
    }


async def on_refused(_: CallbackQuery, __: Any, manager: DialogManager, line_id: int) -> None:
    """One less that is accepted, and after none all of them."""
    sheet, refused = await sheet_of(manager), counts_of(manager, "refused")
    for piece in sheet.pieces:
        if piece.line_id == line_id:
            refused[line_id] = (refused.get(line_id, 0) + 1) % (_came(piece, sheet) + 1)
    manager.dialog_data["refused"] = {str(each): count for each, count in refused.items()}


async def on_words(_: Message, __: MessageInput, manager: DialogManager) -> None:
    """Pieces are counted by taps."""
    manager.dialog_data["wrong"] = "rma-tap-please"


async def loss_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": lines([wrong_text(dialog_manager, reader), html(reader.locale, "rma-loss-ask")], "\n\n")}


async def on_loss(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """No more than the goods are worth, as far as they are accepted; nothing takes it back."""
    sheet = await sheet_of(manager)
    refused = counts_of(manager, "refused")
    accepted = [replace(each, accepted=_came(each, sheet) - refused.get(each.line_id, 0)) for each in sheet.pieces]
    worth = replace(sheet, pieces=tuple(accepted)).worth
    if _keep_amount(message, manager, "loss", most=worth, too_much="rma-loss-too-much-alert"):
        await manager.switch_to(ReturnDesk.check)


async def on_checked(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Whoever accepts or pays less says why."""
    sheet = await sheet_of(manager)
    is_short = any(_came(piece, sheet) < piece.quantity for piece in sheet.pieces)
    if is_short or any(counts_of(manager, "refused").values()) or _amount(manager, "loss"):
        await manager.switch_to(ReturnDesk.why)
    else:
        await _check(callback, manager, None)


async def why_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": html(reader.locale, "rma-why-ask", number=(await sheet_of(dialog_manager)).number)}


async def on_why(message: Message, _: MessageInput, manager: DialogManager) -> None:
    await _check(message, manager, message.text)


async def _check(event: CallbackQuery | Message, manager: DialogManager, why: str | None) -> None:
    given, sheet = given_to(manager), await sheet_of(manager)
    refused = counts_of(manager, "refused")
    accepted = {piece.line_id: _came(piece, sheet) - refused.get(piece.line_id, 0) for piece in sheet.pieces}
    finding = Finding(accepted, _amount(manager, "loss") or Decimal(), why)
    verb = check(return_id_of(manager), finding, policy=await current_policy(), **given)
    await done(event, manager, verb, "rma-fine-toast")


async def settle_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """Everything that can be given for it, with the sum that would go."""
    sheet, locale = await sheet_of(dialog_manager), reader.locale
    left = await left_to_give(sheet)
    amount = Money(_amount(dialog_manager, "amount") or left.amount, left.currency)
    dialog_manager.dialog_data["shown"] = str(amount.amount)
    early = Markup() if is_ready(sheet) else html(locale, "rma-settle-early")
    ask = html(locale, "rma-settle-ask" if left.amount else "rma-settle-nothing", number=sheet.number, total=left)
    other = lines([*others(sheet, locale), difference(sheet, locale)])
    return {
        "text": lines([wrong_text(dialog_manager, reader), ask, other, early], "\n\n"),
        "kinds": [
            {"id": kind, "label": plain(locale, f"rma-{kind}-button", total=amount)}
            for kind in kinds_of(sheet)
            if sheet.is_accepted
        ],
    }


async def on_amount(message: Message, _: MessageInput, manager: DialogManager) -> None:
    left = await left_to_give(await sheet_of(manager))
    _keep_amount(message, manager, "amount", most=left, too_much="rma-too-much-alert")


async def on_settle(callback: CallbackQuery, _: Any, manager: DialogManager, kind: str) -> None:
    """What goes is what the button said; when that is more than is left by now, nothing does."""
    verb = settle(return_id_of(manager), kind, amount=_amount(manager, "shown"), **given_to(manager))
    await done(callback, manager, verb, "rma-done-toast")


def _came(piece: PieceBack, sheet: ReturnSheet) -> int:
    """Where a carrier's scan alone told of it, nobody has counted yet."""
    return piece.received if any(each.received for each in sheet.pieces) else piece.quantity


def _keep_amount(message: Message, manager: DialogManager, name: str, *, most: Money, too_much: str) -> bool:
    """Keep a typed sum; whatever is none, or too much, leaves none and is asked for again."""
    told = read_amount(message.text or "", most.currency)
    is_too_much = told is not None and told > most.amount
    manager.dialog_data.pop(name, None)
    if told is None or is_too_much or (name == "amount" and not told):
        manager.dialog_data["wrong"] = too_much if is_too_much else "rma-amount-wrong"
        return False
    manager.dialog_data[name] = str(told)
    return True


def _amount(manager: DialogManager, name: str) -> Decimal | None:
    told = manager.dialog_data.get(name)
    return Decimal(told) if isinstance(told, str) else None


check_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Column(
        Select(
            Label("rma-piece-button", "name", "count", "of"),
            id="refused",
            item_id_getter=lambda each: each["id"],
            items="pieces",
            type_factory=as_id,
            on_click=on_refused,
        )
    ),
    SwitchTo(Label("rma-loss-button"), id="to_loss", state=ReturnDesk.loss, when="reducible"),
    Button(Label("rma-checked-button"), id="checked", on_click=on_checked),
    SwitchTo(Label("menu-back-button"), id="check_back", state=ReturnDesk.card),
    state=ReturnDesk.check,
    getter=check_getter,
)

loss_window = Window(
    Block("text"),
    MessageInput(on_loss, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="loss_back", state=ReturnDesk.check),
    state=ReturnDesk.loss,
    getter=loss_getter,
)

why_window = Window(
    Block("text"),
    MessageInput(on_why, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="why_back", state=ReturnDesk.check),
    state=ReturnDesk.why,
    getter=why_getter,
)

settle_window = Window(
    Block("text"),
    MessageInput(on_amount, content_types=[ContentType.TEXT]),
    Column(
        Select(
            Format("{item[label]}"),
            id="kind",
            item_id_getter=lambda each: each["id"],
            items="kinds",
            on_click=on_settle,
        )
    ),
    SwitchTo(Label("menu-back-button"), id="settle_back", state=ReturnDesk.card),
    state=ReturnDesk.settle,
    getter=settle_getter,
)
