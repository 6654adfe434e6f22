"""What an archive says of itself: by which Bote, of which database, and what each table holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from typing import Any

FORMAT = "bote-backup"
# Raised when a Bote of before could not read what is written.
FORMAT_VERSION = 1
MANIFEST = "manifest.json"

# Hears how many rows were written or read since it was told last.
Told = Callable[[int], None]


class NewerFormatError(Exception):
    """An archive that only a later Bote understands; its version is the message."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the order of the values in a row, and what its rows must amount to."""

    name: str
    columns: tuple[str, ...]
    rows: int = 0
    last_id: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of an archive; tables that others refer to come first."""

    bote: str
    made_at: datetime
    dialect: str
    migrations: tuple[str, ...]
    tables: tuple[Table, ...]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


def place_of(table: Table) -> str:
    """The name of its rows inside the archive."""
    return f"tables/{table.name}.jsonl"


def to_json(manifest: Manifest) -> dict[str, Any]:
    head = {"format": FORMAT, "format_version": FORMAT_VERSION}
    return head | asdict(manifest) | {"made_at": manifest.made_at.isoformat()}


def from_json(found: dict[str, Any]) -> Manifest:
    """LookupError, TypeError or ValueError when it is no manifest of ours; NewerFormatError when of a later one."""
    if found["format"] != FORMAT:
        raise ValueError(found["format"])
    if found["format_version"] > FORMAT_VERSION:
        raise NewerFormatError(found["bote"])
    tables = tuple(Table(**table | {"columns": tuple(table["columns"])}) for table in found["tables"])
    made_at = datetime.fromisoformat(found["made_at"])
    return Manifest(found["bote"], made_at, found["dialect"], tuple(found["migrations"]), tables)


def parents_first(tables: Sequence[Table], references: Sequence[tuple[str, str]]) -> Iterator[Table]:
    """The tables in an order in which every reference (from, to) leads to a row that is there already."""
    by_name = {table.name: table for table in tables}
    parents: dict[str, set[str]] = {name: set() for name in sorted(by_name)}
    for child, parent in sorted(references):
        if child in parents and parent in parents and child != parent:
            parents[child].add(parent)
    return (by_name[name] for name in TopologicalSorter(parents).static_order())
