"""Typed text where no screen waits for typing: one question, one answer, one screen."""

from contextlib import suppress
from typing import Any

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.filters import BaseFilter
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.errors import NotFoundError
from bot.i18n import html
from bot.support.asked import note_question
from bot.support.asking_withdrawal import declares
from bot.support.mail import mail_in
from bot.support.questions import answer
from bot.support.results import (
    Answer,
    DidYouMean,
    FaqFound,
    HumanWanted,
    MailGiven,
    NotUnderstood,
    Result,
    TopicWanted,
    WithdrawalWanted,
    YesOrNo,
)
from bot.support.returns_meant import WithdrawalDenied
from dialogs.returned import on_photo
from dialogs.states import ABOUT_ORDERS, TYPING, Home, Returned, Withdrawal
from dialogs.widgets import noticing, started_with
from dialogs.written import words_of
from handlers.answers import answers_in_words, screen_for
from handlers.at_work import AtWork, answer_at_work
from handlers.changed_order import ABOUT_ONE, names_another_order
from handlers.conditions import Fits
from handlers.faq import show_entry
from handlers.looked_up import looked_up
from handlers.looking import look_again
from handlers.opening import call_human, is_begun, open_screen, order_on_screen, say_above
from handlers.proving import proven_screen
from handlers.reasons import WhyIsAsked, answer_reason
from handlers.talking import Talk
from handlers.typed_taps import MayBeLabel, answer_label
from handlers.unsure import choice, kept, not_understood
from handlers.wishes import beside_declared, part_cancelled, withdrawal_screen

# What people send that is no text; what Telegram itself notes in a chat is nobody's question (handlers/notes.py).
NOT_READ = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CHECKLIST,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.GAME,
        ContentType.LIVE_PHOTO,
        ContentType.LOCATION,
        ContentType.PAID_MEDIA,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.RICH_MESSAGE,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


