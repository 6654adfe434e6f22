"""One consistent view of a whole database, taken while others go on writing to it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from bot.archive.manifest import Table
from bot.archive.sqlite import sqlite_snapshot
from bot.config import Settings
from bot.db import open_database
from bot.errors import OperatorError


class Snapshot(Protocol):
    """What a database held at one moment."""

    @property
    def dialect(self) -> str: ...

    @property
    def migrations(self) -> tuple[str, ...]:
        """Names of the migrations applied, in their order."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Our tables, those that others refer to first; how many rows they have may be a guess."""

    def pages(self, table: Table) -> AsyncIterator[Sequence[Sequence[Any]]]:
        """All rows, a few at a time, with values as the driver gives them."""


@asynccontextmanager
async def open_snapshot(settings: Settings) -> AsyncIterator[Snapshot]:
    """The configured database as it is now; OperatorError when it cannot be read or holds nothing of ours."""
    if settings.sqlite_file:
        with sqlite_snapshot(settings.sqlite_file) as of_sqlite:
            yield _with_tables(of_sqlite)
    else:
        from bot.archive.postgres import postgres_snapshot

        async with open_database(settings, read_only=True), postgres_snapshot() as of_postgres:
            yield _with_tables(of_postgres)


def _with_tables(snapshot: Snapshot) -> Snapshot:
    if not snapshot.migrations:
        raise OperatorError("database: it has no tables yet; create them with `python main.py migrate`")
    return snapshot
