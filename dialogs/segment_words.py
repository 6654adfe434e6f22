"""What staff type to choose an audience: countries by code or name, spans of days, spans of points; pure."""

import re

from bot.broadcasts.segments import MOST_DAYS, MOST_POINTS
from bot.config import LOCALES, Locale
from bot.i18n import REGIONS

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
