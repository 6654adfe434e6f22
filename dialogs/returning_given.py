"""What was given for something that went back, among the items of its order: it may go back as well."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.returns.given import Given, list_given
from bot.returns.policies import current_policy
from dialogs.item_names import ON_BUTTON, item_name
from dialogs.returning_draft import draft_of, look_at
from dialogs.widgets import Label, as_id, started_with


async def given_entries(manager: DialogManager, *, is_any_left: bool) -> list[dict[str, Any]]:
    """A button for each return that has given something that may go back; what the screen was opened for is looked at
    at once, and so is the only thing that is left (`is_any_left`: something that was bought is)."""
    data, draft = manager.dialog_data, draft_of(manager)
    found = [each for each in await _given(manager) if each.may_go]
    if "follows" not in data:
        asked_for = None if data.get("order_id") else started_with(manager).get("follows")
        only = found[0].return_id if len(found) == 1 and not is_any_left else None
        data["follows"] = asked_for if asked_for in {each.return_id for each in found} else only
        draft = draft_of(manager)
    return [_entry(each) for each in found if each.return_id != draft.follows]


def given_buttons() -> Column:
    """For the screen of the items."""
    return Column(
        Select(
            Label("return-given-entry-button", "name", "number"),
            id="given",
            item_id_getter=lambda each: each["id"],
            items="given",
            type_factory=as_id,
            on_click=_on_given,
        ),
        Button(Label("return-bought-button"), id="bought", on_click=_on_bought, when="is_given"),
    )


async def _given(manager: DialogManager) -> list[Given]:
    given = manager.middleware_data
    return await list_given(
        draft_of(manager).order_id,
        customer_ids=given["profile"].customer_ids,
        policy=await current_policy(),
        settings=given["settings"],
        now=given["clock"].now(),
    )


def _entry(given: Given) -> dict[str, Any]:
    line = given.standing[0]
    return {
        "id": given.return_id,
        "number": given.number,
        "name": item_name(line, ON_BUTTON - 8),
    }


async def _on_given(_: CallbackQuery, __: Any, manager: DialogManager, return_id: int) -> None:
    if return_id in {each.return_id for each in await _given(manager)}:
        look_at(manager, return_id)


async def _on_bought(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    look_at(manager, None)
