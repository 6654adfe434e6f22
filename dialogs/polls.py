"""The staff's list of polls, and the beginning of a new one."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.broadcasts.polls import MOST_QUESTION, create_poll, list_polls
from bot.i18n import html, lines
from bot.staff.roles import Right
from bot.tickets.wording import Reader
from dialogs.offer_states import PollDesk, Polls
from dialogs.staff_door import behind_door, reader_of, staff_id_of
from dialogs.widgets import LONGEST_BUTTON, Block, Label, T, go_back, numbered, shorten

SHOWN = 20
SIGNS = {"draft": "✏️", "scheduled": "⏰", "open": "▶️", "closed": "✅", "cancelled": "🚫"}


async def list_getter(reader: Reader, **_: Any) -> dict[str, Any]:
    found = await list_polls(limit=SHOWN)
    told = html(reader.locale, "poll-list-shown" if found else "poll-list-none")
    return {
        "text": lines([html(reader.locale, "poll-list-title"), told], "\n\n"),
        "polls": [
            {"id": each.id, "label": shorten(f"{SIGNS[each.status]} {each.question}", LONGEST_BUTTON)} for each in found
        ],
        "most": MOST_QUESTION,
    }


async def on_poll(_: CallbackQuery, __: Any, manager: DialogManager, poll_id: int) -> None:
    await manager.start(PollDesk.card, {"poll_id": poll_id})


async def on_question(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """What is too long is asked for again, rather than cut."""
    question = " ".join((message.text or "").split())
    if len(question) > MOST_QUESTION:
        locale = reader_of(manager).locale
        await message.answer(html(locale, "poll-question-long", length=len(question), most=MOST_QUESTION))
    elif question:
        now = manager.middleware_data["clock"].now()
        poll_id = await create_poll(question, author_id=staff_id_of(manager), now=now)
        await manager.switch_to(Polls.list)
        await manager.start(PollDesk.card, {"poll_id": poll_id})


list_window = Window(
    Block("text"),
    Column(numbered("poll", "polls", on_poll)),
    SwitchTo(Label("poll-new-button"), id="poll_new", state=Polls.question),
    Button(Label("menu-back-button"), id="polls_back", on_click=lambda _, __, manager: go_back(manager)),
    state=Polls.list,
    getter=list_getter,
)

question_window = Window(
    T("poll-question-ask", "most"),
    MessageInput(on_question, content_types=[ContentType.TEXT]),
    SwitchTo(Label("menu-back-button"), id="poll_question_back", state=Polls.list),
    state=Polls.question,
    getter=list_getter,
)


def build() -> Dialog:
    return behind_door(list_window, question_window, right=Right.MARKET)
