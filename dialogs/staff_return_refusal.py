"""Why something of a withdrawal is not accepted: one of the reasons that the law leaves, or a loss of value instead."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.i18n import html, lines
from bot.returns.deciding import may_reduce
from bot.returns.policies import current_policy, terms_of_order
from bot.returns.refusing import Refusal, is_bound, refusals
from bot.tickets.wording import Reader
from dialogs.staff_return_screens import counts_of, return_id_of, sheet_of, wrong_text
from dialogs.states import ReturnDesk
from dialogs.widgets import Block, Label


async def to_why(manager: DialogManager, counted: str) -> None:
    """On to the words that the customer reads; of a withdrawal the reason comes first. `counted`: of which pieces."""
    manager.dialog_data.pop("because", None)
    if is_bound((await sheet_of(manager)).way) and any(counts_of(manager, counted).values()):
        manager.dialog_data["refusing"] = counted
        await manager.switch_to(ReturnDesk.refusal)
    else:
        await _to_words(manager, counted)


def because_of(manager: DialogManager) -> Refusal | None:
    """The reason that was tapped."""
    told = manager.dialog_data.get("because")
    return Refusal(told) if told in list(Refusal) else None


async def refusal_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    sheet, counted = await sheet_of(dialog_manager), _counted(dialog_manager)
    refused = [line for line, count in counts_of(dialog_manager, counted).items() if count]
    is_sealed = Refusal.SEAL in await refusals(return_id_of(dialog_manager), refused)
    terms = await terms_of_order(sheet.order_id, await current_policy())
    reducible = counted == "refused" and may_reduce(sheet.way, terms)
    told = {"number": sheet.number, "sealed": "yes" if is_sealed else "no", "loss": "yes" if reducible else "no"}
    ask = html(reader.locale, "rma-refusal-ask", **told)
    text = lines([wrong_text(dialog_manager, reader), ask], "\n\n")
    return {"text": text, "sealed": is_sealed, "reducible": reducible}


async def on_words(_: Message, __: MessageInput, manager: DialogManager) -> None:
    """The reason is tapped; the words come next."""
    manager.dialog_data["wrong"] = "rma-tap-please"


async def on_reason(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    manager.dialog_data["because"] = (button.widget_id or "").removeprefix("refusal_")
    await _to_words(manager, _counted(manager))


async def on_loss_instead(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """It is accepted, and worth less."""
    manager.dialog_data.pop("refused", None)
    await manager.switch_to(ReturnDesk.loss)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(ReturnDesk.check if _counted(manager) == "refused" else ReturnDesk.late)


async def _to_words(manager: DialogManager, counted: str) -> None:
    await manager.switch_to(ReturnDesk.why if counted == "refused" else ReturnDesk.late_why)


def _counted(manager: DialogManager) -> str:
    return "late" if manager.dialog_data.get("refusing") == "late" else "refused"


refusal_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Button(Label("rma-refusal-other-button"), id="refusal_other", on_click=on_reason),
    Button(Label("rma-refusal-seal-button"), id="refusal_seal", on_click=on_reason, when="sealed"),
    Button(Label("rma-loss-button"), id="refusal_loss", on_click=on_loss_instead, when="reducible"),
    Button(Label("menu-back-button"), id="refusal_back", on_click=on_back),
    state=ReturnDesk.refusal,
    getter=refusal_getter,
)
