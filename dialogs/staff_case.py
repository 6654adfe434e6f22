"""One case for one of the staff in private: its sheet, what was said, whose contact data, and whose case it is."""

from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import Markup, html, plain
from bot.returns.cases import find_return
from bot.staff.roles import Right
from bot.tickets.bans import switch_ban
from bot.tickets.details import look_at_details
from bot.tickets.looking import look_at_case, read_history, read_sheet, write_transcript
from bot.tickets.people import list_answering
from bot.tickets.reopening import reopen_case
from bot.tickets.taking import take_case, transfer_case
from bot.tickets.wording import Reader
from dialogs.staff_door import behind_door, case_id_of, opening, reader_of, staff_footer, staff_id_of
from dialogs.states import Case, Closing, Goodwill, ReturnDesk, Writing
from dialogs.widgets import (
    LONGEST_BUTTON,
    LONGEST_MESSAGE,
    Block,
    Label,
    Notice,
    T,
    as_id,
    current_page,
    fit,
    page_buttons,
    page_turn,
    shorten,
    toast,
)


async def card_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    sheet = await read_sheet(case_id_of(dialog_manager), reader, now=clock.now())
    several = len(await list_answering(settings)) > 1
    return {
        "text": fit([sheet.text], html(reader.locale, "error-cut"), limit=LONGEST_MESSAGE - 500),
        "open": sheet.is_open,
        "closable": sheet.may_close,
        "free": sheet.is_open and sheet.owner_id is None,
        "mine": sheet.owner_id == staff_id,
        "transferable": sheet.is_open and several,
        "reopenable": sheet.may_reopen,
        "known": sheet.has_customer,
        "givable": sheet.is_open and sheet.has_customer,
        "messages": sheet.messages,
        "sends_back": await find_return(sheet.id) is not None,
        "bannable": sheet.has_chat and not sheet.banned,
        "banned": sheet.banned,
    }


async def history_getter(dialog_manager: DialogManager, reader: Reader, **_: Any) -> dict[str, Any]:
    """The newest page first; within a page the newest stands last, as in a chat."""
    page = current_page(dialog_manager)
    entries, pages = await read_history(case_id_of(dialog_manager), reader, page=page)
    locale = reader.locale
    title = html(locale, "desk-history-title", id=str(case_id_of(dialog_manager)))
    nothing = [html(locale, "desk-history-empty")] if not entries else []
    older = [page_turn(page + 1, plain(locale, "desk-older-button"))] if page + 1 < pages else []
    newer = [page_turn(page - 1, plain(locale, "desk-newer-button"))] if page > 0 else []
    return {
        "text": fit([title, *nothing, *entries], html(locale, "error-cut"), separator="\n\n"),
        "turns": older + newer,
    }


async def contact_getter(
    dialog_manager: DialogManager, reader: Reader, staff_id: int, clock: Clock, **_: Any
) -> dict[str, Any]:
    """Every time this is shown is a look, and a row of the audit."""
    case_id = case_id_of(dialog_manager)
    text = await look_at_details(case_id, staff_id=staff_id, locale=reader.locale, now=clock.now())
    return {"text": text or Markup(plain(reader.locale, "staff-no-details-alert"))}


async def transfer_getter(
    dialog_manager: DialogManager, reader: Reader, clock: Clock, settings: Settings, **_: Any
) -> dict[str, Any]:
    sheet = await read_sheet(case_id_of(dialog_manager), reader, now=clock.now())
    people = await list_answering(settings)
    return {
        "id": str(sheet.id),
        "people": [
            {"id": each.id, "label": shorten(each.name or str(each.id), LONGEST_BUTTON)}
            for each in people
            if each.id != sheet.owner_id
        ],
    }


