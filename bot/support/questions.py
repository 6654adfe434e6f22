"""A typed question and what it is about: an order of one's own, a product, a person, or nothing we know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversations.topics import Topic
from bot.customers.account import has_mail
from bot.loyalty.coupons import codes_of
from bot.shop.orders import own_order_numbers
from bot.shop.own import OwnLine
from bot.support.arriving import with_arrival
from bot.support.declaring import beside_denied, is_said, withdrawn_instead
from bot.support.following import (
    GoesOn,
    follow,
    going_on,
    is_asked_when,
    lines_meant,
    order_talked_about,
    orders_named,
)
from bot.support.mail import find_mail
from bot.support.matching import Match, match
from bot.support.mentions import find_mentions, find_own, may_name_an_order
from bot.support.own_answers import entries_near, or_own_answer, surely_entry, unsure
from bot.support.own_orders import CERTAIN, NUMBER_ALONE, Own, find_order, named_orders, numbered_order, orders_meant
from bot.support.products import find_named, find_named_by_sku, telling_words
from bot.support.quantities import find_quantity, without_quantity
from bot.support.results import (
    Answer,
    Arrival,
    DidYouMean,
    HumanWanted,
    Intent,
    LinkFirst,
    MailGiven,
    OrderChoice,
    OrderFound,
    ProductChoice,
    ProductFound,
    ProductSought,
    Result,
    ReturnWanted,
    TopicWanted,
    WithdrawalWanted,
)

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
# What is about the order that was just talked about, unless another one is named. A withdrawal is asked about instead.
ABOUT_TOPIC: frozenset[Intent | None] = (
    ABOUT_ORDERS | MAY_BE_ABOUT | frozenset({"return_item", "damaged_item", "wrong_item"})
)
# A product that is named says more than that products are asked about.
ABOUT_PRODUCTS: frozenset[Intent] = frozenset({"product_info", "place_order"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A text, and what its words want; `is_plain` where a withdrawal is said, whatever else it resembles."""

    text: str
    matched: Match
    wanted: Intent | None
    is_plain: bool
    customer_ids: Sequence[int]
    today: date
    topic: Topic | None

    async def what_is_done(self, intent: Intent, order_ids: Sequence[int] = ()) -> Result:
        return await answer_intent(intent, order_ids, customer_ids=self.customer_ids, today=self.today)

    def matching(self, result: Result) -> Answer:
        return Answer(result, "withdrawal", CERTAIN) if self.is_plain else _matched(self.matched, result)


async def answer(text: str, *, customer_ids: Sequence[int], today: date, topic: Topic | None = None) -> Answer:
    """What the text asks, looked up among these customers' orders alone; read-only.

    In this order: an e-mail address alone; what only the turn before (`topic`) explains; an entry of the shop's; what
    is to be done, with the order that is named; one's own order or tracking number; an article number; a mistyped or
    unknown order number; what the words want; a product's name; what the words may mean. What none of these knows is
    NotUnderstood.
    """
    if mail := find_mail(text):
        return Answer(MailGiven(await has_mail(mail, customer_ids)), "account", CERTAIN)
    found = await _answer(text, customer_ids, today, topic)
    return await with_arrival(found, text, topic, customer_ids=customer_ids, today=today)


async def _answer(text: str, customer_ids: Sequence[int], today: date, topic: Topic | None) -> Answer:
    asked = _read(text, customer_ids, today, topic)
    followed = await follow(text, topic, wanted=asked.wanted, customer_ids=customer_ids, today=today)
    if isinstance(followed, Answer):
        return followed
    if followed:
        return await _go_on(followed, asked)
    own = await own_order_numbers(customer_ids) if customer_ids and may_name_an_order(text) else []
    named = find_own(text, own) or await orders_named(text, customer_ids)
    if named and (chosen := await _goes_on_with(named, asked)):
        return chosen
    if not named and (meant := await lines_meant(text, topic, asked.wanted, customer_ids)):
        return await _about_lines(*meant, asked)
    if not named and (entry := surely_entry(await entries_near(text), asked.matched, asked.wanted)):
        return entry
    return await _in_own_words(asked, own, named or await _order_before(asked))


async def _goes_on_with(named: Sequence[int], asked: _Asked) -> Answer | None:
    """A mere number, after the customer was asked which order they mean."""
    text, topic, wanted, today = asked.text, asked.topic, asked.wanted, asked.today
    if wish := going_on(text, topic, named, wanted=wanted, today=today):
        return await _go_on(GoesOn(wish, tuple(named)), asked)
    if len(named) == 1 and is_asked_when(text, topic, wanted=wanted, today=today):
        number = dict(await own_order_numbers(asked.customer_ids))[named[0]]
        return Answer(OrderFound(named[0], number, arrival=Arrival()), "delivery_time", NUMBER_ALONE)
    return None


