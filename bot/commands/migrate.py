"""`migrate`: create the database, or bring it up to date without losing a row."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, closing
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, TypeVar

import structlog
import typer
from tortoise import Tortoise
from tortoise.exceptions import OperationalError
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor, SqliteSchemaEditor
from tortoise.migrations.writer import MigrationWriter, format_migration_name, migrations_module_path

from bot.clock import real_now
from bot.config import Settings, load_settings
from bot.db import APP, MIGRATIONS, connection, lock_database, open_database, tortoise_config, unit_of_work
from bot.errors import OperatorError

STOCK_SQLITE = "tortoise.backends.sqlite"
BACKUPS_KEPT = 3
ONE_MIGRATION_AT_A_TIME = 0x626F7465

T = TypeVar("T")
log = structlog.get_logger(__name__)


def command(
    make: Annotated[
        str | None,
        typer.Option("--make", metavar="NAME", help="For developers: write the migration of changed models."),
    ] = None,
) -> None:
    """Create the database, or bring it up to date: with a backup, and back to it when anything fails."""
    settings = load_settings()
    if make:
        written = asyncio.run(write_migrations(make))
        typer.echo("\n".join(f"wrote {path}" for path in written) or "models and migrations agree; nothing to write")
    else:
        applied = asyncio.run(ensure_schema(settings))
        typer.echo("\n".join(f"applied {name}" for name in applied) or "nothing to do: the database is up to date")


async def ensure_schema(
    settings: Settings, *, lock_held: bool = False, migrations: str = MIGRATIONS
) -> tuple[str, ...]:
    """Apply what is pending and tell its names; the database must not be open in this process.

    `lock_held`: the caller holds lock_database() already.
    """
    if not await needs_migration(settings, migrations=migrations):
        return ()
    lock = None if lock_held else lock_database(settings)
    try:
        work = _migrate_sqlite if settings.sqlite_file else _migrate_postgres
        return await _to_the_end(work(settings, migrations))
    finally:
        if lock:
            lock.release()


async def require_schema(settings: Settings) -> None:
    """Refuse a database that is not up to date: a bot on an old schema fails in the middle of a conversation."""
    if pending := await needs_migration(settings):
        raise OperatorError(f"database: {', '.join(pending)} not applied yet; run `python main.py migrate`")


async def needs_migration(settings: Settings, *, migrations: str = MIGRATIONS) -> tuple[str, ...]:
    """The names of migrations not applied yet; none when the database is up to date."""
    file = settings.sqlite_file
    if file and not file.exists():
        return _known(migrations)
    async with open_database(settings, read_only=True):
        return await pending_migrations(migrations=migrations)


async def pending_migrations(*, migrations: str = MIGRATIONS) -> tuple[str, ...]:
    """The same of the database that is open."""
    try:
        rows = await connection().execute_query_dict("SELECT name FROM tortoise_migrations")
    except OperationalError:
        rows = []  # the table is the first thing a migration makes
    applied = {row["name"] for row in rows}
    return tuple(name for name in _known(migrations) if name not in applied)


def _known(migrations: str) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in iter_modules([str(migrations_module_path(migrations))])))


async def missing_migrations() -> list[MigrationWriter]:
    """What the models have and the migrations do not; empty when they agree."""
    config = tortoise_config(load_settings(database_url="sqlite://:memory:"), engine=STOCK_SQLITE)
    apps = (await Tortoise.init(config=config)).apps
    assert apps is not None  # noqa: S101  # init has just filled them
    for model in apps[APP].values():
        _leave_out_descriptions(model)
    try:
        return await MigrationAutodetector(apps, config["apps"]).changes()
    finally:
        await Tortoise.close_connections()


async def write_migrations(name: str) -> list[Path]:
    """Write the migration of changed models into bot/migrations; none when there is no change."""
    if find_spec("orjson"):
        raise OperatorError("migrations: orjson would be written into them; uninstall it here first")
    paths = []
    for writer in await missing_migrations():
        writer.name = writer.name if writer.initial else format_migration_name(int(writer.name[:4]), name)
        paths.append(writer.write())
    return paths


def _leave_out_descriptions(model: Any) -> None:
    """A changed comment is no changed table: on SQLite its migration would copy the whole table."""
    model._meta.table_description = ""  # noqa: SLF001  # Tortoise's documented place of a model's description
    for field in model._meta.fields_map.values():  # noqa: SLF001  # likewise of its fields
        field.description = None


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Cancelling waits for the work: half a migration is the one thing nobody wants."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def _migrate_postgres(settings: Settings, migrations: str) -> tuple[str, ...]:
    """Everything in one transaction, one process at a time."""
    async with open_database(settings), connection().acquire_connection() as held:
        await held.execute("SELECT pg_advisory_lock($1)", ONE_MIGRATION_AT_A_TIME)
        # Before the transaction: inside it, asking a table that is not there would end the transaction.
        await _executor(settings, migrations).recorder.ensure_schema(AsyncpgSchemaEditor(connection()))
        return await unit_of_work(_apply)(settings, migrations)


async def _migrate_sqlite(settings: Settings, migrations: str) -> tuple[str, ...]:
    file, failure, backup = settings.sqlite_file, None, None
    assert file is not None  # noqa: S101  # the caller chose this way because there is one
    async with _open_exclusively(settings):
        counts = await _row_counts()
        backup = await _back_up(file) if counts else None
        try:
            applied = await _apply(settings, migrations)
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


async def _apply(settings: Settings, migrations: str) -> tuple[str, ...]:
    applied = await pending_migrations(migrations=migrations)
    await _executor(settings, migrations).migrate(progress=lambda step, _, name: log.debug(step, migration=name))
    return applied


def _executor(settings: Settings, migrations: str) -> MigrationExecutor:
    apps = tortoise_config(settings)["apps"]
    apps[APP]["migrations"] = migrations
    return MigrationExecutor(connection(), apps)


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
