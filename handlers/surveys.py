"""Taps on surveys: the first is the answer; every button works for weeks, twice, and after a restart."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import RateOrder, ScoreSurvey, SurveyAct, SurveyReason
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.surveys.answers import Scored, give_reason, is_closed, record_score
from bot.surveys.ratings import rate_order
from bot.surveys.refusals import ask_later, ask_never
from bot.surveys.rules import mood_of
from bot.surveys.sheets import read_sheet
from bot.surveys.wording import Reader, Sheet, View, question_view, reason_view, thanks_view
from dialogs.agreeing import ask_for_consent
from handlers.conditions import Fits
from handlers.tapped import turn_into


def build() -> Router:
    router = Router(name="surveys")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(score, ScoreSurvey.filter())
    router.callback_query.register(rate, RateOrder.filter())
    router.callback_query.register(name_reason, SurveyReason.filter())
    router.callback_query.register(later, SurveyAct.filter(F.act == "later"))
    router.callback_query.register(never, SurveyAct.filter(F.act == "never"))
    router.callback_query.register(done, SurveyAct.filter(F.act == "done"))
    router.callback_query.register(change, SurveyAct.filter(F.act == "change"))
    return router


async def score(
    callback: CallbackQuery, callback_data: ScoreSurvey, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The tap that is the answer; the message turns into the question for the reason."""
    try:
        scored = await record_score(
            callback_data.plan_id,
            callback_data.score,
            chat_id=profile.chat_id,
            now=clock.now(),
            settings=settings,
            message_id=_message_id(callback),
            locale=profile.locale,
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "survey-gone-toast"))
        return
    await _go_on(callback, callback_data.plan_id, scored, profile, settings)


async def rate(
    callback: CallbackQuery, callback_data: RateOrder, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The same from the order card."""
    try:
        plan_id, scored = await rate_order(
            callback_data.order_id,
            callback_data.score,
            customer_ids=profile.customer_ids,
            chat_id=profile.chat_id,
            now=clock.now(),
            settings=settings,
            message_id=_message_id(callback),
            locale=profile.locale,
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "survey-gone-toast"))
        return
    await _go_on(callback, plan_id, scored, profile, settings)


async def name_reason(
    callback: CallbackQuery, callback_data: SurveyReason, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The button says whether it gives the reason or takes it back, so that a double tap is one."""
    plan_id, reason, given = callback_data.plan_id, callback_data.reason, callback_data.given
    try:
        kept = await give_reason(
            plan_id, reason, given=given, chat_id=profile.chat_id, settings=settings, now=clock.now()
        )
    except NotFoundError:
        await callback.answer(plain(profile.locale, "survey-gone-toast"))
        return
    if not kept:
        await callback.answer(plain(profile.locale, "survey-late-alert"), show_alert=True)
        return
    await callback.answer()
    sheet = await read_sheet(plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
    await show(callback, reason_view(sheet, reader_for(profile, settings)))


async def later(
    callback: CallbackQuery, callback_data: SurveyAct, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """Reminded once; the scale stays, for who changes their mind."""
    sheet = await _open_sheet(callback, callback_data.plan_id, profile, settings, clock)
    if sheet is None:
        return
    comes, until = await ask_later(sheet.plan_id, chat_id=profile.chat_id, now=clock.now())
    day = until.astimezone(profile.tz).date()
    locale = profile.locale
    note = html(locale, "survey-later-told") if comes else html(locale, "survey-later-last", day=day)
    await callback.answer()
    await show(callback, question_view(sheet, reader_for(profile, settings), note=note))


async def never(callback: CallbackQuery, callback_data: SurveyAct, profile: Profile, clock: Clock) -> None:
    try:
        await ask_never(callback_data.plan_id, chat_id=profile.chat_id, now=clock.now())
    except NotFoundError:
        await callback.answer(plain(profile.locale, "survey-gone-toast"))
        return
    await callback.answer()
    await show(callback, View(html(profile.locale, "survey-never-told"), ()))


async def done(
    callback: CallbackQuery, callback_data: SurveyAct, bot: Bot, profile: Profile, settings: Settings, clock: Clock
) -> None:
    sheet = await _own_sheet(callback, callback_data.plan_id, profile, settings)
    if sheet is None or sheet.score is None:
        return
    await callback.answer()
    await show(callback, thanks_view(sheet, reader_for(profile, settings)))
    await ask_the_happy(sheet, bot, profile, clock)


async def change(
    callback: CallbackQuery, callback_data: SurveyAct, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The scale again; the last score counts."""
    sheet = await _open_sheet(callback, callback_data.plan_id, profile, settings, clock)
    if sheet is None:
        return
    await callback.answer()
    await show(callback, question_view(sheet, reader_for(profile, settings)))


def reader_for(profile: Profile, settings: Settings) -> Reader:
    return Reader(profile.locale, profile.tz, settings.shop_name, settings.shop_url)


async def ask_the_happy(sheet: Sheet, bot: Bot, profile: Profile, clock: Clock) -> None:
    """A good experience is a moment to ask whether we may ask again, of those who were never asked."""
    if sheet.score is not None and mood_of(sheet.definition.metric, sheet.score) == "promoter":
        await ask_for_consent("survey", moment="good_experience", bot=bot, profile=profile, clock=clock)


async def show(callback: CallbackQuery, view: View) -> None:
    await turn_into(callback, view.text, keyboard_of(view))


def keyboard_of(view: View) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row) for row in view.keyboard]})


async def _go_on(callback: CallbackQuery, plan_id: int, scored: Scored, profile: Profile, settings: Settings) -> None:
    if not scored.counted:
        await callback.answer(plain(profile.locale, "survey-late-alert"), show_alert=True)
        return
    await callback.answer(plain(profile.locale, "survey-scored-toast"))
    sheet = await read_sheet(plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
    await show(callback, reason_view(sheet, reader_for(profile, settings)))


async def _open_sheet(
    callback: CallbackQuery, plan_id: int, profile: Profile, settings: Settings, clock: Clock
) -> Sheet | None:
    """The same while it can be answered; None, and told so, afterwards."""
    sheet = await _own_sheet(callback, plan_id, profile, settings)
    if sheet and await is_closed(plan_id, chat_id=profile.chat_id, now=clock.now()):
        await callback.answer(plain(profile.locale, "survey-late-alert"), show_alert=True)
        return None
    return sheet


async def _own_sheet(callback: CallbackQuery, plan_id: int, profile: Profile, settings: Settings) -> Sheet | None:
    """The survey of the tapped button; None, and told so, when it is somebody else's."""
    try:
        return await read_sheet(plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
    except NotFoundError:
        await callback.answer(plain(profile.locale, "survey-gone-toast"))
        return None


def _message_id(callback: CallbackQuery) -> int | None:
    return callback.message.message_id if callback.message else None
