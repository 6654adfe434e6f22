"""When people rest: nights everywhere, Sundays and public holidays where advertising has to respect them.

Sources: rules.md 3.3 (DE and AT 21 to 08; FR, LU and unknown 22 to 08, all Sundays and public holidays) and 3.5.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.outbox.reasons import Why

MORNING = time(8)
EVENING = time(22)
EVENINGS = {"DE": time(21), "AT": time(21)}
ONLY_NIGHTS = frozenset(EVENINGS)
# Where the country is unknown, or its holidays are: those of the countries whose rule it then is.
STRICT_COUNTRIES = ("FR", "LU")
MOST_STEPS = 100
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: the zone they chose, else every zone of their country (the stricter holds); at least one."""

    zones: tuple[ZoneInfo, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """Nobody is to be disturbed until then (aware UTC)."""

    until: datetime
    why: Why


def rest_at(now: datetime, place: Place, *, advertising: bool) -> Rest | None:
    """The rest that `now` falls into, None when it is a time to ring; right across changes of the clock."""
    first = _in_any_zone(now, place.zones, place.country, advertising)
    if first is None:
        return None
    end = _end(first.until, place.zones, place.country, advertising)
    if end is None:  # a country so wide that somebody always rests: its first zone decides
        end = _end(first.until, place.zones[:1], place.country, advertising) or first.until
    return Rest(end, first.why)


def _end(at: datetime, zones: tuple[ZoneInfo, ...], country: str | None, advertising: bool) -> datetime | None:
    for _ in range(MOST_STEPS):
        rest = _in_any_zone(at, zones, country, advertising)
        if rest is None:
            return at
        at = rest.until
    return None


def _in_any_zone(at: datetime, zones: tuple[ZoneInfo, ...], country: str | None, advertising: bool) -> Rest | None:
    rests = (_in_zone(at.astimezone(zone), zone, country, advertising) for zone in zones)
    return next((rest for rest in rests if rest), None)


def _in_zone(local: datetime, zone: ZoneInfo, country: str | None, advertising: bool) -> Rest | None:
    day = local.date()
    if local.time() < MORNING:
        return Rest(_morning(day, zone), Why.QUIET_HOURS)
    if local.time() >= EVENINGS.get(country or "", EVENING):
        return Rest(_morning(day + DAY, zone), Why.QUIET_HOURS)
    if not advertising or country in ONLY_NIGHTS:
        return None
    if day.isoweekday() == 7:
        return Rest(_morning(day + DAY, zone), Why.SUNDAY)
    if is_holiday(day, country):
        return Rest(_morning(day + DAY, zone), Why.HOLIDAY)
    return None


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


def is_holiday(day: date, country: str | None) -> bool:
    """Whether it is a public holiday of the whole country."""
    return any(day in _calendar(code) for code in _calendars(country))


@cache
def _calendars(country: str | None) -> tuple[str, ...]:
    try:
        _calendar(country or "")
    except NotImplementedError:
        return STRICT_COUNTRIES
    return (country or "",)


@cache
def _calendar(country: str) -> "dict[date, str]":
    from holidays import country_holidays  # half of what importing this room costs, and only advertising asks

    return country_holidays(country)
