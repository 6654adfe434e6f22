"""Which screen answers what a question turned out to be."""

from bot.config import Settings
from bot.support.results import (
    DidYouMean,
    HumanWanted,
    LinkFirst,
    NothingOpen,
    NotUnderstood,
    OrderChoice,
    OrderFound,
    ProductChoice,
    ProductFound,
    Result,
    ReturnWanted,
    TopicWanted,
    UnknownOrder,
    WithdrawalWanted,
)
from dialogs.order_buttons import choosing
from dialogs.states import Home, Linking, Order, Orders, Products, Withdrawal
from dialogs.widgets import LONGEST_TYPED, noticing, shorten
from handlers.topics import Screen, topic_screen


def screen_for(result: Result, settings: Settings) -> Screen:  # noqa: C901, PLR0911, PLR0912  # one case a result
    """Which screen answers, and what it begins with."""
    match result:
        case OrderFound(order_id, number, read_as_typo):
            notice = noticing("question-typo", number=number) if read_as_typo else {}
            return Order.card, {"order_id": order_id} | notice
        case OrderChoice(numbers):
            return Orders.page, choosing(numbers)
        case NothingOpen(int(order_id), _):
            return Order.card, {"order_id": order_id} | noticing("orders-all-delivered")
        case NothingOpen():
            return Orders.page, {}
        case UnknownOrder(number):
            return Orders.page, noticing("question-order-unknown", number=shorten(number, LONGEST_TYPED))
        case LinkFirst():
            return Linking.ways, noticing("question-link-first")
        case ProductFound(product_id, _):
            return Products.card, {"product_id": product_id}
        case ProductChoice(product_ids, _):
            return Products.page, {"product_ids": list(product_ids)} | noticing("product-choose")
        case HumanWanted():
            return where_humans_are(settings)
        case WithdrawalWanted(order_ids):
            return Withdrawal.which, {"order_ids": list(order_ids)}
        case ReturnWanted():
            return Orders.page, noticing("return-which")
        case TopicWanted():
            return topic_screen(result, settings)
        case DidYouMean() | NotUnderstood():
            return Home.menu, noticing("question-not-understood")


def where_humans_are(settings: Settings) -> Screen:
    """Where the staff cannot be reached in the chat: how they can."""
    if settings.shop_contact:
        return Home.menu, noticing("question-human", contact=settings.shop_contact)
    return Home.menu, noticing("question-human-unknown", shop=settings.shop_name)
