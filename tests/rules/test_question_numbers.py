"""Order numbers in free text: however spelled, exact among one's own, one slip forgiven when it is plain which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.support.mentions import find_mentions, find_own, forgive_typo

OWN = [(1, "1001"), (2, "DE-2026-0001"), (3, "7"), (4, "#2002"), (5, "Nr. 3003"), (6, "A1001")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1001", [1]),
        ("#1001", [1]),
        ("Nr. 1001", [1]),
        ("nr1001", [1]),
        ("order-1001", [1]),
        ("Bestellung1001?", [1]),
        ("wo ist meine bestellung 1001, bitte?", [1]),
        ("10 01", [1]),
        ("\u0661\u0660\u0660\u0661", [1]),
        ("\uff11\uff10\uff10\uff11", [1]),
        ("commande n\u00b0 1001", [1]),
        ("1\u200b00\u00ad1", [1]),
        ("wo ist \u200e10\u206001\u200e", [1]),
        ("de 2026/0001", [2]),
        ("DE20260001", [2]),
        ("2002 und 1001", [4, 1]),
        ("no. 3003", [5]),
        ("a1001", [6]),
        ("bestellung 7", [3]),
        ("7", [3]),
    ],
)
def test_a_number_is_found_however_it_is_spelled(text: str, found: list[int]) -> None:
    assert find_own(text, OWN) == found


@pytest.mark.parametrize("text", ["10011", "21001", "1001b", "x1001", "ich habe 7 teile", "um 10:01", "1,001.5", ""])
def test_a_part_of_something_else_is_no_number(text: str) -> None:
    assert find_own(text, OWN) == []


def test_of_two_orders_of_one_number_the_newer_is_meant() -> None:
    assert find_own("1001", [(9, "1001"), (1, "1001")]) == [9]


@pytest.mark.parametrize("text", ["am 24.11.2026", "24.11.", "2026-11-24", "14:05", "49,90 EUR", "zwei"])
def test_dates_times_and_prices_are_not_taken_for_order_numbers(text: str) -> None:
    assert find_mentions(text) == []


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("wo ist 9999", True),
        ("bestellung: 9999", True),
        ("#9999", True),
        ("9999?", True),
        ("meine plz ist ja 10115", False),
    ],
)
def test_whether_a_number_is_announced_as_an_order(text: str, announced: bool) -> None:
    [mention] = find_mentions(text)
    assert mention.announced is announced


@pytest.mark.parametrize("typed", ["1011", "1010", "10001"])
def test_one_slip_is_forgiven(typed: str) -> None:
    [mention] = find_mentions(f"#{typed}")
    assert forgive_typo(mention, [(1, "1001"), (2, "5555")]) == (1, "1001")


@pytest.mark.parametrize("typed", ["1002", "9999", "1111", "100"])
def test_two_slips_or_two_orders_alike_are_not(typed: str) -> None:
    [mention] = find_mentions(f"#{typed}")
    assert forgive_typo(mention, [(1, "1001"), (2, "1003")]) is None


NUMBERS = st.from_regex(r"[A-Z]{0,3}-?[0-9]{4,8}", fullmatch=True)


@given(number=NUMBERS, before=st.sampled_from(["", "#", "wo ist ", "Bestellung ", "Nr. ", "(", "commande "]))
def test_ones_own_number_is_always_found(number: str, before: str) -> None:
    assert find_own(f"{before}{number.lower()} ?", [(5, number)]) == [5]


@given(text=st.text(max_size=300), numbers=st.lists(NUMBERS, max_size=5))
def test_no_text_breaks_it_or_finds_what_is_not_owned(text: str, numbers: list[str]) -> None:
    own = list(enumerate(numbers))
    assert set(find_own(text, own)) <= {order_id for order_id, _ in own}
    for mention in find_mentions(text):
        found = forgive_typo(mention, own)
        assert found is None or found in own