async def on_take(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    done = await take_case(case_id_of(manager), staff_id=staff_id_of(manager), **_given(manager))
    await _say(callback, manager, "staff-taken-toast" if done else "staff-taken-before-toast")


async def on_reopen(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    done = await reopen_case(case_id_of(manager), staff_id=staff_id_of(manager), **_given(manager))
    await _say(callback, manager, "staff-reopened-toast" if done else "staff-not-reopened-alert")


async def on_person(callback: CallbackQuery, _: Any, manager: DialogManager, person: int) -> None:
    done = await transfer_case(case_id_of(manager), person, staff_id=staff_id_of(manager), **_given(manager))
    await _say(callback, manager, "desk-transferred-toast" if done else "desk-not-transferred-toast")
    await manager.switch_to(Case.card)


async def on_return(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(ReturnDesk.card, {"return_id": await find_return(case_id_of(manager)) or 0})


async def on_ban(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    now = manager.middleware_data["clock"].now()
    banned = await switch_ban(case_id_of(manager), staff_id=staff_id_of(manager), now=now)
    await _say(callback, manager, "desk-banned-toast" if banned else "desk-unbanned-toast")


async def on_history(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] = 0
    await manager.switch_to(Case.history)


async def on_transcript(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The answer to this tap is a file."""
    case_id, bot = case_id_of(manager), manager.middleware_data["bot"]
    text = await write_transcript(case_id, reader_of(manager))
    if isinstance(bot, Bot):
        file = BufferedInputFile(text.encode(), f"case-{case_id}.txt")
        await bot.send_document(callback.from_user.id, file)


async def on_start(_: Any, manager: DialogManager) -> None:
    """Opening a case is a look at somebody's data."""
    clock: Clock = manager.middleware_data["clock"]
    await look_at_case(case_id_of(manager), staff_id=staff_id_of(manager), now=clock.now())


def _given(manager: DialogManager) -> dict[str, Any]:
    given = manager.middleware_data
    return {"settings": given["settings"], "now": given["clock"].now()}


async def _say(callback: CallbackQuery, manager: DialogManager, key: str) -> None:
    await toast(callback, plain(reader_of(manager).locale, key), alert=key.endswith("-alert"))


card_window = Window(
    Notice(),
    Block("text"),
    Row(
        Button(Label("staff-take-button"), id="take", on_click=on_take, when="free"),
        SwitchTo(Label("desk-transfer-button"), id="to_transfer", state=Case.transfer, when="transferable"),
    ),
    Button(Label("rma-open-button"), id="to_return", on_click=on_return, when="sends_back"),
    Row(
        Button(Label("desk-reply-button"), id="to_reply", on_click=opening(Writing.reply), when="open"),
        Button(Label("desk-note-button"), id="to_note", on_click=opening(Writing.note)),
    ),
    Row(
        Button(Label("desk-history-button", count="messages"), id="to_history", on_click=on_history),
        SwitchTo(Label("staff-details-button"), id="to_contact", state=Case.contact, when="known"),
    ),
    Row(
        Button(Label("goodwill-button"), id="to_goodwill", on_click=opening(Goodwill.choice), when="givable"),
        Button(Label("staff-close-button"), id="to_close", on_click=opening(Closing.cause), when="closable"),
    ),
    Button(Label("staff-reopen-button"), id="reopen", on_click=on_reopen, when="reopenable"),
    Button(Label("desk-ban-button"), id="ban", on_click=on_ban, when="bannable"),
    Button(Label("desk-unban-button"), id="unban", on_click=on_ban, when="banned"),
    staff_footer("case"),
    state=Case.card,
    getter=card_getter,
)

history_window = Window(
    Block("text"),
    page_buttons("history_turn"),
    Button(Label("desk-transcript-button"), id="transcript", on_click=on_transcript),
    SwitchTo(Label("menu-back-button"), id="history_back", state=Case.card),
    state=Case.history,
    getter=history_getter,
)

contact_window = Window(
    Block("text"),
    SwitchTo(Label("menu-back-button"), id="contact_back", state=Case.card),
    state=Case.contact,
    getter=contact_getter,
)

transfer_window = Window(
    T("desk-transfer-ask", "id"),
    Column(
        Select(
            Format("{item[label]}"),
            id="person",
            item_id_getter=lambda each: each["id"],
            items="people",
            type_factory=as_id,
            on_click=on_person,
        )
    ),
    SwitchTo(Label("menu-back-button"), id="transfer_back", state=Case.card),
    state=Case.transfer,
    getter=transfer_getter,
)


def build() -> Dialog:
    windows = (card_window, history_window, contact_window, transfer_window)
    return behind_door(*windows, right=Right.ANSWER, on_start=on_start)
