"""What is done about each intent, with the orders that were named with it."""

from collections.abc import Sequence
from datetime import date

from bot.loyalty.coupons import codes_of
from bot.support.own_answers import or_own_answer
from bot.support.own_orders import find_order, orders_meant
from bot.support.results import HumanWanted, Intent, LinkFirst, Result, ReturnWanted, TopicWanted, WithdrawalWanted
from bot.support.returns_meant import MoneyAwaited

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
# What may be about an order, and is heard from whoever says it.
MAY_BE_ABOUT: frozenset[Intent] = frozenset({"complaint", "payment_problem"})
# What old orders are asked about as well as open ones.
OLD_ONES_TOO: frozenset[Intent] = frozenset({"invoice", "parcel_missing", "payment_problem"})


async def answer_intent(
    intent: Intent, order_ids: Sequence[int], *, customer_ids: Sequence[int], today: date
) -> Result:
    """What is done about an intent; `order_ids` are those of the customer's own that were named with it."""
    return await or_own_answer(intent, await _act_on(intent, order_ids, customer_ids, today))


async def _act_on(intent: Intent, order_ids: Sequence[int], customer_ids: Sequence[int], today: date) -> Result:
    if intent == "human":
        return HumanWanted()
    if intent in ABOUT_STATUS:
        return await find_order(customer_ids, today)
    if not customer_ids and intent != "withdrawal" and (intent in WISHES or intent in ONES_OWN):
        return LinkFirst()  # a declaration counts from anybody
    if wish := WISHES.get(intent):
        return wish(tuple(order_ids))
    return MoneyAwaited() if intent == "refund_status" else await _topic(intent, order_ids, customer_ids, today)


async def _topic(intent: Intent, order_ids: Sequence[int], customer_ids: Sequence[int], today: date) -> Result:
    if intent in ABOUT_ORDERS | MAY_BE_ABOUT:
        guesses = intent != "complaint"  # which is heard at once, whatever it is about
        orders = await orders_meant(order_ids, customer_ids, today, guesses=guesses, old_too=intent in OLD_ONES_TOO)
        return TopicWanted(intent, orders)
    return TopicWanted(intent, is_own=intent == "coupon" and bool(await codes_of(customer_ids, limit=1)))
