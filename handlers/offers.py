"""Taps under an offer: its product, its survey, and no more of them; each works in a month, twice, and is answered."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.broadcasts.buttons import Button
from bot.broadcasts.reactions import is_recipient, note_tap, stop_offers
from bot.callbacks import OfferTap, OpenConsents, StopOffers
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.shop.products import get_product
from bot.staff.roles import Right, may
from bot.surveys.opened import open_survey
from bot.surveys.sheets import read_sheet
from bot.surveys.wording import question_view
from dialogs.states import ProductCard
from handlers.conditions import Fits
from handlers.surveys import keyboard_of, reader_for
from handlers.tapped import answer_below


def build() -> Router:
    router = Router(name="offers")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(follow_button, OfferTap.filter())
    router.callback_query.register(stop, StopOffers.filter())
    return router


async def follow_button(
    callback: CallbackQuery,
    callback_data: OfferTap,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    """What it leads to comes below; the offer stays as it is."""
    campaign_id, now = callback_data.campaign_id, clock.now()
    button = await note_tap(campaign_id, profile.chat_id, callback_data.button, now=now)
    match button:
        case Button(kind="product"):
            await _open_product(callback, button, dialog_manager, profile)
        case Button(kind="survey"):
            await _open_survey(callback, button, campaign_id, profile, settings, clock)
        case _:
            await callback.answer(plain(profile.locale, "offer-gone-toast"))


async def _open_product(callback: CallbackQuery, button: Button, manager: DialogManager, profile: Profile) -> None:
    try:
        product = await get_product(int(button.target))
    except (NotFoundError, ValueError):
        await callback.answer(plain(profile.locale, "offer-product-gone-alert"), show_alert=True)
        return
    await callback.answer()
    data = {"product_id": product.id}
    await manager.start(ProductCard.card, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _open_survey(
    callback: CallbackQuery, button: Button, campaign_id: int, profile: Profile, settings: Settings, clock: Clock
) -> None:
    chat_id = profile.chat_id
    plan_id = await open_survey(button.target, f"campaign:{campaign_id}", chat_id=chat_id, now=clock.now())
    if plan_id is None:
        await callback.answer(plain(profile.locale, "offer-survey-gone-alert"), show_alert=True)
        return
    await callback.answer()
    sheet = await read_sheet(plan_id, chat_id=chat_id, settings=settings, tz=profile.tz)
    view = question_view(sheet, reader_for(profile, settings))
    await answer_below(callback, view.text, keyboard_of(view))


async def stop(
    callback: CallbackQuery, callback_data: StopOffers, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """One tap, at once, with effect on what waits already; staff who look at a preview stay what they are."""
    chat_id, locale = profile.chat_id, profile.locale
    is_preview = not await is_recipient(callback_data.campaign_id, chat_id)
    if is_preview and await may(callback.from_user.id, Right.MARKET, settings=settings):
        await callback.answer(plain(locale, "offer-preview-stop-alert"), show_alert=True)
        return
    stopped = await stop_offers(callback_data.campaign_id, chat_id, now=clock.now())
    await callback.answer(plain(locale, "offer-stopped-toast" if stopped else "offer-stopped-before-toast"))
    if await _take_button_away(callback) or stopped:
        diary = InlineKeyboardButton(text=plain(locale, "consent-diary-button"), callback_data=OpenConsents().pack())
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[diary]])
        await answer_below(callback, html(locale, "offer-stopped"), keyboard)


async def _take_button_away(callback: CallbackQuery) -> bool:
    """The offer keeps its other buttons; False where it had no such button any more, or cannot be changed."""
    message = callback.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return False
    kept = [[key for key in row if key.callback_data != callback.data] for row in message.reply_markup.inline_keyboard]
    keyboard = InlineKeyboardMarkup(inline_keyboard=[row for row in kept if row])
    with suppress(TelegramBadRequest):  # tapped twice: it is gone already
        await message.edit_reply_markup(reply_markup=keyboard)
        return True
    return False
