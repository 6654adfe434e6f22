"""A mask shows enough to recognise oneself and never more than it promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.customers.masking import HIDDEN, mask_address, mask_email, mask_name, mask_phone

LETTERS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=30)


def shown(masked: str | None) -> str:
    """The letters and digits that a mask lets through."""
    return "".join(character for character in masked or "" if character.isalnum())


@pytest.mark.parametrize(
    ("email", "masked"),
    [
        ("marta@example.org", "m•••@e•••.org"),
        ("m@x.de", "•••@•••.de"),
        ("marta@mail.example.co.uk", "m•••@m•••.uk"),
        ("marta@localhost", "m•••@•••.•••"),
        ("marta@example.123456789", "m•••@e•••.•••"),
        ("@", "•••@•••.•••"),
        ("no address", "•••"),
        ("", None),
        (None, None),
    ],
)
def test_an_email_shows_two_letters_and_its_ending(email: str | None, masked: str | None) -> None:
    assert mask_email(email) == masked


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Erika Beispiel", "E••• B•••"),
        ("Erika Maria von Beispiel", "E••• B•••"),
        ("Erika", "E•••"),
        ("E B", "••• •••"),
        ("👩 ", "•••"),
        ("   ", None),
        (None, None),
    ],
)
def test_a_name_shows_its_initials(name: str | None, masked: str | None) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [("+49 151 000042", "••• 42"), ("12345", "•••"), ("unknown", None), ("", None), (None, None)],
)
def test_a_phone_number_shows_two_digits(phone: str | None, masked: str | None) -> None:
    assert mask_phone(phone) == masked


def test_an_address_tells_the_town_but_not_the_house() -> None:
    masked = mask_address(street="Hauptstraße 12", postal_code="10115", city="Berlin", country="DE")
    assert masked == "H•••, 10••• Berlin, DE"
    assert (
        mask_address(street="12 rue X", postal_code="L-1234", city="Mersch", country="LU") == "1•••, 12••• Mersch, LU"
    )
    assert mask_address(street=None, postal_code="123", city=None, country="IE") == "•••, IE"
    assert mask_address(street=" ", postal_code=None, city="", country=None) is None


@given(LETTERS, LETTERS)
def test_an_email_never_shows_more_than_two_letters_before_its_ending(local: str, domain: str) -> None:
    assert len(shown(mask_email(f"{local}@{domain}.example"))) <= 2
    assert local not in (mask_email(f"{local}@{domain}.example") or "") or len(local) == 1


@given(st.lists(LETTERS, min_size=1, max_size=6))
def test_a_name_never_shows_more_than_two_letters(words: list[str]) -> None:
    assert len(shown(mask_name(" ".join(words)))) <= 2


@given(st.text())
def test_a_phone_number_never_shows_more_than_two_digits(phone: str) -> None:
    assert len(shown(mask_phone(phone))) <= 2


@given(street=st.none() | st.text(), postal_code=st.none() | st.text())
def test_an_address_never_shows_more_than_three_characters_of_street_and_postcode(
    street: str | None, postal_code: str | None
) -> None:
    masked = mask_address(street=street, postal_code=postal_code, city=None, country=None)
    assert len((masked or "").replace(HIDDEN, "").replace(", ", "")) <= 3


@given(st.none() | st.text())
def test_no_input_is_too_odd(text: str | None) -> None:
    for mask in (mask_name, mask_email, mask_phone):
        assert mask(text) is None or HIDDEN in (mask(text) or "")
