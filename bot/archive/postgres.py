"""PostgreSQL's side of an archive: which tables are ours, reading them in one view, filling new ones."""

from base64 import b64decode
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg
from tortoise import Tortoise

from bot.archive.manifest import Table, Told, parents_first
from bot.archive.reading import Archive
from bot.db import APP, SESSION, connection
from bot.errors import OperatorError

PAGE = 100
RECORD = "tortoise_migrations"
# Written on each table of ours, so that a Bote of before, going back to a backup, knows those that came later.
MARK = "Bote"

TABLES = """
SELECT c.relname::text AS name, greatest(c.reltuples, 0)::bigint AS rows,
  array(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
  array(SELECT p.relname::text FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f') AS parents
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
WHERE c.relkind = 'r' AND c.relname <> $3 AND (c.relname = any($1) OR obj_description(c.oid, 'pg_class') = $2)"""
COLUMNS = """
SELECT a.attname::text AS name, format_type(a.atttypid, NULL) AS kind,
  pg_get_serial_sequence(quote_ident($1), a.attname) AS sequence
FROM pg_attribute a WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT a.attisdropped"""

Decode = Callable[[Any], Any]


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


# What an archive holds as SQLite does; every other kind is the same in both.
DECODERS: dict[str, Decode] = {
    "timestamp with time zone": _moment,
    "date": date.fromisoformat,
    "time without time zone": time.fromisoformat,
    "numeric": Decimal,
    "boolean": bool,
    "bytea": b64decode,
    "uuid": UUID,
    "double precision": float,
    "real": float,
}


class PostgresSnapshot:
    """The database as it was when the snapshot was opened."""

    dialect = "postgres"

    def __init__(self, db: Any, migrations: tuple[str, ...], tables: tuple[Table, ...]) -> None:
        self._db = db
        self.migrations = migrations
        self.tables = tables

    async def pages(self, table: Table) -> AsyncIterator[Sequence[Sequence[Any]]]:
        cursor = await self._db.cursor(f'SELECT {_names(table)} FROM "{table.name}"')  # noqa: S608  # names of the catalogue
        while page := await cursor.fetch(PAGE):
            yield page


@asynccontextmanager
async def postgres_snapshot() -> AsyncIterator[PostgresSnapshot]:
    """One view for the block of the database that is open."""
    try:
        async with connection().acquire_connection() as db, db.transaction(isolation="repeatable_read", readonly=True):
            yield PostgresSnapshot(db, await read_migrations(db), await read_tables(db))
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise OperatorError(f"database: it cannot be read ({error})") from error


async def read_migrations(db: Any) -> tuple[str, ...]:
    if await db.fetchval("SELECT to_regclass($1)", RECORD) is None:
        return ()
    return tuple(row["name"] for row in await db.fetch(f"SELECT name FROM {RECORD} ORDER BY id"))  # noqa: S608  # our constant


async def read_tables(db: Any) -> tuple[Table, ...]:
    """The tables that are ours, whatever else is in the same schema."""
    known = [model._meta.db_table for model in (Tortoise.apps or {})[APP].values()]  # noqa: SLF001  # Tortoise's documented table name
    found = await db.fetch(TABLES, known, MARK, RECORD)
    tables = [Table(row["name"], tuple(row["columns"]), row["rows"], await _last_id(db, row["name"])) for row in found]
    return tuple(parents_first(tables, [(row["name"], parent) for row in found for parent in row["parents"]]))


async def holds_rows(db: Any) -> bool:
    """Whether any table of ours has one."""
    for table in await read_tables(db):
        if await db.fetchval(f'SELECT EXISTS (SELECT 1 FROM "{table.name}")'):  # noqa: S608  # a name of the catalogue
            return True
    return False


async def drop_tables(db: Any) -> None:
    """Drop all that is ours, and forget what was applied; the record's own table stays."""
    if names := ", ".join(f'"{table.name}"' for table in await read_tables(db)):
        await db.execute(f"DROP TABLE {names}")
    await db.execute(f"DELETE FROM {RECORD}")  # noqa: S608  # our constant


async def other_sessions(db: Any) -> int:
    """How many connections of Bote there are to this database beside this one."""
    query = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()"""
    return await db.fetchval(query, SESSION)  # type: ignore[no-any-return]  # asyncpg has no types


async def mark_tables(db: Any) -> None:
    """Write on our tables that they are ours."""
    for table in await read_tables(db):
        await db.execute(f"COMMENT ON TABLE \"{table.name}\" IS '{MARK}'")


async def fill_postgres(db: Any, archive: Archive, *, told: Told) -> None:
    """Read the archive into our empty tables, inside the transaction of `db`."""
    archive.require_fit(await read_tables(db))
    for table in archive.manifest.tables:
        try:
            await _fill_table(db, table, archive.rows(table, told=told))
        except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError, TypeError) as error:
            reason = " ".join(str(error).split())
            raise OperatorError(f"restore: {table.name} cannot be filled ({reason}); nothing was changed") from error


async def _fill_table(db: Any, table: Table, rows: Iterator[list[Any]]) -> None:
    columns = {row["name"]: row for row in await db.fetch(COLUMNS, table.name)}
    decoders = [(place, DECODERS.get(columns[name]["kind"])) for place, name in enumerate(table.columns)]
    needed = [(place, decode) for place, decode in decoders if decode]
    await db.copy_records_to_table(
        table.name, records=(_decoded(row, needed) for row in rows), columns=list(table.columns)
    )
    for name, column in columns.items():
        if column["sequence"]:
            await _continue(db, table, name, column["sequence"])


def _decoded(row: list[Any], decoders: Sequence[tuple[int, Decode]]) -> list[Any]:
    for place, decode in decoders:
        if row[place] is not None:
            row[place] = decode(row[place])
    return row


async def _continue(db: Any, table: Table, column: str, sequence: str) -> None:
    """A number that was used must not be given again, even if its row is gone: others may still name it."""
    highest = await db.fetchval(f'SELECT max("{column}") FROM "{table.name}"')  # noqa: S608  # names of the catalogue
    last = max(highest or 0, table.last_id or 0)
    if last > 0:
        await db.execute("SELECT setval($1::regclass, $2)", sequence, last)


async def _last_id(db: Any, table: str) -> int | None:
    for column in await db.fetch(COLUMNS, table):
        if column["sequence"]:
            query = f"SELECT last_value FROM {column['sequence']} WHERE is_called"  # noqa: S608  # quoted by PostgreSQL
            return await db.fetchval(query)  # type: ignore[no-any-return]  # asyncpg has no types
    return None


def _names(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns)
