"""The days a report is about, in the shop's time zone, and what a database needs to find local weeks and months."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
# No answer is older, and nobody plans beyond: without limits a mistyped year would end in an overflow.
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


class PeriodError(ValueError):
    """A period that cannot be; its text is one line for whoever asked."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise PeriodError(f"{self.first} is after {self.last}")
        if any(day and not EARLIEST <= day <= LATEST for day in (self.first, self.last)):
            raise PeriodError(f"days lie between {EARLIEST} and {LATEST}")

    @property
    def days(self) -> int | None:
        """How long it is; None when a side is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def before(self) -> "Period | None":
        """The period of the same length that ended the day before this one began."""
        if self.first is None or self.days is None:
            return None
        ended = self.first - DAY
        return Period(ended - (self.days - 1) * DAY, ended) if ended - self.days * DAY >= EARLIEST else None

    def bounds(self, tz: ZoneInfo) -> tuple[datetime | None, datetime | None]:
        """In UTC: from the first, up to but not including the second."""
        return _midnight(self.first, tz), _midnight(self.last + DAY if self.last else None, tz)


def read_period(first: str | None, last: str | None, *, today: date) -> Period:
    """As typed: `2026-11-01`; with a first day alone it lasts until today."""
    begins, ends = _read(first), _read(last)
    return Period(begins, ends or (today if begins else None))


def within(column: str, since: datetime | None, until: datetime | None) -> tuple[str, list[datetime]]:
    """The end of a WHERE that keeps the rows of a period, and its values."""
    wanted = [(f" AND {column} >= ?", since), (f" AND {column} < ?", until)]
    return "".join(text for text, at in wanted if at), [at for _, at in wanted if at]


def offsets(tz: ZoneInfo, since: datetime, until: datetime) -> list[tuple[datetime, int]]:
    """Minutes ahead of UTC, each with the moment it began; SQLite knows no time zones."""
    start = max(since, datetime.combine(EARLIEST, time(), UTC))
    days = [start + number * DAY for number in range(max(0, (until - start).days) + 2)]
    found = [(start, _minutes(start, tz))]
    for earlier, later in pairwise(days):
        if _minutes(later, tz) != _minutes(earlier, tz):
            found.append((_changed(tz, earlier, later), _minutes(later, tz)))
    return found


def quarters(tz: ZoneInfo, since: datetime, until: datetime) -> list[datetime]:
    """When each quarter of the time zone began that has a moment of this span, in UTC, the newest first."""
    first, last = (_quarter_of(at.astimezone(tz).date()) for at in (since, until))
    begins = [date(number // 4, number % 4 * 3 + 1, 1) for number in range(last, first - 1, -1)]
    return [datetime.combine(day, time(), tz).astimezone(UTC) for day in begins]


def _quarter_of(day: date) -> int:
    """Counted on from year to year."""
    return day.year * 4 + (day.month - 1) // 3


def _read(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError(f"{text!r} is no day; write it as 2026-11-30") from None


def _midnight(day: date | None, tz: ZoneInfo) -> datetime | None:
    return datetime.combine(day, time(), tz).astimezone(UTC) if day else None


def _minutes(at: datetime, tz: ZoneInfo) -> int:
    return round((at.astimezone(tz).utcoffset() or timedelta()) / MINUTE)


def _changed(tz: ZoneInfo, earlier: datetime, later: datetime) -> datetime:
    """To the minute, when the offset became that of `later`."""
    while later - earlier > MINUTE:
        middle = earlier + (later - earlier) / 2
        earlier, later = (middle, later) if _minutes(middle, tz) == _minutes(earlier, tz) else (earlier, middle)
    return later.replace(second=0, microsecond=0)
