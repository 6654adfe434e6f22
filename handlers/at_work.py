"""Words on a screen of the staff that has asked for none: an emoji, a "thanks" there is no question of a customer's."""

from typing import Any

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import BaseFilter
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.support.questions import answer
from bot.support.results import DidYouMean, NotUnderstood, Result, TopicWanted, YesOrNo
from dialogs.states import FOR_STAFF, TYPING
from dialogs.written import words_of
from handlers.opening import say_above


class AtWork(BaseFilter):
    """Whether a screen of the staff is open that waits for taps alone."""

    async def __call__(self, _: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is not None and context.state.group in FOR_STAFF and context.state not in TYPING


async def answer_at_work(message: Message, dialog_manager: DialogManager, profile: Profile, clock: Clock) -> None:
    """The screen stays, with the way to write to somebody; what is clearly asked is left to the next handler."""
    today = clock.now().astimezone(profile.tz).date()
    understood = await answer(words_of(message), customer_ids=profile.customer_ids, today=today)
    if not _says_nothing(understood.result):
        raise SkipHandler
    await say_above(dialog_manager, "staff-tap")


def _says_nothing(result: Result) -> bool:
    match result:
        case NotUnderstood() | DidYouMean() | YesOrNo():
            return True
        case TopicWanted(intent):
            return intent in {"thanks", "greeting", "feedback"}
        case _:
            return False
