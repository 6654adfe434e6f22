"""What JSON of others holds: amounts as the columns take them, and nothing that is too large for them, however told."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.connectors.files_values import read_amount
from bot.shop.reading import amount, as_stored, number, parse_json, text, total

WRITTEN = [
    ("0", "0.0000"),
    ("-0.5", "-0.5000"),
    ("12.90", "12.9000"),
    ("1e3", "1000.0000"),
    ("9999999999.9999", "9999999999.9999"),
    ("0e999999999", "0.0000"),
    ("1e-999999999", "0.0000"),
    ("9999999999.99996", None),  # rounded, it has eleven digits before the point
    ("10000000000", None),
    ("-1e10", None),
    ("1e999999999", None),
    ("1e9999999999999999999", None),
    ("9" * 4000, None),
]


@pytest.mark.parametrize(("written", "stored"), WRITTEN)
def test_an_amount_is_what_its_column_keeps_or_not_told(written: str, stored: str | None) -> None:
    expected = None if stored is None else Decimal(stored)

    assert amount(parse_json(written.encode())) == expected
    assert amount(f" {written} ") == expected


@pytest.mark.parametrize("strange", ["", "12,90", "EUR 3", "NaN", "Infinity", "-inf", True, None, [1], {"a": 1}, 1.5])
def test_what_is_no_amount_is_not_told(strange: Any) -> None:
    assert amount(strange) is None


@pytest.mark.parametrize(("written", "stored"), WRITTEN)
def test_the_import_takes_no_amount_that_a_webhook_would_not(written: str, stored: str | None) -> None:
    value = parse_json(written.encode())
    if stored is None:
        with pytest.raises(ValueError, match="ten digits before the point"):
            read_amount(value)
    elif Decimal(value) == Decimal(stored):
        assert read_amount(value) == Decimal(stored)
    else:
        with pytest.raises(ValueError, match="four digits after the point"):
            read_amount(value)


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_whatever_the_number_it_fits_its_column_or_is_not_told(value: Decimal) -> None:
    stored = as_stored(value)

    assert stored is None or (abs(stored) < 10**10 and stored.as_tuple().exponent == -4)


def test_sums_leave_out_what_is_not_told_and_are_not_told_when_they_are_too_large() -> None:
    assert total([Decimal("1.5"), None, Decimal("-0.25")]) == Decimal("1.2500")
    assert total([]) == Decimal(0)
    assert total([Decimal(9_999_999_999), Decimal(1)]) is None


def test_a_number_beyond_all_numbers_spoils_nothing_but_itself() -> None:
    body = parse_json(b'{"total": 1e99999999999999999999, "quantity": 1e999999999, "name": 1e999999999, "id": 7}')

    assert (amount(body["total"]), number(body["quantity"]), body["id"]) == (None, None, 7)
    assert text(body["name"], 64) == "1E+999999999"
