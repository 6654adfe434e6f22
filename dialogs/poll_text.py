"""What a draft of a poll says: its question and answers, from which countries, when it appears and until when."""

from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.broadcasts.polls import (
    MOST_COUNTRIES,
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_QUESTION,
    read_countries,
    read_options,
    write_poll,
)
from bot.config import Settings
from bot.i18n import html
from bot.staff.roles import Right
from dialogs.contest_about import tried
from dialogs.offer_moments import read_moment
from dialogs.offer_states import PollText
from dialogs.poll_about import look, poll_id_of
from dialogs.staff_door import behind_door, reader_of
from dialogs.widgets import Label, T, go_back


async def getter(settings: Settings, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    day = dialog_manager.middleware_data["clock"].now().astimezone(settings.time_zone) + timedelta(days=3)
    poll = await look(dialog_manager)
    return {
        "zone": settings.shop_time_zone,
        "example": f"{day:%d.%m.%Y} 18:00",
        "longest_question": MOST_QUESTION,
        "options": MOST_OPTIONS,
        "longest_option": MOST_OPTION,
        "most_countries": MOST_COUNTRIES,
        "has_countries": bool(poll and poll.countries),
        "has_time": bool(poll and poll.post_at),
        "has_end": bool(poll and poll.deadline),
    }


async def on_question(message: Message, _: MessageInput, manager: DialogManager) -> None:
    question = " ".join((message.text or "").split())
    if len(question) > MOST_QUESTION:
        await _refuse(message, manager, "poll-question-long", length=len(question), most=MOST_QUESTION)
    elif question:
        await _write(message, manager, question=question)


async def on_options(message: Message, _: MessageInput, manager: DialogManager) -> None:
    options = read_options(message.text or "")
    if options is None:
        await _refuse(message, manager, "poll-options-unread", options=MOST_OPTIONS, most=MOST_OPTION)
    else:
        await _write(message, manager, options=list(options))


async def on_countries(message: Message, _: MessageInput, manager: DialogManager) -> None:
    countries = read_countries(message.text or "")
    if countries is None:
        await _refuse(message, manager, "poll-countries-unread")
    else:
        await _write(message, manager, countries=list(countries))


async def on_at(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if at := await _moment(message, manager):
        await _write(message, manager, post_at=at)


async def on_deadline(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if at := await _moment(message, manager):
        await _write(message, manager, deadline=at)


def _emptying(**changes: Any) -> Any:
    async def on_click(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
        await _write(callback, manager, **changes)

    return on_click


async def _write(event: CallbackQuery | Message, manager: DialogManager, **changes: Any) -> None:
    if await tried(manager, event, write_poll(poll_id_of(manager), **changes)):
        await go_back(manager)


async def _moment(message: Message, manager: DialogManager) -> datetime | None:
    """By the shop's clock; what is no moment, or is past, is asked for again."""
    settings, now = manager.middleware_data["settings"], manager.middleware_data["clock"].now()
    written = read_moment(message.text or "", today=now.astimezone(settings.time_zone).date())
    at = written.replace(tzinfo=settings.time_zone).astimezone(UTC) if written else None
    if at is None or at <= now:
        await _refuse(message, manager, "offer-time-past" if at else "offer-time-unread")
        return None
    return at


async def _refuse(message: Message, manager: DialogManager, key: str, **values: int) -> None:
    await message.answer(html(reader_of(manager).locale, key, **values))


def _back(widget_id: str) -> Button:
    return Button(Label("menu-back-button"), id=widget_id, on_click=lambda _, __, manager: go_back(manager))


question_window = Window(
    T("poll-question-ask", most="longest_question"),
    MessageInput(on_question, content_types=[ContentType.TEXT]),
    _back("poll_question_back"),
    state=PollText.question,
    getter=getter,
)

options_window = Window(
    T("poll-options-ask", "options", most="longest_option"),
    MessageInput(on_options, content_types=[ContentType.TEXT]),
    _back("poll_options_back"),
    state=PollText.options,
    getter=getter,
)

countries_window = Window(
    T("poll-countries-ask", most="most_countries"),
    MessageInput(on_countries, content_types=[ContentType.TEXT]),
    Button(Label("poll-countries-all-button"), id="poll_all", on_click=_emptying(countries=[]), when="has_countries"),
    _back("poll_countries_back"),
    state=PollText.countries,
    getter=getter,
)

at_window = Window(
    T("poll-at-ask", "zone", "example"),
    MessageInput(on_at, content_types=[ContentType.TEXT]),
    Button(Label("poll-at-none-button"), id="poll_at_none", on_click=_emptying(post_at=None), when="has_time"),
    _back("poll_at_back"),
    state=PollText.at,
    getter=getter,
)

deadline_window = Window(
    T("poll-deadline-ask", "zone", "example"),
    MessageInput(on_deadline, content_types=[ContentType.TEXT]),
    Button(Label("poll-deadline-none-button"), id="poll_no_end", on_click=_emptying(deadline=None), when="has_end"),
    _back("poll_deadline_back"),
    state=PollText.deadline,
    getter=getter,
)


def build() -> Dialog:
    return behind_door(
        question_window, options_window, countries_window, at_window, deadline_window, right=Right.MARKET
    )
