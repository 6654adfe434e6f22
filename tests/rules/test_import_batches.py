"""An import is cut into transactions that are small, whole, and in the order of the file where that matters."""

from hypothesis import given
from hypothesis import strategies as st

from bot.connectors.files_writing import MOST_ROWS, batches

Told = tuple[str, int, int]
"""Which order, how many rows, which line."""

told = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from([1, 10, MOST_ROWS // 2, MOST_ROWS, MOST_ROWS * 3]))
).map(lambda pairs: [(name, rows, line) for line, (name, rows) in enumerate(pairs)])


def cut(objects: list[Told]) -> list[list[Told]]:
    return list(batches(objects, keys=lambda each: [each[0]], rows=lambda each: each[1]))


@given(told)
def test_no_transaction_writes_more_rows_than_the_bot_can_wait_for_unless_one_object_does(objects: list[Told]) -> None:
    for batch in cut(objects):
        assert len(batch) == 1 or sum(rows for _, rows, _ in batch) <= MOST_ROWS


@given(told)
def test_every_object_is_written_once(objects: list[Told]) -> None:
    assert sorted((each for batch in cut(objects) for each in batch), key=lambda each: each[2]) == objects


@given(told)
def test_what_is_told_twice_is_written_in_two_transactions_the_later_line_last(objects: list[Told]) -> None:
    done = cut(objects)

    for batch in done:
        assert len({name for name, _, _ in batch}) == len(batch)
    for wanted in "abcdefgh":
        lines = [line for batch in done for name, _, line in batch if name == wanted]
        assert lines == sorted(lines)


def test_objects_that_fit_share_a_transaction() -> None:
    assert len(cut([(str(number), 10, number) for number in range(MOST_ROWS // 10)])) == 1
