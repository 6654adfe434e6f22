"""`report causes` on a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.broadcasts.improvements import said_of
from bot.reports.causes import Cause


def draw_causes(told: tuple[Cause, ...]) -> Iterable[RenderableType]:
    """A line a cause, and below it what was told of it."""
    if not told:
        yield Text("No unhappy answer and no closed case names a cause.")
        return
    table = Table(title="What customers complain of", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("cause", "answers", "cases", "unanswered"):
        table.add_column(name, justify="left" if name == "cause" else "right")
    for each in told:
        named = each.complaints
        figures = (f"{number:,}" for number in (named.answers, named.cases, named.unanswered))
        table.add_row(said_of(named.cause, "en"), *figures)
        for one in each.improvements:
            table.add_row(Text(f"  {one.created_at:%Y-%m-%d}: {one.told:,} of {one.people:,} people told", style="dim"))
    yield table
