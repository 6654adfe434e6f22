"""Customers who want a human: asked for in any state, and the bot's silence while one talks with them."""

from typing import Any

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.filters import BaseFilter, Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import CONTEXT_KEY
from aiogram_dialog.utils import CB_SEP

from bot.callbacks import AskHuman, EndTalk
from bot.clock import Clock
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import html, plain
from bot.support.asked import note_human
from bot.support.asking_human import asks_for_human
from bot.support.asking_withdrawal import declares
from bot.tickets.cases import find_talk
from bot.tickets.hearing import add_customer_message
from bot.tickets.talks import end_talk
from dialogs.states import FOR_STAFF
from dialogs.widgets import is_typing
from dialogs.written import as_written, kind_of, words_of
from handlers.conditions import Fits
from handlers.opening import call_human, order_on_screen
from handlers.questions import NOT_READ, NoScreenWaits, answer_declaration

PASSED_ON = NOT_READ | {ContentType.TEXT}


class Staffed(BaseFilter):
    """Lets pass what is about humans, when there are any to be reached in the chat."""

    async def __call__(self, _: Any, settings: Settings) -> bool:
        return settings.staff_chat_id is not None


class NotAtWork(BaseFilter):
    """Lets pass what is not written on a screen of the staff: there it is an answer or a note of theirs."""

    async def __call__(self, _: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is None or context.state.group not in FOR_STAFF


class InTalk(BaseFilter):
    """Whether a human talks with this chat; gives the handler `case_id`."""

    async def __call__(self, _: Message, profile: Profile) -> bool | dict[str, Any]:
        case_id = await find_talk(profile.chat_id)
        return {"case_id": case_id} if case_id else False


class Declares(BaseFilter):
    """Whether the words withdraw from a contract: they count, whoever reads them."""

    async def __call__(self, message: Message) -> bool:
        return declares(words_of(message))


class AsksForHuman(BaseFilter):
    """Whether the words can only mean that somebody wants a human, whatever the screen has asked for."""

    async def __call__(self, message: Message) -> bool:
        return asks_for_human(message.text or "")


def build() -> Router:
    router = Router(name="human")
    router.message.filter(Fits(F.chat.type == "private"))
    router.callback_query.filter(Fits(F.message.chat.type == "private", ~F.data.contains(CB_SEP)))
    router.message.register(ask, Command("human"))
    talking = (Staffed(), NoScreenWaits(), Fits(F.content_type.in_(PASSED_ON)), InTalk())
    router.message.register(pass_on_declaration, *talking, Declares())
    router.message.register(pass_on, *talking)
    router.message.register(ask_in_words, NotAtWork(), Fits(F.text), AsksForHuman())
    # Corrected captions; a corrected text comes as if it were written anew.
    router.edited_message.register(pass_on, Staffed(), Fits(F.chat.type == "private"), InTalk())
    router.callback_query.register(ask_by_button, AskHuman.filter())
    router.callback_query.register(end, EndTalk.filter())
    return router


async def ask(
    _: Message,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    order_id = order_on_screen(dialog_manager)
    await call_human(dialog_manager, profile, settings, clock, order_id=order_id)


async def ask_in_words(
    message: Message,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """The same; counted unless a form had asked for words."""
    if is_live and not is_typing(dialog_manager):
        await note_human(message.text or "", chat_id=profile.chat_id, locale=profile.locale, now=clock.now())
    await ask(message, dialog_manager, profile, settings, clock)


async def ask_by_button(
    callback: CallbackQuery,
    callback_data: AskHuman,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
) -> None:
    await callback.answer()
    order_id = callback_data.order_id or None
    await call_human(dialog_manager, profile, settings, clock, order_id=order_id)


async def pass_on(message: Message, case_id: int, profile: Profile, settings: Settings, clock: Clock) -> None:
    """What they write is for the staff; the bot says nothing, unless it cannot pass this on."""
    written = as_written(message)
    if written is None:
        kind = plain(profile.locale, kind_of(message))
        await message.answer(html(profile.locale, "case-not-passed", kind=kind))
        return
    await add_customer_message(case_id, written, settings=settings, now=clock.now())


async def pass_on_declaration(
    message: Message,
    case_id: int,
    dialog_manager: DialogManager,
    profile: Profile,
    settings: Settings,
    clock: Clock,
    is_live: bool,  # aiogram gives it by name
) -> None:
    """The staff read it, too; kept and receipted as elsewhere, with the second step (§ 356a BGB)."""
    await pass_on(message, case_id, profile, settings, clock)
    await answer_declaration(message, dialog_manager, profile, settings, clock, is_live)


async def end(
    callback: CallbackQuery, callback_data: EndTalk, profile: Profile, settings: Settings, clock: Clock
) -> None:
    await callback.answer()
    await end_talk(callback_data.case_id, chat_id=profile.chat_id, settings=settings, now=clock.now())
