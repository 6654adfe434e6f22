"""Asking for a consent and showing its words: messages with buttons that need no dialog, valid at any age."""

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager

from bot.callbacks import ConfirmConsent, ConsentPurpose, ConsentTap, OpenConsents
from bot.clock import Clock
from bot.config import Settings
from bot.customers.consents import note_ask
from bot.customers.profile import Profile
from bot.customers.wordings import Wording, consent_wording
from bot.i18n import Markup, escape, html, lines, plain
from bot.surveys.moments import is_good_moment


async def ask_for_consent(purpose: ConsentPurpose, *, moment: str, bot: Bot, profile: Profile, clock: Clock) -> bool:
    """Ask, below the reply to what the person has just done, if they may be asked at this `moment` (`linked`,
    `good_experience`); whether they were. Never a push: asking out of the blue would be advertising itself.

    Nobody is asked while a parcel of theirs is late or lost, or a case is open; the chance stays for another moment.
    """
    if not await is_good_moment(profile.chat_id, profile.customer_ids, now=clock.now()):
        return False
    if not await note_ask(profile.chat_id, purpose, moment=moment, now=clock.now()):
        return False
    locale = profile.locale
    keyboard = _keyboard(
        (plain(locale, "consent-want-button"), ConsentTap(purpose=purpose, step="want")),
        (plain(locale, "consent-later-button"), ConsentTap(purpose=purpose, step="later")),
        (plain(locale, "consent-no-button"), ConsentTap(purpose=purpose, step="no")),
    )
    await bot.send_message(profile.chat_id, html(locale, f"consent-ask-{purpose}"), reply_markup=keyboard)
    return True


async def ask_after_linking(manager: DialogManager) -> None:
    """Once the orders are on the screen; the screen stays usable, whatever is answered."""
    given = manager.middleware_data
    await ask_for_consent("survey", moment="linked", bot=given["bot"], profile=given["profile"], clock=given["clock"])


async def show_words(purpose: ConsentPurpose, *, asked: int, bot: Bot, profile: Profile, settings: Settings) -> None:
    """The exact words in a message of their own, for the second tap; `asked` is the message of the first."""
    locale = profile.locale
    wording = consent_wording(purpose, locale=locale, shop=settings.shop_name)
    confirm = ConfirmConsent(purpose=purpose, version=wording.version, asked=asked)
    keyboard = _keyboard(
        (plain(locale, "consent-confirm-button"), confirm),
        (plain(locale, "consent-cancel-button"), ConsentTap(purpose=purpose, step="cancel")),
    )
    text = lines([html(locale, "consent-confirm-ask"), quoted(wording.text)], "\n\n")
    await bot.send_message(profile.chat_id, text, reply_markup=keyboard)


def given_text(wording: Wording, profile: Profile) -> Markup:
    """What the words turn into once they are agreed to; they stay readable."""
    return lines([html(profile.locale, "consent-given"), quoted(wording.text)], "\n\n")


def given_keyboard(purpose: ConsentPurpose, profile: Profile) -> InlineKeyboardMarkup:
    return _keyboard(
        (plain(profile.locale, "consent-withdraw-button"), ConsentTap(purpose=purpose, step="withdraw")),
        (plain(profile.locale, "consent-diary-button"), OpenConsents()),
    )


def diary_keyboard(profile: Profile) -> InlineKeyboardMarkup:
    return _keyboard((plain(profile.locale, "consent-diary-button"), OpenConsents()))


def quoted(text: str) -> Markup:
    return Markup(f"<blockquote>{escape(text)}</blockquote>")


def _keyboard(*labelled: tuple[str, CallbackData]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=data.pack())] for label, data in labelled]
    return InlineKeyboardMarkup(inline_keyboard=rows)
