"""Which pieces of an order are still on their way to the customer, or come back by themselves."""

from typing import Any

import pytest

from bot.returns.whereabouts import Whereabouts, whereabouts

MUG, TEA = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 2}, {"id": 2, "sku": "TEA", "name": "Tea", "quantity": 1}


@pytest.mark.parametrize(
    ("parcels", "expected"),
    [
        ([], {1: (0, 0), 2: (0, 0)}),
        ([("delivered", {})], {1: (0, 0), 2: (0, 0)}),
        ([("in_transit", {})], {1: (2, 0), 2: (1, 0)}),
        ([("out_for_delivery", {}), ("cancelled", {})], {1: (2, 0), 2: (1, 0)}),
        ([("in_transit", {"MUG": 1}), ("delivered", {"TEA": 1})], {1: (1, 0), 2: (0, 0)}),
        ([("in_transit", {}), ("delivered", {})], {1: (0, 0), 2: (0, 0)}),
        ([("returning", {})], {1: (0, 2), 2: (0, 1)}),
        ([("returning", {"MUG": 2}), ("attempt_failed", {"TEA": 1})], {1: (0, 2), 2: (1, 0)}),
        # Whoever has it in spite of its carrier's silence loses nothing.
        ([("expired", {})], {1: (0, 0), 2: (0, 0)}),
        ([("damaged", {})], {1: (0, 0), 2: (0, 0)}),
        ([("unknown", {})], {1: (0, 0), 2: (0, 0)}),
    ],
)
def test_what_parcels_name_is_where_they_are(parcels: Any, expected: dict[int, tuple[int, int]]) -> None:
    assert whereabouts([MUG, TEA], parcels) == {line: Whereabouts(*counts) for line, counts in expected.items()}


@pytest.mark.parametrize(
    ("pieces", "left", "expected"),
    [(1, 3, (0, 0)), (2, 3, (1, 0)), (3, 3, (1, 1)), (1, 1, (1, 0)), (2, 2, (1, 1)), (0, 3, (0, 0))],
)
def test_of_some_pieces_those_at_hand_count_first(pieces: int, left: int, expected: tuple[int, int]) -> None:
    assert Whereabouts(coming=1, back=1).of(pieces, left) == Whereabouts(*expected)
