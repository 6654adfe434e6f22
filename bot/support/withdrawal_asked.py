"""What is asked or denied about a withdrawal instead of declared: its last day, its form, "I do not want to"."""

from collections.abc import Sequence

from bot.conversations.topics import Topic
from bot.shop.orders import own_order_numbers
from bot.support.declaring import is_declared, is_denied, is_of_one_made, names_papers
from bot.support.following import order_talked_about
from bot.support.matching import Match
from bot.support.results import Answer, Intent
from bot.support.returns_meant import WithdrawalAsked, WithdrawalDenied
from bot.support.sayings import says

SURE = 0.9


async def asked_about_withdrawal(
    text: str, matched: Match, named: Sequence[int], *, topic: Topic | None, customer_ids: Sequence[int]
) -> Answer | None:
    """For the orders that are `named`, else for the one that was just talked about; None where anything is declared."""
    if not _is_about_it(text, matched) or is_declared(text) or is_of_one_made(text):
        return None
    if is_denied(text):
        return matched.answered(WithdrawalDenied(tuple(named)))
    if not says("form", text) and not says("until", text):
        return None
    ids = tuple(named) or tuple(await order_talked_about(topic, customer_ids))
    return Answer(WithdrawalAsked("form" if says("form", text) else "until", ids), "withdrawal", SURE)


async def asked_until(
    text: str, wanted: Intent | None, named: Sequence[int], *, topic: Topic | None, customer_ids: Sequence[int]
) -> Answer | None:
    """Until when something may go back, as a day: of the order that is named or talked about, or of the only one."""
    if wanted != "return_policy" or not customer_ids or not says("until", text):
        return None
    ids = list(named) or await order_talked_about(topic, customer_ids)
    if not ids and len(own := await own_order_numbers(customer_ids)) == 1:
        ids = [own[0][0]]
    return Answer(WithdrawalAsked("until", tuple(ids)), "return_policy", SURE) if ids else None


def _is_about_it(text: str, matched: Match) -> bool:
    """A cancellation form is one of these, too, whatever else "cancellation" may mean."""
    is_likeliest = matched.best is not None and matched.best.intent == "withdrawal"
    return is_likeliest and (matched.verdict == "answer" or names_papers(text))
