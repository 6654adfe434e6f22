"""Migrating a SQLite file: a backup, foreign keys off, indexes put back, everything compared, or back to the backup."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

from tortoise import Tortoise
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.migrations.schema_editor import SqliteSchemaEditor

from bot.clock import real_now
from bot.config import Settings
from bot.db import APP, connection, tortoise_config
from bot.errors import OperatorError

STOCK_SQLITE = "tortoise.backends.sqlite"
BACKUPS_KEPT = 3

Apply = Callable[[], Awaitable[tuple[str, ...]]]


async def migrate_sqlite(settings: Settings, apply: Apply) -> tuple[str, ...]:
    """Run `apply` on the file, and tell what it applied; when anything is lost or fails, the file is as it was."""
    file, failure, backup = settings.sqlite_file, None, None
    assert file is not None  # noqa: S101  # the caller chose this way because there is one
    async with _open_exclusively(settings):
        counts = await _row_counts()
        backup = await _back_up(file) if counts else None
        try:
            applied = await apply()
            await _restore_indexes()
            await _check(counts)
        except Exception as error:  # noqa: BLE001  # whatever it is, the way back is the same
            failure = error
    if failure:
        await asyncio.to_thread(_go_back, file, backup)
        kept = f"; the database is as it was (copy in {backup})" if backup else ""
        raise OperatorError(f"migration failed: {failure}{kept}") from failure
    await asyncio.to_thread(_drop_old_backups, file)
    return applied


@asynccontextmanager
async def _open_exclusively(settings: Settings) -> AsyncIterator[None]:
    """Tortoise's own client (it picks the schema editor by the client's module), alone, with foreign keys off.

    With them on, rebuilding a parent table deletes all its child rows.
    """
    config = tortoise_config(settings, engine=STOCK_SQLITE)
    config["connections"]["default"]["credentials"] |= {"locking_mode": "EXCLUSIVE", "foreign_keys": "OFF"}
    await Tortoise.init(config=config, _enable_global_fallback=True)
    try:
        yield
    finally:
        await Tortoise.close_connections()


async def _row_counts() -> dict[str, int]:
    tables = await connection().execute_query_dict(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    counts = {}
    for name in (row["name"] for row in tables if row["name"] != "tortoise_migrations"):
        [row] = await connection().execute_query_dict(f'SELECT count(*) AS rows FROM "{name}"')  # noqa: S608
        counts[name] = row["rows"]
    return counts


async def _back_up(file: Path) -> Path:
    backup = file.with_name(f"{file.name}.{real_now():%Y%m%d-%H%M%S-%f}.backup")
    await connection().execute_query("VACUUM INTO ?", [str(backup)])
    shutil.copymode(file, backup)
    return backup


async def _restore_indexes() -> None:
    """A rebuilt table comes back without its indexes and without its uniqueness over several columns."""
    await Tortoise.generate_schemas(safe=True)
    editor = SqliteSchemaEditor(connection())
    for model in (Tortoise.apps or {})[APP].values():
        present = await _unique_columns(model._meta.db_table)  # noqa: SLF001  # Tortoise's documented table name
        for names in model._meta.unique_together:  # noqa: SLF001  # likewise
            columns = tuple(model._meta.fields_map[name].source_field or name for name in names)  # noqa: SLF001
            if columns not in present:
                await editor.add_constraint(model, UniqueConstraint(fields=tuple(names)))


async def _unique_columns(table: str) -> set[tuple[str, ...]]:
    indexes = await connection().execute_query_dict(f'PRAGMA index_list("{table}")')
    found = set()
    for index in (index["name"] for index in indexes if index["unique"]):
        columns = await connection().execute_query_dict(f'PRAGMA index_info("{index}")')
        found.add(tuple(column["name"] for column in columns))
    return found


async def _check(before: dict[str, int]) -> None:
    """Every row that was there is there, and every reference leads somewhere."""
    after = await _row_counts()
    lost = [f"{table} {count} → {after[table]}" for table, count in before.items() if after.get(table, count) != count]
    if lost:
        raise OperatorError(f"rows would be lost: {', '.join(lost)}")
    if dangling := await connection().execute_query_dict("PRAGMA foreign_key_check"):
        raise OperatorError(f"{len(dangling)} references would lead nowhere, the first in {dangling[0]['table']}")


def _go_back(file: Path, backup: Path | None) -> None:
    """Into the same file: another process may have it open, and must not go on with a file that has no name."""
    if backup is None:
        file.unlink(missing_ok=True)
        return
    with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(file, timeout=30)) as target:
        source.backup(target)


def _drop_old_backups(file: Path) -> None:
    for old in sorted(file.parent.glob(f"{file.name}.*.backup"))[:-BACKUPS_KEPT]:
        old.unlink()
