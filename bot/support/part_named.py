"""Which items of an order a withdrawal names, so that no more is declared than was meant.

In doubt fewer are chosen: whoever meant more adds it on the screen, which shows what is chosen and what is not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.config import Settings
from bot.returns.first_words import words_about
from bot.returns.policies import current_policy
from bot.shop.own import OwnLine, own_lines
from bot.support.lines import find_each, is_one_of
from bot.support.quantities import ALL_OF_THEM, find_quantity
from bot.support.sayings import Saying, says
from bot.support.spoken import LONGEST_READ, parts_of, spoken

# A letter says in one sentence what in another would be about something else.
SENTENCES = re.compile(r"[^.!?\n]+|[.!?\n]+")
MOST_WORDS = 100


async def part_named(text: str, order_id: int, *, customer_ids: Sequence[int]) -> Mapping[int, int] | None:
    """Pieces by line; None where no item is named, or all of it is meant: then it is about the order.

    Empty where something is named and it is not certain what goes: "all but the pot", all of one order and the pot of
    another, one of two lamps, a part.
    """
    return (await parts_named(text, [order_id], customer_ids=customer_ids)).get(order_id)


async def parts_named(
    text: str, order_ids: Sequence[int], *, customer_ids: Sequence[int]
) -> dict[int, Mapping[int, int]]:
    """The same for several orders, without those that it is about as a whole."""
    own = await own_lines(customer_ids)
    named = {each: _part(text, [line for line in own if line.order_id == each]) for each in order_ids}
    return {each: part for each, part in named.items() if part is not None}


async def part_kept(
    order_id: int, *, chat_id: int, customer_ids: Sequence[int], settings: Settings
) -> Mapping[int, int] | None:
    """The same of the words that this chat has written about it and not confirmed; None where there are none."""
    who: dict[str, Any] = {"customer_ids": customer_ids}
    words = await words_about(order_id, chat_id=chat_id, policy=await current_policy(), settings=settings, **who)
    return await part_named("\n".join(words), order_id, **who) if words else None


def _part(text: str, lines: Sequence[OwnLine]) -> Mapping[int, int] | None:
    named, is_unclear = find_each(text, lines)
    if named and (_says("but_for", text) or _says("all_of_it", text)):
        return {}
    if _says("all_of_it", text):
        return None
    if not named:
        return {} if is_unclear or _says("but_for_some", text) else None
    return {line.id: _pieces(text, line, is_only=len(named) == 1) for line in named}


def _pieces(text: str, line: OwnLine, *, is_only: bool) -> int:
    """The least that may be meant: of "one of the three" one; of several items that are counted one each."""
    if is_one_of(text, line):
        return 1
    sentences = list(_sentences(text))
    counted = [count for sentence in sentences for count in _counts(sentence)]
    if any(not spoken().an.isdisjoint(parts_of(sentence)) for sentence in sentences):
        counted.append(1)
    return min(counted if is_only else [1]) if counted else ALL_OF_THEM


def _counts(sentence: str) -> Iterator[int]:
    words = parts_of(sentence)
    found = (find_quantity(" ".join(words[place:])) for place in range(len(words)))
    yield from (count for count in found if count is not None)


def _says(saying: Saying, text: str) -> bool:
    return any(says(saying, sentence, most=MOST_WORDS) for sentence in _sentences(text))


def _sentences(text: str) -> Iterator[str]:
    for sentence in SENTENCES.findall(text):
        yield from (sentence[start : start + LONGEST_READ] for start in range(0, len(sentence), LONGEST_READ))
