"""NPS, CSAT and CES of a period, with intervals, in groups, and against the period before."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.db import is_sqlite
from bot.reports.funnel import Funnel, funnel
from bot.reports.periods import Period, within
from bot.reports.segments import OVER_TIME, UNKNOWN, By, Segment, following, quarter, segment
from bot.shop.rows import fetch
from bot.statistics import SCALES, Change, Counts, Estimate, Metric, change, estimate

# A customer's last answer counts, once a wave (rules.md 3.1). Waves are quarters, as no one is asked twice in 90 days,
# in the shop's time zone as all days are.
# What was imported came from surveys of others and counts as it is, and so does whatever names no customer.
LAST_OF_WAVE = """ AND (a.imported OR a.customer_id IS NULL OR a.id IN (SELECT own.id FROM (
 SELECT l.id, row_number() OVER (PARTITION BY l.customer_id, {quarter} ORDER BY l.answered_at DESC, l.id DESC) AS nth
 FROM survey_answer l WHERE l.survey = ? AND NOT l.imported AND l.customer_id IS NOT NULL{period}) own
 WHERE own.nth = 1))"""
COLUMNS = "a.id, a.score, a.imported, a.order_id, a.customer_id, a.plan_id, a.locale, a.definition, a.answered_at"


@dataclass(frozen=True, slots=True)
class Group:
    """The figure of the answers with this key."""

    key: str
    estimate: Estimate
    counts: Counts


@dataclass(frozen=True, slots=True)
class Report:
    """What the answers of a period say; `imported` of the n come from before Bote.

    `change` is against the period before; of all answers by week, month or quarter, the last one's against the one
    before it. None without either, without answers on a side, or with a gap between the two. Groups are in the order
    of time, or the largest first.
    """

    metric: Metric
    period: Period
    by: By | None
    counts: Counts
    imported: int
    estimate: Estimate
    funnel: Funnel
    groups: tuple[Group, ...]
    before: Estimate | None
    change: Change | None


async def report(metric: Metric, *, period: Period, by: By | None = None, tz: ZoneInfo) -> Report:
    """The answers of the days of `period` in the shop's time zone."""
    counts, imported = await _count(metric, period, tz)
    earlier = period.before()
    before = (await _count(metric, earlier, tz))[0] if earlier else None
    groups = await _group(metric, period, by, tz) if by else ()
    return Report(
        metric=metric,
        period=period,
        by=by,
        counts=counts,
        imported=imported,
        estimate=estimate(metric, counts),
        funnel=await funnel(metric, period=period, tz=tz),
        groups=groups,
        before=None if before is None else estimate(metric, before),
        change=_of_last(metric, groups, by) if before is None and by else change(metric, before or {}, counts),
    )


def _of_last(metric: Metric, groups: Sequence[Group], by: By) -> Change | None:
    """How the last week, month or quarter (a wave of NPS) differs from the one right before it."""
    if by not in OVER_TIME or len(groups) < 2 or following(groups[-2].key, by) != groups[-1].key:
        return None
    return change(metric, groups[-2].counts, groups[-1].counts)


def as_json(told: Report) -> dict[str, Any]:
    """With the keys of `report --json`; figures are there however few the answers are."""
    least, most = SCALES[told.metric]
    return {
        "metric": told.metric,
        **figures_as_json(told.estimate),
        "distribution": {str(score): told.counts.get(score, 0) for score in range(least, most + 1)},
        "response_rate": _rounded(told.funnel.response_rate, 4),
        "groups": [{"key": group.key, **figures_as_json(group.estimate)} for group in told.groups],
        "change": change_as_json(told.change),
    }


def change_as_json(changed: Change | None) -> dict[str, Any] | None:
    if changed is None:
        return None
    return {
        "delta": _rounded(changed.delta, 2),
        "z": _rounded(changed.z, 4),
        "p": _rounded(changed.p, 6),
        "significant": changed.significant,
    }


def figures_as_json(found: Estimate) -> dict[str, Any]:
    """Two decimals are more than any sample is worth."""
    return {
        "n": found.n,
        "score": _rounded(found.score, 2),
        "low": _rounded(found.low, 2),
        "high": _rounded(found.high, 2),
    }


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


async def counted(metric: Metric, period: Period, tz: ZoneInfo) -> tuple[str, list[Any]]:
    """The statement for the answers that count, as `a`, and its values."""
    since, until = period.bounds(tz)
    of_period, values = within("a.answered_at", since, until)
    statement = f"SELECT {COLUMNS} FROM survey_answer a WHERE a.survey = ?{of_period}"  # noqa: S608  # our own names
    if metric != "nps":
        return statement, [metric, *values]
    of_wave, _ = within("l.answered_at", since, until)
    wave, begins = await quarter("l.answered_at", metric=metric, tz=tz)
    last = LAST_OF_WAVE.format(period=of_wave, quarter=wave)
    return statement + last, [metric, *values, *begins, metric, *values]


async def _count(metric: Metric, period: Period, tz: ZoneInfo) -> tuple[Counts, int]:
    """How many gave each score, and how many of them are imported."""
    answers, values = await counted(metric, period, tz)
    rows = await fetch(f"SELECT a.score, a.imported, count(*) AS n FROM ({answers}) a GROUP BY 1, 2", *values)  # noqa: S608  # our own names
    counts: Counter[int] = Counter()
    for row in rows:
        counts[row["score"]] += row["n"]
    return counts, sum(row["n"] for row in rows if row["imported"])


async def _group(metric: Metric, period: Period, by: By, tz: ZoneInfo) -> tuple[Group, ...]:
    found = await segment(by, metric=metric, tz=tz)
    answers, values = await counted(metric, period, tz)
    rows = await fetch(_statement(found, answers), *found.values, *values)
    groups: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        for key in _names(row["key"], found):
            groups[key][row["score"]] += row["n"]
    made = [Group(key, estimate(metric, counts), counts) for key, counts in groups.items()]
    if by in OVER_TIME:
        return tuple(sorted(made, key=lambda group: group.key))
    return tuple(sorted(made, key=_largest_first))


def _statement(found: Segment, answers: str) -> str:
    if not found.several:
        return f"SELECT {found.key} AS key, a.score, count(*) AS n FROM ({answers}) a{found.joins} GROUP BY 1, 2"  # noqa: S608  # our own names
    keys = f"json_group_array(DISTINCT {found.key})" if is_sqlite() else f"json_agg(DISTINCT {found.key})::text"
    each = f"SELECT a.id, a.score, {keys} AS key FROM ({answers}) a{found.joins} GROUP BY a.id, a.score"  # noqa: S608  # as above
    return f"SELECT each.key, each.score, count(*) AS n FROM ({each}) each GROUP BY 1, 2"  # noqa: S608  # as above


def _names(stored: str | None, found: Segment) -> set[str]:
    """The groups of what the statement gave as a key: one, or those in its list."""
    keys = json.loads(stored) if found.several and stored else [stored]
    named = {found.name(key) for key in keys if key is not None} - {None, ""}
    return {key for key in named if key} or {UNKNOWN}


def _largest_first(group: Group) -> tuple[bool, int, str]:
    return group.key == UNKNOWN, -group.estimate.n, group.key
