"""Why something goes back, typed where it was asked: taken as the reason it names, or kept beside an open question."""

from typing import Any

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import BaseFilter
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.internal import CONTEXT_KEY

from bot.clock import Clock
from bot.customers.profile import Profile
from bot.support.asking_withdrawal import declares
from bot.support.products_meant import ProductChoice, ProductFound, ProductSought, StockNewsWanted
from bot.support.questions import answer
from bot.support.results import Answer, DidYouMean, Intent, NotUnderstood, ReturnWanted, YesOrNo
from bot.support.why_back import is_question, reason_told
from dialogs.returning_draft import draft_of
from dialogs.returning_reason import choose_reason, keep_words
from dialogs.states import Returning
from handlers.opening import say_above

# What words about an item resemble although nobody asks for it while they say why it goes back.
ABOUT_THE_ITEM: frozenset[Intent] = frozenset(
    {"complaint", "damaged_item", "wrong_item", "return_item", "feedback", "greeting", "thanks", "product_info"}
)
OF_PRODUCTS = (ProductFound, ProductChoice, ProductSought, StockNewsWanted)


class WhyIsAsked(BaseFilter):
    """Whether the open screen asks why something goes back; who withdraws in so many words has declared."""

    async def __call__(self, message: Message, **data: Any) -> bool:
        context = data.get(CONTEXT_KEY)
        return context is not None and context.state == Returning.reason and not declares(message.text or "")


async def answer_reason(message: Message, dialog_manager: DialogManager, profile: Profile, clock: Clock) -> None:
    """A question is left to the next handler; all else stays with the return, whatever it says."""
    words = (message.text or "").strip()
    if not any(map(str.isalpha, words)):
        raise SkipHandler  # emoji and the like say nothing that the staff could use
    reason, asks = reason_told(words), is_question(words)
    if asks or reason is None:
        today = clock.now().astimezone(profile.tz).date()
        understood = await answer(words, customer_ids=profile.customer_ids, today=today)
        if _is_other(understood, draft_of(dialog_manager).order_id, asks=asks):
            raise SkipHandler
    if reason and await choose_reason(dialog_manager, reason, words=words):
        await dialog_manager.show(ShowMode.SEND)
        return
    keep_words(dialog_manager, words)
    await say_above(dialog_manager, "return-why-kept")


def _is_other(understood: Answer, order_id: int, *, asks: bool) -> bool:
    """Whether it is clearly about something else; products and the like only where they are asked for."""
    match understood.result:
        case NotUnderstood() | DidYouMean() | YesOrNo():
            return False
        case ReturnWanted(ids):
            return bool(ids) and order_id not in ids
        case result:
            is_mere = isinstance(result, OF_PRODUCTS) or understood.intent in ABOUT_THE_ITEM
            return asks or not is_mere
