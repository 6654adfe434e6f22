"""What came back is looked at: each piece is fine, is not, or is missing; the screens of the staff for that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.config import Locale
from bot.i18n import Markup, Money, html, lines, plain
from bot.returns.deciding import may_reduce
from bot.returns.pieces import PieceBack
from bot.returns.policies import current_policy, terms_of_order
from bot.returns.receiving import Finding, check
from bot.returns.sheet import ReturnSheet
from bot.tickets.wording import Reader
from dialogs.item_names import ON_BUTTON, item_name
from dialogs.staff_return_refusal import because_of, to_why
from dialogs.staff_return_screens import (
    amount_of,
    counts_of,
    done,
    given_to,
    keep_amount,
    return_id_of,
    sheet_of,
    wrong_text,
)
from dialogs.states import ReturnDesk
from dialogs.widgets import Block, Label, choices

# What may be wrong with a piece; a button each counts it.
FAULTS = ("refused", "missing")
MOST_PIECES = 20


@dataclass(frozen=True, slots=True)
class Judged:
    """Of a line so many are not fine, and so many were not in the parcel."""

    piece: PieceBack
    refused: int
    missing: int

    @property
    def came(self) -> int:
        return self.piece.quantity - self.missing

    @property
    def accepted(self) -> int:
        return self.came - self.refused


async def check_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet, locale = await sheet_of(dialog_manager), reader.locale
    loss = amount_of(dialog_manager, "loss")
    reducible = may_reduce(sheet.way, await terms_of_order(sheet.order_id, await current_policy()))
    told = Markup() if reducible else html(locale, "rma-check-no-loss")
    if loss:
        told = html(locale, "rma-check-loss", total=Money(loss, sheet.goods.currency))
    judged = _judged(dialog_manager, sheet)[:MOST_PIECES]
    ask = html(locale, "rma-check-ask", number=sheet.number)
    return {
        "text": lines(
            [wrong_text(dialog_manager, reader), lines([ask, *(_line(each, locale) for each in judged)]), told], "\n\n"
        ),
        "pieces": [_fault(each, fault, locale) for each in judged for fault in FAULTS],
        "reducible": reducible,
    }


async def on_fault(_: CallbackQuery, __: Any, manager: DialogManager, tapped: str) -> None:
    """One more of it, and after the last none."""
    fault, line_id = tapped.split("-", 1) if "-" in tapped else ("", "")
    for each in _judged(manager, await sheet_of(manager)):
        if fault in FAULTS and str(each.piece.line_id) == line_id:
            counts = {name: _counts(manager, name) for name in FAULTS}
            now = {"refused": each.refused, "missing": each.missing}
            most = each.piece.quantity - sum(now.values()) + now[fault]
            counts["missing"][line_id] = each.missing  # what was not counted in is told as such from now on
            counts[fault][line_id] = (now[fault] + 1) % (most + 1)
            manager.dialog_data.update(counts)


async def on_words(_: Message, __: MessageInput, manager: DialogManager) -> None:
    """Pieces are counted by taps."""
    manager.dialog_data["wrong"] = "rma-tap-please"


async def loss_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": lines([wrong_text(dialog_manager, reader), html(reader.locale, "rma-loss-ask")], "\n\n")}


async def on_loss(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """No more than the goods are worth, as far as they are accepted; nothing takes it back."""
    sheet = await sheet_of(manager)
    accepted = [replace(each.piece, accepted=each.accepted) for each in _judged(manager, sheet)]
    worth = replace(sheet, pieces=tuple(accepted)).worth
    if keep_amount(message, manager, "loss", most=worth, too_much="rma-loss-too-much-alert"):
        await manager.switch_to(ReturnDesk.check)


async def on_checked(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Whoever accepts or pays less for what has come says why; of what is missing the customer reads anyway."""
    judged = _judged(manager, await sheet_of(manager))
    if not any(each.came for each in judged):
        manager.dialog_data["wrong"] = "rma-nothing-came-alert"
    elif any(each.refused for each in judged) or amount_of(manager, "loss"):
        await to_why(manager, "refused")
    else:
        await _check(callback, manager, None)


async def why_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    return {"text": html(reader.locale, "rma-why-ask", number=(await sheet_of(dialog_manager)).number)}


async def on_why(message: Message, _: MessageInput, manager: DialogManager) -> None:
    await _check(message, manager, message.text)


async def _check(event: CallbackQuery | Message, manager: DialogManager, why: str | None) -> None:
    given, sheet = given_to(manager), await sheet_of(manager)
    judged = _judged(manager, sheet)
    finding = Finding(
        {each.piece.line_id: each.accepted for each in judged},
        amount_of(manager, "loss") or Decimal(),
        why,
        came={each.piece.line_id: each.came for each in judged},
        because=because_of(manager),
    )
    verb = check(return_id_of(manager), finding, policy=await current_policy(), **given)
    await done(event, manager, verb, "rma-fine-toast")


def _judged(manager: DialogManager, sheet: ReturnSheet) -> list[Judged]:
    """As it was tapped; what was not counted in is missing until then."""
    refused, missing = counts_of(manager, "refused"), counts_of(manager, "missing")
    found = []
    for piece in sheet.pieces:
        gone = min(missing.get(piece.line_id, piece.quantity - _came(piece, sheet)), piece.quantity)
        found.append(Judged(piece, min(refused.get(piece.line_id, 0), piece.quantity - gone), gone))
    return found


def _came(piece: PieceBack, sheet: ReturnSheet) -> int:
    """Where a carrier's scan alone told of it, nobody has counted yet."""
    return piece.received if any(each.received for each in sheet.pieces) else piece.quantity


def _counts(manager: DialogManager, name: str) -> dict[str, int]:
    return {str(line_id): count for line_id, count in counts_of(manager, name).items()}


def _line(judged: Judged, locale: Locale) -> Markup:
    counts: Mapping[str, int] = {"fine": judged.accepted, "refused": judged.refused, "missing": judged.missing}
    told = [html(locale, f"rma-{name}-count", count=count) for name, count in counts.items() if count]
    name = item_name(judged.piece)
    return html(locale, "rma-check-piece", name=name, told=lines(told, " · "))


def _fault(judged: Judged, fault: str, locale: Locale) -> dict[str, Any]:
    name = item_name(judged.piece, ON_BUTTON - 4)
    return {"id": f"{fault}-{judged.piece.line_id}", "label": plain(locale, f"rma-{fault}-button", name=name)}


check_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Column(choices("fault", "pieces", on_fault)),
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
