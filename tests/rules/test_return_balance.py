"""Nothing is asked back that never came, and nothing is kept that came: whatever parcels get lost, turn up or leave."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.returns.balance import Declared, Turns, turns

MUGS = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 2, "return_exclusion": None}
POT = {"id": 2, "sku": "POT", "name": "Pot", "quantity": 1, "return_exclusion": None}
ONE, TWO = {"MUG": 1}, {"MUG": 2}
LOST, BACK, STOPPED = Declared(7, 1, lost=1), Declared(8, 1, unsent=1), Declared(9, 1, stopped=1)


def judged(*declared: Declared, parcels: Any, lines: Any = (MUGS,), **more: Any) -> Turns:
    return turns("paid", lines, parcels, declared, **{"paid_back": {}, "given": {}} | more)


@pytest.mark.parametrize(
    ("parcels", "declared", "expected"),
    [
        ([("lost", TWO)], [Declared(7, 1, lost=2)], {}),
        ([("in_transit", TWO)], [Declared(7, 1, lost=2)], {7: 2}),
        ([("returning", TWO)], [Declared(7, 1, lost=2)], {}),
        ([("lost", {})], [Declared(7, 1, lost=2)], {}),
        ([("delivered", {})], [Declared(7, 1, lost=2)], {7: 2}),
        ([("cancelled", TWO)], [Declared(7, 1, lost=2)], {}),
        # one of the two turns up: of one return a part, of two returns the first
        ([("lost", ONE), ("delivered", ONE)], [Declared(7, 1, lost=2)], {7: 1}),
        ([("lost", ONE), ("delivered", ONE)], [LOST, Declared(6, 1, lost=1)], {7: 1}),
        ([("delivered", ONE), ("delivered", ONE)], [LOST, Declared(6, 1, lost=1)], {7: 1, 6: 1}),
        # the other piece has come all along
        ([("lost", ONE), ("delivered", ONE)], [LOST], {}),
        ([("delivered", ONE), ("delivered", ONE)], [LOST], {7: 1}),
        # what nobody knows of a lost parcel, and a new one beside it
        ([("lost", {}), ("label_created", ONE)], [Declared(7, 1, lost=2)], {}),
        ([("lost", {}), ("in_transit", ONE)], [Declared(7, 1, lost=2)], {7: 1}),
        ([("lost", {}), ("in_transit", TWO)], [Declared(7, 1, lost=2)], {7: 2}),
        ([("lost", {}), ("in_transit", {})], [Declared(7, 1, lost=2)], {}),
        ([("lost", TWO), ("in_transit", TWO)], [Declared(7, 1, lost=2)], {7: 2}),
        # another piece leaves the shop
        ([("lost", ONE), ("in_transit", ONE)], [LOST], {}),
    ],
)
def test_so_many_lost_pieces_come_back_as_were_found(parcels: Any, declared: Any, expected: dict[int, int]) -> None:
    made = judged(*declared, parcels=parcels)
    assert {return_id: pieces[1] for return_id, pieces in made.found.items()} == expected
    assert not made.left


@pytest.mark.parametrize(
    ("parcels", "declared", "expected"),
    [
        ([("lost", TWO)], [Declared(8, 1, unsent=2)], {8: 2}),
        ([("returned", TWO)], [Declared(8, 1, unsent=2)], {8: 2}),
        ([("delivered", TWO)], [Declared(8, 1, unsent=2)], {}),
        ([("delivered", ONE), ("lost", ONE)], [Declared(8, 1, unsent=2)], {8: 1}),
        ([("delivered", ONE), ("lost", ONE)], [BACK], {8: 1}),  # the other one is the customer's to keep
        ([("delivered", ONE), ("lost", ONE)], [LOST, BACK], {}),
        ([("lost", ONE), ("lost", ONE)], [LOST, BACK], {8: 1}),
        ([("lost", {}), ("delivered", ONE)], [Declared(8, 1, unsent=2)], {8: 1}),
        ([("lost", {}), ("delivered", {})], [Declared(8, 1, unsent=2)], {}),
        ([("lost", ONE)], [BACK, STOPPED], {8: 1}),  # the other one lies in the shop
        ([("lost", ONE), ("label_created", ONE)], [BACK, STOPPED], {8: 1}),
        ([("lost", ONE), ("in_transit", ONE)], [BACK], {8: 1}),
    ],
)
def test_what_will_never_come_need_not_be_sent_back(parcels: Any, declared: Any, expected: dict[int, int]) -> None:
    made = judged(*declared, parcels=parcels)
    assert {return_id: pieces[1] for return_id, pieces in made.never.items()} == expected
    assert not made.found


@pytest.mark.parametrize(
    ("parcels", "declared", "expected"),
    [
        ([("in_transit", TWO)], [Declared(9, 1, stopped=2)], {9: 2}),
        ([("in_transit", ONE)], [Declared(9, 1, stopped=2)], {9: 2}),  # all was cancelled, and all parcels have left
        ([("in_transit", ONE), ("label_created", ONE)], [Declared(9, 1, stopped=2)], {9: 1}),
        ([("in_transit", ONE)], [STOPPED], {}),
        ([("in_transit", {})], [STOPPED], {}),
        ([("in_transit", {})], [Declared(9, 1, stopped=2)], {9: 2}),
        ([("in_transit", ONE), ("in_transit", ONE)], [STOPPED], {9: 1}),
        ([("lost", TWO)], [Declared(9, 1, stopped=2)], {}),
        # one was lost and declared, the other is what leaves
        ([("lost", ONE), ("in_transit", ONE)], [LOST, STOPPED], {9: 1}),
        # two that stop the same article: neither is taken for what the customer keeps
        ([("in_transit", ONE), ("label_created", ONE)], [STOPPED, Declared(10, 1, stopped=1)], {9: 1}),
    ],
)
def test_what_has_left_although_it_was_cancelled_comes_back(
    parcels: Any, declared: Any, expected: dict[int, int]
) -> None:
    made = judged(*declared, parcels=parcels)
    assert {return_id: pieces[1] for return_id, pieces in made.left.items()} == expected
    assert not made.found


def test_the_lost_parcel_itself_is_found_before_something_else_has_left() -> None:
    made = judged(LOST, STOPPED, parcels=[("in_transit", ONE)])
    assert (made.found, made.left) == ({7: {1: 1}}, {})


def test_of_a_parcel_that_does_not_say_what_it_holds_people_find_out() -> None:
    assert judged(STOPPED, parcels=[("in_transit", {})]).doubtful == {9}
    assert judged(STOPPED, parcels=[("in_transit", ONE)]).doubtful == set()
    assert judged(Declared(7, 1, lost=2), parcels=[("lost", {}), ("in_transit", {})]).doubtful == {7}
    assert judged(Declared(7, 1, lost=2), parcels=[("lost", TWO), ("in_transit", {})]).doubtful == set()


def test_what_the_shop_paid_for_without_a_return_was_the_lost_one() -> None:
    parcels = [("delivered", ONE), ("lost", ONE)]
    assert judged(BACK, parcels=parcels, paid_back={1: 1}).never == {}
    assert judged(LOST, parcels=[("lost", TWO)], paid_back={1: 1}).found == {}


def test_what_was_given_for_something_else_is_not_what_was_cancelled() -> None:
    parcels = [("delivered", ONE), ("label_created", ONE), ("in_transit", ONE)]
    assert judged(STOPPED, parcels=parcels).left == {9: {1: 1}}
    assert judged(STOPPED, parcels=parcels, given={"MUG": 1}).left == {}


WHERE = st.sampled_from(["label_created", "in_transit", "delivered", "lost", "returned", "cancelled"])
HOLDS = st.dictionaries(st.sampled_from(["MUG", "POT"]), st.integers(1, 2), max_size=2)


@given(
    st.lists(st.tuples(WHERE, HOLDS), max_size=4),
    st.lists(st.tuples(st.integers(1, 2), st.sampled_from(["stopped", "lost", "unsent"])), max_size=5),
)
def test_turned_once_everything_stays_as_it_is(parcels: Any, told: list[tuple[int, str]]) -> None:
    free, declared = Counter({1: 2, 2: 1}), []
    for return_id, (line_id, kind) in enumerate(told, 1):
        if free[line_id]:
            free[line_id] -= 1
            declared.append(Declared(return_id, line_id, **{kind: 1}))
    made = judged(*declared, parcels=parcels, lines=[MUGS, POT])
    back = {**made.found, **made.left}
    assert not back.keys() & made.never.keys()
    after = [
        Declared(each.return_id, each.line_id, unsent=1)
        if each.return_id in back
        else Declared(each.return_id, each.line_id, lost=1)
        if each.return_id in made.never
        else each
        for each in declared
    ]
    again = judged(*after, parcels=parcels, lines=[MUGS, POT])
    assert (again.found, again.left, again.never) == ({}, {}, {})
