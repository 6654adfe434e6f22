"""Times in the demo's data files, which are told relative to the moment the demo shop opens."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = re.compile(r"([+-]?\d+)d")
AT_TIME_OF_DAY = re.compile(r"([+-]?\d+)d (\d\d:\d\d)")
FROM_OPENING = re.compile(r"([+-])(?=\d)(?:(\d+)h)?(?:(\d+)m)?")


def resolve_day(told: str, opened_at: datetime, zone: ZoneInfo) -> date:
    """`-3d` is three days before the shop's day of opening, `0d` that day itself."""
    if not (found := DAY.fullmatch(told)):
        raise ValueError(f"not a day: {told!r}")
    return opened_at.astimezone(zone).date() + timedelta(days=int(found[1]))


def resolve_moment(told: str, opened_at: datetime, zone: ZoneInfo) -> datetime:
    """`-3d 09:15` is a time of day in the shop's zone; `-4h`, `+2h30m` and `+20m` count from the opening."""
    if found := AT_TIME_OF_DAY.fullmatch(told):
        day = opened_at.astimezone(zone).date() + timedelta(days=int(found[1]))
        return datetime.combine(day, time.fromisoformat(found[2]), zone).astimezone(UTC)
    if found := FROM_OPENING.fullmatch(told):
        step = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
        return opened_at - step if found[1] == "-" else opened_at + step
    raise ValueError(f"not a time: {told!r}")
