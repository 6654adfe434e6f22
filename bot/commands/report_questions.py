"""`report questions` on a terminal: what came of what was asked, and what nobody has answered yet."""

from collections.abc import Iterable, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.reports.questions import Asked

MOST_INTENTS = 15


def draw_questions(told: Asked) -> Iterable[RenderableType]:
    yield Text(f"{told.total:,} questions.", style="bold")
    if not told.total:
        return
    yield _counts("What came of them", told.outcomes, told.total)
    asked_back = ", ".join(f"{key} {count:,}" for key, count in told.tapped.items())
    yield Text(f"After “did you mean”: {asked_back}. Helpful: {told.helpful:,} yes, {told.unhelpful:,} no.")
    yield _counts("Language", told.languages, told.total)
    yield _counts("About", dict(list(told.intents.items())[:MOST_INTENTS]), told.total)
    yield _weeks(told)
    yield from _groups(told)


def _counts(title: str, counts: Mapping[str, int], total: int) -> Table:
    table = _table(title, ("", "left"), ("", "right"), ("share", "right"))
    for key, count in counts.items():
        table.add_row(key, f"{count:,}", f"{count / total:.0%}")
    return table


def _weeks(told: Asked) -> Table:
    table = _table("By week", ("Monday", "left"), *((key, "right") for key in told.outcomes))
    for monday, counts in told.weeks.items():
        table.add_row(monday.isoformat(), *(f"{counts[key]:,}" for key in told.outcomes))
    return table


def _groups(told: Asked) -> Iterable[RenderableType]:
    if not told.groups:
        yield Text("Nothing is left unanswered.")
        return
    table = _table(f"Not answered: {told.unanswered:,}", ("", "right"), ("", "left"), ("for example", "left"))
    for each in told.groups:
        table.add_row(f"{each.count:,}", each.locale, Text(each.example))
    yield table


def _table(title: str, *columns: tuple[str, str]) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name, justify in columns:
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    return table
