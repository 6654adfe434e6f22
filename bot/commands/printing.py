"""How commands print what they know: JSON for scripts, tables for people."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

Json = dict[str, Any]


def print_facts(facts: Json, *, as_json: bool, draw: Callable[[Json], Iterable[Table]]) -> None:
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        console = Console()
        for part in draw(facts):
            console.print(part)


def list_table(title: str, rows: list[Json], columns: list[str]) -> Table:
    return table(title, columns, ([row[column] for column in columns] for row in rows))


def table(title: str, columns: list[str], rows: Iterable[list[Any]]) -> Table:
    drawn = Table(title=title, title_justify="left", show_header=any(columns), box=None, padding=(0, 2, 0, 0))
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*map(_cell, row))
    return drawn


def _cell(value: Any) -> Text:
    """Plain text: what a shop wrote is never read as markup."""
    match value:
        case None:
            return Text()
        case bool():
            return Text("yes" if value else "no")
        case dict():
            return Text(", ".join(f"{part}" for part in value.values() if part))
        case list():
            return Text(", ".join(_cell(part).plain for part in value))
    return Text(str(value))
