"""Where each thing that people ask for is done; what this shop has not switched on is said, with the way to a human."""

from typing import Any

from aiogram.fsm.state import State

from bot.config import Locale, Settings
from bot.i18n import plain
from bot.shop.reading import web_address
from bot.support.results import Intent, TopicWanted
from dialogs.order_buttons import choosing
from dialogs.states import (
    Account,
    Asking,
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
)
from dialogs.widgets import noticing

Screen = tuple[State, dict[str, Any]]

SCREENS: dict[Intent, State] = {
    "product_info": Products.page,
    "account": Account.card,
    "loyalty_points": Points.card,
    "coupon": Points.codes,
    "feedback": Asking.about,
    "newsletter": Consents.diary,
    "return_policy": Help.returns,
    "contact": Help.contact,
    "privacy": Privacy.text,
    "language": Language.choice,
    "greeting": Home.menu,
}
# What a shop has or has not; of all else it has only told the bot nothing.
SWITCHED_ON: frozenset[Intent] = frozenset({"referral", "community"})
# Where the order is chosen first, the screen of the one that is meant.
OF_AN_ORDER: dict[Intent, State] = {
    "cancel_order": Changing.menu,
    "change_order": Changing.menu,
    "change_address": Changing.menu,
    "invoice": Asking.about,
    "payment_problem": Asking.about,
    "parcel_missing": Order.card,
}


def is_done_here(intent: Intent) -> bool:
    """Whether the bot can do it itself."""
    return intent in OF_AN_ORDER or intent in SCREENS or intent in {"thanks", "complaint", "place_order"}


def topic_screen(topic: TopicWanted, settings: Settings, locale: Locale) -> Screen:
    if state := OF_AN_ORDER.get(topic.intent):
        return _of_an_order(topic.intent, state, topic.orders)
    if topic.intent == "thanks":
        return Home.menu, noticing("question-welcome")
    if topic.intent == "place_order":
        return Products.page, _sold_elsewhere(settings)
    if state := SCREENS.get(topic.intent):
        return state, {"wish": topic.intent}
    return _not_offered(topic.intent, settings, locale)


def _not_offered(intent: Intent, settings: Settings, locale: Locale) -> Screen:
    """What the shop has not switched on, or has not told the bot of; a human knows more."""
    topic = plain(locale, f"intent-{intent}-button")
    why = "off" if intent in SWITCHED_ON else "untold"
    if settings.staff_chat_id is not None:
        return Home.menu, noticing(f"question-{why}-team", topic=topic)
    if settings.shop_contact:
        return Home.menu, noticing(f"question-{why}-contact", topic=topic, contact=settings.shop_contact)
    return Home.menu, noticing(f"question-{why}-shop", topic=topic, shop=settings.shop_name)


def _sold_elsewhere(settings: Settings) -> dict[str, Any]:
    """Nothing is bought in the chat."""
    url, shop = web_address(settings.shop_url), settings.shop_name
    return noticing("question-order-at", shop=shop, url=url) if url else noticing("question-order-shop", shop=shop)


def _of_an_order(intent: Intent, state: State, orders: tuple[tuple[int, str], ...]) -> Screen:
    if len(orders) == 1:
        return state, {"order_id": orders[0][0], "wish": intent}
    if not orders and intent == "payment_problem":  # which may be why there is none
        return state, {"wish": intent}
    numbers = [number for _, number in orders]
    return Orders.page, choosing(numbers, wish=intent) if orders else {"wish": intent}