class NoScreenWaits(BaseFilter):
    """Lets typed text through unless the current screen has asked for it."""

    async def __call__(self, _: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is None or context.state not in TYPING


class DeclaresInForm(BaseFilter):
    """Whether a contract is withdrawn from where a screen waits for words about an order: any will do (§ 355 BGB).

    What is negated or past may be part of what the screen has asked for.
    """

    async def __call__(self, message: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is not None and context.state in ABOUT_ORDERS and declares(words_of(message))


class NamesAnotherOrder(BaseFilter):
    """Whether nothing but another order of their own is named where words about one are waited for."""

    async def __call__(self, message: Message, profile: Profile, clock: Clock, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        if context is None or context.state not in ABOUT_ONE or message.text is None:
            return False
        today = clock.now().astimezone(profile.tz).date()
        return await names_another_order(message.text, context, profile.customer_ids, today=today)


def build() -> Router:
    router = Router(name="questions")
    router.message.filter(Fits(F.chat.type == "private"))
    router.message.register(answer_label, Fits(F.text), MayBeLabel())
    router.message.register(answer_reason, Fits(F.text), WhyIsAsked())
    router.message.register(answer_question, Fits(F.text), NamesAnotherOrder())
    router.message.register(answer_declaration, Fits(F.text | F.caption), DeclaresInForm())
    router.message.register(answer_at_work, AtWork(), Fits(F.text | F.caption))
    router.message.register(answer_question, NoScreenWaits(), Fits(F.text | F.caption))
    router.message.register(explain_limits, NoScreenWaits(), Fits(F.content_type.in_(NOT_READ)))
    return router


async def answer_declaration(
    message: Message,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """The order that they name, else the one on the screen, and nothing the screen was told; a picture stays."""
    if message.caption and dialog_manager.has_context() and dialog_manager.current_context().state == Returned.photo:
        with suppress(NotFoundError):  # it is over: then only the words count
            await on_photo(message, None, dialog_manager)
    today = clock.now().astimezone(profile.tz).date()
    result = (await answer(words_of(message), customer_ids=profile.customer_ids, today=today)).result
    named = list(result.order_ids) if isinstance(result, WithdrawalWanted) else []
    on_screen = order_on_screen(dialog_manager)
    ids = named or ([on_screen] if on_screen else [])
    screen = await withdrawal_screen(message, ids, profile, settings, clock, is_live=is_live)
    await open_screen(dialog_manager, screen)


async def answer_question(
    message: Message,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    talk: Talk,
    is_live: bool,  # aiogram gives it by name
    understood: Answer | None = None,
) -> None:
    """What stands below a picture is a question like any other; only the picture itself nobody can read.

    A rehearsal may have the text `understood` already.
    """
    now, said = clock.now(), words_of(message)
    today, customer_ids = now.astimezone(profile.tz).date(), profile.customer_ids
    understood = understood or await answer(said, customer_ids=customer_ids, today=today, topic=talk.before)
    talk.note(understood, staffed=settings.staff_chat_id is not None)
    asked = 0
    if is_live:
        asked = await note_question(said, understood, chat_id=profile.chat_id, locale=profile.locale, now=now)
    match understood.result:
        case _ if found := await look_again(understood.result, said, dialog_manager):
            await open_screen(dialog_manager, found)
        case NotUnderstood() if message.text is None:
            await explain_limits(message, dialog_manager)
        case DidYouMean() as meant:
            keyboard = await choice(meant, asked, profile, settings)
            await message.answer(html(profile.locale, "question-meant"), reply_markup=keyboard)
            if is_begun(dialog_manager):
                await dialog_manager.show(ShowMode.SEND)
        case YesOrNo() if dialog_manager.has_context() and dialog_manager.current_context().state != Home.menu:
            await say_above(dialog_manager, "question-tap")
        case NotUnderstood() if is_begun(dialog_manager):
            await say_above(dialog_manager, *kept(settings, again=talk.has_missed))
        case NotUnderstood():
            await open_screen(dialog_manager, not_understood(settings, again=talk.has_missed))
        case WithdrawalWanted(_, True) as result:
            await open_result(result, dialog_manager, profile, settings, clock)
        case result:
            await open_result(result, dialog_manager, profile, settings, clock, message=message, asked=asked)


async def open_result(
    result: Result,
    manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    *,
    message: Message | None = None,
    asked: int = 0,
) -> None:
    """Show what answers; `message` are the words, where there were any, `asked` is their row."""
    is_live = manager.middleware_data["is_live"]
    if isinstance(result, WithdrawalDenied) and _declared_before(manager):  # which stands: what is denied is in doubt
        result = WithdrawalWanted(result.order_ids)
    match result:
        case FaqFound(key, beside):
            bot = manager.middleware_data["bot"]
            is_shown = await show_entry(bot, key, asked=asked, profile=profile, settings=settings)
            if beside:
                await open_result(beside, manager, profile, settings, clock, message=message)
            elif not is_shown:
                await open_screen(manager, (Home.menu, noticing("question-not-understood")))
        case HumanWanted():
            await call_human(manager, profile, settings, clock, order_id=order_on_screen(manager))
        case TopicWanted("complaint", orders):
            order_id = orders[0][0] if len(orders) == 1 else order_on_screen(manager)
            await call_human(manager, profile, settings, clock, order_id=order_id, about="complaint")
        case WithdrawalWanted(ids):
            screen = await withdrawal_screen(message, ids, profile, settings, clock, is_live=is_live)
            await open_screen(manager, beside_declared(screen, _declared_before(manager)))
        case MailGiven(_, str(number)) if message and is_live:
            await open_screen(manager, await proven_screen(number, mail_in(words_of(message)), profile))
        case _ if found := (
            await part_cancelled(result, message, profile, settings, clock)
            or await looked_up(result, profile, settings, clock, is_live=is_live)
        ):
            await open_screen(manager, found)
        case _:
            state, data = screen_for(result, settings, profile.locale)
            stated = {"asked": asked} if asked and answers_in_words(result) else {}
            proof = {"proof": mail_in(words_of(message))} if message and isinstance(result, MailGiven) else {}
            await open_screen(manager, (state, data | stated | proof))


def _declared_before(manager: DialogManager) -> dict[str, Any]:
    """Since when a withdrawal counts that is now said to be about a certain order."""
    if not manager.has_context() or manager.current_context().state != Withdrawal.which:
        return {}
    return {name: value for name, value in started_with(manager).items() if name == "written_at"}


async def explain_limits(message: Message, dialog_manager: DialogManager) -> None:
    """Stickers, voice, pictures: nothing we can read yet. Of an album one message is enough."""
    if message.media_group_id is not None and _is_told(message, dialog_manager):
        return
    if is_begun(dialog_manager):
        await say_above(dialog_manager, "question-not-text")
    else:
        await open_screen(dialog_manager, (Home.menu, noticing("question-not-text")))


def _is_told(message: Message, manager: DialogManager) -> bool:
    return manager.current_stack().last_income_media_group_id == message.media_group_id
