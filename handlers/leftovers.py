"""What no other router wanted: a tap must not spin for ever, and a lost chat finds home."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from dialogs.states import Home


def build() -> Router:
    router = Router(name="leftovers")
    router.callback_query.register(answer_tap)
    router.message.register(find_home, F.chat.type == "private")
    return router


async def answer_tap(callback: CallbackQuery) -> None:
    await callback.answer()


async def find_home(_: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
