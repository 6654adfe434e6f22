"""A tap on what a question may have meant."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import MeantFaq, MeantIntent
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.support.acting import answer_intent
from bot.support.asked import note_tap, tap_on_entry
from bot.support.results import INTENTS, FaqFound, NotUnderstood, Result
from handlers.conditions import Fits
from handlers.questions import open_result
from handlers.talking import Talk


def build() -> Router:
    router = Router(name="meant")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(answer_meant, MeantIntent.filter())
    router.callback_query.register(answer_entry, MeantFaq.filter())
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
    await open_result(result, dialog_manager, profile, settings, clock, asked=callback_data.asked)


async def answer_entry(
    callback: CallbackQuery,
    callback_data: MeantFaq,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    await callback.answer()
    key, asked = callback_data.key, callback_data.asked
    await note_tap(asked, tap_on_entry(key), chat_id=profile.chat_id)
    await open_result(FaqFound(key), dialog_manager, profile, settings, clock, asked=asked)
