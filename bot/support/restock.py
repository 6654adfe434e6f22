"""Who wants to hear when something is there again: what they name, or what was just talked about."""

from bot.conversations.topics import Topic
from bot.support.products import find_named, find_named_by_sku
from bot.support.products_meant import ProductChoice, StockNewsWanted
from bot.support.results import Answer, Intent
from bot.support.sayings import says

SURE = 0.9
# What is wanted in so many words goes before it.
BEFORE_IT: frozenset[Intent | None] = frozenset({"human", "withdrawal", "newsletter", "cancel_order"})


async def stock_news_wanted(text: str, topic: Topic | None, *, wanted: Intent | None) -> Answer | None:
    """With the product it is about; who named none is asked which, and then names it alone."""
    is_which = topic is not None and topic.asked == "restock"
    if wanted in BEFORE_IT or not (is_which or says("restock", text)):
        return None
    if product := await find_named_by_sku(text):
        return _answer(product.id)
    named = [product for product, _ in await find_named(text)]
    if len(named) == 1:
        return _answer(named[0].id)
    if named and not is_which:
        choice = ProductChoice(tuple(each.id for each in named), tuple(each.sku for each in named), text)
        return Answer(choice, "product_info", SURE)
    return None if is_which else _answer(topic.product_id if topic else None)


def _answer(product_id: int | None) -> Answer:
    return Answer(StockNewsWanted(product_id), "product_info", SURE)
