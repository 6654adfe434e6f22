"""What somebody writes about a survey they have just answered: text and photos find the right answer."""

import re
from contextlib import suppress
from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ContentType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import Message

from bot.callbacks import AskHuman
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.support.acting import WISHES
from bot.support.matching import match
from bot.support.results import Intent
from bot.surveys.answers import record_score
from bot.surveys.comments import Commentable, Commented, add_comment, find_commentable, note_message
from bot.surveys.sheets import read_sheet
from bot.surveys.wording import reason_view, thanks_view
from dialogs.written import as_written, command_in
from handlers.conditions import Fits, opened_below
from handlers.keyboards import one_button
from handlers.questions import NoScreenWaits
from handlers.surveys import ask_the_happy, keyboard_of, reader_for

READ = (ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT)
SCORE = re.compile(r"\d{1,2}")
ORDER_NUMBER = re.compile(r"#?\w*-?\d{3,}")
# What is asked, not told; all else may be said about the survey.
QUESTIONS: tuple[Intent, ...] = ("order_status", "delivery_time", "human")
# Without a question mark so few words are a question by themselves: "wo ist mein Paket", "mein Paket ist nicht da".
SHORT_WORDS = 5
NEARLY_CERTAIN = 0.9


class AboutSurvey(BaseFilter):
    """Whether a message is about a survey: a reply to it, or written just after a tap with nothing opened since.

    Gives the handler `about`. What is clearly a question of another kind stays one; a command is never a comment, known
    or not.
    """

    async def __call__(self, message: Message, profile: Profile, clock: Clock, **data: Any) -> bool | dict[str, Any]:
        if command_in(message):
            return False
        replied = message.reply_to_message.message_id if message.reply_to_message else None
        edited = message.message_id if message.edit_date else None
        about = await find_commentable(profile.chat_id, reply_to=replied, edited=edited, now=clock.now())
        if about is None:
            return False
        if about.is_edited:
            return {"about": about}
        if _is_question(message.text or ""):
            return False
        if about.is_replied:
            return {"about": about}
        is_about_else = about.message_id is not None and opened_below(data, about.message_id)
        return False if is_about_else or not await NoScreenWaits()(message, **data) else {"about": about}


def build() -> Router:
    router = Router(name="comments")
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(comment, Fits(F.content_type.in_(READ)), AboutSurvey())
    return router


async def comment(
    message: Message, about: Commentable, bot: Bot, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """Keep it with the answer, say so, and let the survey end with its thanks.

    A withdrawal or a return said in such words is kept, too, and goes on to where it is done (rules.md 3.6).
    """
    if _is_wish(message.text or ""):
        if about.is_answered and (written := as_written(message)):
            await add_comment(about.plan_id, written, chat_id=profile.chat_id, now=clock.now(), settings=settings)
        raise SkipHandler
    if about.is_closed:
        await _lead_on(message, "survey-late-alert", profile, settings)
        return
    if about.is_replied and await _score_by_reply(message, about, profile, settings, clock):
        return
    if not about.is_answered:
        await message.answer(html(profile.locale, "survey-score-first"))
        return
    written = as_written(message)
    kept = written and await add_comment(
        about.plan_id, written, chat_id=profile.chat_id, now=clock.now(), settings=settings
    )
    if not kept:
        return
    if message.media_group_id is None or message.caption:  # of an album one answer is enough
        await _thank(message, kept, profile, settings)
    await _end(about, bot, profile, settings, clock)


async def _thank(message: Message, kept: Commented, profile: Profile, settings: Settings) -> None:
    """Somebody of the staff reads it, or can be reached with a tap: not everything written here is about the score."""
    if kept.case_id:
        await message.answer(html(profile.locale, "survey-comment-kept-case"))
    else:
        await _lead_on(message, "survey-comment-kept", profile, settings)


async def _lead_on(message: Message, key: str, profile: Profile, settings: Settings) -> None:
    """With the way to a human, where there is one."""
    human = one_button(plain(profile.locale, "case-human-button"), AskHuman())
    await message.answer(html(profile.locale, key), reply_markup=human if settings.staff_chat_id is not None else None)


async def _score_by_reply(
    message: Message, about: Commentable, profile: Profile, settings: Settings, clock: Clock
) -> bool:
    """A number in reply to the question is the answer, and another one another; False for words."""
    said = (message.text or "").strip()
    with suppress(NotFoundError):
        if SCORE.fullmatch(said):
            await record_score(
                about.plan_id,
                int(said),
                chat_id=profile.chat_id,
                now=clock.now(),
                settings=settings,
                locale=profile.locale,
            )
            sheet = await read_sheet(about.plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
            view = reason_view(sheet, reader_for(profile, settings))
            shown = await message.answer(view.text, reply_markup=keyboard_of(view))
            await note_message(about.plan_id, shown.message_id, chat_id=profile.chat_id)
            return True
    return False


async def _end(about: Commentable, bot: Bot, profile: Profile, settings: Settings, clock: Clock) -> None:
    sheet = await read_sheet(about.plan_id, chat_id=profile.chat_id, settings=settings, tz=profile.tz)
    view = thanks_view(sheet, reader_for(profile, settings), may_reason=True)
    if about.message_id:
        with suppress(TelegramBadRequest):  # it says so already, or is gone
            await bot.edit_message_text(
                view.text, chat_id=profile.chat_id, message_id=about.message_id, reply_markup=keyboard_of(view)
            )
    await ask_the_happy(sheet, bot, profile, clock)


def _is_question(text: str) -> bool:
    """An order number by itself, or "where is my parcel?" in so many words."""
    if ORDER_NUMBER.fullmatch(text.strip()):
        return True
    matched = match(text)
    if len(text.split()) <= SHORT_WORDS and matched.best and matched.best.intent in QUESTIONS:
        return matched.best.confidence >= NEARLY_CERTAIN
    return "?" in text and matched.is_plainly(*QUESTIONS)


def _is_wish(text: str) -> bool:
    """A contract is withdrawn from in any words; that something came broken may be said as a reason alone."""
    matched = match(text)
    if matched.best and matched.best.intent == "withdrawal":
        return matched.verdict == "answer"
    return matched.is_plainly(*WISHES)
