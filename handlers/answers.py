"""Which screen answers what a question turned out to be."""

from collections.abc import Sequence
from typing import Any

from bot.config import Locale, Settings
from bot.support.products_meant import PriceLimit, ProductChoice, ProductFound, ProductSought, StockNewsWanted
from bot.support.results import (
    DidYouMean,
    FaqFound,
    HumanWanted,
    Intent,
    LinkFirst,
    MailGiven,
    NothingOpen,
    NotUnderstood,
    OrderChoice,
    OrderFound,
    Result,
    ReturnWanted,
    TopicWanted,
    UnknownOrder,
    WithdrawalWanted,
    YesOrNo,
)
from bot.support.returns_meant import (
    MoneyAwaited,
    OwnListed,
    ReturnFound,
    UnknownReturn,
    WithdrawalAsked,
    WithdrawalDenied,
)
from dialogs.arrivals import arrival_notice
from dialogs.order_buttons import choosing
from dialogs.states import Account, Home, Linking, Order, Orders, ProductCard, Products, Withdrawal
from dialogs.widgets import LONGEST_TYPED, noticing, shorten
from handlers.returns_told import return_told
from handlers.topics import Screen, topic_screen

# What is answered by a text, wherever it comes from.
STATED: frozenset[Intent] = frozenset({"contact", "return_policy", "coupon"})
# Order numbers are shorter.
TRACKING_NUMBER = 11
# Nobody needs more to name a product; it travels with the state of the dialog.
LONGEST_SEARCH = 200


def screen_for(result: Result, settings: Settings, locale: Locale) -> Screen:  # noqa: C901, PLR0911, PLR0912  # one case a result
    """Which screen answers, and what it begins with."""
    match result:
        case OrderFound(order_id):
            return Order.card, {"order_id": order_id} | _about_order(result, locale)
        case OrderChoice(numbers, wish, deadline):
            return Orders.page, choosing(numbers, wish=wish, by=deadline.told() if deadline else None)
        case NothingOpen(int(order_id), _):
            return Order.card, {"order_id": order_id} | noticing("orders-all-delivered")
        case NothingOpen():
            return Orders.page, {}
        case UnknownOrder(number):
            return Orders.page, noticing(_unknown(number), number=shorten(number, LONGEST_TYPED))
        case LinkFirst():
            return Linking.ways, noticing("question-link-first")
        case MailGiven(is_own):
            return Account.card if is_own else Linking.number, noticing(
                f"question-mail-{'own' if is_own else 'number'}"
            )
        case ProductFound(product_id, _):
            return ProductCard.card, {"product_id": product_id}
        case ProductChoice(product_ids, _, text):
            return Products.page, looking_for(text, product_ids) | noticing("product-choose")
        case ProductSought(text, limit):
            return Products.page, looking_for(text) | costing(limit)
        case StockNewsWanted():
            return Products.page, noticing("product-wish-which")
        case HumanWanted():
            return where_humans_are(settings)
        case WithdrawalWanted(order_ids):
            return Withdrawal.which, {"order_ids": list(order_ids)}
        case ReturnWanted():
            return Orders.page, noticing("return-which")
        case ReturnFound() | UnknownReturn() | OwnListed() | MoneyAwaited() | WithdrawalAsked():
            return return_told(result)
        case WithdrawalDenied():
            return Home.menu, noticing("withdraw-denied")
        case TopicWanted():
            return topic_screen(result, settings, locale)
        case YesOrNo():
            return Home.menu, noticing("question-fine")
        case FaqFound() | DidYouMean() | NotUnderstood():
            return Home.menu, noticing("question-not-understood")


def answers_in_words(result: Result) -> bool:
    """Whether the screen is a statement that may help or not, and no tool to go on with."""
    match result:
        case OrderFound(arrival=arrival):
            return arrival is not None
        case OrderChoice(_, wish):  # below the order that is chosen
            return wish == "delivery_time"
        case WithdrawalAsked():
            return True
        case TopicWanted(intent):
            return intent in STATED
        case _:
            return False


def _about_order(found: OrderFound, locale: Locale) -> dict[str, Any]:
    """What the card begins with."""
    if found.is_only:
        return noticing("question-only-order")
    if found.read_as_typo and found.arrival is None:
        return noticing("question-typo", number=found.number)
    return arrival_notice(found.arrival, locale) if found.arrival else {}


def _unknown(number: str) -> str:
    return "question-order-unknown" if len(number) < TRACKING_NUMBER else "question-parcel-unknown"


def looking_for(text: str, product_ids: Sequence[int] = ()) -> dict[str, Any]:
    """Start data of a result page; `product_ids` are shown where no product has all the words."""
    return {"search": text[:LONGEST_SEARCH], "product_ids": list(product_ids)}


def costing(limit: PriceLimit | None) -> dict[str, Any]:
    """The price as the page's filter, which a tap takes away again."""
    told = {"lowest": limit.lowest, "highest": limit.highest, "most": limit.most} if limit else {}
    kept = {name: str(amount) for name, amount in told.items() if amount is not None}
    return {"limit": kept} if kept else {}


def where_humans_are(settings: Settings) -> Screen:
    """Where the staff cannot be reached in the chat: how they can."""
    if settings.shop_contact:
        return Home.menu, noticing("question-human", contact=settings.shop_contact)
    return Home.menu, noticing("question-human-unknown", shop=settings.shop_name)
