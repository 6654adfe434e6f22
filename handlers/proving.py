"""An order number and an e-mail address in one message: proven at once, as if both had been asked for."""

from typing import Any

from aiogram.fsm.state import State

from bot.clock import real_now
from bot.customers.linking import preview_order
from bot.customers.profile import Profile
from bot.errors import CustomerError
from dialogs.states import Home, Linking
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]


async def proven_screen(number: str, mail: str, profile: Profile) -> Screen:
    """The masked account to be confirmed; unknown and wrong have one answer, and every try counts (ID-03)."""
    try:
        offer = await preview_order(profile.chat_id, number, mail, now_real=real_now())
    except CustomerError as refusal:
        return Linking.number, {"proof": mail} | noticing(refusal.key)
    if offer.already_linked:
        return Home.menu, noticing("link-already")
    return Linking.offer, {"number": number, "proof": mail}
