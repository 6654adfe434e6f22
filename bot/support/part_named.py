"""Which items of an order a withdrawal names, so that no more is declared than was meant."""

from collections.abc import Mapping, Sequence

from bot.config import Settings
from bot.returns.first_words import words_about
from bot.returns.policies import current_policy
from bot.shop.own import own_lines
from bot.support.lines import find_each, is_one_of
from bot.support.quantities import ALL_OF_THEM, find_quantity
from bot.support.sayings import says


async def part_named(text: str, order_id: int, *, customer_ids: Sequence[int]) -> Mapping[int, int] | None:
    """Pieces by line; None where no item is named, or all of them are: then it is about the order.

    Empty where something is named and it is not certain what goes: "all but the pot", one of two lamps.
    """
    lines = [line for line in await own_lines(customer_ids) if line.order_id == order_id]
    named, is_unclear = find_each(text, lines)
    if not named and not is_unclear:
        return None
    if says("but_for", text):
        return {}
    pieces = find_quantity(text) or (1 if len(named) == 1 and is_one_of(text, named[0]) else None)
    if says("all_of_it", text) or (len(named) == len(lines) and pieces in {None, ALL_OF_THEM}):
        return None
    return {line.id: pieces if pieces and len(named) == 1 else ALL_OF_THEM for line in named}


async def part_kept(
    order_id: int, *, chat_id: int, customer_ids: Sequence[int], settings: Settings
) -> Mapping[int, int] | None:
    """The same of the words that this chat has written about it and not confirmed; None where there are none."""
    who = {"customer_ids": customer_ids}
    words = await words_about(order_id, chat_id=chat_id, policy=await current_policy(), settings=settings, **who)
    return await part_named("\n".join(words), order_id, **who) if words else None
