"""Which parcels of an order have to come before its period begins, and when pieces are in none yet."""

from typing import Any

import pytest

from bot.returns.awaited import awaited, cancelled_pieces

MUG = {"id": 1, "sku": "MUG", "name": "Mug", "quantity": 2, "refunded": 0, "return_exclusion": None}
POT = {"id": 2, "sku": "POT", "name": "Pot", "quantity": 1, "refunded": 0, "return_exclusion": None}
MUGS, ONE, REST = {"MUG": 2}, {"MUG": 1}, {"MUG": 1, "POT": 1}


@pytest.mark.parametrize(
    ("parcels", "cancelled", "expected"),
    [
        ([("delivered", MUGS)], {}, None),
        ([("delivered", MUGS)], {2: 1}, [0]),
        ([("delivered", ONE)], {2: 1}, None),
        ([("delivered", ONE)], {1: 1, 2: 1}, [0]),
        ([("delivered", ONE), ("label_created", REST)], {}, [0, 1]),
        ([("delivered", ONE), ("label_created", REST)], {2: 1}, [0, 1]),
        ([("delivered", ONE), ("label_created", REST)], {1: 1, 2: 1}, [0]),
        ([("delivered", ONE), ("label_created", {})], {1: 1, 2: 1}, [0]),
        ([("delivered", ONE), ("in_transit", REST)], {1: 1, 2: 1}, [0, 1]),
        ([("delivered", {}), ("label_created", REST)], {1: 1, 2: 1}, [0, 1]),
        ([("label_created", MUGS)], {1: 2, 2: 1}, []),
        ([], {}, []),
    ],
)
def test_what_was_cancelled_is_waited_for_in_no_parcel(parcels: Any, cancelled: Any, expected: Any) -> None:
    assert awaited("paid", [MUG, POT], parcels, cancelled=cancelled) == expected


def test_a_cancelled_piece_that_was_paid_back_is_one_piece() -> None:
    assert awaited("paid", [MUG | {"refunded": 1}], [("delivered", ONE)], cancelled={1: 1}) == [0]
    assert awaited("paid", [MUG | {"refunded": 1, "quantity": 3}], [("delivered", ONE)], cancelled={1: 1}) is None


def test_where_an_article_has_no_number_every_parcel_is_waited_for() -> None:
    parcels = [("delivered", MUGS), ("label_created", {})]
    assert awaited("paid", [MUG, POT | {"sku": None}], parcels, cancelled={2: 1}) == [0, 1]


def test_only_a_declared_cancellation_says_that_nothing_comes() -> None:
    held = [{"line_id": 1, "way": "cancel", "pieces": 1}, {"line_id": 1, "way": "withdrawal", "pieces": 1}]
    assert cancelled_pieces([*held, held[0]]) == {1: 2}
