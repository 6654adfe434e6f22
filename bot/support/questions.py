"""A typed question and what it is about: an order of one's own, a product, a person, or nothing we know."""

from collections.abc import Sequence
from datetime import date

from bot.shop.orders import list_orders, own_order_numbers
from bot.support.mentions import Mention, find_mentions, find_own, forgive_typo, may_name_an_order
from bot.support.phrases import match_intents
from bot.support.products import find_named, find_named_by_sku
from bot.support.results import (
    Answer,
    HumanWanted,
    IntentMatch,
    LinkFirst,
    NothingOpen,
    NotUnderstood,
    OrderChoice,
    OrderFound,
    ProductChoice,
    ProductFound,
    Result,
    ReturnWanted,
    UnknownOrder,
    WithdrawalWanted,
)

CERTAIN = 1.0
TYPO_FORGIVEN = 0.8
NUMBER_ALONE = 0.9
WISHES: dict[str, type[WithdrawalWanted] | type[ReturnWanted]] = {
    "withdrawal": WithdrawalWanted,
    "give_back": ReturnWanted,
}
# The list of orders begins with the open ones; more than that many nobody picks from by name.
OPEN_ORDERS_SEEN = 8

Own = list[tuple[int, str]]


async def answer(text: str, *, customer_ids: Sequence[int], today: date) -> Answer:
    """What the text asks, looked up among these customers' orders alone; read-only.

    In this order: a withdrawal or return, one's own order number, an article number, a mistyped or unknown order
    number, what the words want, a product's name. What none of these knows is NotUnderstood.
    """
    own = await own_order_numbers(customer_ids) if customer_ids and may_name_an_order(text) else []
    intents = match_intents(text)
    if wanted := _wanted(text, intents, own, linked=bool(customer_ids)):
        return wanted
    if named := _named_orders(text, own):
        return named
    if product := await find_named_by_sku(text):
        return Answer(ProductFound(product.id, product.sku), "product", CERTAIN)
    wants_order = bool(intents) and intents[0].intent == "order_status"
    if numbered := _numbered_order(find_mentions(text), own, wants_order=wants_order, linked=bool(customer_ids)):
        return numbered
    if intents:
        return await _answer_intent(intents, customer_ids, today)
    return await _answer_product(text)


def _wanted(text: str, intents: Sequence[IntentMatch], own: Own, *, linked: bool) -> Answer | None:
    """Something that is to be done about an order, named or not."""
    wish = WISHES.get(intents[0].intent) if intents else None
    if wish is None:
        return None
    result: Result = wish(tuple(find_own(text, own))) if linked else LinkFirst()
    return Answer(result, intents[0].intent, intents[0].confidence, tuple(intents[1:]))


def _named_orders(text: str, own: Own) -> Answer | None:
    ids = find_own(text, own)
    numbers = dict(own)
    if len(ids) == 1:
        return Answer(OrderFound(ids[0], numbers[ids[0]]), "order_status", CERTAIN)
    if ids:
        return Answer(OrderChoice(tuple(numbers[order_id] for order_id in ids)), "order_status", CERTAIN)
    return None


def _numbered_order(mentions: Sequence[Mention], own: Own, *, wants_order: bool, linked: bool) -> Answer | None:
    """A number that is not exactly one's own: a slip in one that is, or unknown, foreign or not alike."""
    meant = [mention for mention in mentions if mention.announced or wants_order]
    for mention in meant:
        if slip := forgive_typo(mention, own):
            return Answer(OrderFound(*slip, read_as_typo=True), "order_status", TYPO_FORGIVEN)
    announced = next((mention for mention in meant if mention.announced), None)
    if announced is None:
        return None
    result = UnknownOrder(announced.text.upper()) if linked else LinkFirst()
    return Answer(result, "order_status", NUMBER_ALONE)


async def _answer_intent(intents: Sequence[IntentMatch], customer_ids: Sequence[int], today: date) -> Answer:
    best, *others = intents
    result = HumanWanted() if best.intent == "human" else await _find_order(customer_ids, today)
    return Answer(result, best.intent, best.confidence, tuple(others))


async def _find_order(customer_ids: Sequence[int], today: date) -> LinkFirst | OrderFound | OrderChoice | NothingOpen:
    """One open order needs no number."""
    if not customer_ids:
        return LinkFirst()
    orders = (await list_orders(customer_ids, today=today, limit=OPEN_ORDERS_SEEN)).orders
    still_open = [order for order in orders if order.is_open]
    if len(still_open) == 1:
        return OrderFound(still_open[0].id, still_open[0].number)
    if still_open:
        return OrderChoice(tuple(order.number for order in still_open))
    last = max(orders, key=lambda order: order.placed_at, default=None)
    return NothingOpen(last.id, last.number) if last else NothingOpen(None, None)


async def _answer_product(text: str) -> Answer:
    found = await find_named(text)
    if not found:
        return Answer(NotUnderstood(), "unknown", 0.0)
    products, confidence = [product for product, _ in found], found[0][1]
    if len(products) == 1:
        return Answer(ProductFound(products[0].id, products[0].sku), "product", confidence)
    choice = ProductChoice(tuple(product.id for product in products), tuple(product.sku for product in products))
    return Answer(choice, "product", confidence)
