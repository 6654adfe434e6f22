"""Reports as tables on a terminal: figures under ten answers hidden, those under thirty grey."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from bot.config import Locale
from bot.i18n import has_text, plain
from bot.reports.comments import NO_REASON, ReasonGiven
from bot.reports.recovery import Recovery
from bot.reports.satisfaction import Report
from bot.reports.segments import UNKNOWN
from bot.reports.wording import reason_name, score_text
from bot.statistics import LEAST_SHOWN, LEAST_SURE, SCALES, Estimate, Metric

ENGLISH: Locale = "en"
BAR = 30
STAGES = ("planned", "waiting", "sent", "delivered", "tapped", "commented", "expired", "blocked", "failed")
UNSURE = "dim"


def distribution(told: Report) -> Table:
    """How many gave each score, best first."""
    least, most = SCALES[told.metric]
    highest = max(told.counts.values(), default=0)
    table = _table("Score", ("", "right"), ("answers", "right"), ("", "left"))
    for score in range(most, least - 1, -1):
        number = told.counts.get(score, 0)
        table.add_row(str(score), f"{number:,}", "█" * round(BAR * number / highest) if highest else "")
    return table


def groups(told: Report, names: Mapping[str, str]) -> Table:
    table = _table(f"By {told.by}", ("", "left"), ("n", "right"), ("score", "right"), ("95 % interval", "right"))
    for group in told.groups:
        named = names[group.key]
        key = group.key if named == group.key else f"{named} ({group.key})"
        cells = [key, f"{group.estimate.n:,}", *_figures(told.metric, group.estimate)]
        table.add_row(*map(Text, cells), style=UNSURE if group.estimate.n < LEAST_SURE else None)
    return table


def recovery(told: Recovery) -> Table:
    table = _table("By reason", ("", "left"), ("n", "right"), ("score", "right"), ("95 % interval", "right"))
    for group in told.groups:
        named = "Without a reason" if group.key == UNKNOWN else reason_name(group.key, ENGLISH)
        cells = [named, f"{group.estimate.n:,}", *_figures("csat", group.estimate)]
        table.add_row(*map(Text, cells), style=UNSURE if group.estimate.n < LEAST_SURE else None)
    return table


def funnel(told: Mapping[str, Any]) -> Table:
    """Each stage with its share of what was delivered, from there on."""
    table = _table("Invitations", ("", "left"), ("", "right"), ("of delivered", "right"))
    for stage in STAGES:
        share = (
            f"{told[stage] / told['delivered']:.0%}" if stage in {"tapped", "commented"} and told["delivered"] else ""
        )
        table.add_row(stage, f"{told[stage]:,}", share)
    for why, number in told["withheld"].items():
        words = plain(ENGLISH, f"why-{why}") if has_text(f"why-{why}") else why
        table.add_row(Text(f"withheld: {words}"), f"{number:,}", "")
    return table


def comments(given: ReasonGiven) -> Table:
    named = "Without a reason" if given.reason == NO_REASON else reason_name(given.reason, ENGLISH)
    columns = (("", "left"), ("score", "right"), ("order", "left"), ("comment", "left"))
    table = _table(Text(f"{named}: {given.answers:,}"), *columns)
    for comment in given.comments:
        told = f"{comment.answered_at:%Y-%m-%d}{' imported' if comment.imported else ''}"
        score = f"{comment.metric} {comment.score}"
        table.add_row(*map(Text, (told, score, comment.number or "", " ".join(comment.text.split()))))
    return table


def _figures(metric: Metric, found: Estimate) -> Iterable[str]:
    if found.n < LEAST_SHOWN:
        return "", f"under {LEAST_SHOWN} answers"
    low, high = (score_text(metric, value, ENGLISH) for value in (found.low, found.high))
    return score_text(metric, found.score, ENGLISH), f"{low} to {high}"


def _table(title: str | Text, *columns: tuple[str, Any]) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name, justify in columns:
        table.add_column(name, justify=justify, overflow="fold")
    return table
