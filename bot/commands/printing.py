"""How commands print what they know: JSON for scripts, tables for people."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

import typer
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from bot.config import load_settings

Json = dict[str, Any]

PADDING = 2
# What a column of words needs at least to be read; narrower, the rows are written one below the other.
LEAST_WORDS = 16
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


def print_facts(facts: Json, *, as_json: bool, draw: Callable[[Json], Iterable[RenderableType]]) -> None:
    """JSON as it is; for people in the width of their terminal, with times of the shop's clock to the minute."""
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        console = Console()
        for part in draw(facts):
            console.print(part)


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with headings as a table; where one line does not hold a row, each row as a block of its own.

    `columns` are the keys of a row and their headings; only the column `wordy` (the last, if None) may wrap.
    """

    title: str
    rows: list[Json]
    columns: Mapping[str, str]
    wordy: str | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        tz = load_settings().time_zone
        cells = [[_cell(row[key], tz) for key in self.columns] for row in self.rows]
        wordy = list(self.columns).index(self.wordy) if self.wordy else len(self.columns) - 1
        fits = _narrowest(list(self.columns.values()), cells, wordy) <= options.max_width
        yield self._table(cells, wordy) if fits else self._blocks(cells)

    def _table(self, cells: list[list[Text]], wordy: int) -> Table:
        drawn = _table(self.title)
        for number, heading in enumerate(self.columns.values()):
            drawn.add_column(heading, overflow="fold", no_wrap=number != wordy)
        for row in cells:
            drawn.add_row(*row)
        return drawn

    def _blocks(self, cells: list[list[Text]]) -> Table:
        drawn = _table(self.title, show_header=False)
        drawn.add_column(no_wrap=True)
        drawn.add_column(overflow="fold")
        for row in cells:
            for heading, cell in zip(self.columns.values(), row, strict=True):
                if cell.plain:
                    drawn.add_row(Text(heading), cell)
            drawn.add_row()
        return drawn


def fact_table(title: str, facts: Iterable[tuple[str, Any]]) -> Table:
    """Names and values, one a line; what is not known is left out."""
    tz = load_settings().time_zone
    drawn = _table(title, show_header=False)
    drawn.add_column(no_wrap=True)
    drawn.add_column(overflow="fold")
    for name, value in facts:
        if value not in (None, "", []):
            drawn.add_row(name.replace("_", " "), _cell(value, tz))
    return drawn


def in_words(*parts: Any) -> str:
    """What is known of these, one after the other."""
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def one_of(words: Sequence[str]) -> str:
    """The words that may be given, in a sentence."""
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _table(title: str, *, show_header: bool = True) -> Table:
    padding = (0, PADDING, 0, 0)
    return Table(title=title, title_justify="left", show_header=show_header, box=None, padding=padding)


def _narrowest(headings: list[str], cells: list[list[Text]], wordy: int) -> int:
    """The least width in which only the wordy column wraps."""
    columns = [[heading, *(row[number].plain for row in cells)] for number, heading in enumerate(headings)]
    widths = [max(map(cell_len, column)) for column in columns]
    widths[wordy] = min(widths[wordy], LEAST_WORDS)
    return sum(widths) + PADDING * len(widths)


def _cell(value: Any, tz: tzinfo) -> Text:
    """Plain text: what a shop wrote is never read as markup."""
    match value:
        case None:
            return Text()
        case bool():
            return Text("yes" if value else "no")
        case dict():
            return Text(", ".join(f"{part}" for part in value.values() if part))
        case list():
            return Text(", ".join(_cell(part, tz).plain for part in value))
    return Text(TIME.sub(lambda found: _to_the_minute(found[0], tz), str(value)))


def _to_the_minute(text: str, tz: tzinfo) -> str:
    return f"{datetime.fromisoformat(text).astimezone(tz):%Y-%m-%d %H:%M}"
