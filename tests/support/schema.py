"""What a database really looks like: columns, foreign keys and indexes, in words that both dialects share."""

from dataclasses import dataclass, field
from typing import Any

from bot.db import connection, is_sqlite

PG_COLUMNS = """
SELECT table_name AS "table", column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable
FROM information_schema.columns WHERE table_schema = 'public'"""
PG_INDEXES = """
SELECT t.relname AS "table", i.indisunique AS "unique",
  array(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k(number, place)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number ORDER BY k.place) AS columns
FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = 'public'"""
PG_FOREIGN_KEYS = """
SELECT t.relname AS "table", r.relname AS target, c.confdeltype AS on_delete,
  array(SELECT a.attname::text FROM unnest(c.conkey) AS k(number)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) AS columns
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
WHERE c.contype = 'f'"""
ON_DELETE = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}

Columns = tuple[str, ...]


@dataclass
class Table:
    columns: set[tuple[str, str, bool]] = field(default_factory=set)
    indexes: set[tuple[Columns, bool]] = field(default_factory=set)
    foreign_keys: set[tuple[str, str, str]] = field(default_factory=set)


Schema = dict[str, Table]


async def read_schema() -> Schema:
    """Our tables as the connected database has them; Tortoise's own record of migrations left out."""
    schema = await (_read_sqlite() if is_sqlite() else _read_postgres())
    schema.pop("tortoise_migrations", None)
    return schema


async def _read_sqlite() -> Schema:
    tables = await _rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {row["name"]: await _read_sqlite_table(row["name"]) for row in tables}


async def _read_sqlite_table(name: str) -> Table:
    table = Table()
    for column in await _rows(f'PRAGMA table_info("{name}")'):
        table.columns.add((column["name"], column["type"], not (column["notnull"] or column["pk"])))
    for index in await _rows(f'PRAGMA index_list("{name}")'):
        columns = await _rows(f'PRAGMA index_info("{index["name"]}")')
        table.indexes.add((tuple(column["name"] for column in columns), bool(index["unique"])))
    for key in await _rows(f'PRAGMA foreign_key_list("{name}")'):
        table.foreign_keys.add((key["from"], key["table"], key["on_delete"]))
    return table


async def _read_postgres() -> Schema:
    schema: Schema = {}
    for column in await _rows(PG_COLUMNS):
        table = schema.setdefault(column["table"], Table())
        table.columns.add((column["name"], column["type"], column["nullable"]))
    for index in await _rows(PG_INDEXES):
        schema[index["table"]].indexes.add((tuple(index["columns"]), index["unique"]))
    for key in await _rows(PG_FOREIGN_KEYS):
        on_delete = ON_DELETE[key["on_delete"].decode() if isinstance(key["on_delete"], bytes) else key["on_delete"]]
        schema[key["table"]].foreign_keys.add((key["columns"][0], key["target"], on_delete))
    return schema


async def _rows(statement: str) -> list[dict[str, Any]]:
    return await connection().execute_query_dict(statement)
