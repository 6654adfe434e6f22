"""A tap on what a question may have meant."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import MeantIntent
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.support.asked import note_tap
from bot.support.questions import answer_intent
from bot.support.results import INTENTS, NotUnderstood, Result
from handlers.conditions import Fits
from handlers.questions import open_result
from handlers.talking import Talk


def build() -> Router:
    router = Router(name="meant")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(answer_meant, MeantIntent.filter())
    return router


async def answer_meant(
    callback: CallbackQuery,
    callback_data: MeantIntent,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    talk: Talk,
) -> None:
    await callback.answer()
    today = clock.now().astimezone(profile.tz).date()
    meant = next((intent for intent in INTENTS if intent == callback_data.intent), None)
    result: Result = NotUnderstood()
    if meant:
        await note_tap(callback_data.asked, meant, chat_id=profile.chat_id)
        talk.intent = meant
        result = await answer_intent(meant, (), customer_ids=profile.customer_ids, today=today)
    await open_result(result, dialog_manager, profile, settings, clock)
