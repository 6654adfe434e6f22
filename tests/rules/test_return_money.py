"""Money of returns: what was paid is shared out to the cent, and never does more go back than came."""

from collections import Counter
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.returns.checked import CheckedPiece, due
from bot.returns.money import Bill, Estimate, PaidLine, estimate, round_money, shares
from bot.returns.paths import Way
from bot.returns.points_back import clawback

CENTS = st.integers(0, 50_000).map(lambda cents: Decimal(cents) / 100)


def bill(*lines: tuple[int, str], total: str, shipping: str = "0", refunded: str = "0") -> Bill:
    paid = tuple(PaidLine(number, quantity, Decimal(price)) for number, (quantity, price) in enumerate(lines, 1))
    return Bill(
        lines=paid, total=Decimal(total), currency="EUR", shipping=Decimal(shipping), refunded=Decimal(refunded)
    )


def test_one_of_two_mugs_brings_half_of_them_without_the_delivery() -> None:
    paid = bill((2, "19.90"), (1, "5.00"), total="49.70", shipping="4.90")
    assert estimate(paid, {1: 1}, way=Way.WITHDRAWAL) == Estimate(Decimal("19.90"), Decimal(), Decimal(), "EUR")


def test_withdrawing_from_everything_brings_the_delivery_back() -> None:
    paid = bill((2, "19.90"), (1, "5.00"), total="49.70", shipping="4.90")
    whole = estimate(paid, {1: 1, 2: 1}, way=Way.WITHDRAWAL, before={1: 1})
    assert (whole.goods, whole.shipping, whole.total) == (Decimal("24.90"), Decimal("4.90"), Decimal("29.80"))
    assert estimate(paid, {1: 2, 2: 1}, way=Way.GOODWILL).shipping == 0


def test_a_discount_on_the_order_is_shared_out_by_value() -> None:
    paid = bill((1, "30.00"), (1, "10.00"), total="30.00")
    assert shares(paid) == {1: Decimal("22.50"), 2: Decimal("7.50")}


def test_without_any_price_what_was_paid_is_shared_out_by_pieces() -> None:
    paid = bill((2, "0"), (1, "0"), total="34.90", shipping="4.90")
    assert shares(paid) == {1: Decimal("20.00"), 2: Decimal("10.00")}
    assert estimate(paid, {1: 1}, way=Way.WITHDRAWAL).total == Decimal("10.00")
    assert estimate(paid, {1: 2, 2: 1}, way=Way.WITHDRAWAL).total == Decimal("34.90")


def test_three_thirds_of_ten_are_ten() -> None:
    paid = bill((3, "3.34"), total="10.00")
    parts = [estimate(paid, {1: 1}, way=Way.WITHDRAWAL, before={1: gone}).goods for gone in range(3)]
    assert parts == [Decimal("3.33"), Decimal("3.34"), Decimal("3.33")]


def test_the_fee_is_only_for_those_who_have_to_bear_it() -> None:
    paid = bill((1, "20.00"), total="20.00")
    fee = Decimal("4.99")
    assert estimate(paid, {1: 1}, way=Way.WITHDRAWAL, fee=fee).total == Decimal("15.01")
    assert estimate(paid, {1: 1}, way=Way.WARRANTY, fee=fee).total == Decimal("20.00")
    assert estimate(paid, {1: 1}, way=Way.GOODWILL, fee=Decimal(99)).total == 0


def test_what_was_paid_back_already_is_not_paid_twice() -> None:
    paid = bill((1, "20.00"), total="24.90", shipping="4.90", refunded="10.00")
    assert estimate(paid, {1: 1}, way=Way.WITHDRAWAL).total == Decimal("14.90")


def test_currencies_have_their_own_smallest_coins() -> None:
    assert round_money(Decimal("1234.5678"), "JPY") == 1235
    assert round_money(Decimal("1.23456"), "KWD") == Decimal("1.235")


def test_points_go_back_pro_rata_and_all_of_them_with_everything() -> None:
    thirty = Decimal("30.00")
    assert clawback(30, paid=thirty, returned=[Decimal("10.00")]) == 10
    assert clawback(31, paid=thirty, returned=[Decimal("10.00")]) == 10
    assert clawback(31, paid=thirty, returned=[Decimal("10.00"), Decimal("20.00")]) == 31
    assert clawback(31, paid=Decimal(), returned=[Decimal("10.00")]) == 0


