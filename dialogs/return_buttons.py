"""Returns as buttons: number and where it stands, one a line; every screen that lists some shows the same."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.config import Locale
from bot.returns.doors import UnderWay
from bot.returns.sheet import ReturnSheet
from bot.returns.wording import state_label
from dialogs.states import Returned
from dialogs.widgets import Label, as_id


def return_column(widget_id: str) -> Column:
    """A button for each of the getter's `returns` that opens its card."""
    return Column(
        Select(
            Label("return-entry-button", "number", "state"),
            id=widget_id,
            item_id_getter=lambda each: each["id"],
            items="returns",
            type_factory=as_id,
            on_click=_on_return,
        )
    )


def return_entry(each: ReturnSheet | UnderWay, locale: Locale) -> dict[str, Any]:
    """A return as the values of its button."""
    return {"id": each.id, "number": each.number, "state": state_label(each.way, each.status, locale)}


async def _on_return(_: CallbackQuery, __: Any, manager: DialogManager, return_id: int) -> None:
    await manager.start(Returned.card, {"return_id": return_id})
