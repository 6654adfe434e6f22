"""Told as delivered, but not there: asks where it may be, then opens a case (N4)."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import NotReceived
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import Markup, html, plain
from bot.shipping.cards import Rows
from bot.shipping.missing import begin_search, end_search, report_missing, search_keyboard, search_text
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="missing")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(ask_where, NotReceived.filter(F.step == "asked"))
    router.callback_query.register(note_found, NotReceived.filter(F.step == "found"))
    router.callback_query.register(open_case, NotReceived.filter(F.step == "nowhere"))
    return router


async def ask_where(callback: CallbackQuery, callback_data: NotReceived, profile: Profile, clock: Clock) -> None:
    try:
        delivery = await begin_search(callback_data.shipment_id, customer_ids=profile.customer_ids, now=clock.now())
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    if isinstance(callback.message, Message):
        keyboard = _keyboard(search_keyboard(delivery, profile.locale))
        await callback.message.answer(search_text(delivery, profile.locale), reply_markup=keyboard)


async def note_found(callback: CallbackQuery, callback_data: NotReceived, profile: Profile, clock: Clock) -> None:
    try:
        await end_search(callback_data.shipment_id, customer_ids=profile.customer_ids, now=clock.now())
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    await _turn_into(callback, html(profile.locale, "missing-found"))


async def open_case(
    callback: CallbackQuery, callback_data: NotReceived, profile: Profile, clock: Clock, settings: Settings
) -> None:
    try:
        case_id = await report_missing(
            callback_data.shipment_id,
            customer_ids=profile.customer_ids,
            chat_id=profile.chat_id,
            locale=profile.locale,
            settings=settings,
            now=clock.now(),
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "missing-gone-toast"))
        return
    await callback.answer()
    await _turn_into(callback, html(profile.locale, "missing-opened", case=str(case_id)))


async def _turn_into(callback: CallbackQuery, text: Markup) -> None:
    """The question becomes the outcome; its buttons go."""
    if isinstance(callback.message, Message):
        with suppress(TelegramBadRequest):  # tapped twice: it says so already
            await callback.message.edit_text(text)


def _keyboard(rows: Rows) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": rows})