LINES = st.lists(st.tuples(st.integers(1, 5), CENTS), min_size=1, max_size=5)


@given(LINES, st.integers(0, 100), CENTS, st.data())
def test_all_returns_of_an_order_add_up_to_what_was_paid(
    lines: list[tuple[int, Decimal]], percent: int, shipping: Decimal, data: st.DataObject
) -> None:
    paid_lines = tuple(PaidLine(number, quantity, price) for number, (quantity, price) in enumerate(lines, 1))
    worth = sum((line.quantity * line.unit_price for line in paid_lines), Decimal())
    total = round_money(worth * percent / 100, "EUR") + shipping
    pieces = data.draw(st.permutations([line.line_id for line in paid_lines for _ in range(line.quantity)]))
    before: dict[int, int] = {}
    back = Decimal()
    for line_id in pieces:
        paid = Bill(lines=paid_lines, total=total, currency="EUR", shipping=shipping, refunded=back)
        one = estimate(paid, {line_id: 1}, way=Way.WITHDRAWAL, before=before)
        assert min(one.goods, one.shipping, one.total) >= 0
        back += one.total
        before[line_id] = before.get(line_id, 0) + 1
    assert back == total


@given(LINES, st.integers(0, 100), CENTS, CENTS, st.sampled_from(["EUR", "JPY", "KWD"]), st.data())
def test_however_an_order_is_split_into_returns_every_figure_adds_up_to_the_smallest_coin(
    lines: list[tuple[int, Decimal]], percent: int, shipping: Decimal, fee: Decimal, currency: str, data: st.DataObject
) -> None:
    paid_lines = tuple(PaidLine(number, quantity, price) for number, (quantity, price) in enumerate(lines, 1))
    worth = sum((line.quantity * line.unit_price for line in paid_lines), Decimal())
    goods, shipping = round_money(worth * percent / 100, currency), round_money(shipping, currency)
    paid = Bill(lines=paid_lines, total=goods + shipping, currency=currency, shipping=shipping)
    pieces = data.draw(st.permutations([line.line_id for line in paid_lines for _ in range(line.quantity)]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(pieces)), max_size=4)) | {len(pieces)})
    before: Counter[int] = Counter()
    made: list[Estimate] = []
    for start, end in pairwise([0, *cuts]):
        wanted = Counter(pieces[start:end])
        each = [
            estimate(paid, {line: count}, way=Way.WITHDRAWAL, before=before).goods for line, count in wanted.items()
        ]
        made.append(estimate(paid, wanted, way=Way.WITHDRAWAL, before=before, fee=fee))
        assert made[-1].goods == sum(each, Decimal()), "the lines' shares are those of the return"
        before += wanted
    for one in made:
        assert one.total == one.goods + one.shipping - one.fee >= 0
        assert all(round_money(figure, currency) == figure for figure in (one.goods, one.shipping, one.fee, one.total))
    assert sum((one.goods for one in made), Decimal()) == goods, "no coin is lost or made by rounding"
    assert [one.shipping for one in made] == [Decimal()] * (len(made) - 1) + [shipping], "the delivery once, at the end"
    assert sum((one.total + one.fee for one in made), Decimal()) == paid.total


@given(
    st.lists(st.tuples(st.integers(1, 5), CENTS, st.integers(0, 5)), min_size=1, max_size=4), CENTS, CENTS, CENTS, CENTS
)
def test_a_check_never_makes_it_more_and_nothing_accepted_brings_nothing(
    checked: list[tuple[int, Decimal, int]], goods: Decimal, shipping: Decimal, fee: Decimal, loss: Decimal
) -> None:
    told = Estimate(goods, shipping, min(fee, goods + shipping), "EUR")
    pieces = [CheckedPiece(quantity, price, min(accepted, quantity)) for quantity, price, accepted in checked]
    brings = due(told, pieces, loss=loss)

    assert 0 <= brings <= told.total
    assert brings == round_money(brings, "EUR")
    if all(piece.counted == piece.quantity for piece in pieces):
        assert brings == max(told.total - loss, Decimal())
    if not any(piece.counted for piece in pieces):
        assert brings == 0
