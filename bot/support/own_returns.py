"""A return of one's own that a text is about: by its number, by what is needed of it, or the list of them."""

import re
from collections.abc import Sequence
from typing import get_args

from bot.conversations.topics import Topic
from bot.returns.numbers import NUMBER_LENGTH
from bot.returns.own import OwnReturn, own_returns, return_parcels
from bot.shop.numbers import normalise_number
from bot.shop.own import OwnLine
from bot.support.declaring import is_declared
from bot.support.mentions import Mention, forgive_typo
from bot.support.own_orders import CERTAIN, NUMBER_ALONE, TYPO_FORGIVEN
from bot.support.results import Answer, Intent, LinkFirst
from bot.support.returns_meant import Help, MoneyAwaited, OwnListed, ReturnFound, UnknownReturn
from bot.support.sayings import says
from bot.support.tracking import find_parcels, may_name_a_parcel

SURE = 0.95
# "R-7K3F9", "r 7k3f9"; without a dash only with a digit: "retour" is none.
NUMBER = re.compile(rf"(?<![^\W_])r([\s\-\N{{EN DASH}}_#.]{{0,3}})(\w{{{NUMBER_LENGTH}}})(?!\w)", re.IGNORECASE)
ALONE = re.compile(rf"\W*(\w{{{NUMBER_LENGTH}}})\W*")
# What goes before everything that is said about a return.
BEFORE_RETURNS: frozenset[Intent | None] = frozenset({"human", "complaint", "privacy"})
# What may be meant by words that need something of a return, where they are understood at all.
MAY_NEED: frozenset[Intent | None] = frozenset(
    {None, "return_item", "return_policy", "refund_status", "withdrawal", "order_status", "cancel_order",
     "change_order", "place_order", "greeting"}
)  # fmt: skip


async def return_named(text: str, *, wanted: Intent | None, customer_ids: Sequence[int]) -> Answer | None:
    """The return of one's own whose number stands in the text; one without its "R" only where it stands alone."""
    letters = _letters_in(text) or (alone[1] if (alone := ALONE.fullmatch(text)) else None)
    if letters is None or not customer_ids or wanted in BEFORE_RETURNS:
        return None
    if wanted == "withdrawal" and is_declared(text):  # whatever number stands beside it
        return None
    key = normalise_number(f"R-{letters}")
    found = next((each for each in await own_returns(customer_ids) if normalise_number(each.number) == key), None)
    return _told(found, text, wanted) if found else None


async def return_shipped(text: str, *, wanted: Intent | None, customer_ids: Sequence[int]) -> Answer | None:
    """The return of one's own that the tracking number in the text brings back, or that the number's parcel is for."""
    if not customer_ids or wanted in BEFORE_RETURNS or not may_name_a_parcel(text):
        return None
    found = find_parcels(text, await return_parcels(customer_ids))
    known = next((each for each in await own_returns(customer_ids) if each.id in found), None) if found else None
    return _told(known, text, wanted) if known else None


async def return_that_gave(line: OwnLine | None, customer_ids: Sequence[int]) -> Answer | None:
    """The return by which this article came, whose card tells where it is; None for what was bought."""
    if line is None or line.given_by is None:
        return None
    found = next((each for each in await own_returns(customer_ids) if each.id == line.given_by), None)
    return Answer(ReturnFound(found.id, found.number), "order_status", NUMBER_ALONE) if found else None


async def return_unknown(text: str, *, wanted: Intent | None, customer_ids: Sequence[int]) -> Answer | None:
    """What looks like the number of a return and is none of one's own: one slip is forgiven among those, none else's is
    looked up."""
    letters = _letters_in(text)
    if letters is None or wanted in BEFORE_RETURNS:
        return None
    if not customer_ids:
        return Answer(LinkFirst(), "refund_status", NUMBER_ALONE)
    number = f"R-{letters.upper()}"
    own = {each.id: each for each in await own_returns(customer_ids)}
    slip = forgive_typo(
        Mention(number, normalise_number(number), announced=True), [(each.id, each.number) for each in own.values()]
    )
    if slip:
        return _told(own[slip[0]], text, wanted, TYPO_FORGIVEN)
    return Answer(UnknownReturn(number), "refund_status", CERTAIN)


async def return_helped(
    text: str, named: Sequence[int], topic: Topic | None, *, wanted: Intent | None, customer_ids: Sequence[int]
) -> Answer | None:
    """What is needed of a return that is under way: of the order that is named, of what was talked about, or the only
    one; the customer says for which of several."""
    needed = help_in(text)
    if needed is None or wanted not in MAY_NEED or not customer_ids or (wanted == "withdrawal" and is_declared(text)):
        return None
    under_way = [each for each in await own_returns(customer_ids) if each.is_open]
    meant = _meant(under_way, needed, named, topic)
    if len(meant) == 1:
        return Answer(ReturnFound(meant[0].id, meant[0].number, needed), "return_item", SURE)
    return Answer(OwnListed("returns", needed), "return_item", SURE) if meant else None


def help_in(text: str) -> Help | None:
    return next((each for each in get_args(Help) if says(each, text)), None)


def _meant(
    under_way: Sequence[OwnReturn], needed: Help, named: Sequence[int], topic: Topic | None
) -> Sequence[OwnReturn]:
    orders = list(named) or ([topic.order_id] if topic and topic.order_id else [])
    shown = [each for each in under_way if topic and each.id == topic.return_id and not named]
    of_orders = [each for each in under_way if each.order_id in orders]
    if shown or of_orders or named:
        return shown or of_orders
    if needed == "next" and orders:  # what comes next is asked of that order
        return []
    fitting = {
        "label": [each for each in under_way if each.awaits_parcel],
        "keep": [each for each in under_way if each.may_be_dropped],
    }
    return fitting.get(needed) or under_way


def listed(text: str, *, linked: bool) -> Answer | None:
    """ "My orders", "my returns", and nothing besides."""
    if says("returns", text):
        return Answer(OwnListed("returns") if linked else LinkFirst(), "refund_status", SURE)
    if says("orders", text):
        return Answer(OwnListed("orders") if linked else LinkFirst(), "account", SURE)
    return None


def _letters_in(text: str) -> str | None:
    found = NUMBER.search(text)
    return found[2] if found and ("-" in found[1] or any(map(str.isdecimal, found[2]))) else None


def _told(found: OwnReturn, text: str, wanted: Intent | None, confidence: float = CERTAIN) -> Answer:
    needed = help_in(text)
    if wanted == "refund_status" and needed is None:
        return Answer(MoneyAwaited(found.id), "refund_status", confidence)
    return Answer(ReturnFound(found.id, found.number, needed), "refund_status", confidence)
