"""An import is cut into transactions that are small, whole, and in the order of the file where that matters."""

from hypothesis import given
from hypothesis import strategies as st

from bot.connectors.files_writing import AIM_S, FIRST_ROWS, LEAST_ROWS, MOST_ROWS, Pace, batches

Told = tuple[str, int, int]
"""Which order, how many rows, which line."""

told = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from([1, 10, MOST_ROWS // 2, MOST_ROWS, MOST_ROWS * 3]))
).map(lambda pairs: [(name, rows, line) for line, (name, rows) in enumerate(pairs)])


def cut(objects: list[Told]) -> list[list[Told]]:
    return list(batches(objects, keys=lambda each: [each[0]], rows=lambda each: each[1], pace=Pace()))


@given(told)
def test_no_transaction_writes_more_rows_than_the_bot_can_wait_for_unless_one_object_does(objects: list[Told]) -> None:
    for batch in cut(objects):
        assert len(batch) == 1 or sum(rows for _, rows, _ in batch) <= FIRST_ROWS


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
    assert len(cut([(str(number), 10, number) for number in range(FIRST_ROWS // 10)])) == 1


def test_a_slow_machine_gets_small_transactions_and_a_fast_one_large_ones() -> None:
    pace = Pace()
    for _ in range(9):
        pace.note(AIM_S * 2)
    assert pace.rows == LEAST_ROWS
    for _ in range(9):
        pace.note(AIM_S / 9)
    assert pace.rows == MOST_ROWS


def test_the_pace_counts_from_the_next_transaction_on() -> None:
    pace, objects = Pace(), [(str(number), 1, number) for number in range(FIRST_ROWS * 2)]
    cutting = batches(objects, keys=lambda each: [each[0]], rows=lambda each: each[1], pace=pace)

    first = next(cutting)
    pace.note(AIM_S * 2)

    assert (len(first), len(next(cutting))) == (FIRST_ROWS, FIRST_ROWS // 2)
