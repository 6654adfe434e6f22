"""What customers wrote, the newest first, by the reason they gave."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.db import document
from bot.reports.periods import Period, within
from bot.shop.rows import Row, fetch, moment
from bot.statistics import Metric

# Group of the comments that name no reason.
NO_REASON = "none"
MOST_READ = 500

NEWEST = """SELECT a.id, a.survey, a.score, a.comment, a.reasons, a.answered_at, a.imported,
 coalesce(o.number, a.order_number) AS number FROM survey_answer a LEFT JOIN shop_order o ON o.id = a.order_id
 WHERE coalesce(a.comment, '') <> ''{metric}{period} ORDER BY a.answered_at DESC, a.id DESC LIMIT ?"""
REASONS = """SELECT CAST(a.reasons AS TEXT) AS reasons, count(*) AS n FROM survey_answer a
 WHERE (a.reasons IS NOT NULL OR coalesce(a.comment, '') <> ''){metric}{period} GROUP BY 1"""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote with their score; `number` is that of the order, if it was about one."""

    answer_id: int
    metric: str
    score: int
    text: str
    answered_at: datetime
    number: str | None
    imported: bool


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """A reason, how many answers of the period name it, and the newest comments among them."""

    reason: str
    answers: int
    comments: tuple[Comment, ...]


async def newest_comments(
    metric: Metric | None, *, period: Period, tz: ZoneInfo, most: int = 3
) -> tuple[ReasonGiven, ...]:
    """At most so many comments a reason, the most frequent reason first; an answer may give several reasons."""
    of_period, values = within("a.answered_at", *period.bounds(tz))
    ends = {"metric": " AND a.survey = ?" if metric else "", "period": of_period}
    wanted = [*([metric] if metric else []), *values]
    given = _counted(await fetch(REASONS.format(**ends), *wanted))
    told: defaultdict[str, list[Comment]] = defaultdict(list)
    for row in await fetch(NEWEST.format(**ends), *wanted, MOST_READ):
        for reason in _reasons(row):
            told[reason].append(_comment(row))
    order = sorted(given, key=lambda reason: (reason == NO_REASON, -given[reason], reason))
    return tuple(ReasonGiven(reason, given[reason], tuple(told[reason][:most])) for reason in order)


def _counted(rows: list[Row]) -> Counter[str]:
    given: Counter[str] = Counter()
    for row in rows:
        for reason in _reasons(row):
            given[reason] += row["n"]
    return given


def _reasons(row: Row) -> list[str]:
    return [str(reason) for reason in document(row["reasons"]) or []] or [NO_REASON]


def _comment(row: Row) -> Comment:
    at = moment(row["answered_at"])
    if at is None:
        raise ValueError(f"answer {row['id']} without a time")
    return Comment(row["id"], row["survey"], row["score"], row["comment"], at, row["number"], bool(row["imported"]))
