"""The baseline: `run` as it is, but its only screens are two static windows of aiogram-dialog.

python -m benchmarks.static_bot database|memory: where the dialog state is kept
"""

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NoReturn

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Cancel, Row, Start
from aiogram_dialog.widgets.text import Const

from benchmarks.static_screens import CARD, CARD_BUTTONS, LIST, LIST_BUTTONS
from bot.clock import Clock
from bot.commands import Conversation, Wiring
from bot.commands.run import Role, run
from bot.config import Settings, load_settings
from bot.conversations.isolation import UserIsolation
from bot.conversations.storage import SqlStorage
from bot.pacing import Pacer
from handlers import errors
from handlers.dispatcher import build_bot, build_dispatcher
from handlers.polling import Talk
from main import configure_logging


class Orders(StatesGroup):
    page = State()


class Order(StatesGroup):
    card = State()


def main(storage: str) -> None:
    settings = load_settings()
    configure_logging(json=False, level=settings.log_level)
    asyncio.run(run(settings, Role.ALL, Wiring(open_conversation=_OPENINGS[storage], rehearse=_never)))


@asynccontextmanager
async def open_on_database(settings: Settings, clock: Clock) -> AsyncIterator[Conversation]:
    async with _open(settings, clock, SqlStorage()) as conversation:
        yield conversation


@asynccontextmanager
async def open_on_memory(settings: Settings, clock: Clock) -> AsyncIterator[Conversation]:
    async with _open(settings, clock, MemoryStorage()) as conversation:
        yield conversation


_OPENINGS = {"database": open_on_database, "memory": open_on_memory}


@asynccontextmanager
async def _open(settings: Settings, clock: Clock, storage: SqlStorage | MemoryStorage) -> AsyncIterator[Conversation]:
    bot = build_bot(settings, Pacer(settings.send_rate))
    routers = [errors.build(), _commands(), *_screens()]
    try:
        yield Talk(bot, build_dispatcher(settings, clock, storage, UserIsolation(), routers=routers))
    finally:
        await bot.session.close()


def _commands() -> Router:
    router = Router(name="static")
    router.message.register(_open_list, Command("orders"))
    router.message.register(_open_card)
    return router


async def _open_list(_: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Orders.page, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _open_card(_: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Order.card, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def _screens() -> list[Dialog]:
    (first, *_), *others = LIST_BUTTONS
    opening = Start(Const(first), id="open", state=Order.card)
    *rows, (back, home) = CARD_BUTTONS
    leaving = Row(Cancel(Const(back), id="back"), Button(Const(home), id="home"))
    return [
        Dialog(Window(Const(LIST), opening, *_rows(others), state=Orders.page)),
        Dialog(Window(Const(CARD), *_rows(rows), leaving, state=Order.card)),
    ]


def _rows(labels: list[tuple[str, ...]]) -> list[Row]:
    return [
        Row(*(Button(Const(label), id=f"button{row}_{place}") for place, label in enumerate(names)))
        for row, names in enumerate(labels)
    ]


def _never(**_: object) -> NoReturn:
    raise AssertionError("this bot is asked for replies only")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("storage", choices=_OPENINGS, help="where the dialog state is kept")
    main(parser.parse_args().storage)
