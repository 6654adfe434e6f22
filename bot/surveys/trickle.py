"""At most so many new invitations of a survey a day, counted in a row that whoever invites locks (SUR-05)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.shop.rows import change, fetch, locked
from bot.surveys.definitions import Definition
from bot.surveys.gates import Ask, Later, Verdict, in_time
from bot.surveys.reasons import NotAsked

BEGIN = "INSERT INTO survey_day (survey, day, asked) VALUES {rows} ON CONFLICT (survey, day) DO NOTHING"
HOLD = "SELECT survey, asked FROM survey_day WHERE survey IN ? AND day = ? ORDER BY survey"
COUNT = "UPDATE survey_day SET asked = asked + 1 WHERE survey = ? AND day = ?"


@dataclass(frozen=True, slots=True)
class Trickle:
    """How many may still be asked on a day of the shop, by survey; who has no limit is not in `left`."""

    day: date
    ends_at: datetime
    left: dict[str, int]

    def judge(self, verdict: Verdict, survey: str, *, expires_at: datetime) -> Verdict:
        """Whoever passed every gate and is one too many waits for the next day, as long as that is in time."""
        if not isinstance(verdict, Ask) or self.left.get(survey, 1) > 0:
            return verdict
        return in_time(Later(self.ends_at, NotAsked.DAILY_LIMIT), expires_at)

    async def count(self, survey: str) -> None:
        """One more was invited."""
        if survey in self.left:
            self.left[survey] -= 1
            await change(COUNT, survey, self.day)


async def hold_trickle(asking: Collection[Definition], *, now: datetime, tz: ZoneInfo) -> Trickle:
    """Keep everybody else from inviting to these surveys until the unit of work ends, where they have a limit.

    In the order of their keys, so that two processes never wait for each other.
    """
    day = now.astimezone(tz).date()
    ends_at = datetime.combine(day + timedelta(days=1), time(), tz).astimezone(now.tzinfo)
    limits = {each.key: each.daily_limit for each in asking if each.daily_limit is not None}
    if not limits:
        return Trickle(day, ends_at, {})
    rows = ", ".join(["(?, ?, 0)"] * len(limits))
    await change(BEGIN.format(rows=rows), *(value for survey in sorted(limits) for value in (survey, day)))
    asked = {row["survey"]: row["asked"] for row in await fetch(HOLD + locked(), sorted(limits), day)}
    return Trickle(day, ends_at, {survey: limit - asked[survey] for survey, limit in limits.items()})
