"""What customers wrote, for one of the staff: every look is on record (PRV-07)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.reports.comments import ReasonGiven, newest_comments
from bot.reports.periods import Period
from bot.reports.questions import Asked, questions
from bot.staff.audit import record
from bot.statistics import Metric


async def look_at_comments(
    metric: Metric, *, staff_id: int, period: Period, tz: ZoneInfo, now: datetime
) -> tuple[ReasonGiven, ...]:
    """The newest comments by reason; the audit keeps whose answers were read."""
    found = await newest_comments(metric, period=period, tz=tz)
    read = sorted({comment.answer_id for given in found for comment in given.comments})
    if read:
        await record(staff_id, "view", f"report:{metric}", now=now, detail={"answers": read})
    return found


async def look_at_questions(*, staff_id: int, period: Period, tz: ZoneInfo, now: datetime) -> Asked:
    """What was asked; the audit keeps that somebody read what customers wrote."""
    told = await questions(period, tz=tz)
    if told.groups:
        await record(staff_id, "view", "report:questions", now=now, detail={"groups": len(told.groups)})
    return told
