"""What a coupon takes off a basket: never more than what it is for, and only where its terms are met."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.loyalty.worth import Article, Basket, Terms, discount

TEA = Article("TEA-1", 2, Decimal("10.00"), "Tea")
POT = Article("POT", 1, Decimal("25.00"), "Pots")
UNKNOWN = Article("NEW", 1, Decimal("5.00"))


def basket(*articles: Article, currency: str = "EUR") -> Basket:
    return Basket(currency, articles)


@pytest.mark.parametrize(
    ("terms", "articles", "off"),
    [
        (Terms("EUR", amount=Decimal(5)), (TEA,), "5.00"),
        (Terms("EUR", amount=Decimal(50)), (TEA,), "20.00"),
        (Terms("EUR", amount=Decimal(5), minimum=Decimal(20)), (TEA,), "5.00"),
        (Terms("EUR", amount=Decimal(5), minimum=Decimal("20.01")), (TEA,), "below_minimum"),
        (Terms("EUR", amount=Decimal(30), minimum=Decimal(40), sku="POT"), (TEA, POT), "25.00"),
        (Terms("EUR", percent=10, category="Tea"), (TEA, POT), "2.00"),
        (Terms("EUR", percent=10, category="Tea"), (POT, UNKNOWN), "nothing_eligible"),
        (Terms("EUR", percent=15), (Article("X", 1, Decimal("0.10")),), "0.02"),
        (Terms("EUR", percent=100), (TEA, POT), "45.00"),
        (Terms("EUR", amount=Decimal(5)), (Article("GIFT", 1, Decimal(0)),), "nothing_eligible"),
    ],
)
def test_the_terms_decide(terms: Terms, articles: tuple[Article, ...], off: str) -> None:
    assert str(discount(terms, basket(*articles))) == off


def test_another_currency_is_not_converted() -> None:
    assert discount(Terms("EUR", percent=10), basket(TEA, currency="CHF")) == "other_currency"


@pytest.mark.parametrize("worth", [{}, {"amount": Decimal(5), "percent": 5}])
def test_terms_are_an_amount_or_per_cent(worth: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match="either"):
        Terms("EUR", **worth)  # type: ignore[arg-type]  # what no caller means


PRICES = st.decimals(min_value=0, max_value=10_000, places=2)
ARTICLES = st.builds(
    Article, st.sampled_from("ABC"), st.integers(1, 20), PRICES, st.sampled_from([None, "Tea", "Pots"])
)
TERMS = st.one_of(
    st.builds(Terms, st.just("EUR"), amount=st.decimals(min_value="0.01", max_value=500, places=2), minimum=PRICES),
    st.builds(Terms, st.just("EUR"), percent=st.integers(1, 100), sku=st.sampled_from([None, "A"])),
)


@given(TERMS, st.lists(ARTICLES, min_size=1, max_size=6))
def test_nobody_is_paid_for_buying(terms: Terms, articles: list[Article]) -> None:
    found = discount(terms, basket(*articles))
    if isinstance(found, Decimal):
        eligible = sum(article.total for article in articles if terms.is_for(article.sku, article.category))
        assert 0 <= found <= eligible
        assert found == found.quantize(Decimal("0.01"))
        assert basket(*articles).total >= terms.minimum
