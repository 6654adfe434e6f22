"""The staff's list of contests, and the beginning of a new one."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.community.contests import create_contest, list_contests
from bot.i18n import html, lines
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_states import ContestDesk, Contests
from dialogs.staff_door import behind_door, reader_of, staff_id_of
from dialogs.widgets import LONGEST_BUTTON, Block, Label, T, go_back, numbered, shorten

SHOWN = 20
SIGNS = {"draft": "✏️", "open": "▶️", "drawn": "🎉", "cancelled": "🚫"}


async def list_getter(reader: Reader, **_: Any) -> dict[str, Any]:
    found = await list_contests(limit=SHOWN)
    told = html(reader.locale, "contest-list-shown" if found else "contest-list-none")
    return {
        "text": lines([html(reader.locale, "contest-list-title"), told], "\n\n"),
        "contests": [
            {
                "id": each.id,
                "label": shorten(f"{SIGNS[each.status]} {each.words('title', reader.locale)}", LONGEST_BUTTON),
            }
            for each in found
        ],
    }


async def on_contest(_: CallbackQuery, __: Any, manager: DialogManager, contest_id: int) -> None:
    await manager.start(ContestDesk.card, {"contest_id": contest_id})


async def on_title(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """In the writer's own language; the others follow."""
    if not (title := " ".join((message.text or "").split())):
        return
    now, locale = manager.middleware_data["clock"].now(), reader_of(manager).locale
    contest_id = await create_contest(title, locale, author_id=staff_id_of(manager), now=now)
    await manager.switch_to(Contests.list)
    await manager.start(ContestDesk.card, {"contest_id": contest_id})


list_window = Window(
    Block("text"),
    Column(numbered("contest", "contests", on_contest)),
    SwitchTo(Label("contest-new-button"), id="contest_new", state=Contests.title),
    Button(Label("menu-back-button"), id="contests_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Contests.list,
    getter=list_getter,
)

title_window = Window(
    T("contest-title-ask"),
    MessageInput(on_title, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="contest_title_back", state=Contests.list),
    state=Contests.title,
)


def build() -> Dialog:
    return behind_door(list_window, title_window, right=Right.MARKET)
