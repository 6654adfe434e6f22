"""What aiogram-dialog sends when windows change between text, picture and reply keyboard passes the strict server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.enums import ContentType
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Button, CopyText, RequestContact, SwitchTo, Url
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.media import StaticMedia
from aiogram_dialog.widgets.text import Const

from tests.support.webchat import WebChat, open_aiogram, open_webchat, png


class Rooms(StatesGroup):
    words = State()
    picture = State()
    contact = State()


async def say_hello(query: CallbackQuery, _button: Button, _manager: DialogManager) -> None:
    await query.answer("Hello")


def dialog(picture: Path) -> Dialog:
    return Dialog(
        Window(
            Const("<b>Words</b>"),
            SwitchTo(Const("To picture"), "to_picture", Rooms.picture),
            SwitchTo(Const("To contact"), "to_contact", Rooms.contact),
            Button(Const("Hello"), "hello", on_click=say_hello),
            CopyText(Const("Copy"), Const("1001")),
            Url(Const("Shop"), Const("https://shop.example.org")),
            state=Rooms.words,
        ),
        Window(
            Const("Picture"),
            StaticMedia(path=picture, type=ContentType.PHOTO),
            SwitchTo(Const("To words"), "to_words", Rooms.words),
            state=Rooms.picture,
        ),
        Window(
            Const("Contact"), RequestContact(Const("Share")), markup_factory=ReplyKeyboardFactory(), state=Rooms.contact
        ),
    )


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[WebChat]:
    picture = tmp_path / "picture.png"
    picture.write_bytes(png())
    router = Router()

    @router.message(CommandStart())
    async def start(_message: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Rooms.words, mode=StartMode.RESET_STACK)

    dispatcher = Dispatcher(events_isolation=SimpleEventIsolation())
    dispatcher.include_routers(router, dialog(picture))
    setup_dialogs(dispatcher)
    async with open_webchat() as opened, open_aiogram(opened) as bot:
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
        yield opened
        await dispatcher.stop_polling()
        await polling


async def test_windows_change_their_kind_and_taps_are_answered(chat: WebChat) -> None:
    anna = await chat.customer("Anna")
    words = await anna.waits_for("Words")
    assert await anna.taps("Hello") == {"answered": True, "text": "Hello", "show_alert": False}
    assert await anna.taps("To picture") == {"answered": True}
    shown: list[dict[str, Any]] = [await anna.waits_for("Picture")]
    assert "photo" in shown[0]
    assert await anna.taps("To words") == {"answered": True}
    assert (await anna.waits_for("Words"))["message_id"] >= words["message_id"]
    assert await anna.taps("To contact") == {"answered": True}
    await anna.waits_for("Contact")
    assert (await anna.private_chat())["reply_keyboard"]["keyboard"] == [[{"text": "Share", "request_contact": True}]]
