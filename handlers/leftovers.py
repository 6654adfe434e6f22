"""What no other router wanted: a tap must not spin for ever."""

from aiogram import Router
from aiogram.types import CallbackQuery


def build() -> Router:
    router = Router(name="leftovers")
    router.callback_query.register(answer_tap)
    return router


async def answer_tap(callback: CallbackQuery) -> None:
    await callback.answer()
