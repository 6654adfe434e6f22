"""Price limits as people write them, in four languages; what counts something else is none."""

from decimal import Decimal

import pytest

from bot.support.prices import find_named_price, find_price
from bot.support.products_meant import PriceLimit


@pytest.mark.parametrize(
    ("text", "limit", "rest"),
    [
        ("Lampe bis 30 Euro", PriceLimit(most=Decimal(30)), "Lampe"),
        ("Lampe bis 30", PriceLimit(most=Decimal(30)), "Lampe"),
        ("Lampen unter 50 €", PriceLimit(highest=Decimal(50)), "Lampen"),
        ("habt ihr Lampen unter 49,90€?", PriceLimit(highest=Decimal("49.90")), "habt ihr Lampen ?"),
        ("eine Kanne für höchstens 20 EUR bitte", PriceLimit(most=Decimal(20)), "eine Kanne für bitte"),
        ("Taschen ab 100 Euro", PriceLimit(lowest=Decimal(100)), "Taschen"),
        ("Lampe zwischen 20 und 50 Euro", PriceLimit(lowest=Decimal(20), most=Decimal(50)), "Lampe"),
        ("Lampe 20-50 €", PriceLimit(lowest=Decimal(20), most=Decimal(50)), "Lampe"),
        ("Lampe 50 Euro maximal", PriceLimit(most=Decimal(50)), "Lampe"),
        ("lamp under 50", PriceLimit(highest=Decimal(50)), "lamp"),
        ("a lamp for less than €50 please", PriceLimit(highest=Decimal(50)), "a lamp for please"),
        ("something up to 30 euros", PriceLimit(most=Decimal(30)), "something"),
        ("lamps from 20 to 50 euros", PriceLimit(lowest=Decimal(20), most=Decimal(50)), "lamps"),
        ("lamp 50 euros or less", PriceLimit(most=Decimal(50)), "lamp"),
        ("lampes à moins de 100 euros", PriceLimit(highest=Decimal(100)), "lampes"),
        ("une lampe jusqu\N{RIGHT SINGLE QUOTATION MARK}à 30 €", PriceLimit(most=Decimal(30)), "une lampe"),
        ("lampe entre 20 et 50 €", PriceLimit(lowest=Decimal(20), most=Decimal(50)), "lampe"),
        ("une lampe 30 euros maximum", PriceLimit(most=Decimal(30)), "une lampe"),
        ("Luuchten ënner 100 Euro", PriceLimit(highest=Decimal(100)), "Luuchten"),
        ("eng Luucht tëscht 20 an 50 Euro", PriceLimit(lowest=Decimal(20), most=Decimal(50)), "eng Luucht"),
        ("Luucht manner wéi 30 €", PriceLimit(highest=Decimal(30)), "Luucht"),
    ],
)
def test_a_limit_is_read_and_taken_out(text: str, limit: PriceLimit, rest: str) -> None:
    found = find_price(text)
    assert found is not None
    assert (found.limit, found.rest) == (limit, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Lampe",
        "Lampe unter 50 cm",
        "kommt es bis 24. Dezember?",
        "ab 3 Stück",
        "mehr als 5 Tage",
        "more than 10 days late",
        "unter 100%",
        "DL-300",
        "bis 2026-11-20",
        "",
        "unter",
    ],
)
def test_what_counts_something_else_is_no_price(text: str) -> None:
    assert find_price(text) is None


@pytest.mark.parametrize(
    ("text", "amount", "rest"),
    [
        ("Teekanne 20 Euro", "20", "Teekanne"),
        ("eine Teekanne für 19,90 €", "19.90", "eine Teekanne für"),
        ("a teapot 20 euros", "20", "a teapot"),
        ("a 20 euro teapot", "20", "a teapot"),
        ("teapot \N{POUND SIGN}20 please", "20", "teapot please"),
        ("théière 20 \N{EURO SIGN}", "20", "théière"),
        ("Téikan 20 Euro", "20", "Téikan"),
    ],
)
def test_a_price_that_is_only_named_is_what_somebody_will_spend(text: str, amount: str, rest: str) -> None:
    found = find_named_price(text)
    assert found is not None
    assert (found.limit, found.rest, find_price(text)) == (PriceLimit(most=Decimal(amount)), rest, None)


@pytest.mark.parametrize(
    "text", ["Teekanne 20", "Teekanne 20 cm", "20 Tassen", "20% Euro", "Teekanne 20 Euro statt 30 Euro", "Euro", ""]
)
def test_a_number_without_a_currency_is_no_price_and_two_are_no_limit(text: str) -> None:
    assert find_named_price(text) is None


@pytest.mark.parametrize("text", ["unter " * 200, "9" * 400, "zwischen 1 und " * 60, "1-" * 200, "\u0130 bis 30 €"])
def test_any_text_is_read(text: str) -> None:
    find_price(text)
    find_named_price(text)