def _read(text: str, customer_ids: Sequence[int], today: date, topic: Topic | None) -> _Asked:
    matched = match(without_quantity(text))
    if matched.best and matched.best.intent == "withdrawal" and (rest := beside_denied(text)):
        matched = clearer if (clearer := match(rest)).verdict != "fallback" else matched
    wanted = matched.best.intent if matched.best and matched.verdict == "answer" else None
    if wanted == "withdrawal" and (other := withdrawn_instead(text)):
        wanted = other
    is_plain = wanted != "withdrawal" and is_said(text)
    return _Asked(text, matched, "withdrawal" if is_plain else wanted, is_plain, customer_ids, today, topic)


async def _in_own_words(asked: _Asked, own: Own, named: Sequence[int]) -> Answer:
    text, wanted, customer_ids = asked.text, asked.wanted, asked.customer_ids
    if wanted in WISHES or (wanted in ABOUT_ORDERS | MAY_BE_ABOUT and named):
        return asked.matching(_counted(await asked.what_is_done(wanted, named), text))
    if named:
        return named_orders(named, own or await own_order_numbers(customer_ids))
    if product := await find_named_by_sku(text):
        return Answer(ProductFound(product.id, product.sku), "product", CERTAIN)
    wants_order = wanted in ABOUT_STATUS
    if numbered := numbered_order(find_mentions(text), own, wants_order=wants_order, linked=bool(customer_ids)):
        return numbered
    if wanted and wanted not in ABOUT_PRODUCTS:
        return asked.matching(await asked.what_is_done(wanted))
    return await _answer_product(text) or await _unsure(asked)


async def _unsure(asked: _Asked) -> Answer:
    """An entry of the shop's that may be meant is offered; else what comes near of what is sought."""
    perhaps = unsure(asked.matched, await entries_near(asked.text))
    if isinstance(perhaps.result, DidYouMean) and perhaps.result.entries:
        return perhaps
    return await _sought(asked.text, asked.matched) or perhaps


async def _order_before(asked: _Asked) -> list[int]:
    """The order that was just talked about, for what is wished without naming one."""
    return await order_talked_about(asked.topic, asked.customer_ids) if asked.wanted in ABOUT_TOPIC else []


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
    if intent in ABOUT_ORDERS | MAY_BE_ABOUT:
        guesses = intent != "complaint"  # which is heard at once, whatever it is about
        orders = await orders_meant(order_ids, customer_ids, today, guesses=guesses, old_too=intent in OLD_ONES_TOO)
        return TopicWanted(intent, orders)
    return TopicWanted(intent, is_own=intent == "coupon" and bool(await codes_of(customer_ids, limit=1)))


async def _go_on(going: GoesOn, asked: _Asked) -> Answer:
    result = await asked.what_is_done(going.intent, going.order_ids)
    if isinstance(result, WithdrawalWanted):
        result = replace(result, goes_on=True)
    return Answer(result, going.intent, NUMBER_ALONE)


async def _about_lines(intent: Intent, lines: Sequence[OwnLine], asked: _Asked) -> Answer:
    """The order in which the named article is; the customer says which, where it is in several."""
    numbers = {line.order_id: line.number for line in lines}
    if len(numbers) > 1:
        wish = None if intent in ABOUT_STATUS else intent
        return Answer(OrderChoice(tuple(numbers.values()), wish=wish), intent, NUMBER_ALONE)
    order_id, number = next(iter(numbers.items()))
    if intent in ABOUT_STATUS:
        return Answer(OrderFound(order_id, number), intent, NUMBER_ALONE)
    result = await asked.what_is_done(intent, [order_id])
    if isinstance(result, ReturnWanted) and len(lines) == 1:
        result = replace(result, line_id=lines[0].id)
    return Answer(_counted(result, asked.text), intent, NUMBER_ALONE)


def _counted(result: Result, text: str) -> Result:
    """With how many pieces are to go back."""
    return replace(result, quantity=find_quantity(text)) if isinstance(result, ReturnWanted) else result


def _matched(matched: Match, result: Result) -> Answer:
    best, *others = matched.intents
    return Answer(result, best.intent, best.confidence, tuple(others))


async def _answer_product(text: str) -> Answer | None:
    found = await find_named(text)
    if not found:
        return None
    products, confidence = [product for product, _ in found], found[0][1]
    if len(products) == 1:
        return Answer(ProductFound(products[0].id, products[0].sku), "product", confidence)
    choice = ProductChoice(tuple(each.id for each in products), tuple(each.sku for each in products), text)
    return Answer(choice, "product", confidence)


async def _sought(text: str, matched: Match) -> Answer | None:
    """Who asks for a product, and names something that we do not know, is shown what comes near."""
    best, *others = (*matched.intents, None)
    if best is None or best.intent not in ABOUT_PRODUCTS or matched.verdict == "fallback":
        return None
    # "Habt ihr Schneeschuhe?" is half unknown words; what is twice as likely as all else is what is asked.
    likely = matched.verdict == "answer" or not others[0] or best.confidence >= 2 * others[0].confidence
    return _matched(matched, ProductSought(text)) if likely and await telling_words(text) else None
