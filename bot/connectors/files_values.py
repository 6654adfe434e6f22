"""Single values of an import file: times, days and amounts, each refused with what it must be."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bot.shop.reading import as_stored

PLAIN_DECIMAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
# Other years are a program's "no date" (0001, 1601, 9999), which time zones can push over the edge of the calendar.
FIRST_YEAR, LAST_YEAR = 1970, 2199


def read_time(value: Any) -> datetime:
    """A time; one without offset stays naive, so that the import can say that it took it for UTC."""
    if not isinstance(value, str):
        raise ValueError("must be a time such as 2026-11-20T09:30:00Z")
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ValueError("must be a time such as 2026-11-20T09:30:00Z") from None
    _refuse_odd_year(at)
    return at.astimezone(UTC) if at.tzinfo else at


def read_optional_time(value: Any) -> datetime | None:
    return None if value is None or value == "" else read_time(value)


def read_day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    try:
        day = date.fromisoformat(value.strip())
    except (ValueError, AttributeError):
        raise ValueError("must be a day such as 2026-11-24") from None
    _refuse_odd_year(day)
    return day


def _refuse_odd_year(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"must lie between {FIRST_YEAR} and {LAST_YEAR}")


def read_amount(value: Any) -> Decimal | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise ValueError('must be an amount such as "49.90"')
    if isinstance(value, str) and not PLAIN_DECIMAL.fullmatch(value.strip()):
        raise ValueError('must be an amount such as "49.90"')
    amount = Decimal(value)
    kept = as_stored(amount)
    if kept is None:
        raise ValueError("must have at most ten digits before the point")
    if kept != amount:
        raise ValueError("must have at most four digits after the point")
    return amount
