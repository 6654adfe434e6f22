"""How many unhappy customers were won back: who said, after their case was closed, that it is solved (N11)."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from bot.db import document
from bot.reports.periods import Period, within
from bot.reports.satisfaction import Group, change_as_json, figures_as_json
from bot.reports.segments import UNKNOWN
from bot.shop.rows import fetch
from bot.statistics import Change, Counts, Estimate, change, estimate
from bot.tickets.clock import CLOCKED

ASKED = "SELECT c.reasons, c.solved FROM ticket_case c WHERE c.cause IN ? AND c.asked_at IS NOT NULL"
# A share is reckoned as CSAT's is, by Wilson: a yes counts like a 5, a no like a 1.
YES, NO = 5, 1

By = Literal["reason"]
GROUPINGS: tuple[By, ...] = get_args(By)


@dataclass(frozen=True, slots=True)
class Recovery:
    """Of the cases whose customers were asked in the period: how many answered, and the share that said yes.

    A case with several reasons counts in each of their groups, once.
    """

    period: Period
    asked: int
    solved: int
    unsolved: int
    estimate: Estimate
    groups: tuple[Group, ...]
    before: Estimate | None
    change: Change | None

    @property
    def answered(self) -> int:
        return self.solved + self.unsolved


async def recovery(period: Period, *, by: By | None = None, tz: ZoneInfo) -> Recovery:
    """The days of `period` in the shop's time zone; against the period of the same length before it."""
    rows = await _read(period, tz)
    counts = _count(rows)
    earlier = period.before()
    before = _count(await _read(earlier, tz)) if earlier else None
    return Recovery(
        period=period,
        asked=len(rows),
        solved=counts[YES],
        unsolved=counts[NO],
        estimate=estimate("csat", counts),
        groups=_group(rows) if by else (),
        before=None if before is None else estimate("csat", before),
        change=None if before is None else change("csat", before, counts),
    )


def recovery_as_json(told: Recovery) -> dict[str, Any]:
    """With the keys of the other reports, and how many were asked."""
    return {
        "metric": "recovery",
        **figures_as_json(told.estimate),
        "distribution": {"solved": told.solved, "unsolved": told.unsolved},
        "asked": told.asked,
        "response_rate": round(told.answered / told.asked, 4) if told.asked else None,
        "groups": [{"key": group.key, **figures_as_json(group.estimate)} for group in told.groups],
        "change": change_as_json(told.change),
    }


async def _read(period: Period, tz: ZoneInfo) -> list[tuple[tuple[str, ...], bool | None]]:
    """The reasons of each case, and what its customer said."""
    of_period, values = within("c.asked_at", *period.bounds(tz))
    rows = await fetch(ASKED + of_period, sorted(CLOCKED), *values)
    return [
        (tuple(document(row["reasons"]) or ()), None if row["solved"] is None else bool(row["solved"])) for row in rows
    ]


def _count(rows: list[tuple[tuple[str, ...], bool | None]]) -> Counter[int]:
    return Counter(YES if solved else NO for _, solved in rows if solved is not None)


def _group(rows: list[tuple[tuple[str, ...], bool | None]]) -> tuple[Group, ...]:
    groups: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for reasons, solved in rows:
        for reason in set(reasons) or {UNKNOWN}:
            if solved is not None:
                groups[reason][YES if solved else NO] += 1
    made = [Group(key, _estimate(counts), counts) for key, counts in groups.items()]
    return tuple(sorted(made, key=lambda group: (group.key == UNKNOWN, -group.estimate.n, group.key)))


def _estimate(counts: Counts) -> Estimate:
    return estimate("csat", counts)
