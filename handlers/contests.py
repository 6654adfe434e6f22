"""Contests for whoever takes part: the link below the post, the card with its terms, the tap that counts, the prize."""

from functools import cache
from pathlib import Path
from typing import Literal

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks.contests import ContestAct
from bot.clock import Clock
from bot.community import verify_draw
from bot.community.contest_entries import answer_prize, enter, leave, standing_of
from bot.community.contest_export import export_draw, list_places
from bot.community.contest_news import tell_answered
from bot.community.contest_wording import LINK, act_button, card_keyboard, card_text, contest_in, terms_text
from bot.community.contests import ContestFacts, find_contest
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, html, plain
from bot.outbox.messages import Keyboard
from dialogs.states import Home
from dialogs.widgets import noticing
from handlers.conditions import Fits
from handlers.tapped import answer_below, turn_into

ANSWERS: dict[str, Literal["accepted", "declined"]] = {"accept": "accepted", "decline": "declined"}


def build() -> Router:
    router = Router(name="contests")
    router.message.filter(Fits(F.chat.type == "private"))
    router.callback_query.filter(Fits(F.message.chat.type == "private"))
    router.message.register(follow_post, CommandStart(deep_link=True, magic=F.args.regexp(LINK)))
    router.callback_query.register(act_on_contest, ContestAct.filter())
    return router


async def follow_post(
    message: Message, command: CommandObject, dialog_manager: DialogManager, profile: Profile, clock: Clock
) -> None:
    """Whoever follows the button of the channel reads the contest here; nobody takes part by that alone."""
    contest = await find_contest(contest_in(command.args or "") or 0)
    if contest is None or contest.status == "draft":
        data = noticing("contest-gone-alert")
        await dialog_manager.start(Home.menu, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
        return
    text, keyboard = await _card(contest, profile, clock)
    await message.answer(text, reply_markup=_markup(keyboard))


async def act_on_contest(
    callback: CallbackQuery,
    callback_data: ContestAct,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    contest, act = await find_contest(callback_data.contest_id), callback_data.act
    if contest is None or contest.status == "draft":
        await callback.answer(plain(profile.locale, "contest-gone-alert"), show_alert=True)
        return
    match act:
        case "terms":
            await callback.answer()
            back = [[act_button(contest.id, "open", profile.locale)]]
            await turn_into(callback, terms_text(contest, profile.locale), _markup(back))
            return
        case "check":
            await callback.answer()
            await _send_draw(callback, contest, profile)
            return
        case "enter" | "leave" if is_live:
            await _change(callback, contest, act, profile, settings, clock)
        case "accept" | "decline" if is_live:
            await _answer(callback, contest, ANSWERS[act], profile, settings, clock)
        case _:
            await callback.answer()
    text, keyboard = await _card(contest, profile, clock)
    await turn_into(callback, text, _markup(keyboard))


async def _change(
    callback: CallbackQuery, contest: ContestFacts, act: str, profile: Profile, settings: Settings, clock: Clock
) -> None:
    """Take part, or withdraw; the toast says what came of it, and the card below it stays true either way."""
    locale, now = profile.locale, clock.now()
    if act == "enter":
        done: str = await enter(contest.id, profile.chat_id, locale=locale, settings=settings, now=now)
    else:
        done = "left" if await leave(contest.id, profile.chat_id, now=now) else "over"
    is_refused = done in {"over", "staff", "gone"}
    key = f"contest-{done}-alert" if is_refused else f"contest-{done}-toast"
    await callback.answer(plain(locale, key), show_alert=is_refused)


async def _answer(
    callback: CallbackQuery,
    contest: ContestFacts,
    answer: Literal["accepted", "declined"],
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    """What a winner says; a second tap, or one after the prize was drawn again, changes nothing."""
    locale, now = profile.locale, clock.now()
    if not await answer_prize(contest.id, profile.chat_id, answer, now=now):
        await callback.answer(plain(locale, "contest-fixed-alert"), show_alert=True)
        return
    standing = await standing_of(contest.id, profile.chat_id)
    await tell_answered(contest, standing.place or 0, answer, settings=settings, now=now)
    await callback.answer(plain(locale, "contest-answered-toast"))


async def _send_draw(callback: CallbackQuery, contest: ContestFacts, profile: Profile) -> None:
    """What was drawn, and the script that draws it once more, for everybody."""
    if contest.status != "drawn" or callback.bot is None:
        await answer_below(callback, html(profile.locale, "contest-over"))
        return
    draw = BufferedInputFile((await export_draw(contest.id)).encode(), "contest.json")
    script = BufferedInputFile(_script(), "verify_draw.py")
    await callback.bot.send_document(callback.from_user.id, script)
    await callback.bot.send_document(callback.from_user.id, draw, caption=html(profile.locale, "contest-check-caption"))


async def _card(contest: ContestFacts, profile: Profile, clock: Clock) -> tuple[Markup, Keyboard]:
    now, locale = clock.now(), profile.locale
    standing = await standing_of(contest.id, profile.chat_id)
    won = [each.entry.ticket for each in await list_places(contest.id) if each.replaced_at is None]
    text = card_text(contest, standing, locale, profile.tz, now=now, won=won)
    return text, card_keyboard(contest, standing, locale, now=now)


@cache
def _script() -> bytes:
    return Path(str(verify_draw.__file__)).read_bytes()


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard})
