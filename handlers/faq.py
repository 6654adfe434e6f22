"""Answers that the shop wrote itself, and whether they have helped."""

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import AskHuman, Helpful, OpenMenu
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, lines, plain
from bot.support.asked import note_helpful
from bot.support.entries import Entry, as_intent
from bot.support.knowledge import current_knowledge
from handlers.conditions import Fits

CHOSEN = "• "


def build() -> Router:
    router = Router(name="faq")
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.callback_query.register(note_whether_helpful, Helpful.filter())
    return router


async def show_entry(bot: Bot, key: str, *, asked: int, profile: Profile, settings: Settings) -> bool:
    """The answer as a message of its own, with "helpful?" below it where the question was noted; False: it is gone."""
    entry = (await current_knowledge()).entries.get(key)
    if entry is None or not entry.answer:
        return False
    await bot.send_message(
        profile.chat_id, entry_text(key, entry, profile), reply_markup=_keys(asked, profile, settings)
    )
    return True


def entry_text(key: str, entry: Entry, profile: Profile) -> Markup:
    """The question and its answer, and in which language that is where it is not the reader's (FAQ-01)."""
    locale = profile.locale
    spoken, answer = entry.answer_for(locale) or (locale, "")
    title = entry.title_for(locale) or (plain(locale, f"intent-{key}-button") if as_intent(key) else "")
    foreign = html(locale, "faq-only-in", language=plain(locale, f"language-name-{spoken}"))
    text = html(locale, "faq-answer", question=title, answer=answer)
    return lines([text, foreign if spoken != locale else Markup()], "\n\n")


async def note_whether_helpful(
    callback: CallbackQuery, callback_data: Helpful, profile: Profile, settings: Settings
) -> None:
    """Tapped twice it is the same; the last tap counts."""
    await note_helpful(callback_data.asked, yes=callback_data.yes, chat_id=profile.chat_id)
    said = "yes" if callback_data.yes else "no" if settings.staff_chat_id is not None else "no-alone"
    await callback.answer(plain(profile.locale, f"faq-helpful-{said}-toast"))
    if isinstance(callback.message, Message):
        keys = _keys(callback_data.asked, profile, settings, chosen=callback_data.yes)
        with suppress(TelegramBadRequest):  # it says so already, or is too old to be changed
            await callback.message.edit_reply_markup(reply_markup=keys)


def _keys(asked: int, profile: Profile, settings: Settings, *, chosen: bool | None = None) -> InlineKeyboardMarkup:
    locale, rows = profile.locale, []
    if asked:
        rows.append([_thumb(asked, profile, yes=yes, chosen=chosen is yes) for yes in (True, False)])
    menu = InlineKeyboardButton(text=plain(locale, "menu-home-button"), callback_data=OpenMenu().pack())
    human = InlineKeyboardButton(text=plain(locale, "case-human-button"), callback_data=AskHuman().pack())
    rows.append([menu, human] if settings.staff_chat_id is not None else [menu])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _thumb(asked: int, profile: Profile, *, yes: bool, chosen: bool) -> InlineKeyboardButton:
    label = plain(profile.locale, "faq-helpful-button" if yes else "faq-not-helpful-button")
    data = Helpful(asked=asked, yes=yes).pack()
    return InlineKeyboardButton(text=f"{CHOSEN}{label}" if chosen else label, callback_data=data)
