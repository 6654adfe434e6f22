"""A typed question and what it is about: an order of one's own, a product, a person, or nothing we know."""

from collections.abc import Sequence
from datetime import date

from bot.shop.orders import list_orders, own_order_numbers
from bot.support.declaring import is_said
from bot.support.matching import Match, match
from bot.support.mentions import Mention, find_mentions, find_own, forgive_typo, may_name_an_order
from bot.support.products import find_named, find_named_by_sku
from bot.support.results import (
    Answer,
    DidYouMean,
    HumanWanted,
    Intent,
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

CERTAIN = 1.0
TYPO_FORGIVEN = 0.8
NUMBER_ALONE = 0.9
WISHES: dict[Intent, type[WithdrawalWanted] | type[ReturnWanted]] = {
    "withdrawal": WithdrawalWanted,
    "return_item": ReturnWanted,
    "damaged_item": ReturnWanted,
    "wrong_item": ReturnWanted,
}
# Where an order is shown, and what is about an order of one's own in other ways.
ABOUT_STATUS: frozenset[Intent] = frozenset({"order_status", "delivery_time"})
ABOUT_ORDERS: frozenset[Intent] = frozenset(
    {"cancel_order", "change_order", "change_address", "invoice", "parcel_missing"}
)
ONES_OWN: frozenset[Intent] = ABOUT_ORDERS | {"refund_status", "loyalty_points"}
# A product that is named says more than that products are asked about.
ABOUT_PRODUCTS: frozenset[Intent] = frozenset({"product_info", "place_order"})
# The list of orders begins with the open ones; more than that many nobody picks from by name.
OPEN_ORDERS_SEEN = 8

Own = list[tuple[int, str]]


async def answer(text: str, *, customer_ids: Sequence[int], today: date) -> Answer:
    """What the text asks, looked up among these customers' orders alone; read-only.

    In this order: what is to be done, with the order that is named; one's own order number; an article number; a
    mistyped or unknown order number; what the words want; a product's name; what the words may mean.
    What none of these knows is NotUnderstood.
    """
    own = await own_order_numbers(customer_ids) if customer_ids and may_name_an_order(text) else []
    matched = match(text)
    wanted = matched.best.intent if matched.best and matched.verdict == "answer" else None
    named = find_own(text, own)
    is_plain = wanted is None and is_said(text)
    if is_plain:
        wanted = "withdrawal"
    if wanted in WISHES or (wanted in ABOUT_ORDERS and named):
        result = await answer_intent(wanted, named, customer_ids=customer_ids, today=today)
        return Answer(result, wanted, CERTAIN) if is_plain else _matched(matched, result)
    if named:
        return _named_orders(named, own)
    if product := await find_named_by_sku(text):
        return Answer(ProductFound(product.id, product.sku), "product", CERTAIN)
    wants_order = wanted in ABOUT_STATUS
    if numbered := _numbered_order(find_mentions(text), own, wants_order=wants_order, linked=bool(customer_ids)):
        return numbered
    if wanted and wanted not in ABOUT_PRODUCTS:
        return _matched(matched, await answer_intent(wanted, (), customer_ids=customer_ids, today=today))
    return await _answer_product(text) or _unsure(matched)


async def answer_intent(
    intent: Intent, order_ids: Sequence[int], *, customer_ids: Sequence[int], today: date
) -> Result:
    """What is done about an intent; `order_ids` are those of the customer's own that were named with it."""
    if intent == "human":
        return HumanWanted()
    if intent in ABOUT_STATUS:
        return await _find_order(customer_ids, today)
    if not customer_ids and (intent in WISHES or intent in ONES_OWN):
        return LinkFirst()
    if wish := WISHES.get(intent):
        return wish(tuple(order_ids))
    if intent in ABOUT_ORDERS:
        return TopicWanted(intent, await _orders_meant(order_ids, customer_ids, today))
    return TopicWanted(intent)


def _matched(matched: Match, result: Result) -> Answer:
    best, *others = matched.intents
    return Answer(result, best.intent, best.confidence, tuple(others))


def _unsure(matched: Match) -> Answer:
    """What products are asked about stands for itself where none is named."""
    if matched.best is None or matched.verdict == "fallback":
        return Answer(NotUnderstood(), "unknown", 0.0)
    if matched.verdict == "answer":
        return _matched(matched, TopicWanted(matched.best.intent))
    return _matched(matched, DidYouMean(tuple(each.intent for each in matched.offered)))


def _named_orders(ids: Sequence[int], own: Own) -> Answer:
    numbers = dict(own)
    if len(ids) == 1:
        return Answer(OrderFound(ids[0], numbers[ids[0]]), "order_status", CERTAIN)
    return Answer(OrderChoice(tuple(numbers[order_id] for order_id in ids)), "order_status", CERTAIN)


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


async def _orders_meant(named: Sequence[int], customer_ids: Sequence[int], today: date) -> tuple[tuple[int, str], ...]:
    """Those that were named, else the open ones."""
    if named:
        numbers = dict(await own_order_numbers(customer_ids))
        return tuple((order_id, numbers[order_id]) for order_id in named if order_id in numbers)
    orders = (await list_orders(customer_ids, today=today, limit=OPEN_ORDERS_SEEN)).orders
    return tuple((order.id, order.number) for order in orders if order.is_open)


async def _answer_product(text: str) -> Answer | None:
    found = await find_named(text)
    if not found:
        return None
    products, confidence = [product for product, _ in found], found[0][1]
    if len(products) == 1:
        return Answer(ProductFound(products[0].id, products[0].sku), "product", confidence)
    choice = ProductChoice(tuple(product.id for product in products), tuple(product.sku for product in products))
    return Answer(choice, "product", confidence)
