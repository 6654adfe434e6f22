"""What returns of an order are promised together: never more than came in and has not gone back, to the cent."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.returns.money import Bill, PaidLine, estimate
from bot.returns.paths import Way
from bot.returns.promises import Claim, Pot, Share, in_turn, share_out

CENTS = st.integers(0, 5_000).map(lambda cents: Decimal(cents) / 100)
ZERO = Decimal()


def shares(pot: Pot, *left: str) -> list[Share]:
    claims = [Claim(id=number, left=Decimal(each)) for number, each in enumerate(left)]
    return list(share_out(pot, claims)[0].values())


def pot(worth: str, owed: str = "0", taken_off: str = "0") -> Pot:
    return Pot(worth=Decimal(worth), owed=Decimal(owed), taken_off=Decimal(taken_off))


def test_of_a_paid_order_each_gets_what_it_brings() -> None:
    assert shares(pot("30"), "20", "10") == [Share(Decimal(20)), Share(Decimal(10))]


def test_what_the_shop_has_paid_back_by_itself_is_missing_at_the_last() -> None:
    assert shares(pot("25"), "20", "10") == [Share(Decimal(20)), Share(Decimal(5))]


def test_of_an_unpaid_order_everything_goes_off_the_bill() -> None:
    assert shares(pot("30", owed="30"), "20", "10") == [Share(ZERO, Decimal(20)), Share(ZERO, Decimal(10))]


def test_what_is_kept_is_paid_first() -> None:
    """Of 30 the customer has paid 12.50 and keeps 10: 2.50 too much."""
    assert shares(pot("30", owed="17.50"), "20") == [Share(Decimal("2.50"), Decimal("17.50"))]
    assert shares(pot("30", owed="17.50"), "10") == [Share(ZERO, Decimal(10))]


def test_whoever_pays_the_rest_of_a_bill_gets_nothing_back_of_it() -> None:
    """20 went off the bill of 30, the other 10 were paid, whether the shop has made its bill smaller or not."""
    assert shares(pot("30", owed="20"), "20") == [Share(ZERO, Decimal(20))]
    claim = Claim(id=0, left=Decimal(20), taken_off=Decimal(20))
    assert share_out(pot("10", taken_off="20"), [claim])[0][0] == Share(ZERO, Decimal(20))


def test_whoever_pays_the_whole_bill_after_all_gets_it_back() -> None:
    assert shares(pot("30"), "20") == [Share(Decimal(20))]


def test_what_was_paid_on_top_is_never_set_off() -> None:
    claim = Claim(id=0, left=Decimal(15), own=Decimal(5))
    assert share_out(pot("35", owed="30"), [claim])[0][0] == Share(Decimal(5), Decimal(10))


def test_goods_that_were_given_stand_for_those_that_were_bought() -> None:
    """Of 30, 20 went as an article that comes back, and 10 for the rest."""
    back = Claim(id=1, left=Decimal(20), free=Decimal(20))
    found, _ = share_out(pot("10"), [Claim(id=0, left=Decimal(10)), back])
    assert found == {0: Share(Decimal(10)), 1: Share(Decimal(20))}


def test_a_claim_takes_nothing_from_a_withdrawal() -> None:
    assert in_turn([(Way.GOODWILL, 1), (Way.WARRANTY, 2), (Way.WITHDRAWAL, 4), (Way.CANCEL, 3)]) == [3, 4, 2, 1]


@given(total=CENTS, came=CENTS, refunded=CENTS, wanted=st.lists(CENTS, max_size=5), own=CENTS)
def test_together_they_get_no_more_than_came_and_has_not_gone_back(
    total: Decimal, came: Decimal, refunded: Decimal, wanted: list[Decimal], own: Decimal
) -> None:
    worth, owed = max(total, came) - refunded, max(total - came, ZERO)
    claims = [Claim(id=number, left=left) for number, left in enumerate(wanted)]
    found, left = share_out(Pot(worth=worth, owed=owed), claims)
    assert sum((share.money for share in found.values()), ZERO) <= max(came - refunded, ZERO)
    assert sum((share.worth for share in found.values()), ZERO) <= max(worth, ZERO)
    assert sum((share.off_bill for share in found.values()), ZERO) + left.owed == owed
    assert all(ZERO <= share.worth <= claim.left for share, claim in zip(found.values(), claims, strict=True))


@given(total=CENTS, came=CENTS, refunded=CENTS, wanted=st.lists(CENTS, min_size=1, max_size=5), more=CENTS)
def test_one_that_comes_later_changes_nothing_for_those_before(
    total: Decimal, came: Decimal, refunded: Decimal, wanted: list[Decimal], more: Decimal
) -> None:
    there = Pot(worth=max(total, came) - refunded, owed=max(total - came, ZERO))
    claims = [Claim(id=number, left=left) for number, left in enumerate(wanted)]
    before, left = share_out(there, claims)
    after, _ = share_out(there, [*claims, Claim(id=99, left=more)])
    assert {key: share for key, share in after.items() if key != 99} == before
    assert after[99] == share_out(left, [Claim(id=99, left=more)])[0][99]


@given(
    st.lists(st.tuples(st.integers(1, 3), CENTS), min_size=1, max_size=4), CENTS, st.integers(0, 120), CENTS, st.data()
)
def test_several_declarations_of_an_order_promise_what_was_paid_and_no_cent_more(
    lines: list[tuple[int, Decimal]], shipping: Decimal, percent: int, refunded: Decimal, data: st.DataObject
) -> None:
    """However the pieces are shared out: what was paid too much for what is kept goes back, all of it."""
    bought = tuple(PaidLine(number, count, price) for number, (count, price) in enumerate(lines, 1))
    total = sum((line.quantity * line.unit_price for line in bought), shipping)
    came = min(total * percent / 100, total).quantize(Decimal("0.01"))
    refunded = min(refunded, came)
    pieces = data.draw(st.permutations([line.line_id for line in bought for _ in range(line.quantity)]))
    owed, promised, before = total - came, ZERO, dict[int, int]()
    paid = ZERO
    for line_id in pieces:
        bill = Bill(
            lines=bought,
            total=total,
            currency="EUR",
            shipping=shipping,
            refunded=refunded,
            paid=came,
            owed=owed,
            promised=promised,
        )
        one = estimate(bill, {line_id: 1}, way=Way.WITHDRAWAL, before=before)
        assert min(one.total, one.off_bill, one.cut) >= 0
        assert one.total + one.off_bill + one.cut == one.goods + one.shipping - one.fee
        paid, owed, promised = paid + one.total, owed - one.off_bill, promised + one.worth
        assert paid <= came - refunded
        before[line_id] = before.get(line_id, 0) + 1
    assert paid == came - refunded
