"""Amounts as the staff type them: what is meant is taken, and what could mean something else is not."""

from decimal import Decimal

import pytest

from bot.returns.amounts import read_amount


@pytest.mark.parametrize(
    ("told", "sum_"),
    [
        *(("5", "5"), ("1,5", "1.5"), ("1.50", "1.5"), (" 49,50 € ", "49.50"), ("€ 49.50", "49.50")),
        *(
            ("31,80 EUR", "31.80"),
            ("31,80eur", "31.80"),
            ("5,-", "5"),
            ("5.-", "5"),
            ("5,\u2013", "5"),
            ("0", "0"),
            ("12 Euro", "12"),
            ("Euros 3", "3"),
        ),
        *(("1.000", "1000"), ("1,555", "1555"), ("1.234,50", "1234.50"), ("1,234.50", "1234.50")),
        *(("1 234,50", "1234.50"), ("1\u202f234,50\u00a0€", "1234.50"), ("1'234'567.05", "1234567.05")),
    ],
)
def test_an_amount_is_read_as_it_is_meant(told: str, sum_: str) -> None:
    assert read_amount(told, "EUR") == Decimal(sum_)


@pytest.mark.parametrize(
    "told",
    [
        *(
            "",
            " ",
            "viel",
            "-5",
            "5 Stück",
            "\u0665",
            "1,5,5",
            "1.5555",
            "1,2345",
            "12.34.56",
            "1.00.000",
            "1,234,5678",
        ),
        *("5 $", "CHF 5", "5 €€", "\u0663 dinar", "1e3", "½", "€", "1.234.50", "0x10", "9999999999"),
    ],
)
def test_what_is_none_is_asked_for_again(told: str) -> None:
    assert read_amount(told, "EUR") is None


def test_a_currency_has_the_decimals_that_it_has() -> None:
    assert read_amount("1.000", "KWD") == Decimal(1)
    assert read_amount("1.000", "JPY") == Decimal(1000)
    assert read_amount("5,00", "JPY") is None
    assert read_amount("CHF 5.-", "CHF") == Decimal(5)
    assert read_amount("£5.50", "GBP") == Decimal("5.50")
