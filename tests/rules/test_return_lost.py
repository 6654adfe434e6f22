"""Which pieces of an order never came, and what is left to somebody who waits for them in vain."""

from datetime import date
from typing import Any

import pytest

from bot.returns.lost import lost_pieces, mark_lost
from bot.returns.paths import Closed, Item, Open, Way, ways_back
from bot.returns.windows import Receipt

MUG, TEA = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 2}, {"id": 2, "sku": "TEA", "name": "Tea", "quantity": 1}
RECEIVED, MUCH_LATER = Receipt(date(2026, 11, 2)), date(2027, 6, 1)


@pytest.mark.parametrize(
    ("parcels", "expected"),
    [
        ([], {1: 0, 2: 0}),
        ([("delivered", {})], {1: 0, 2: 0}),
        ([("lost", {})], {1: 2, 2: 1}),
        ([("returned", {"MUG": 1})], {1: 2, 2: 1}),
        ([("lost", {}), ("cancelled", {})], {1: 2, 2: 1}),
        ([("lost", {"MUG": 1}), ("delivered", {})], {1: 1, 2: 0}),
        ([("lost", {"Mug": 1}), ("in_transit", {"TEA": 1})], {1: 1, 2: 0}),
        ([("lost", {"MUG": 9}), ("delivered", {})], {1: 2, 2: 0}),
        ([("lost", {}), ("delivered", {})], {1: 0, 2: 0}),
        ([("exception", {}), ("delayed", {})], {1: 0, 2: 0}),
        ([("lost", {"MUG": 2}), ("delivered", {"MUG": 2})], {1: 0, 2: 0}),
        ([("lost", {"MUG": 2}), ("in_transit", {"MUG": 1})], {1: 1, 2: 0}),
        ([("lost", {}), ("in_transit", {"MUG": 1})], {1: 1, 2: 1}),
        ([("lost", {}), ("lost", {"MUG": 1}), ("delivered", {"TEA": 1})], {1: 2, 2: 0}),
        ([("lost", {}), ("delivered", {"TEA": 1}), ("label_created", {})], {1: 0, 2: 0}),
    ],
)
def test_lost_is_what_lost_parcels_name_or_all_where_none_is_left(parcels: Any, expected: dict[int, int]) -> None:
    assert lost_pieces([MUG, TEA], parcels) == expected


def test_two_lines_of_one_article_share_what_is_lost() -> None:
    again = MUG | {"id": 3, "quantity": 1}
    assert lost_pieces([MUG, again], [("lost", {"MUG": 2}), ("delivered", {"MUG": 1})]) == {1: 1, 3: 1}
    assert lost_pieces([MUG, again], [("lost", {"MUG": 3}), ("delivered", {})]) == {1: 2, 3: 1}
    assert lost_pieces([MUG, again], [("lost", {"MUG": 2}), ("delivered", {})]) == {1: 2, 3: 0}


def test_what_the_shop_paid_back_without_a_return_is_what_was_lost() -> None:
    [came] = mark_lost([Item(line_id=1, bought=2, taken=1)], [], {1: 1})
    assert came.lost == 0
    [still] = mark_lost([Item(line_id=1, bought=2)], [], {1: 1})
    assert still.lost == 1


def test_what_never_came_can_be_withdrawn_from_without_end_and_by_no_other_way() -> None:
    judged = ways_back(Item(line_id=1, bought=2, lost=2, goodwill_days=30), receipt=RECEIVED, today=MUCH_LATER)
    assert judged.find(Way.WITHDRAWAL) == Open(Way.WITHDRAWAL, None)
    assert (judged.most(Way.WITHDRAWAL), judged.sent, judged.most(Way.GOODWILL)) == (2, 0, 0)
    assert next(each for each in judged.shut if each.way is Way.WARRANTY).why is Closed.NOT_THERE_YET


def test_of_a_line_that_came_in_part_only_the_lost_piece_is_still_open_after_the_period() -> None:
    item = Item(line_id=1, bought=2, lost=1)
    late = ways_back(item, receipt=RECEIVED, today=MUCH_LATER)
    assert (late.most(Way.WITHDRAWAL), late.most(Way.WARRANTY)) == (1, 1)
    in_time = ways_back(item, receipt=RECEIVED, today=date(2026, 11, 3))
    assert in_time.most(Way.WITHDRAWAL) == 2
