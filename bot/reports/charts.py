"""Reports as pictures: what is on one, in the reader's words, and having it drawn beside the loop."""

import asyncio
import json
import os
import sys
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import wrap
from typing import Literal

import structlog

from bot.config import Locale
from bot.i18n import plain
from bot.reports.satisfaction import Group, Report
from bot.reports.segments import OVER_TIME
from bot.reports.wording import group_names, interval_text, period_text, point_name, value_text
from bot.statistics import LEAST_SHOWN, LEAST_SURE, RANGES, SCALES, Estimate, Metric

ROOT = Path(__file__).resolve().parents[2]
# What fits on a phone: the largest groups, or the latest weeks, months and quarters.
MOST_ROWS, MOST_POINTS = 8, 12
LONGEST_LABEL, LONGEST_NOTE = 24, 52
DRAWN_WITHIN_S = 30.0
KEPT = 16

log = structlog.get_logger(__name__)
_one_at_a_time = asyncio.Semaphore(1)
_kept: OrderedDict[bytes, bytes] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with its interval; `score` is None under ten answers, `unsure` under thirty.

    `key` stands in for a label that no font can draw.
    """

    key: str
    label: str
    text: str
    interval: str
    n: str
    score: float | None
    low: float
    high: float
    unsure: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """How many gave a score."""

    label: str
    text: str
    n: int
    tone: Literal["low", "middle", "high"]


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is on a picture; `kind` says whether groups are lines, points in time, or there are none."""

    kind: Literal["rows", "time", "scores"]
    title: str
    subtitle: str
    range: tuple[float, float]
    whole: Row
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    note: str


async def picture(told: Report, locale: Locale) -> bytes | None:
    """The report as a PNG; None when it could not be drawn, which is logged and never the reader's trouble."""
    return await draw(await chart(told, locale))


async def chart(told: Report, locale: Locale) -> Chart:
    """What the picture shows; groups under ten answers are named without a figure (MET-01)."""
    over_time = told.by in OVER_TIME
    groups = told.groups[-MOST_POINTS:] if over_time else told.groups[:MOST_ROWS]
    keys = [group.key for group in groups]
    names = await group_names(keys, told.by, locale) if told.by and not over_time else {}
    labels = _points(groups, locale) if over_time else [_short(names[key]) for key in keys]
    subtitle = [period_text(told.period, locale), *([plain(locale, f"report-by-{told.by}")] if told.by else [])]
    return Chart(
        kind="time" if over_time and groups else "rows" if groups else "scores",
        title=plain(locale, f"report-title-{told.metric}"),
        subtitle=" · ".join(subtitle),
        range=RANGES[told.metric],
        whole=_row(told.metric, "", "", told.estimate, locale),
        rows=tuple(
            _row(told.metric, _short(group.key), label, group.estimate, locale)
            for label, group in zip(labels, groups, strict=True)
        ),
        bars=_bars(told, locale),
        note="\n".join(_notes(len(told.groups) - len(groups), locale)),
    )


async def draw(drawn: Chart) -> bytes | None:
    """One picture at a time, in a process of its own; the last few are kept."""
    wanted = json.dumps(asdict(drawn)).encode()
    if wanted not in _kept:
        async with _one_at_a_time:
            picture = _kept.get(wanted) or await _drawn(wanted)
        if picture is None:
            return None
        _kept[wanted] = picture
    _kept.move_to_end(wanted)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return _kept[wanted]


async def _drawn(wanted: bytes) -> bytes | None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.reports.drawing"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("BOTE_")},  # it needs no secrets
    )
    try:
        picture, errors = await asyncio.wait_for(process.communicate(wanted), DRAWN_WITHIN_S)
    except TimeoutError:
        log.warning("picture took too long", seconds=DRAWN_WITHIN_S)
        return None
    finally:
        if process.returncode is None:
            process.kill()
    if process.returncode:
        log.error("picture not drawn", code=process.returncode, error=errors.decode(errors="replace")[-300:])
        return None
    return picture


def _notes(hidden: int, locale: Locale) -> list[str]:
    notes = [plain(locale, "report-note", few=LEAST_SURE)]
    if hidden:
        notes.append(plain(locale, "report-note-more", hidden=hidden))
    pieces = [piece.replace(" ", "\u00a0") for note in notes for piece in note.split(" · ")]
    return [line.rstrip(" ·") for line in wrap(" · ".join(pieces), LONGEST_NOTE)]


def _points(groups: Sequence[Group], locale: Locale) -> list[str]:
    """Week, month or quarter, answers, and the year where it begins."""
    years = [group.key[:4] for group in groups]
    return [
        "\n".join([point_name(group.key, locale), _count(group.estimate.n), year if year != before else ""])
        for group, year, before in zip(groups, years, ["", *years], strict=False)
    ]


def _count(n: int) -> str:
    """At most four digits."""
    return str(n) if n < 10_000 else f"{n // 1_000}k"


def _row(metric: Metric, key: str, label: str, found: Estimate, locale: Locale) -> Row:
    hidden = found.n < LEAST_SHOWN or found.score is None
    return Row(
        key=key,
        label=label,
        text=plain(locale, "report-hidden") if hidden else value_text(metric, found.score, locale),
        interval="" if hidden else interval_text(metric, found, locale),
        n=plain(locale, "report-n", n=found.n),
        score=None if hidden else found.score,
        low=found.low or 0,
        high=found.high or 0,
        unsure=found.n < LEAST_SURE,
    )


def _bars(told: Report, locale: Locale) -> tuple[Bar, ...]:
    least, most = SCALES[told.metric]
    counts = {score: told.counts.get(score, 0) for score in range(least, most + 1)}
    return tuple(
        Bar(str(score), plain(locale, "report-count", n=number), number, _tone(told.metric, score))
        for score, number in counts.items()
    )


def _tone(metric: Metric, score: int) -> Literal["low", "middle", "high"]:
    middle = {"nps": (7, 8), "csat": (3,), "ces": (4,)}[metric]
    return "middle" if score in middle else "high" if score > middle[-1] else "low"


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
