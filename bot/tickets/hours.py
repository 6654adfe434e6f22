"""When somebody is there to answer: business hours, public holidays, and what follows from both; pure."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from bot.config import DAYS, Settings

DAY = timedelta(days=1)
# Longer than any chain of holidays; a shop that is never open has no hours to wait for.
FARTHEST_DAYS = 60
# What is to be heard before the end of business leaves time to act on it.
LAST_CALL = timedelta(hours=1)
SPAN = re.compile(r"(\w\w)(?:-(\w\w))? (\d\d:\d\d)-(\d\d:\d\d)")

Weekly = tuple[tuple[int, time, time | None], ...]


def is_open(at: datetime, settings: Settings) -> bool:
    """Whether somebody is there now."""
    return next_opening(at, settings) == at


def next_opening(at: datetime, settings: Settings) -> datetime | None:
    """The moment from which somebody is there: `at` itself within business hours; None: in no foreseeable time."""
    begin = next((begin for begin, _ in _openings(at, settings)), None)
    return begin and max(begin, at)


def moved_into_hours(at: datetime, *, since: datetime, settings: Settings) -> datetime:
    """`at` itself within business hours, else an hour before those had ended; `at`, too, if nobody was there since."""
    moved = at
    for begin, end in _openings(since, settings):
        if begin > at:
            break
        moved = at if at < end else max(begin, end - LAST_CALL, since)
    return moved


def after_working(at: datetime, worked: timedelta, settings: Settings) -> datetime | None:
    """When so much business time has gone by since `at`."""
    for begin, end in _openings(at, settings):
        begin = max(begin, at)  # noqa: PLW2901  # only the rest of a day that has begun
        if begin + worked <= end:
            return begin + worked
        worked -= end - begin
    return None


def after_working_days(at: datetime, span: timedelta, settings: Settings) -> datetime:
    """When so much time has gone by since `at`, hours of the night included: only whole days off do not count.

    A shop that is never open has no days off: there it is plain time.
    """
    zone, left = settings.time_zone, span
    for number in range(FARTHEST_DAYS):
        day = at.astimezone(zone).date() + number * DAY
        begin = max(datetime.combine(day, time(), zone).astimezone(UTC), at)
        end = datetime.combine(day + DAY, time(), zone).astimezone(UTC)
        if not _is_worked(day, settings):
            continue
        if begin + left <= end:
            return begin + left
        left -= end - begin
    return at + span


def _is_worked(day: date, settings: Settings) -> bool:
    """Whether somebody is there at any time of the day."""
    free = is_free(day.isoformat(), settings.business_holidays)
    return not free and any(weekday == day.weekday() for weekday, _, _ in weekly(settings.business_hours))


def _openings(at: datetime, settings: Settings) -> Iterator[tuple[datetime, datetime]]:
    """Spans that end after `at`, in UTC, day by day as the shop's clock has them."""
    zone = settings.time_zone
    for number in range(FARTHEST_DAYS):
        day = at.astimezone(zone).date() + number * DAY
        if not _is_worked(day, settings):
            continue
        for weekday, begins, ends in weekly(settings.business_hours):
            begin = datetime.combine(day, begins, zone).astimezone(UTC)
            last = datetime.combine(day, ends, zone) if ends else datetime.combine(day + DAY, time(), zone)
            end = last.astimezone(UTC)
            if weekday == day.weekday() and end > at:
                yield begin, end


@cache
def weekly(hours: str) -> Weekly:
    """`Mo-Fr 09:00-17:00, Sa 10:00-14:00` as (weekday from 0, begin, end or None for midnight), in order."""
    spans = [match.groups() for match in SPAN.finditer(hours)]
    found = [
        (weekday, time.fromisoformat(begin), None if end == "24:00" else time.fromisoformat(end))
        for first, last, begin, end in spans
        for weekday in _weekdays(first, last or first)
    ]
    return tuple(sorted(found, key=lambda span: span[:2]))


def _weekdays(first: str, last: str) -> list[int]:
    """From one day to another, across the end of the week if need be."""
    begin, end = DAYS.index(first), DAYS.index(last)
    return [number % 7 for number in range(begin, (end if end >= begin else end + 7) + 1)]


@cache
def is_free(day: str, region: str | None) -> bool:
    """Whether the day (ISO) is a public holiday there; nowhere are none."""
    if region is None:
        return False
    from holidays import country_holidays, list_supported_countries  # slow to import; only a shop with a region asks

    country, _, part = region.partition("-")
    parts = list_supported_countries().get(country)
    if parts is None:  # a country without a calendar: every day counts
        return False
    return day in country_holidays(country, subdiv=part if part in parts else None)
