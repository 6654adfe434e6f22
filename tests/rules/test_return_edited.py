"""What was cancelled and is no longer in the order takes nothing of what is."""

from typing import Any

from bot.returns.edited import still_held


def row(pieces: int, *, way: str = "cancel", status: str = "approved", line_id: int = 1) -> dict[str, Any]:
    return {"line_id": line_id, "way": way, "status": status, "pieces": pieces}


def test_a_cancellation_that_was_carried_out_holds_nothing() -> None:
    assert [each["pieces"] for each in still_held([row(2)], {1: 2})] == [0]
    assert [each["pieces"] for each in still_held([row(2)], {1: 1})] == [1]
    assert [each["pieces"] for each in still_held([row(2)], {1: 3, 2: 1})] == [0]
    assert [each["pieces"] for each in still_held([row(2)], {})] == [2]


def test_what_has_left_is_still_in_its_return() -> None:
    assert still_held([row(1, way="withdrawal")], {1: 1}) == [row(1, way="withdrawal")]


def test_of_two_cancellations_the_one_that_waits_for_its_money_was_carried_out() -> None:
    held = still_held([row(1, status="refunded"), row(1)], {1: 1})
    assert {each["status"]: each["pieces"] for each in held} == {"refunded": 1, "approved": 0}
