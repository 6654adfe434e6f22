"""Blocking and unblocking the bot."""

from aiogram import F, Router
from aiogram.filters import KICKED, MEMBER, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from bot.clock import real_now
from bot.customers.profile import mark_blocked, mark_reachable
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="membership")
    router.my_chat_member.filter(Fits(F.chat.type == "private"))
    router.my_chat_member.register(on_blocked, ChatMemberUpdatedFilter(KICKED))
    router.my_chat_member.register(on_unblocked, ChatMemberUpdatedFilter(MEMBER))
    return router


async def on_blocked(update: ChatMemberUpdated) -> None:
    await mark_blocked(update.chat.id, now=real_now())


async def on_unblocked(update: ChatMemberUpdated) -> None:
    await mark_reachable(update.chat.id)
