"""Giving a consent in two taps of the same account, and taking it back in one: buttons without a dialog behind them."""

from contextlib import suppress
from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import ConfirmConsent, ConsentTap, OpenConsents
from bot.clock import Clock
from bot.config import LOCALES, Settings
from bot.customers.consents import answer_ask, give
from bot.customers.profile import Profile
from bot.customers.wordings import consent_wording
from bot.i18n import html, plain
from bot.outbox.consent import never_again, revoke
from dialogs.agreeing import diary_keyboard, given_keyboard, given_text, show_words
from dialogs.consents import diary_text
from dialogs.states import Consents
from handlers.conditions import Fits, ForeignAccount
from handlers.questions import NoScreenWaits
from handlers.tapped import turn_into


class SaysStop(BaseFilter):
    """Whether the whole message is a word that people unsubscribe with, in any of the languages."""

    async def __call__(self, message: Message) -> bool:
        said = (message.text or "").strip(" .!").casefold()
        return any(said in plain(locale, "consent-stop-words").split(", ") for locale in LOCALES)


def build() -> Router:
    router = Router(name="consent")
    router.message.filter(Fits(F.chat.type == "private"))
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.message.register(open_diary, NoScreenWaits(), Fits(F.text), SaysStop())
    for data in (ConsentTap, ConfirmConsent, OpenConsents):
        router.callback_query.register(refuse_foreign, data.filter(), ForeignAccount())
    router.callback_query.register(want, ConsentTap.filter(F.step == "want"))
    router.callback_query.register(put_off, ConsentTap.filter(F.step == "later"))
    router.callback_query.register(decline, ConsentTap.filter(F.step == "no"))
    router.callback_query.register(cancel, ConsentTap.filter(F.step == "cancel"))
    router.callback_query.register(take_back, ConsentTap.filter(F.step == "withdraw"))
    router.callback_query.register(confirm, ConfirmConsent.filter())
    router.callback_query.register(open_diary, OpenConsents.filter())
    return router


async def refuse_foreign(callback: CallbackQuery, profile: Profile) -> None:
    await callback.answer(plain(profile.locale, "consent-own-account-toast"))


async def want(
    callback: CallbackQuery, callback_data: ConsentTap, bot: Bot, profile: Profile, settings: Settings
) -> None:
    """The first tap: the exact words come in a message of their own."""
    await callback.answer()
    asked = callback.message.message_id if callback.message else 0
    await show_words(callback_data.purpose, asked=asked, bot=bot, profile=profile, settings=settings)
    if isinstance(callback.message, Message):
        with suppress(TelegramBadRequest):  # tapped twice: the buttons are gone already
            await callback.message.edit_reply_markup(reply_markup=None)


async def confirm(
    callback: CallbackQuery,
    callback_data: ConfirmConsent,
    bot: Bot,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    dialog_manager: DialogManager,
) -> None:
    """The second tap counts for the words it stands under; where these are others by now, they are shown anew."""
    wording = consent_wording(callback_data.purpose, locale=profile.locale, shop=settings.shop_name)
    message = callback.message
    if callback_data.version != wording.version or not _says(message, wording.text):
        await callback.answer(plain(profile.locale, "consent-words-changed-toast"))
        await show_words(callback_data.purpose, asked=callback_data.asked, bot=bot, profile=profile, settings=settings)
        return
    given = await give(
        profile.chat_id,
        callback_data.purpose,
        wording=wording.text,
        version=wording.version,
        locale=profile.locale,
        request_message_id=callback_data.asked,
        confirm_message_id=message.message_id if message else 0,
        now=clock.now(),
    )
    await callback.answer(plain(profile.locale, "consent-given-toast" if given else "consent-given-before-toast"))
    await turn_into(callback, given_text(wording, profile), given_keyboard(callback_data.purpose, profile))
    await _correct_diary(callback, profile, dialog_manager)


async def put_off(callback: CallbackQuery, callback_data: ConsentTap, profile: Profile, clock: Clock) -> None:
    await answer_ask(profile.chat_id, callback_data.purpose, answer="later", now=clock.now())
    await callback.answer()
    await turn_into(callback, html(profile.locale, "consent-later"), diary_keyboard(profile))


async def decline(callback: CallbackQuery, callback_data: ConsentTap, profile: Profile, clock: Clock) -> None:
    """A no is a no, whatever was agreed to before, and nobody asks again."""
    await never_again(profile.chat_id, callback_data.purpose, now=clock.now())
    await callback.answer()
    await turn_into(callback, html(profile.locale, "consent-declined"), diary_keyboard(profile))


async def cancel(callback: CallbackQuery, profile: Profile) -> None:
    await callback.answer()
    await turn_into(callback, html(profile.locale, "consent-cancelled"), diary_keyboard(profile))


async def take_back(
    callback: CallbackQuery, callback_data: ConsentTap, profile: Profile, clock: Clock, dialog_manager: DialogManager
) -> None:
    """One tap, at once, with effect on what waits already."""
    await revoke(profile.chat_id, callback_data.purpose, now=clock.now())
    await callback.answer(plain(profile.locale, "consent-withdrawn-toast"))
    await turn_into(callback, html(profile.locale, "consent-withdrawn"), diary_keyboard(profile))
    await _correct_diary(callback, profile, dialog_manager)


async def open_diary(event: CallbackQuery | Message, dialog_manager: DialogManager) -> None:
    if isinstance(event, CallbackQuery):
        await event.answer()
    await dialog_manager.start(Consents.diary, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _correct_diary(callback: CallbackQuery, profile: Profile, manager: DialogManager) -> None:
    """The diary above must not say the opposite of what was just answered; that message leads to a new one."""
    above = manager.current_stack().last_message_id
    if not (above and callback.bot and manager.has_context() and manager.current_context().state == Consents.diary):
        return
    with suppress(TelegramBadRequest):  # deleted, or it says so already
        await callback.bot.edit_message_text(await diary_text(profile), chat_id=profile.chat_id, message_id=above)


def _says(message: Any, words: str) -> bool:
    """Whether these words stand in the tapped message; one too old to be read does not say."""
    return isinstance(message, Message) and words in (message.text or "")
