"""What the shop has told nothing of and the customer's own orders show: how they paid, who brought it."""

from typing import Any

from aiogram.fsm.state import State

from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import plain
from bot.shop.carriers import carrier_name
from bot.shop.habits import last_carrier, last_payment
from bot.support.results import Intent
from dialogs.states import Home
from dialogs.widgets import LONGEST_TYPED, noticing, shorten

Screen = tuple[State, dict[str, Any]]


async def known_of_old(intent: Intent, profile: Profile, settings: Settings) -> Screen | None:
    """That of the last order, with the way to a human, who knows the rest; None where nothing is known."""
    if intent == "payment_methods" and (paid := await last_payment(profile.customer_ids)):
        told = {"number": paid[0], "method": shorten(paid[1], LONGEST_TYPED)}
        return Home.menu, noticing("question-paid", **told, ask=_ask(profile, settings))
    if intent == "delivery_options" and (brought := await last_carrier(profile.customer_ids)):
        told = {"number": brought[0], "carrier": carrier_name(brought[1], profile.locale)}
        return Home.menu, noticing("question-brought", **told, ask=_ask(profile, settings))
    return None


def _ask(profile: Profile, settings: Settings) -> str:
    if settings.staff_chat_id is not None:
        return plain(profile.locale, "question-ask-team")
    if settings.shop_contact:
        return plain(profile.locale, "question-ask-contact", contact=settings.shop_contact)
    return plain(profile.locale, "question-ask-shop", shop=settings.shop_name)
