"""What JSON of others holds, taken with care: a value of another kind than expected is a value that is not told."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from urllib.parse import urlsplit

Json = Mapping[str, Any]
T = TypeVar("T")

# As the columns take them: ten digits before the point and four after it; whole numbers of four bytes.
MOST_DIGITS = 10
EXACT = Decimal("0.0001")
MOST_OF_ONE = 1_000_000
CURRENCY = re.compile(r"[A-Z]{3}")
COUNTRY = re.compile(r"[A-Z]{2}")
LONGEST_ADDRESS = 2048
TAG = re.compile(r"<[^<>]{0,400}>")


class UnreadableError(Exception):
    """A body that does not hold what its topic promises; the message says what is missing."""


def parse_json(body: bytes) -> Any:
    """The document, amounts as Decimal; ValueError says why there is none."""
    try:
        return DECODER.decode(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None


def required(value: T | None, name: str) -> T:
    """The value, or UnreadableError for one that is not told."""
    if value is None:
        raise UnreadableError(f"{name}: missing, or not what it should be")
    return value


def member(value: Json, key: str) -> Json:
    """The object under this key, an empty one where there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def members(value: Json, key: str) -> Iterator[Json]:
    """The objects of the list under this key."""
    found = value.get(key)
    return (each for each in (found if isinstance(found, list) else ()) if isinstance(each, dict))


def text(value: Any, longest: int) -> str | None:
    """One text without what no database keeps, cut to what its column takes; None for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    return clean(str(value)).strip()[:longest].rstrip() or None


def plain_text(value: Any, longest: int) -> str | None:
    """A text that was written for a web page: its entities resolved, its tags left out, in one line."""
    return text(" ".join(html.unescape(TAG.sub(" ", value)).split()) if isinstance(value, str) else value, longest)


def plain_line(value: str) -> str:
    """A text as one line that every database and terminal takes."""
    return " ".join(clean(value).split())


def clean(value: str) -> str:
    """Without NUL, which PostgreSQL refuses, and without halves of characters, which no file keeps."""
    return value.replace("\x00", "").encode(errors="replace").decode()


def identifier(value: Any) -> str | None:
    """An id as exact text, however large its number; never by way of a fraction."""
    return text(value, 128) if isinstance(value, str | int) else None


def amount(value: Any) -> Decimal | None:
    """Money as the column holds it."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    try:
        return as_stored(Decimal(value.strip() if isinstance(value, str) else value))
    except InvalidOperation:
        return None


def as_stored(money: Decimal) -> Decimal | None:
    """An amount rounded to what its column keeps; None for one that is too large for it, or no number.

    The size is read off the exponent: to compare or to round `1e999999999` is an error, or a gigabyte of digits.
    """
    if not money.is_finite() or (money and money.adjusted() >= MOST_DIGITS):
        return None
    kept = money.quantize(EXACT)
    return kept if kept.adjusted() < MOST_DIGITS else None


def total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are told, as its column keeps it."""
    return as_stored(sum((each for each in amounts if each is not None), Decimal()))


def number(value: Any) -> int | None:
    """A count of things."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= MOST_OF_ONE:
        return None
    return int(value) if value == int(value) else None


def number_back(value: Any) -> int | None:
    """A count of things that go back, which some tell below nothing."""
    return number(abs(value) if isinstance(value, int | Decimal) else value)


def moment(value: Any) -> datetime | None:
    """A time with its offset as aware UTC; one without, which could be anybody's noon, is not told."""
    at = local_moment(value)
    return at.astimezone(UTC) if at and at.tzinfo else None


def utc_moment(value: Any) -> datetime | None:
    """A time of which the platform says that it is UTC, with or without writing so."""
    at = local_moment(value)
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else moment(value)


def local_moment(value: Any) -> datetime | None:
    """A time as it is written: naive when it has no offset. Years that no parcel sees are not told."""
    try:
        at = datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at and 1990 < at.year < 2200 else None


def day(value: Any) -> date | None:
    """The day of a date or of a time, as it is written."""
    at = local_moment(value)
    return at.date() if at else None


def currency(value: Any) -> str | None:
    code = (text(value, 64) or "").upper()
    return code if CURRENCY.fullmatch(code) else None


def country(value: Any) -> str | None:
    code = (text(value, 64) or "").upper()
    return code if COUNTRY.fullmatch(code) else None


def web_address(value: Any) -> str | None:
    """An address that a button may carry; Telegram refuses the whole message for a host without a dot."""
    address = text(value, LONGEST_ADDRESS + 1)
    if not address or len(address) > LONGEST_ADDRESS or any(sign.isspace() for sign in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and "." in (parts.hostname or "").strip(".") else None


def _fraction(written: str) -> Decimal:
    """The exact number; one with an exponent that even Decimal refuses is as good as infinite, and told to nobody."""
    try:
        return Decimal(written)
    except InvalidOperation:
        return Decimal("Infinity")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


DECODER = json.JSONDecoder(parse_float=_fraction, parse_constant=_no_constant)
