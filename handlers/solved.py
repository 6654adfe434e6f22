"""Answers to the question whether a case is solved: tapped, for weeks, twice, and after a restart; or typed."""

from contextlib import suppress
from functools import cache
from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import CaseSolved
from bot.clock import Clock
from bot.config import LOCALES, Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html, plain
from bot.support.found import fold
from bot.support.matching import match
from bot.surveys.comments import find_commentable
from bot.tickets.hearing import add_customer_message
from bot.tickets.solved import Question, answering_keyboard, find_question
from bot.tickets.verdicts import Outcome, answer_solved
from dialogs.written import as_written, command_in
from handlers.conditions import Fits, opened_below
from handlers.questions import NoScreenWaits
from handlers.tapped import turn_into

# "Nein, der Deckel fehlt noch": longer sentences that begin so may be about anything.
LONGEST_NO = 10


class AnswersSolved(BaseFilter):
    """Whether somebody types what the buttons of the question say, or replies to it.

    Gives the handler `question` and `solved`: yes, no, or None for a reply that says neither. Without a reply only a
    yes or no counts, and only while nothing was opened below the question and no survey was tapped since.
    """

    async def __call__(self, message: Message, profile: Profile, clock: Clock, **data: Any) -> bool | dict[str, Any]:
        if command_in(message) or _is_request(message.text or ""):
            return False
        replied = message.reply_to_message.message_id if message.reply_to_message else None
        solved = verdict_in(message.text or "")
        if replied is None and solved is None:
            return False
        question = await find_question(profile.chat_id, reply_to=replied, now=clock.now())
        if question is None or not (question.is_replied or await _is_latest(question, message, profile, clock, data)):
            return False
        return {"question": question, "solved": solved}


def build() -> Router:
    router = Router(name="solved")
    router.message.filter(Fits(F.chat.type == "private"))
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.message.register(hear_solved, Fits(F.text), AnswersSolved())
    router.callback_query.register(tell_solved, CaseSolved.filter())
    return router


def verdict_in(text: str) -> bool | None:
    """Yes or no in any of the languages; None for everything else."""
    said = fold(text)
    words = said.split()
    if said in _words("yes"):
        return True
    begins_with_no = bool(words) and len(words) <= LONGEST_NO and words[0] in _words("no")
    return False if said in _words("no") or begins_with_no else None


async def tell_solved(
    callback: CallbackQuery, callback_data: CaseSolved, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """The message turns into the answer to what was tapped."""
    case_id, locale = callback_data.case_id, profile.locale
    try:
        outcome = await answer_solved(
            case_id, solved=callback_data.solved, chat_id=profile.chat_id, settings=settings, now=clock.now()
        )
    except NotFoundError:
        await callback.answer(plain(locale, "solved-gone-toast"))
        return
    if outcome == "late":
        await callback.answer(plain(locale, "solved-late-alert"), show_alert=True)
        return
    await callback.answer()
    await turn_into(callback, html(locale, f"solved-told-{outcome}"), _keyboard(case_id, outcome, profile))


async def hear_solved(
    message: Message,
    question: Question,
    solved: bool | None,  # aiogram gives a filter's findings by name
    bot: Bot,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    """The same below what was typed; words that say neither are kept for the staff, and the question comes again."""
    case_id, locale, now = question.case_id, profile.locale, clock.now()
    written = as_written(message)
    if solved is None:
        if written:
            await add_customer_message(case_id, written, settings=settings, now=now)
        again = answering_keyboard(case_id, locale)
        await message.answer(html(locale, "solved-ask-again"), reply_markup=_markup(again))
        return
    outcome = await answer_solved(case_id, solved=solved, chat_id=profile.chat_id, settings=settings, now=now)
    if not solved and written and len(written.text.split()) > 1:
        await add_customer_message(case_id, written, settings=settings, now=now)
    with suppress(TelegramBadRequest):  # too old to be changed: its buttons go on to work
        await bot.edit_message_reply_markup(chat_id=profile.chat_id, message_id=question.message_id)
    await message.answer(html(locale, f"solved-told-{outcome}"), reply_markup=_keyboard(case_id, outcome, profile))


async def _is_latest(
    question: Question, message: Message, profile: Profile, clock: Clock, data: dict[str, Any]
) -> bool:
    """Whether nothing came after it that a bare yes or no could be about."""
    if opened_below(data, question.message_id) or not await NoScreenWaits()(message, **data):
        return False
    rated = await find_commentable(profile.chat_id, reply_to=None, now=clock.now())
    return rated is None or rated.tapped_at < question.asked_at


def _is_request(text: str) -> bool:
    """A contract is withdrawn from, or a human is asked for, whatever this replies to."""
    matched = match(text)
    return matched.verdict == "answer" and matched.best is not None and matched.best.intent in {"withdrawal", "human"}


def _keyboard(case_id: int, outcome: Outcome, profile: Profile) -> InlineKeyboardMarkup:
    return _markup(answering_keyboard(case_id, profile.locale, only_yes=True) if outcome == "unsolved" else ())


def _markup(rows: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [list(row) for row in rows]})


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(fold(words) for locale in LOCALES for words in plain(locale, f"solved-{which}-words").split(", "))
