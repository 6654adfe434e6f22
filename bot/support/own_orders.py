"""Which of the customer's own orders a question is about: named, mistyped, the only open one, or one of several."""

from collections.abc import Sequence
from datetime import date

from bot.returns.declarations import still_awaited
from bot.shop.orders import list_orders, own_order_numbers
from bot.support.mentions import Mention, forgive_typo
from bot.support.results import Answer, LinkFirst, NothingOpen, OrderChoice, OrderFound, UnknownOrder

CERTAIN = 1.0
TYPO_FORGIVEN = 0.8
NUMBER_ALONE = 0.9
# The list of orders begins with the open ones; more than that many nobody picks from by name.
OPEN_ORDERS_SEEN = 8

Own = list[tuple[int, str]]


def named_orders(ids: Sequence[int], own: Own) -> Answer:
    numbers = dict(own)
    if len(ids) == 1:
        return Answer(OrderFound(ids[0], numbers[ids[0]]), "order_status", CERTAIN)
    return Answer(OrderChoice(tuple(numbers[order_id] for order_id in ids)), "order_status", CERTAIN)


def numbered_order(mentions: Sequence[Mention], own: Own, *, wants_order: bool, linked: bool) -> Answer | None:
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


async def find_order(customer_ids: Sequence[int], today: date) -> LinkFirst | OrderFound | OrderChoice | NothingOpen:
    """One open order needs no number."""
    if not customer_ids:
        return LinkFirst()
    orders = (await list_orders(customer_ids, today=today, limit=OPEN_ORDERS_SEEN)).orders
    still_open = await still_awaited(orders) or [order for order in orders if order.is_open]
    if len(still_open) == 1:
        return OrderFound(still_open[0].id, still_open[0].number)
    if still_open:
        return OrderChoice(tuple(order.number for order in still_open))
    last = max(orders, key=lambda order: order.placed_at, default=None)
    return NothingOpen(last.id, last.number) if last else NothingOpen(None, None)


async def orders_meant(
    named: Sequence[int], customer_ids: Sequence[int], today: date, *, guesses: bool, old_too: bool
) -> tuple[tuple[int, str], ...]:
    """Those that were named; else, as a guess, the open ones, or all of the latest where none is or `old_too`."""
    if named:
        numbers = dict(await own_order_numbers(customer_ids))
        return tuple((order_id, numbers[order_id]) for order_id in named if order_id in numbers)
    if not guesses or not customer_ids:
        return ()
    orders = (await list_orders(customer_ids, today=today, limit=OPEN_ORDERS_SEEN)).orders
    still_open = () if old_too else tuple(order for order in orders if order.is_open)
    return tuple((order.id, order.number) for order in still_open or orders)
