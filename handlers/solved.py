"""Taps on the question whether a case is solved; they work for weeks, twice, and after a restart."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import CaseSolved
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.tickets.solved import answering_keyboard
from bot.tickets.verdicts import answer_solved
from handlers.conditions import Fits
from handlers.tapped import turn_into


def build() -> Router:
    router = Router(name="solved")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(tell_solved, CaseSolved.filter())
    return router


async def tell_solved(
    callback: CallbackQuery, callback_data: CaseSolved, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The message turns into the answer to what was tapped."""
    case_id, locale = callback_data.case_id, profile.locale
    try:
        outcome = await answer_solved(
            case_id, solved=callback_data.solved, chat_id=profile.chat_id, settings=settings, now=clock.now()
        )
    except NotFoundError:
        await callback.answer(plain(locale, "solved-gone-toast"))
        return
    if outcome == "late":
        await callback.answer(plain(locale, "solved-late-alert"), show_alert=True)
        return
    await callback.answer()
    rows = answering_keyboard(case_id, locale, only_yes=True) if outcome == "unsolved" else ()
    keyboard = InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row) for row in rows]})
    await turn_into(callback, html(locale, f"solved-told-{outcome}"), keyboard)
