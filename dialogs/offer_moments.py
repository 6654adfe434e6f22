"""Moments and sums as staff type them: "24.12. 9:30", "2026-12-24 09:30", "9:30", "19,90"; pure."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

TIME = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(\s*(h|uhr|auer))?"
DAY = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./]?(?P<year>\d{4})?"
ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
FORMS = (
    re.compile(rf"{ISO}[T\s,]+{TIME}", re.IGNORECASE),
    re.compile(rf"(?:{DAY}[,\s]+)?{TIME}", re.IGNORECASE),
)
SUM = re.compile(r"\d{1,7}([.,]\d{1,2})?")


def read_moment(text: str, *, today: date) -> datetime | None:
    """What the clock on the wall shows then, without a zone.

    Without a year it is the next such day, without a day today. None for what is no moment.
    """
    found = next(filter(None, (form.fullmatch(text.strip()) for form in FORMS)), None)
    if found is None:
        return None
    told = {name: int(value) for name, value in found.groupdict().items() if value}
    if "day" not in told:
        told |= {"year": today.year, "month": today.month, "day": today.day}
    try:
        moment = datetime(  # noqa: DTZ001  # the zone is the caller's
            told.get("year", today.year), told["month"], told["day"], told["hour"], told["minute"]
        )
        if "year" not in told and moment.date() < today:
            moment = moment.replace(year=today.year + 1)
    except ValueError:
        return None
    return moment if moment.date() <= today + timedelta(days=3_650) else None


def read_sums(text: str) -> list[Decimal] | None:
    """The sums in a line, `19,90 24,90`; None where something in it is none, or one is not more than nothing."""
    words = text.replace("€", " ").replace("/", " ").replace(";", " ").split()
    try:
        sums = [Decimal(word.replace(",", ".")) for word in words if SUM.fullmatch(word)]
    except InvalidOperation:
        return None
    return sums if words and len(sums) == len(words) and all(each > 0 for each in sums) else None
