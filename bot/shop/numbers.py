"""How numbers that people type or print are compared: order numbers, tracking numbers, e-mail, telephone."""

import re
import unicodedata

KEY_LENGTH = 64
TRACKING_LENGTH = 128
EMAIL_LENGTH = 320
PHONE_LENGTH = 32
POSTCODE_LENGTH = 32
LONGEST_TYPED = 200  # a whole message may be pasted here
NOT_A_DIGIT = re.compile(r"[^0-9]+")
NOT_IN_A_KEY = re.compile(r"[\W_]+")
# "L-1234", "D-10115", "LV-1010": the country's letters are written by some and left out by others.
COUNTRY_BEFORE_DIGITS = re.compile(r"^[A-Z]{1,2}(?=\d{4,6}$)")
# What people and shops write before a number, in our four languages.
BEFORE_A_NUMBER = re.compile(
    r"^(?:(?:de\W+)?(?:order|bestellung|bestellnummer|bestellungsnummer|bestell|auftrag|auftragsnummer|commande|"
    r"numéro|numero|nummer|number|num|nr|no|n°)(?:[\W_]+|(?=\d)))+(?=.*\d)"
)
# Where the shops of our languages deliver. In countries without a trunk zero a leading zero is part of the number.
CALLING_CODES = {"AT": "43", "BE": "32", "CH": "41", "DE": "49", "FR": "33", "GB": "44", "LU": "352", "NL": "31"}
NO_TRUNK_ZERO = frozenset({"LU"})


def normalise_number(text: str) -> str:
    """The key of an order number, however it is spelled: `#1001 `, `Nr. 1001` and `1001` are one.

    Case, blanks, punctuation and the words before the digits go; leading zeros stay. Keys of different numbers
    may be equal, so a key finds orders only among those the asker may see.
    """
    folded = unicodedata.normalize("NFKC", text[:LONGEST_TYPED]).casefold().strip()
    bare = BEFORE_A_NUMBER.sub("", folded.lstrip("#°º№ ."))
    return (NOT_IN_A_KEY.sub("", bare) or folded)[:KEY_LENGTH]


def tracking_key(number: str | None) -> str | None:
    """The key of a tracking number: letters and digits, in capitals."""
    letters = NOT_IN_A_KEY.sub("", unicodedata.normalize("NFKC", number or "")).upper()
    return letters[:TRACKING_LENGTH] or None


def email_key(email: str | None) -> str | None:
    """The key of an e-mail address: case does not count. One that is too long for an address meets nobody."""
    key = email.strip().casefold() if email else ""
    return key if 0 < len(key) <= EMAIL_LENGTH else None


def postcode_key(text: str) -> str:
    """A postcode as it compares: `L-1234`, `l 1234` and `1234` are one, so are `SW1A 1AA` and `sw1a1aa`."""
    letters = NOT_IN_A_KEY.sub("", unicodedata.normalize("NFKC", text)).upper()
    return COUNTRY_BEFORE_DIGITS.sub("", letters)[:POSTCODE_LENGTH]


def phone_key(phone: str | None, *, country: str | None = None) -> str | None:
    """The digits of a telephone number in international form, without + or 00.

    Shops note national numbers ("0151 …"), a shared contact is international: `country`, where the order
    went, makes them meet. A national number of an unknown country keeps its zero and meets nobody.
    """
    if not phone:
        return None
    digits = NOT_A_DIGIT.sub("", phone.replace("(0)", ""))
    if phone.strip().startswith("+") or digits.startswith("00"):
        return digits.removeprefix("00")[:PHONE_LENGTH] or None
    if digits and (code := CALLING_CODES.get(country or "")):
        digits = code + (digits if country in NO_TRUNK_ZERO else digits.removeprefix("0"))
    return digits[:PHONE_LENGTH] or None
