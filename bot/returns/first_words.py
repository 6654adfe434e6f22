"""Since when a withdrawal counts: a contract is withdrawn from once, by the first words that do (§ 355 BGB)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.returns.contract import read_contract
from bot.returns.models import Return
from bot.returns.written import Kept, kept_words
from bot.shop.models import Order

# The newest; of older ones no time to withdraw is left.
ORDERS_SEEN = 50


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Words that count and that nobody has confirmed or entered: since when, and which orders they cover."""

    written_at: datetime
    order_ids: tuple[int, ...]


async def declared_since(
    order_id: int, written_at: datetime | None, *, chat_id: int, customer_ids: Sequence[int], **given: Any
) -> datetime | None:
    """The time of the earliest words of this chat that are kept and cover the order, else `written_at`.

    They name it, or name none or all while it was within its period; what was made of them already for this order, or
    taken back, is done with. None: nothing was written. What is left out is for `read_contract`, but `now`.
    """
    given.pop("now", None)
    for words in await kept_words(chat_id):
        if written_at is not None and words.written_at >= written_at:
            break
        order = await Order.get_or_none(id=order_id, customer_id__in=list(customer_ids))
        if order and await _covers(words, order, customer_ids=customer_ids, **given):
            return words.written_at
    return written_at


async def words_about(order_id: int, *, chat_id: int, customer_ids: Sequence[int], **given: Any) -> list[str]:
    """All words of this chat that are kept and cover the order, in the order in which they were written."""
    order = await Order.get_or_none(id=order_id, customer_id__in=list(customer_ids))
    kept = await kept_words(chat_id) if order else []
    return [each.text for each in kept if order and await _covers(each, order, customer_ids=customer_ids, **given)]


async def unconfirmed(*, chat_id: int, customer_ids: Sequence[int], **given: Any) -> Unconfirmed | None:
    """All that this chat has written and not confirmed, as long as somebody can; the rest is for `words_about`."""
    kept = await kept_words(chat_id)
    orders = Order.filter(customer_id__in=list(customer_ids), is_hidden=False).order_by("-placed_at", "-id")
    found = dict[int, datetime]()
    for order in await orders.limit(ORDERS_SEEN) if kept else ():
        for words in kept:
            if order.id not in found and await _covers(words, order, customer_ids=customer_ids, **given):
                found[order.id] = words.written_at
    return Unconfirmed(min(found.values()), tuple(found)) if found else None


async def _covers(words: Kept, order: Order, *, customer_ids: Sequence[int], **given: Any) -> bool:
    if order.placed_at > words.written_at or not await _is_meant(words, order, customer_ids):
        return False
    declared = Return.filter(order_id=order.id, declared_at__not_isnull=True, created_at__gte=words.written_at)
    if await declared.exists():
        return False
    contract = await read_contract(order.id, customer_ids=customer_ids, now=words.written_at, overtakes=True, **given)
    return bool(contract.withdrawable)


async def _is_meant(words: Kept, order: Order, customer_ids: Sequence[int]) -> bool:
    """Of words that came before anybody knew whose chat it is nothing is kept but the number in them."""
    if words.order_ids:
        return order.id in words.order_ids or words.may_be_more
    if _names(words.text, order.number):
        return True
    numbers = await Order.filter(customer_id__in=list(customer_ids)).values_list("number", flat=True)
    return not any(_names(words.text, str(number)) for number in numbers)


def _names(text: str, number: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w)", text) is not None
