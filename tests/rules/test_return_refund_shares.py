"""Which return gets what of a refund that names its items: by line and quantity, the oldest declaration first."""

from decimal import Decimal

import pytest

from bot.returns.refund_shares import Claim, share

D = Decimal
MUG, POT = 1, 2
PRICES = {MUG: D("10.00"), POT: D("25.00")}


def claim(id_: int, left: str, mugs: int = 0, pots: int = 0) -> Claim:
    return Claim(id_, {line: count for line, count in ((MUG, mugs), (POT, pots)) if count}, D(left), PRICES)


# One declaration over a partly shipped order: a mug is cancelled, two come back, with the delivery.
TWO = [claim(1, "10.00", 1), claim(2, "24.90", 2)]


@pytest.mark.parametrize(
    ("paid", "pieces", "claims", "expected"),
    [
        ("10.00", {MUG: 1}, TWO, {1: "10.00"}),
        ("24.90", {MUG: 2}, TWO, {2: "24.90"}),
        ("20.00", {MUG: 2}, TWO, {2: "20.00"}),
        ("34.90", {MUG: 3}, TWO, {1: "10.00", 2: "24.90"}),
        ("30.00", {MUG: 3}, TWO, {1: "10.00", 2: "20.00"}),
        ("40.00", {MUG: 3}, TWO, {1: "10.00", 2: "30.00"}),
        ("10.00", {MUG: 1}, [claim(2, "24.90", 2)], {2: "10.00"}),
        ("10.00", {MUG: 1}, [claim(1, "35.00", 1, 1), claim(2, "20.00", 2)], {1: "10.00"}),
        ("20.00", {MUG: 2}, [claim(1, "35.00", 1, 1), claim(2, "20.00", 2)], {2: "20.00"}),
        ("30.00", {MUG: 3}, [claim(1, "35.00", 1, 1), claim(2, "20.00", 2)], {1: "10.00", 2: "20.00"}),
        ("35.00", {MUG: 1, POT: 1}, [claim(3, "25.00", 0, 1), claim(4, "10.00", 1)], {3: "25.00", 4: "10.00"}),
        ("3.33", {MUG: 1}, [claim(1, "10.00", 3)], {1: "3.33"}),
        ("5.00", {POT: 1}, TWO, {}),
        ("0.01", {MUG: 3}, TWO, {1: "0.01"}),
        ("34.90", {MUG: 2}, TWO, {1: "10.00", 2: "24.90"}),
        ("50.00", {MUG: 1}, TWO, {1: "25.10", 2: "24.90"}),
    ],
)
def test_by_line_and_quantity_the_oldest_first_and_to_the_cent(
    paid: str, pieces: dict[int, int], claims: list[Claim], expected: dict[int, str]
) -> None:
    shares = share(D(paid), pieces, claims, "EUR")
    assert {each.id: each.amount for each in shares} == {id_: D(amount) for id_, amount in expected.items()}
    assert not shares or sum(each.amount for each in shares) == D(paid)
