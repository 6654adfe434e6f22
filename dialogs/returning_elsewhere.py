"""What cannot be sent back yet since it is not with the customer: withdrawn from at once, or said to be there."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from bot.returns.reasons import DEFECTS
from bot.returns.sending_back import Offer
from dialogs.returning_draft import draft_of, said_at_first
from dialogs.states import Changing, Withdrawal
from dialogs.widgets import Label, started_with


def elsewhere(offer: Offer) -> dict[str, Any]:
    """For the getter of a screen with `elsewhere_buttons`."""
    return {
        "may_withdraw": offer.may_withdraw,
        "away": any(line.away.coming for line in offer.away),
        "may_change": offer.may_change,
    }


def elsewhere_buttons() -> Column:
    """No scan proves that something is not there: whoever has it goes on."""
    return Column(
        Button(Label("return-here-button"), id="here", on_click=_on_here, when="away"),
        Button(Label("withdraw-button"), id="withdraw", on_click=_on_withdraw, when="may_withdraw"),
        Button(Label("change-button"), id="change", on_click=_on_change, when="may_change"),
    )


def is_said_to_be_here(offer: Offer, manager: DialogManager) -> bool:
    """Whether the words that led here told of something that came damaged, though no scan says that it has come."""
    line_id = started_with(manager).get("line_id")
    is_away = line_id is None or line_id in {line.id for line in offer.away}
    return said_at_first(manager, "reason") in DEFECTS and is_away and bool(offer.away)


async def _on_here(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["is_here"] = True
    manager.dialog_data.pop("chosen", None)


async def _on_withdraw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Withdrawal.confirm, {"order_id": draft_of(manager).order_id})


async def _on_change(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Changing.menu, {"order_id": draft_of(manager).order_id})
