"""A typed question and what it is about: an order of one's own, a product, a person, or nothing we know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.conversations.topics import Topic
from bot.customers.account import has_mail
from bot.shop.orders import own_order_numbers
from bot.shop.own import OwnLine
from bot.support.acting import ABOUT_ORDERS, ABOUT_STATUS, MAY_BE_ABOUT, WISHES, answer_intent
from bot.support.arriving import with_arrival
from bot.support.declaring import beside_denied, is_said, withdrawn_instead
from bot.support.defects import damage_told
from bot.support.following import (
    GoesOn,
    follow,
    going_on,
    is_asked_until,
    is_asked_when,
    lines_meant,
    order_talked_about,
    orders_named,
)
from bot.support.mail import find_mail, find_mail_and_number
from bot.support.matching import Match, match
from bot.support.mentions import find_mentions, find_own, may_name_an_order
from bot.support.own_answers import entries_near, surely_entry, unsure
from bot.support.own_orders import CERTAIN, NUMBER_ALONE, Own, named_orders, numbered_order
from bot.support.own_returns import (
    listed,
    return_helped,
    return_named,
    return_shipped,
    return_that_gave,
    return_unknown,
)
from bot.support.prices import Priced, find_price
from bot.support.product_questions import ABOUT_PRODUCTS, answer_product, sought
from bot.support.products import find_named_by_sku
from bot.support.products_meant import ProductFound
from bot.support.quantities import find_quantity, without_quantity
from bot.support.restock import stock_news_wanted
from bot.support.results import (
    Answer,
    Arrival,
    DidYouMean,
    Intent,
    MailGiven,
    OrderChoice,
    OrderFound,
    Result,
    ReturnWanted,
    WithdrawalWanted,
)
from bot.support.returns_meant import WithdrawalAsked
from bot.support.sayings import says
from bot.support.withdrawal_asked import asked_about_withdrawal, asked_until

# What is about the order that was just talked about, unless another one is named. A withdrawal is asked about instead.
ABOUT_TOPIC: frozenset[Intent | None] = (
    ABOUT_ORDERS | MAY_BE_ABOUT | frozenset({"return_item", "damaged_item", "wrong_item"})
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A text, and what its words want; `is_plain` where a withdrawal is said, whatever else it resembles."""

    text: str
    matched: Match
    wanted: Intent | None
    is_plain: bool
    priced: Priced | None
    customer_ids: Sequence[int]
    today: date
    topic: Topic | None

    async def what_is_done(self, intent: Intent, order_ids: Sequence[int] = ()) -> Result:
        return await answer_intent(intent, order_ids, customer_ids=self.customer_ids, today=self.today)

    def matching(self, result: Result) -> Answer:
        return Answer(result, "withdrawal", CERTAIN) if self.is_plain else self.matched.answered(result)


async def answer(text: str, *, customer_ids: Sequence[int], today: date, topic: Topic | None = None) -> Answer:
    """What the text asks, looked up among these customers' orders alone; read-only.

    In this order: an e-mail address alone; what only the turn before (`topic`) explains; a return of one's own by its
    number; an entry of the shop's; what is to be done, with the order that is named; one's own order or tracking
    number, of a return as well; an article number; a mistyped or unknown number of a return or an order; what the words
    want; a product's name; what the words may mean. What none of these knows is NotUnderstood.
    """
    if mail := find_mail(text):
        return Answer(MailGiven(await has_mail(mail, customer_ids)), "account", CERTAIN)
    if not customer_ids and (told := find_mail_and_number(text)):
        return Answer(MailGiven(is_own=False, number=told[1]), "account", CERTAIN)
    found = await _answer(text, customer_ids, today, topic)
    return await with_arrival(found, text, topic, customer_ids=customer_ids, today=today)


async def _answer(text: str, customer_ids: Sequence[int], today: date, topic: Topic | None) -> Answer:
    asked = _read(text, customer_ids, today, topic)
    followed = await follow(text, topic, wanted=asked.wanted, customer_ids=customer_ids, today=today)
    if isinstance(followed, Answer):
        return followed
    if followed:
        return await _go_on(followed, asked)
    if told := await return_named(text, wanted=asked.wanted, customer_ids=customer_ids):
        return told
    own = await own_order_numbers(customer_ids) if customer_ids and may_name_an_order(text) else []
    named = find_own(text, own) or await orders_named(text, customer_ids)
    shipped = None if named else await return_shipped(text, wanted=asked.wanted, customer_ids=customer_ids)
    helped = shipped or await return_helped(text, named, topic, wanted=asked.wanted, customer_ids=customer_ids)
    if told := helped or await damage_told(text, named, wanted=asked.wanted, customer_ids=customer_ids):
        return told
    if named:
        return await _goes_on_with(named, asked) or await _in_own_words(asked, own, named)
    return await _without_number(asked, own)


