"""Answers that need the turn before: the other order, when it comes, yes or no to the bot, a wish gone on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from bot.conversations.topics import Topic
from bot.returns.own import given_lines
from bot.shop.orders import list_orders, own_order_numbers
from bot.shop.own import OwnLine, own_lines, own_parcels
from bot.support.dates import find_deadline
from bot.support.followups import FollowUp, asks_about_something, is_number_alone, read_follow_up
from bot.support.index import current_index
from bot.support.lines import find_lines
from bot.support.own_orders import find_order
from bot.support.products import is_of_catalogue
from bot.support.results import (
    Answer,
    Arrival,
    DidYouMean,
    HumanWanted,
    Intent,
    LinkFirst,
    NotUnderstood,
    OrderChoice,
    OrderFound,
    YesOrNo,
)
from bot.support.returns_meant import MoneyAwaited
from bot.support.sayings import says
from bot.support.tracking import find_parcels, may_name_a_parcel
from bot.support.words import words_of

SURE = 0.95
# What goes on with another order or article; a withdrawal is declared anew for each.
GOES_ON: frozenset[Intent] = frozenset(
    {"return_item", "damaged_item", "wrong_item", "cancel_order", "change_order", "change_address", "invoice",
     "parcel_missing", "withdrawal"}
)  # fmt: skip
# An article that is named may stand for the order it was in.
MAY_BE_BOUGHT: frozenset[Intent | None] = frozenset({None, "product_info", "place_order", "order_status"})
ORDERS_SEEN = 12
# After these "when?" asks when an order comes; after others it may ask when money does.
ABOUT_COMING: frozenset[Intent] = frozenset({"order_status", "delivery_time", "parcel_missing"})


PARCELS = frozenset({"parcel", "deliver", "order", "ship"})


@dataclass(frozen=True, slots=True)
class GoesOn:
    """Something wished before, now about these orders (their ids)."""

    intent: Intent
    order_ids: tuple[int, ...] = ()


async def follow(
    text: str, topic: Topic | None, *, wanted: Intent | None, customer_ids: Sequence[int], today: date
) -> Answer | GoesOn | None:
    """What the text means after the turn before; None where its own words decide.

    `wanted` is what they clearly ask for. The orders are looked up among these customers' own.
    """
    said = read_follow_up(text, today)
    if said in {"yes", "no"}:
        if await is_of_catalogue(text):
            return None
        return _answered(said, topic) if wanted is None or (topic and topic.asked) else None
    if not customer_ids:
        return Answer(LinkFirst(), "order_status", SURE) if said == "other" else None
    if said == "other":
        return await _other(topic, customer_ids, today)
    if said == "when" and topic and topic.intent == "refund_status" and not _is_about_a_parcel(text):
        return Answer(MoneyAwaited(topic.return_id, asks_when=True), "refund_status", SURE)
    return await _when(text, topic, customer_ids, today) if said == "when" else None


async def orders_named(text: str, customer_ids: Sequence[int]) -> list[int]:
    """The orders whose parcels' tracking numbers stand in the text."""
    if not customer_ids or not may_name_a_parcel(text):
        return []
    return find_parcels(text, await own_parcels(customer_ids))


def going_on(
    text: str, topic: Topic | None, named: Sequence[int], *, wanted: Intent | None, today: date
) -> Intent | None:
    """The wish that a mere number goes on with; whoever names the order they are at wants to see it."""
    if topic is None or topic.order_id in named or wanted is not None or not is_number_alone(text, today):
        return None
    return _wish_of(topic)


def is_asked_when(text: str, topic: Topic | None, *, wanted: Intent | None, today: date) -> bool:
    """Whether a mere number says which order was meant by "when does it come?"."""
    if topic is None or topic.order_id is not None or topic.intent != "delivery_time" or wanted is not None:
        return False
    return is_number_alone(text, today)


def is_asked_until(text: str, topic: Topic | None, *, wanted: Intent | None, today: date) -> bool:
    """Whether a mere number says which order was meant by "until when can I withdraw?"."""
    return topic is not None and topic.asked == "until" and wanted is None and is_number_alone(text, today)


