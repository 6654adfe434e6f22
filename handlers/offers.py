"""Taps under an offer, and links under a post: product, survey, no more offers; each works in a month, and twice."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.broadcasts.buttons import Button
from bot.broadcasts.links import LINK, read_link
from bot.broadcasts.reactions import is_recipient, note_follower, note_tap, stop_offers
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
from bot.surveys.wording import View, question_view
from dialogs.states import Home, ProductCard
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.surveys import keyboard_of, reader_for
from handlers.tapped import answer_below


def build() -> Router:
    router = Router(name="offers")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(follow_post, CommandStart(deep_link=True, magic=F.args.regexp(LINK)))
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


async def follow_post(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """Below a post of the channel: what the button promises there opens here; what is gone is told at home."""
    campaign_id, button_id = read_link(command.args or "") or (0, "")
    match await note_follower(campaign_id, button_id, counts=is_live, now=clock.now()):
        case Button(kind="product") as button:
            gone = None if await _show_product(button, dialog_manager) else "offer-product-gone-alert"
        case Button(kind="survey") as button if is_live:
            view = await _question(button, campaign_id, profile, settings, clock)
            gone = None if view else "offer-survey-gone-alert"
            if view:
                await message.answer(view.text, reply_markup=keyboard_of(view))
        case _:
            gone = "offer-gone-toast"
    if gone:
        data = noticing(gone)
        await dialog_manager.start(Home.menu, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _open_product(callback: CallbackQuery, button: Button, manager: DialogManager, profile: Profile) -> None:
    if await _show_product(button, manager):
        await callback.answer()
    else:
        await callback.answer(plain(profile.locale, "offer-product-gone-alert"), show_alert=True)


async def _show_product(button: Button, manager: DialogManager) -> bool:
    """The product's card as a new message; False where it is gone."""
    try:
        product = await get_product(int(button.target))
    except (NotFoundError, ValueError):
        return False
    data = {"product_id": product.id}
    await manager.start(ProductCard.card, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    return True


async def _open_survey(
    callback: CallbackQuery, button: Button, campaign_id: int, profile: Profile, settings: Settings, clock: Clock
) -> None:
    view = await _question(button, campaign_id, profile, settings, clock)
    if view is None:
        await callback.answer(plain(profile.locale, "offer-survey-gone-alert"), show_alert=True)
        return
    await callback.answer()
    await answer_below(callback, view.text, keyboard_of(view))


async def _question(
    button: Button, campaign_id: int, profile: Profile, settings: Settings, clock: Clock
) -> View | None:
    """The survey's first question to whoever opens it; None where it is not possible."""
    chat_id = profile.chat_id
    plan_id = await open_survey(button.target, f"campaign:{campaign_id}", chat_id=chat_id, now=clock.now())
    if plan_id is None:
        return None
    sheet = await read_sheet(plan_id, chat_id=chat_id, settings=settings, tz=profile.tz)
    return question_view(sheet, reader_for(profile, settings))


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
