"""What an exchange leaves, to the cent, and which articles may be had for what was paid."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Money
from bot.returns.difference import Difference, difference
from bot.returns.exchange_text import kind_of
from bot.returns.swaps import swap_for
from bot.shop.facts import ProductFacts

cents = st.decimals(0, 10_000, places=2)


def euros(text: str) -> Money:
    return Money(Decimal(text), "EUR")


def product(sku: str, price: str | None, *, family: str | None = None, currency: str = "EUR") -> ProductFacts:
    return ProductFacts(
        id=1,
        sku=sku,
        name={"de": sku},
        description={},
        category="becher",
        price=Money(Decimal(price), currency) if price else None,
        stock=1,
        facts={},
        images=(),
        manual_url=None,
        returnable=True,
        not_returnable_because=None,
        return_exclusion=None,
        family=family,
    )


@pytest.mark.parametrize(
    ("brings", "instead", "fee", "pays", "left", "kind"),
    [
        ("20.00", "8.00", "0", False, Difference(back=Decimal(12)), "back"),
        ("20.00", "20.00", "0", True, Difference(), "same"),
        ("20.00", "28.00", "0", True, Difference(owed=Decimal(8)), "owed"),
        ("20.00", "28.00", "0", False, Difference(borne=Decimal(8)), "borne"),
        # With 4.90 for the way back, which nobody pays where nobody pays on top.
        ("15.10", "20.00", "4.90", True, Difference(owed=Decimal("4.90")), "owed"),
        ("15.10", "20.00", "4.90", False, Difference(borne=Decimal("4.90"), fee=Decimal("4.90")), "borne"),
        ("15.10", "18.00", "4.90", False, Difference(borne=Decimal("2.90"), fee=Decimal("2.90")), "borne"),
    ],
)
def test_the_difference_says_who_pays_how_much(
    brings: str, instead: str, fee: str, *, pays: bool, left: Difference, kind: str
) -> None:
    found = difference(Decimal(brings), Decimal(instead), Decimal(fee), pays_difference=pays)
    assert (found, kind_of(found)) == (left, kind)


@given(brings=cents, instead=cents, fee=cents, pays=st.booleans())
def test_no_cent_is_lost_between_customer_and_shop(
    brings: Decimal, instead: Decimal, fee: Decimal, *, pays: bool
) -> None:
    found = difference(brings, instead, fee, pays_difference=pays)
    assert brings - instead == found.back - found.owed - found.borne
    assert sum(1 for each in (found.back, found.owed, found.borne) if each) <= 1
    assert min(found.back, found.owed, found.borne, found.fee) >= 0
    assert found.fee <= found.borne


def test_what_costs_more_than_was_paid_is_to_be_had_where_the_customer_pays_on_top() -> None:
    dearer, mug = product("TASSE", "10.01"), product("BECHER", "10.00")
    assert swap_for(dearer, [mug], worth=euros("10.00"), pays_difference=False) is None
    assert swap_for(dearer, [mug], worth=euros("10.00"), pays_difference=True) is not None
    assert swap_for(product("TASSE", "10.00"), [mug], worth=euros("10.00"), pays_difference=False) is not None


def test_what_tells_no_price_or_another_currency_is_not_to_be_had() -> None:
    mug = product("BECHER", "10.00")
    for other in (product("TASSE", None), product("TASSE", "5.00", currency="CHF")):
        assert swap_for(other, [mug], worth=euros("10.00"), pays_difference=True) is None


def test_another_size_of_the_same_counts_for_what_was_paid_whatever_discount_there_was() -> None:
    bought, larger = product("S", "10.00", family="pulli"), product("L", "10.00", family="pulli")
    swap = swap_for(larger, [bought], worth=euros("8.00"), pays_difference=False)
    assert swap is not None
    assert (swap.is_variant, swap.is_even, swap.price) == (True, True, euros("10.00"))
    dearer = product("XXL", "12.00", family="pulli")
    assert swap_for(dearer, [bought], worth=euros("8.00"), pays_difference=False) is None
    reduced = swap_for(product("M", "6.00", family="pulli"), [bought], worth=euros("8.00"), pays_difference=False)
    assert reduced is not None
    assert not reduced.is_even, "what it costs less comes back"


def test_of_a_family_of_its_own_is_no_variant() -> None:
    mug, other = product("BECHER", "10.00"), product("TASSE", "10.00")
    swap = swap_for(other, [mug, product("KANNE", "10.00", family="kannen")], worth=euros("10"), pays_difference=False)
    assert swap is not None
    assert not swap.is_variant
