"""Where each thing that people ask for is done; what this shop has not switched on is said, with the way to a human."""

from typing import Any

from aiogram.fsm.state import State

from bot.config import Settings
from bot.support.results import Intent, TopicWanted
from dialogs.order_buttons import choosing
from dialogs.states import (
    Account,
    Changing,
    Consents,
    Help,
    Home,
    Language,
    Order,
    Orders,
    Points,
    Privacy,
    Products,
    Returned,
)
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]

SCREENS: dict[Intent, State] = {
    "refund_status": Returned.list,
    "product_info": Products.page,
    "place_order": Products.page,
    "account": Account.card,
    "loyalty_points": Points.card,
    "newsletter": Consents.diary,
    "contact": Help.text,
    "privacy": Privacy.text,
    "language": Language.choice,
    "greeting": Home.menu,
}
# Where the order is chosen first, the screen of the one that is meant.
OF_AN_ORDER: dict[Intent, State] = {
    "cancel_order": Changing.menu,
    "change_order": Changing.menu,
    "change_address": Changing.menu,
    "invoice": Order.card,
    "parcel_missing": Order.card,
}


def is_done_here(intent: Intent) -> bool:
    """Whether the bot can do it itself."""
    return intent in OF_AN_ORDER or intent in SCREENS or intent == "thanks"


def topic_screen(topic: TopicWanted, settings: Settings) -> Screen:
    if state := OF_AN_ORDER.get(topic.intent):
        return _of_an_order(topic.intent, state, topic.orders)
    if topic.intent == "thanks":
        return Home.menu, noticing("question-welcome")
    if state := SCREENS.get(topic.intent):
        return state, {}
    return not_offered(settings)


def not_offered(settings: Settings) -> Screen:
    if settings.staff_chat_id is not None:
        return Home.menu, noticing("question-topic-team")
    if settings.shop_contact:
        return Home.menu, noticing("question-topic-contact", contact=settings.shop_contact)
    return Home.menu, noticing("question-topic-shop", shop=settings.shop_name)


def _of_an_order(intent: Intent, state: State, orders: tuple[tuple[int, str], ...]) -> Screen:
    if len(orders) == 1:
        return state, {"order_id": orders[0][0], "wish": intent}
    numbers = [number for _, number in orders]
    return Orders.page, choosing(numbers, wish=intent) if orders else {"wish": intent}
