"""What a platform takes back of a return counts for the line that it names, or for all lines of the article."""

from typing import Any

import pytest

from bot.returns.processed import by_line

FIRST, SECOND = {"id": 1, "sku": "MUG", "external_id": "a"}, {"id": 2, "sku": "MUG", "external_id": "b"}


def item(pieces: int, **more: Any) -> dict[str, Any]:
    return {"sku": "MUG", "done": {"body": pieces}} | more


@pytest.mark.parametrize(
    ("done", "wanted", "expected"),
    [
        ([item(2)], {1: 1, 2: 1}, {1: 1, 2: 1}),
        ([item(1)], {2: 1}, {2: 1}),
        ([item(1), item(1)], {1: 1, 2: 1}, {1: 1, 2: 1}),
        ([item(1, line="b")], {1: 1, 2: 1}, {2: 1}),
        ([item(2, line="a")], {1: 1, 2: 1}, {1: 1}),
        ([item(9)], {1: 2, 2: 1}, {1: 2, 2: 1}),
        ([{"sku": "POT", "done": {"body": 1}}], {1: 1}, {}),
    ],
)
def test_each_line_gets_its_own_pieces(done: Any, wanted: dict[int, int], expected: dict[int, int]) -> None:
    assert +by_line(done, [FIRST, SECOND], wanted) == expected
