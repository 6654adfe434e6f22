"""Money of a wish that a withdrawal takes the place of: counted once, to the cent, whatever of it was taken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.returns.carried import Carried, carry_over, deal

D = Decimal
CENTS = st.integers(0, 5000).map(lambda cents: D(cents) / 100)


# given, paid on top; what was taken brings, the rest brings, its other articles cost; what goes along: given, on top.
@pytest.mark.parametrize(
    ("given_", "topped", "taken", "rest", "price", "along"),
    [
        ("5", "0", "10", "20", None, ("0", "0")),  # the part payment stays with what goes on
        ("25", "0", "10", "20", None, ("5", "0")),  # what is more counts for the withdrawal
        ("30", "0", "10", "20", None, ("10", "0")),
        ("0", "24", "10", "20", "36", ("0", "8")),  # the rest costs 16 on top, 8 go back
        ("0", "16", "10", "20", "36", ("0", "0")),
        ("0", "10", "10", "20", "36", ("0", "0")),  # and 6 are owed as before
        ("5", "0", "10", "20", "36", ("5", "0")),  # nobody owes more for the rest than before
        ("15", "0", "10", "20", "36", ("10", "0")),  # but no more goes along than it brings
        ("3", "11", "5", "5", "9", ("0", "4")),
        ("4", "0", "10", "20", "16", ("0", "0")),  # the article is cheaper: that is due anyhow
        ("6", "0", "10", "20", "16", ("2", "0")),
        ("0.01", "8.33", "3.33", "6.67", "12.22", ("0", "2.77")),
    ],
)
def test_money_stays_with_a_wish_as_far_as_its_rest_needs_it(
    given_: str, topped: str, taken: str, rest: str, price: str | None, along: tuple[str, str]
) -> None:
    found = carry_over(
        Carried(D(given_), D(topped)), taken=D(taken), rest=D(rest), price=None if price is None else D(price)
    )
    assert (found.given, found.topped) == tuple(map(D, along))


@given(CENTS, CENTS, CENTS, CENTS, st.none() | CENTS)
def test_nobody_gets_more_nor_less_by_where_it_is_counted(
    gave: D, topped: D, taken: D, rest: D, price: D | None
) -> None:
    money = Carried(gave, topped)
    along = carry_over(money, taken=taken, rest=rest, price=price)
    kept = Carried(gave - along.given, topped - along.topped)
    assert min(*(each for one in (along, kept) for each in (one.given, one.topped))) >= 0
    left_before = taken + rest + topped - gave
    left = (taken + along.topped - along.given, rest + kept.topped - kept.given)
    assert sum(left) == left_before
    assert left_before < 0 or min(left) >= 0, "one of them would get too much"


@pytest.mark.parametrize(
    ("carried", "worths", "heir", "dealt"),
    [
        (("5", "8"), ["30"], 0, [("5", "8")]),
        (("25", "0"), ["10", "20"], 1, [("5", "0"), ("20", "0")]),
        (("25", "8"), ["10", "20"], 1, [("0", "0"), ("25", "8")]),  # what was paid on top comes back there as well
        (("12", "0"), ["10", "20", "3"], 0, [("10", "0"), ("2", "0"), ("0", "0")]),
        (("40", "0"), ["10", "20"], 1, [("10", "0"), ("30", "0")]),  # more than all of it: the heir knows
    ],
)
def test_what_was_given_counts_where_something_is_due(
    carried: tuple[str, str], worths: list[str], heir: int, dealt: list[tuple[str, str]]
) -> None:
    found = deal(Carried(*map(D, carried)), [D(worth) for worth in worths], heir=heir)
    assert found == [Carried(*map(D, each)) for each in dealt]


@given(CENTS, CENTS, st.lists(CENTS, min_size=1, max_size=4), st.data())
def test_all_of_it_is_dealt_out(gave: D, topped: D, worths: list[D], data: st.DataObject) -> None:
    found = deal(Carried(gave, topped), worths, heir=data.draw(st.integers(0, len(worths) - 1)))
    assert sum(found, Carried()) == Carried(gave, topped)
    if gave <= sum(worths) + topped:
        assert all(each.given <= worth + each.topped for each, worth in zip(found, worths, strict=True))
