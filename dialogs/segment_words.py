"""What staff type to choose an audience: countries, spans of days and points, days of the year; pure."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from babel.dates import format_skeleton, get_month_names

from bot.broadcasts.segments import MOST_DAYS, MOST_POINTS
from bot.config import LOCALES, Locale
from bot.i18n import REGIONS

# A leap year, so that each day of any year is one of its days.
YEAR = 2028
YEAR_DAYS = re.compile(r"(\d{1,2})[./](\d{1,2})\.?(?:\s*[-\u2013]\s*(\d{1,2})[./](\d{1,2})\.?)?")
SPAN = re.compile(r"(?P<sign>[<>]?)\s*(?P<least>\d{1,8})\s*(?:(?:-|\u2013|…|\.\.)\s*(?P<most>\d{1,8}))?\D{0,12}")


def read_countries(text: str, locale: Locale) -> tuple[str, ...]:
    """Codes of the countries named, `DE, Frankreich`; empty where one of them is none."""
    words = [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]
    found = [_country(word, locale) for word in words]
    return tuple(dict.fromkeys(code for code in found if code)) if all(found) else ()


def read_days(text: str) -> tuple[int | None, int | None] | None:
    """Days since the last order, at least and fewer than: `>90`, `<30`, `30-90`; None for anything else."""
    return _span(text, MOST_DAYS)


def read_points(text: str) -> tuple[int | None, int | None] | None:
    """At least and at most so many points, in the same way."""
    return _span(text, MOST_POINTS)


def read_year_days(text: str) -> tuple[str, ...] | None:
    """Days of the year as a segment has them (12-24), of `24.12.` or `28.12.-3.1.`; None for anything else."""
    found = YEAR_DAYS.fullmatch(text.strip())
    if found is None:
        return None
    try:
        first = date(YEAR, int(found[2]), int(found[1]))
        last = date(YEAR, int(found[4]), int(found[3])) if found[3] else first
    except ValueError:
        return None
    return tuple(_days_between(first, last))


def month_days(month: int) -> tuple[str, ...]:
    """All days of a month, 1 to 12."""
    first = date(YEAR, month, 1)
    following = date(YEAR, month + 1, 1) if month < 12 else date(YEAR + 1, 1, 1)
    return tuple(_days_between(first, following - timedelta(days=1)))


def month_name(month: int, locale: Locale) -> str:
    return str(get_month_names("wide", "stand-alone", REGIONS[locale])[month])


def tell_year_days(days: Collection[str], locale: Locale) -> str:
    """`December`, `28 Dec … 3 Jan`, `1 Dec, 24 Dec`."""
    whole = next((month for month in range(1, 13) if set(month_days(month)) == set(days)), None)
    if whole:
        return month_name(whole, locale)
    return ", ".join(" – ".join(dict.fromkeys(_day(each, locale) for each in span)) for span in _spans(days))  # noqa: RUF001


def _days_between(first: date, last: date) -> Iterator[str]:
    """Through the end of the year, where the last is before the first."""
    day = first
    while True:
        yield f"{day:%m-%d}"
        if (day.month, day.day) == (last.month, last.day):
            return
        day += timedelta(days=1)
        day = day.replace(year=YEAR)


def _spans(days: Collection[str]) -> Iterator[tuple[str, str]]:
    """First and last of each run of days; one that goes through the new year is one run."""
    for first in sorted(day for day in days if _next_to(day, -1) not in days):
        last = first
        while _next_to(last, 1) in days:
            last = _next_to(last, 1)
        yield first, last


def _next_to(day: str, by: int) -> str:
    return f"{date.fromisoformat(f'{YEAR}-{day}') + timedelta(days=by):%m-%d}"


def _day(day: str, locale: Locale) -> str:
    return format_skeleton("MMMd", date.fromisoformat(f"{YEAR}-{day}"), locale=REGIONS[locale])


def _span(text: str, limit: int) -> tuple[int | None, int | None] | None:
    found = SPAN.fullmatch(text.strip())
    if found is None:
        return None
    least, most = int(found["least"]), int(found["most"]) if found["most"] else None
    if max(least, most or 0) > limit or (most is not None and (most <= least or found["sign"])):
        return None
    if most is not None:
        return least, most
    return (None, least) if found["sign"] == "<" else (least, None)


def _country(word: str, locale: Locale) -> str | None:
    if len(word) == 2 and word.upper() in REGIONS[locale].territories:
        return word.upper()
    named = (
        code
        for each in (locale, *LOCALES)
        for code, name in REGIONS[each].territories.items()
        if len(code) == 2 and str(name).casefold() == word.casefold()
    )
    return next(named, None)
