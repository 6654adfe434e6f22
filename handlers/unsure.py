"""What is shown where a question is not sure enough, or not understood: what it may mean, the menu, a human."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import MeantFaq, MeantIntent
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.support.knowledge import current_knowledge
from bot.support.results import DidYouMean
from dialogs.states import Home
from dialogs.widgets import LONGEST_BUTTON, noticing, shorten
from handlers.answers import where_humans_are
from handlers.keyboards import buttons
from handlers.topics import Screen


async def choice(meant: DidYouMean, asked: int, profile: Profile, settings: Settings) -> InlineKeyboardMarkup:
    """What it may be about, a button each, and the way to a human."""
    offered = [*meant.intents, "human"] if settings.staff_chat_id is not None else meant.intents
    entries = (await current_knowledge()).entries
    labelled: list[tuple[str, CallbackData]] = [
        (shorten(entries[key].title_for(profile.locale) or key, LONGEST_BUTTON), MeantFaq(key=key, asked=asked))
        for key in meant.entries
        if key in entries
    ]
    labelled += [
        (plain(profile.locale, _label_of(intent)), MeantIntent(intent=intent, asked=asked))
        for intent in dict.fromkeys(offered)
    ]
    return buttons(*labelled)


def _label_of(intent: str) -> str:
    return "case-human-button" if intent == "human" else f"intent-{intent}-button"


def kept(settings: Settings, *, again: bool) -> tuple[str, bool]:
    """What is said where something has been begun, which stays; and whether a human is offered."""
    if again and settings.staff_chat_id is not None:
        return "question-missed-again", True
    return "question-kept", False


def not_understood(settings: Settings, *, again: bool) -> Screen:
    """The second time in a row there is no third guess, but a human."""
    if not again:
        return Home.menu, noticing("question-not-understood")
    if settings.staff_chat_id is not None:
        return Home.menu, noticing("question-missed-again")
    return where_humans_are(settings)
