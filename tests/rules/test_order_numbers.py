"""Numbers that people type are found however they are spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shop.numbers import KEY_LENGTH, email_key, normalise_number, phone_key, tracking_key


@pytest.mark.parametrize(
    "spelling",
    [
        *[
            "1001",
            "#1001",
            " # 1001 ",
            "Nr. 1001",
            "nr.1001",
            "No 1001",
            "N° 1001",
            "№ 1001",
            "№1001",
            "Order 1001",
            "order #1001",
        ],
        *[
            "Bestellung 1001",
            "Bestellung Nr. 1001",
            "Commande n° 1001",
            "numéro de commande 1001",
            "\uff11\uff10\uff10\uff11",
            "10-01",
        ],
    ],
)
def test_spellings_of_one_number_have_one_key(spelling: str) -> None:
    assert normalise_number(spelling) == "1001"


def test_letters_and_leading_zeros_belong_to_the_number() -> None:
    assert normalise_number("DE-0042/a") == "de0042a"
    assert normalise_number("0042") != normalise_number("42")


def test_a_number_that_looks_like_a_word_keeps_it() -> None:
    assert normalise_number("Nordlicht") == "nordlicht"
    assert normalise_number("No") == "no"


def test_a_number_without_letters_and_digits_is_kept_as_it_is() -> None:
    assert normalise_number("***") == "***"


@given(st.text())
def test_a_key_fits_its_column_and_is_its_own_key(text: str) -> None:
    key = normalise_number(text)
    assert len(key) <= KEY_LENGTH
    if key.isalnum() and key.isascii() and not key[0:1].isalpha():
        assert normalise_number(key) == key


@given(st.integers(min_value=0, max_value=10**12))
def test_any_number_is_found_by_its_digits_with_noise_around_them(number: int) -> None:
    assert normalise_number(f"  Bestell-Nr.: {number}!") == str(number)


@pytest.mark.parametrize(
    ("phone", "country", "key"),
    [
        ("+49 151 1234567", None, "491511234567"),
        ("0049 (0)151 1234567", None, "491511234567"),
        ("0151/1234567", "DE", "491511234567"),
        ("621 123 456", "LU", "352621123456"),
        ("06 12 34 56 78", "FR", "33612345678"),
        ("0151 1234567", None, "01511234567"),
        ("call me", "DE", None),
        (None, "DE", None),
    ],
)
def test_telephone_numbers_meet_in_international_form(phone: str | None, country: str | None, key: str | None) -> None:
    assert phone_key(phone, country=country) == key


def test_tracking_numbers_and_e_mail_addresses_forgive_case_and_blanks() -> None:
    assert tracking_key("jjd 0000-39") == "JJD000039"
    assert tracking_key(" ") is None
    assert email_key(" Erika@Example.ORG ") == "erika@example.org"
    assert email_key("") is None
