"""The second tap of an erasure, and the way from the news about the privacy notice to the notice itself."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import EraseData, OpenPrivacy
from bot.clock import Clock, real_now
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import html, plain
from bot.privacy.erasure import erase
from bot.privacy.subject import erasable_by_chat
from dialogs.privacy import ask_whether_to_erase
from dialogs.states import Privacy
from handlers.conditions import Fits, ForeignAccount
from handlers.erased import forget_at_the_end
from handlers.tapped import turn_into


def build() -> Router:
    router = Router(name="privacy")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(open_notice, OpenPrivacy.filter())
    router.callback_query.register(refuse_foreign, EraseData.filter(), ForeignAccount())
    router.callback_query.register(keep_everything, EraseData.filter(F.before == 0))
    router.callback_query.register(erase_everything, EraseData.filter())
    return router


async def open_notice(callback: CallbackQuery, dialog_manager: DialogManager) -> None:
    await callback.answer()
    await dialog_manager.start(Privacy.text, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def refuse_foreign(callback: CallbackQuery, profile: Profile) -> None:
    await callback.answer(plain(profile.locale, "consent-own-account-toast"))


async def keep_everything(callback: CallbackQuery, profile: Profile) -> None:
    await callback.answer()
    await turn_into(callback, html(profile.locale, "privacy-erase-kept"))


async def erase_everything(
    callback: CallbackQuery, callback_data: EraseData, bot: Bot, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """Nothing of this very answer is kept either: the next message finds a stranger."""
    if callback_data.before < real_now().timestamp():
        await callback.answer(plain(profile.locale, "privacy-erase-expired-toast"))
        await ask_whether_to_erase(bot, profile, clock)
        return
    forget_at_the_end(profile.chat_id)
    await erase(await erasable_by_chat(profile.chat_id), settings=settings, now=clock.now())
    await callback.answer()
    await turn_into(callback, html(profile.locale, "privacy-erased"))
