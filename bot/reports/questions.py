"""What customers ask: what came of it, in which language, about what; and what was not answered, in groups."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

from bot.config import LOCALES, Locale
from bot.db import is_sqlite
from bot.reports.periods import Period, within
from bot.shop.rows import Row, fetch, iso, moment
from bot.support.knowledge import SURE, Knowledge, current_knowledge
from bot.support.likeness import Sayings, said
from bot.support.matching import match
from bot.support.results import Outcome
from bot.support.words import words_of

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
MOST_GROUPS = 10
# Different wordings that are put into groups, the newest first.
MOST_TEXTS = 2_000
WORDINGS_SHOWN = 8
# From here on two questions ask the same in other words; tests/rules/test_faq_likeness.py shows both sides.
ALIKE = 0.55
COUNTS = """SELECT locale, intent, outcome, tapped, helpful, count(*) AS n FROM support_question
 WHERE true{period} GROUP BY 1, 2, 3, 4, 5"""
HOURS = "SELECT {hour} AS hour, outcome, count(*) AS n FROM support_question WHERE true{period} GROUP BY 1, 2"
HOUR = ("substr(asked_at, 1, 13)", "to_char(asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24')")
UNANSWERED = """SELECT text, locale, count(*) AS n, max(asked_at) AS last_at FROM support_question
 WHERE text IS NOT NULL AND (outcome = 'fallback' OR helpful = ?
 OR (outcome = 'did_you_mean' AND (tapped IS NULL OR tapped = 'human'))){period}
 GROUP BY text, locale ORDER BY max(id) DESC LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Group:
    """The same question in other words: how often it was asked, its commonest wording first; never answered well."""

    texts: tuple[str, ...]
    locale: Locale
    count: int
    last_at: datetime

    @property
    def example(self) -> str:
        return self.texts[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """`weeks` are by their Monday; `tapped` says what came of asking back: an intent or entry, a human, or nothing."""

    period: Period
    outcomes: Mapping[str, int]
    languages: Mapping[str, int]
    intents: Mapping[str, int]
    weeks: Mapping[date, Mapping[str, int]]
    tapped: Mapping[str, int]
    helpful: int
    unhelpful: int
    unanswered: int
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        return sum(self.outcomes.values())


async def questions(period: Period, *, tz: ZoneInfo, most: int = MOST_GROUPS) -> Asked:
    """The days of `period` in the shop's time zone; groups that would be answered by now are left out."""
    of_period, values = within("asked_at", *period.bounds(tz))
    rows = await fetch(COUNTS.format(period=of_period), *values)
    hours = await fetch(HOURS.format(hour=HOUR[not is_sqlite()], period=of_period), *values)
    open_ = await fetch(UNANSWERED.format(period=of_period), False, *values, MOST_TEXTS)
    groups = await asyncio.to_thread(_open_groups, open_, await current_knowledge())
    return Asked(
        period=period,
        outcomes=_count(rows, "outcome", OUTCOMES),
        languages=_count(rows, "locale", LOCALES),
        intents=_count(rows, "intent"),
        weeks=_weeks(hours, tz),
        tapped=_tapped(rows),
        helpful=sum(row["n"] for row in rows if row["helpful"]),
        unhelpful=sum(row["n"] for row in rows if row["helpful"] is not None and not row["helpful"]),
        unanswered=sum(each.count for each in groups),
        groups=tuple(groups[:most]),
    )


def _open_groups(rows: Sequence[Mapping[str, Any]], knowledge: Knowledge) -> list[Group]:
    """Beside the conversations: thousands of wordings take a second."""
    return still_open(group(rows), knowledge)


def group(rows: Iterable[Mapping[str, Any]]) -> list[Group]:
    """Rows of (text, locale, n, last_at) by likeness to the commonest wording, the largest group first."""
    leaders, members = Sayings(), defaultdict[str, list[Mapping[str, Any]]](list)
    for row in sorted(rows, key=lambda row: (-row["n"], row["text"])):
        told = said(row["text"])
        near = max(leaders.nearest_said(told), key=lambda pair: pair[1], default=("", 0.0))
        if near[1] < ALIKE:
            near = (" ".join(words_of(row["text"])) or row["text"], 1.0)
            leaders.add(near[0], told)
        members[near[0]].append(row)
    found = [_group(rows) for rows in members.values()]
    return sorted(found, key=lambda each: (-each.count, each.example))


def still_open(groups: Sequence[Group], knowledge: Knowledge) -> list[Group]:
    """Without those whose question has an answer by now; "not helpful" keeps what the bot answers itself."""
    return [each for each in groups if not _is_answered(each.example, knowledge)]


def as_json(told: Asked) -> dict[str, Any]:
    """Shares are of all questions, 0 to 1; null where nothing was asked."""
    rated = told.helpful + told.unhelpful
    return {
        "total": told.total,
        "outcomes": {key: _share(count, told.total) for key, count in told.outcomes.items()},
        "languages": {key: _share(count, told.total) for key, count in told.languages.items()},
        "intents": {key: _share(count, told.total) for key, count in told.intents.items()},
        "weeks": [{"monday": monday.isoformat(), **counts} for monday, counts in told.weeks.items()],
        "did_you_mean": dict(told.tapped),
        "helpful": {"yes": told.helpful, "no": told.unhelpful, "share": _part(told.helpful, rated)},
        "unanswered": {"count": told.unanswered, "groups": [_group_as_json(each) for each in told.groups]},
    }


def _group_as_json(each: Group) -> dict[str, Any]:
    told = {"example": each.example, "locale": each.locale, "count": each.count, "last_at": iso(each.last_at)}
    return told | {"texts": list(each.texts)}


def _share(count: int, total: int) -> dict[str, Any]:
    return {"count": count, "share": _part(count, total)}


def _part(count: int, total: int) -> float | None:
    return round(count / total, 4) if total else None


def _count(rows: Iterable[Row], column: str, usual: Sequence[str] = ()) -> dict[str, int]:
    """Usual ones in their order, even if they never were; others by how often."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row[column]] += row["n"]
    return {key: counts[key] for key in usual} | dict(counts.most_common())


def _tapped(rows: Iterable[Row]) -> dict[str, int]:
    counts = Counter({"tapped": 0, "human": 0, "none": 0})
    for row in rows:
        if row["outcome"] == "did_you_mean":
            counts["none" if row["tapped"] is None else "human" if row["tapped"] == "human" else "tapped"] += row["n"]
    return dict(counts)


def _weeks(rows: Iterable[Row], tz: ZoneInfo) -> dict[date, Mapping[str, int]]:
    weeks: dict[date, Counter[str]] = defaultdict(Counter)
    for row in rows:
        day = datetime.strptime(row["hour"].replace("T", " "), "%Y-%m-%d %H").replace(tzinfo=UTC).astimezone(tz).date()
        weeks[day - timedelta(days=day.weekday())][row["outcome"]] += row["n"]
    return {monday: {key: weeks[monday][key] for key in OUTCOMES} for monday in sorted(weeks)}


def _group(rows: Sequence[Mapping[str, Any]]) -> Group:
    """The first of the rows is the commonest; of languages, too."""
    spoken: Counter[str] = Counter()
    for row in rows:
        spoken[row["locale"]] += row["n"]
    [(locale, _)] = spoken.most_common(1)
    texts = dict.fromkeys(row["text"] for row in rows)
    last = max(at for row in rows if (at := moment(row["last_at"])))
    known: Locale = next((each for each in LOCALES if each == locale), "en")
    return Group(tuple(texts)[:WORDINGS_SHOWN], known, sum(row["n"] for row in rows), last)


def _is_answered(text: str, knowledge: Knowledge) -> bool:
    near = knowledge.near(text)
    return bool(near and near[0][1] >= SURE) or match(text).verdict == "answer"
