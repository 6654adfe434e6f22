"""Screens that are looked up before they open: which one answers depends on what the customer has."""

from typing import Any

from aiogram.fsm.state import State

from bot.clock import Clock
from bot.community.doors import has_community
from bot.config import Settings
from bot.customers.profile import Profile
from bot.loyalty.inviting import current_terms
from bot.support.products_meant import StockNewsWanted
from bot.support.results import Result, ReturnWanted, TopicWanted
from bot.support.returns_meant import ReturnFound, WithdrawalDenied
from dialogs.states import Community, Inviting, Linking
from dialogs.widgets import noticing
from handlers.known_of_old import known_of_old
from handlers.restock import restock_screen
from handlers.returns_helped import helped_screen
from handlers.wishes import denied_screen, return_screen

Screen = tuple[State, dict[str, Any]]


async def looked_up(  # noqa: PLR0911  # one case a result
    result: Result, profile: Profile, settings: Settings, clock: Clock, *, is_live: bool
) -> Screen | None:
    """None for all others, whose screen is known by the result alone (answers.screen_for)."""
    match result:
        case StockNewsWanted():
            return await restock_screen(result, profile, clock, is_live=is_live)
        case ReturnFound(_, _, str()):
            return await helped_screen(result, profile, settings, clock, is_live=is_live)
        case WithdrawalDenied():
            return await denied_screen(profile)
        case ReturnWanted():
            return await return_screen(result, profile, clock)
        case TopicWanted(("payment_methods" | "delivery_options") as intent) if profile.is_linked:
            return await known_of_old(intent, profile, settings)
        case TopicWanted("referral") if await current_terms():
            return (Inviting.card, {}) if profile.is_linked else (Linking.ways, noticing("question-link-first"))
        case TopicWanted("community") if has_community(settings):
            return Community.card, {}
        case _:
            return None
