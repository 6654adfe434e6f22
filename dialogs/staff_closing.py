"""Closing a case: what it was, what was done, and a few words if need be; nothing is closed without the first two."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.i18n import Markup, html, lines, plain
from bot.staff.roles import Right
from bot.tickets.cases import resolve_case
from bot.tickets.looking import read_sheet
from bot.tickets.resolutions import ACTIONS, CAUSES, Resolution, actions_for, causes_for
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, case_id_of, reader_of, staff_id_of
from dialogs.states import Closing
from dialogs.widgets import Block, Label, T, go_back, toast


async def cause_getter(dialog_manager: DialogManager, reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    sheet = await read_sheet(case_id_of(dialog_manager), reader, now=clock.now())
    return {
        "id": str(sheet.id),
        "causes": [_choice("cause", code, reader) for code in causes_for(sheet.cause, sheet.troubles)],
    }


async def action_getter(dialog_manager: DialogManager, reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    sheet = await read_sheet(case_id_of(dialog_manager), reader, now=clock.now())
    return {
        "id": str(sheet.id),
        "actions": [_choice("action", code, reader) for code in actions_for(sheet.suggested_action)],
    }


async def words_getter(dialog_manager: DialogManager, reader: Reader, clock: Clock, **_: Any) -> dict[str, Any]:
    """What will be kept, and a warning when the customer has never been written to."""
    sheet = await read_sheet(case_id_of(dialog_manager), reader, now=clock.now())
    locale = reader.locale
    cause, action = _chosen(dialog_manager)
    kept = html(
        locale,
        "case-card-resolved",
        cause=plain(locale, f"closing-cause-{cause}"),
        action=plain(locale, f"closing-action-{action}"),
    )
    silent = Markup() if sheet.was_answered else html(locale, "closing-not-told")
    return {"text": lines([html(locale, "closing-words-ask", id=str(sheet.id)), kept, silent], "\n\n")}


async def on_cause(_: CallbackQuery, __: Any, manager: DialogManager, cause: str) -> None:
    if cause in CAUSES:
        manager.dialog_data["cause"] = cause
        await manager.switch_to(Closing.action)


async def on_action(_: CallbackQuery, __: Any, manager: DialogManager, action: str) -> None:
    if action in ACTIONS:
        manager.dialog_data["action"] = action
        await manager.switch_to(Closing.words)


async def on_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    await _close(manager, message.text)


async def on_close(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    done = await _close(manager, None)
    key = "staff-closed-toast" if done else "staff-closed-before-toast"
    await toast(callback, plain(reader_of(manager).locale, key))


async def _close(manager: DialogManager, words: str | None) -> bool:
    given = manager.middleware_data
    case_id, staff_id = case_id_of(manager), staff_id_of(manager)
    resolution = Resolution(*_chosen(manager), words)
    done = await resolve_case(
        case_id, resolution, staff_id=staff_id, settings=given["settings"], now=given["clock"].now()
    )
    await go_back(manager)
    return done


def _chosen(manager: DialogManager) -> tuple[str, str]:
    chosen = manager.dialog_data
    return str(chosen.get("cause", "other")), str(chosen.get("action", "other"))


def _choice(what: str, code: str, reader: Reader) -> dict[str, str]:
    return {"id": code, "label": plain(reader.locale, f"closing-{what}-{code}")}


cause_window = Window(
    T("closing-cause-ask", "id"),
    Group(
        Select(
            Format("{item[label]}"),
            id="cause",
            item_id_getter=lambda each: each["id"],
            items="causes",
            on_click=on_cause,
        ),
        width=2,
    ),
    Button(Label("menu-back-button"), id="cause_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Closing.cause,
    getter=cause_getter,
)

action_window = Window(
    T("closing-action-ask", "id"),
    Group(
        Select(
            Format("{item[label]}"),
            id="action",
            item_id_getter=lambda each: each["id"],
            items="actions",
            on_click=on_action,
        ),
        width=2,
    ),
    SwitchTo(Label("menu-back-button"), id="action_back", state=Closing.cause),
    state=Closing.action,
    getter=action_getter,
)

words_window = Window(
    Block("text"),
    MessageInput(on_words, content_types=[ContentType.TEXT]),
    Button(Label("closing-close-button"), id="close", on_click=on_close),
    SwitchTo(Label("menu-back-button"), id="words_back", state=Closing.action),
    state=Closing.words,
    getter=words_getter,
)


def build() -> Dialog:
    return behind_door(cause_window, action_window, words_window, right=Right.ANSWER)
