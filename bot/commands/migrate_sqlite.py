"""Migrating a SQLite file: a backup, foreign keys off, indexes put back, everything compared, or back to the backup."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from tortoise import Tortoise
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.migrations.schema_editor import SqliteSchemaEditor

from bot.archive.automatic import drop_old_backups, next_backup
from bot.archive.sqlite import overwrite_sqlite
from bot.clock import real_now
from bot.config import Settings
from bot.db import APP, connection, tortoise_config
from bot.errors import OperatorError

STOCK_SQLITE = "tortoise.backends.sqlite"

Apply = Callable[[], Awaitable[tuple[str, ...]]]

log = structlog.get_logger(__name__)


async def create_sqlite(settings: Settings, apply: Apply) -> None:
    """Run `apply` on a new file and leave it as that is: maybe older than our models, and without some indexes."""
    async with _open_exclusively(settings):
        await apply()


async def migrate_sqlite(settings: Settings, apply: Apply, *, keep: bool = True) -> tuple[str, ...]:
    """Run `apply` on the file, and tell what it applied; when anything is lost or fails, the file is as it was.

    Without `keep` no copy is taken, and the file is gone when anything fails.
    """
    file, failure, backup = settings.sqlite_file, None, None
    assert file is not None  # noqa: S101  # the caller chose this way because there is one
    async with _open_exclusively(settings):
        counts = await _row_counts()
        backup = await _back_up(settings) if counts and keep else None
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
    if backup:
        await asyncio.to_thread(drop_old_backups, settings)
        log.info("backup taken", file=str(backup))
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


async def _back_up(settings: Settings) -> Path:
    backup = next_backup(settings, now=real_now())
    backup.touch(mode=0o600)  # SQLite makes its files for everybody to read
    await connection().execute_query("VACUUM INTO ?", [str(backup)])
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
    if backup is None:
        file.unlink(missing_ok=True)
    else:
        overwrite_sqlite(file, backup)