async def lines_meant(
    text: str, topic: Topic | None, wanted: Intent | None, customer_ids: Sequence[int]
) -> tuple[Intent, list[OwnLine]] | None:
    """Articles named for a wish, be it said now or before, and what is wished; "order_status" where it is none."""
    wish = wanted if wanted in GOES_ON else None
    if wish is None and topic and wanted in MAY_BE_BOUGHT:
        wish = _wish_of(topic) or ("order_status" if topic.order_id and asks_about_something(text) else None)
    wish = wish or _wish_said(text, wanted)
    if wish is None or wish == "withdrawal" or not customer_ids:
        return None
    lines = find_lines(text, [*await own_lines(customer_ids), *await given_lines(customer_ids)])
    still_coming = [line for line in lines if line.is_open] if wish == "order_status" else []
    return (wish, still_coming or lines) if lines else None


async def order_talked_about(topic: Topic | None, customer_ids: Sequence[int]) -> list[int]:
    """The order of the turn before, if it is these customers' own."""
    if topic is None or topic.order_id is None or not customer_ids:
        return []
    return [each for each, _ in await own_order_numbers(customer_ids) if each == topic.order_id]


def _answered(said: FollowUp | None, topic: Topic | None) -> Answer | GoesOn:
    is_yes = said == "yes"
    meant = [each for each in get_args(Intent) if topic and each in topic.meant]
    match topic.asked if topic else None:
        case "human" if is_yes:
            return Answer(HumanWanted(), "human", SURE)
        case "meant" if is_yes and len(meant) == 1:
            return GoesOn(meant[0])
        case "meant" if is_yes and meant:
            return Answer(DidYouMean(tuple(meant)), meant[0], SURE)
        case "meant" if not is_yes:
            return Answer(NotUnderstood(), "unknown", 0.0)
        case "typo" if not is_yes:
            return Answer(OrderChoice(()), "order_status", SURE)
        case _:
            return Answer(YesOrNo(is_yes), "unknown", SURE)


async def _when(text: str, topic: Topic | None, customer_ids: Sequence[int], today: date) -> Answer | None:
    """When the order that was talked about comes; where none was, the open one, of several the one they choose.

    That is when they have asked where their orders are, or name a day now ("kommt es morgen?").
    """
    talked = topic.order_id if topic else None
    numbers = dict(await own_order_numbers(customer_ids)) if talked else {}
    if talked in numbers:
        return Answer(OrderFound(talked, numbers[talked], arrival=Arrival()), "delivery_time", SURE)
    is_asked = "?" in text or len(text.split()) > 1  # "Morgen!" is a greeting
    if (topic and topic.intent in ABOUT_COMING) or (is_asked and find_deadline(text, today)):
        return Answer(await find_order(customer_ids, today), "delivery_time", SURE)
    return None


async def _other(topic: Topic | None, customer_ids: Sequence[int], today: date) -> Answer | GoesOn:
    """Another open order; for what concerns old ones, too, any other; the same again where there is none."""
    wish = _wish_of(topic) if topic else None
    orders = (await list_orders(customer_ids, today=today, limit=ORDERS_SEEN)).orders
    talked = topic.order_id if topic else None
    others = [order for order in orders if order.id != talked]
    still_open = [order for order in others if order.is_open]
    meant = others if wish else still_open or others
    intent: Intent = wish or "order_status"
    if talked and not meant and (same := [order for order in orders if order.id == talked]):
        return Answer(OrderFound(same[0].id, same[0].number, is_only=True), "order_status", SURE)
    if len(meant) == 1 and talked and wish:
        return GoesOn(wish, (meant[0].id,))
    if len(meant) == 1 and talked:
        return Answer(OrderFound(meant[0].id, meant[0].number), intent, SURE)
    return Answer(OrderChoice(tuple(order.number for order in meant), wish=wish), intent, SURE)


def _is_about_a_parcel(text: str) -> bool:
    """ "Wann kommt das Paket?" leaves the money that was talked about."""
    lexicon = current_index().lexicon
    return any(not PARCELS.isdisjoint(lexicon.mean(word).concepts) for word in words_of(text))


def _wish_said(text: str, wanted: Intent | None) -> Intent | None:
    """Too few words to be sure of, but with an article of one's own they are clear: "où est mon réveil ?"."""
    if says("whereabouts", text) and wanted in MAY_BE_BOUGHT | ABOUT_COMING:
        return "order_status"
    return "return_item" if wanted is None and says("back", text) else None


def _wish_of(topic: Topic) -> Intent | None:
    return next((intent for intent in GOES_ON if intent == topic.intent), None)