async def _without_number(asked: _Asked, own: Own) -> Answer:
    text, topic, customer_ids = asked.text, asked.topic, asked.customer_ids
    if told := await stock_news_wanted(text, topic, wanted=asked.wanted):
        return told
    if not asked.priced and (meant := await lines_meant(text, topic, asked.wanted, customer_ids)):
        return await _about_lines(*meant, asked)
    if entry := surely_entry(await entries_near(text), asked.matched, asked.wanted):
        return entry
    return listed(text, linked=bool(customer_ids)) or await _in_own_words(asked, own, await _order_before(asked))


async def _goes_on_with(named: Sequence[int], asked: _Asked) -> Answer | None:
    """A mere number, after the customer was asked which order they mean."""
    text, topic, wanted, today = asked.text, asked.topic, asked.wanted, asked.today
    if is_asked_until(text, topic, wanted=wanted, today=today):
        return Answer(WithdrawalAsked("until", tuple(named)), "withdrawal", NUMBER_ALONE)
    if wish := going_on(text, topic, named, wanted=wanted, today=today):
        return await _go_on(GoesOn(wish, tuple(named)), asked)
    if len(named) == 1 and is_asked_when(text, topic, wanted=wanted, today=today):
        number = dict(await own_order_numbers(asked.customer_ids))[named[0]]
        return Answer(OrderFound(named[0], number, arrival=Arrival()), "delivery_time", NUMBER_ALONE)
    return None


def _read(text: str, customer_ids: Sequence[int], today: date, topic: Topic | None) -> _Asked:
    priced = find_price(text)
    matched = match(without_quantity(text))
    if matched.best and matched.best.intent == "withdrawal" and (rest := beside_denied(text)):
        matched = clearer if (clearer := match(rest)).verdict != "fallback" else matched
    wanted = matched.best.intent if matched.best and matched.verdict == "answer" else None
    if wanted == "withdrawal" and (other := withdrawn_instead(text)):
        wanted = other
    is_plain = wanted != "withdrawal" and is_said(text)
    return _Asked(text, matched, "withdrawal" if is_plain else wanted, is_plain, priced, customer_ids, today, topic)


async def _in_own_words(asked: _Asked, own: Own, named: Sequence[int]) -> Answer:
    text, wanted, customer_ids = asked.text, asked.wanted, asked.customer_ids
    asking = asked_about_withdrawal(text, asked.matched, named, topic=asked.topic, customer_ids=customer_ids)
    if told := await asking or await asked_until(text, wanted, named, topic=asked.topic, customer_ids=customer_ids):
        return told
    if wanted in WISHES or (wanted in ABOUT_ORDERS | MAY_BE_ABOUT and named):
        return asked.matching(_counted(await asked.what_is_done(wanted, named), text))
    if named:
        return await _about_orders(named, asked, own)
    if told := await _numbered(asked, own):
        return told
    if wanted and wanted not in ABOUT_PRODUCTS:
        return asked.matching(await asked.what_is_done(wanted))
    return await answer_product(text, asked.matched, asked.priced) or await _unsure(asked)


async def _about_orders(named: Sequence[int], asked: _Asked, own: Own) -> Answer:
    """The orders themselves, unless so much as "1002 zurückgeben" is said."""
    if asked.wanted is None and says("back", asked.text):
        result = await asked.what_is_done("return_item", named)
        return Answer(_counted(result, asked.text), "return_item", NUMBER_ALONE)
    return named_orders(named, own or await own_order_numbers(asked.customer_ids))


async def _numbered(asked: _Asked, own: Own) -> Answer | None:
    """An article number, or what looks like the number of a return or an order and is not exactly one's own."""
    text, wanted, customer_ids = asked.text, asked.wanted, asked.customer_ids
    if product := await find_named_by_sku(text):
        return Answer(ProductFound(product.id, product.sku), "product", CERTAIN)
    if told := await return_unknown(text, wanted=wanted, customer_ids=customer_ids):
        return told
    wants_order = wanted in ABOUT_STATUS
    return numbered_order(find_mentions(text), own, wants_order=wants_order, linked=bool(customer_ids))


async def _unsure(asked: _Asked) -> Answer:
    """An entry of the shop's that may be meant is offered; else what comes near of what is sought."""
    perhaps = unsure(asked.matched, await entries_near(asked.text))
    if isinstance(perhaps.result, DidYouMean) and perhaps.result.entries:
        return perhaps
    return await sought(asked.text, asked.matched) or perhaps


async def _order_before(asked: _Asked) -> list[int]:
    """The order that was just talked about, for what is wished without naming one."""
    return await order_talked_about(asked.topic, asked.customer_ids) if asked.wanted in ABOUT_TOPIC else []


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
    only = lines[0] if len(lines) == 1 else None
    if intent in ABOUT_STATUS:
        given = await return_that_gave(only, asked.customer_ids)
        return given or Answer(OrderFound(order_id, number), intent, NUMBER_ALONE)
    result = await asked.what_is_done(intent, [order_id])
    if isinstance(result, ReturnWanted) and only:
        result = replace(result, line_id=only.id, follows=only.given_by)
    return Answer(_counted(result, asked.text), intent, NUMBER_ALONE)


def _counted(result: Result, text: str) -> Result:
    """With how many pieces are to go back."""
    return replace(result, quantity=find_quantity(text)) if isinstance(result, ReturnWanted) else result
