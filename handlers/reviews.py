"""Taps on reviews outside their screens: stars in a message, one's own review, what the staff decide."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks.reviews import GiveStars, OpenReview, ReviewVerdict
from bot.clock import Clock
from bot.community.review_cards import REASONS, decided_text, reasons_keyboard, verdict_keyboard
from bot.community.review_desk import decide, find_waiting
from bot.community.reviews import rate
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import CustomerError
from bot.i18n import Markup, plain
from bot.outbox.messages import Keyboard
from bot.staff.roles import NotAllowedError, Right, check
from dialogs.review_states import Reviewing
from handlers.conditions import Fits


def build() -> Router:
    router = Router(name="reviews")
    private = Fits(F.message.chat.type == "private")
    router.callback_query.register(open_review, OpenReview.filter(), private)
    router.callback_query.register(give_stars, GiveStars.filter(), private)
    router.callback_query.register(judge, ReviewVerdict.filter())
    return router


async def open_review(callback: CallbackQuery, callback_data: OpenReview, dialog_manager: DialogManager) -> None:
    await callback.answer()
    await _open(dialog_manager, callback_data.product_id)


async def give_stars(
    callback: CallbackQuery,
    callback_data: GiveStars,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    """The tap that is the review; words can follow on the screen that comes."""
    try:
        await rate(
            callback_data.product_id,
            callback_data.stars,
            chat_id=profile.chat_id,
            customer_ids=profile.customer_ids,
            locale=profile.locale,
            settings=settings,
            now=clock.now(),
        )
    except CustomerError as refusal:
        await callback.answer(plain(profile.locale, refusal.key), show_alert=True)
        return
    await callback.answer(plain(profile.locale, "review-rated-toast"))
    await _open(dialog_manager, callback_data.product_id)


async def judge(callback: CallbackQuery, callback_data: ReviewVerdict, settings: Settings, clock: Clock) -> None:
    """Asked of the account that taps, not of the chat; the card says who decided what."""
    locale, now, act = settings.default_locale, clock.now(), callback_data.act
    try:
        staff_id = await check(callback.from_user.id, Right.ANSWER, settings=settings)
    except NotAllowedError as refusal:
        await callback.answer(plain(locale, refusal.key), show_alert=True)
        return
    review = await find_waiting(callback_data.review_id, callback_data.version)
    if review is None:
        await callback.answer(plain(locale, "review-moved-on-alert"), show_alert=True)
        return
    if act in {"why", "back"}:
        await callback.answer()
        keyboard = reasons_keyboard(review, locale) if act == "why" else verdict_keyboard(review, locale)
        await _turn_keyboard(callback, keyboard)
        return
    why = next((each for each in REASONS if each == act), None)
    decided = await decide(review.id, review.version, why, staff_id=staff_id, settings=settings, now=now)
    if decided is None:
        await callback.answer(plain(locale, "review-moved-on-alert"), show_alert=True)
        return
    await callback.answer(plain(locale, f"review-{decided.status}-toast"))
    text = await decided_text(decided, decided.status, why, by=staff_id, at=now, locale=locale, settings=settings)
    await _turn(callback, text)


async def _open(manager: DialogManager, product_id: int) -> None:
    data = {"product_id": product_id}
    await manager.start(Reviewing.card, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _turn_keyboard(callback: CallbackQuery, keyboard: Keyboard) -> None:
    if isinstance(callback.message, Message):
        markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row) for row in keyboard]})
        with suppress(TelegramBadRequest):  # tapped twice: it says so already
            await callback.message.edit_reply_markup(reply_markup=markup)


async def _turn(callback: CallbackQuery, text: Markup) -> None:
    """The card, with or without a picture, tells who decided and offers nothing more."""
    if isinstance(callback.message, Message):
        with suppress(TelegramBadRequest):  # too old to be changed: what was decided stands
            if callback.message.photo:
                await callback.message.edit_caption(caption=text, reply_markup=None)
            else:
                await callback.message.edit_text(text, reply_markup=None)
