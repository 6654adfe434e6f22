"""Chosen items in the data of a button: what goes in comes out, and never as pieces of other items."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.returns.entering_pieces import CODE, MARK, Items
from bot.returns.line import LineBack

KINDS = st.lists(st.tuples(st.sampled_from([None, 7, 9]), st.integers(1, 12)), max_size=30)


def a_line(line_id: int, follows: int | None, left: int) -> LineBack:
    eligibility = SimpleNamespace(most=lambda _: left)
    return cast(LineBack, SimpleNamespace(id=line_id, follows=follows, eligibility=eligibility))


def some_lines(kinds: list[tuple[int | None, int]]) -> list[LineBack]:
    return [a_line(place, *kind) for place, kind in enumerate(kinds, 1)]


@given(kinds=KINDS, data=st.data())
def test_what_is_packed_is_read_again(kinds: list[tuple[int | None, int]], data: Any) -> None:
    lines = some_lines(kinds)
    items = Items.of(lines)
    counts = [data.draw(st.integers(0, line.eligibility.most(cast(Any, None)))) for line in items.lines]
    packed = items.pack(counts)
    assert len(packed) == MARK + CODE
    assert items.read(packed) == counts
    choice = items.choice(counts)
    assert [choice.of(line) for line in items.lines] == counts


def test_what_was_chosen_of_other_items_is_nothing() -> None:
    lines = some_lines([(None, 2), (None, 1), (7, 1)])
    packed = Items.of(lines).pack([0, 1, 0])
    for others in (lines[:2], lines[1:], some_lines([(None, 3), (None, 1), (7, 1)]), some_lines([(None, 1)] * 3)):
        assert Items.of(others).read(packed) is None


def test_as_many_items_as_there_is_room_for() -> None:
    assert len(Items.of(some_lines([(None, 1)] * 40)).lines) == 18
    assert len(Items.of(some_lines([(None, 999)] * 4)).lines) == 1


@pytest.mark.parametrize("data", ["", "0", "00000", "zzzzzz", "-----"])
def test_what_is_invented_is_nothing(data: str) -> None:
    assert Items.of(some_lines([(None, 2), (None, 1)])).read(data) is None
