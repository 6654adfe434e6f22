"""`migrate`: create the database, or bring it up to date without losing a row."""

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, TypeVar

import structlog
import typer
from tortoise import Tortoise
from tortoise.exceptions import OperationalError
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor, MigrationTarget
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor, SqliteSchemaEditor
from tortoise.migrations.writer import MigrationWriter, format_migration_name, migrations_module_path

from bot.commands.migrate_sqlite import STOCK_SQLITE, migrate_sqlite
from bot.config import Settings, load_settings
from bot.db import APP, MIGRATIONS, connection, is_sqlite, lock_database, open_database, tortoise_config
from bot.errors import OperatorError, WrongUseError

T = TypeVar("T")
log = structlog.get_logger(__name__)


def command(
    make: Annotated[
        str | None,
        typer.Option("--make", metavar="NAME", help="For developers: write the migration of changed models."),
    ] = None,
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help="Take no backup first (PostgreSQL; a SQLite file needs its copy).")
    ] = False,
) -> None:
    """Create the database, or bring it up to date: with a backup, and back to it when anything fails."""
    settings = load_settings()
    if make:
        written = asyncio.run(write_migrations(make))
        typer.echo("\n".join(f"wrote {path}" for path in written) or "models and migrations agree; nothing to write")
    else:
        if no_backup and settings.sqlite_file:
            raise WrongUseError("migrate: on SQLite the copy is the way back when something fails; it is always taken")
        applied = asyncio.run(ensure_schema(settings, backup=not no_backup))
        typer.echo("\n".join(f"applied {name}" for name in applied) or "nothing to do: the database is up to date")


async def ensure_schema(
    settings: Settings, *, lock_held: bool = False, backup: bool = True, migrations: str = MIGRATIONS
) -> tuple[str, ...]:
    """Apply what is pending and tell its names; the database must not be open in this process.

    `lock_held`: the caller holds lock_database() already. `backup`: of PostgreSQL, too, before anything is changed.
    """
    if not await needs_migration(settings, migrations=migrations):
        return ()
    lock = None if lock_held else lock_database(settings)
    try:
        apply = partial(apply_migrations, settings, migrations=migrations)
        if settings.sqlite_file:
            return await to_the_end(migrate_sqlite(settings, apply))
        from bot.commands.migrate_postgres import migrate_postgres

        pending = partial(pending_migrations, migrations=migrations)
        return await to_the_end(migrate_postgres(settings, apply, pending=pending, backup=backup))
    finally:
        if lock:
            lock.release()


async def require_schema(settings: Settings) -> None:
    """Refuse a database that is not up to date: a bot on an old schema fails in the middle of a conversation."""
    pending = await needs_migration(settings)
    if pending == known_migrations():
        raise OperatorError(
            f"database: {settings.sqlite_file or 'this one'} has no tables yet; run `python main.py migrate`"
        )
    if pending:
        raise OperatorError(f"database: {summary_of(pending)} not applied yet; run `python main.py migrate`")


def summary_of(migrations: Sequence[str]) -> str:
    """The first by its name, the others by their number: an operator reads one line, not a list."""
    return f"{migrations[0]} and {len(migrations) - 1} more" if len(migrations) > 1 else migrations[0]


async def needs_migration(settings: Settings, *, migrations: str = MIGRATIONS) -> tuple[str, ...]:
    """The names of migrations not applied yet; none when the database is up to date."""
    file = settings.sqlite_file
    if file and not file.exists():
        return known_migrations(migrations)
    async with open_database(settings, read_only=True):
        return await pending_migrations(migrations=migrations)


async def pending_migrations(*, migrations: str = MIGRATIONS) -> tuple[str, ...]:
    """The same of the database that is open."""
    applied = await _applied_migrations()
    return tuple(name for name in known_migrations(migrations) if name not in applied)


async def unknown_migrations() -> tuple[str, ...]:
    """What a newer Bote has applied to the database that is open."""
    return tuple(sorted(await _applied_migrations() - set(known_migrations())))


async def _applied_migrations() -> set[str]:
    try:
        rows = await connection().execute_query_dict("SELECT name FROM tortoise_migrations")
    except OperationalError:
        return set()  # the table is the first thing a migration makes
    return {row["name"] for row in rows}


def known_migrations(migrations: str = MIGRATIONS) -> tuple[str, ...]:
    """The names of all migrations of this Bote, in their order."""
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


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Cancelling waits for the work: half a migration is the one thing nobody wants."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def apply_migrations(
    settings: Settings, *, migrations: str = MIGRATIONS, only: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Apply what is pending, or no more than `only` those, on the connection that is open; their names come back."""
    pending = [name for name in await pending_migrations(migrations=migrations) if only is None or name in only]
    if migrations == MIGRATIONS and tuple(pending) == known_migrations():
        await _create_tables(pending)
        return tuple(pending)
    apps = tortoise_config(settings)["apps"]
    apps[APP]["migrations"] = migrations
    executor = MigrationExecutor(connection(), apps)
    targets = None if only is None else [MigrationTarget(APP, name) for name in pending]
    await executor.migrate(targets, progress=lambda step, _, name: log.debug(step, migration=name))
    return tuple(pending)


async def _create_tables(migrations: Sequence[str]) -> None:
    """All migrations in an empty database, in one step: the models are what they lead to (a guard holds that).

    One after the other they take seconds, more with each that is added, and that would be the first start.
    """
    await Tortoise.generate_schemas(safe=False)
    recorder = MigrationRecorder(connection())
    await recorder.ensure_schema(SqliteSchemaEditor(connection()) if is_sqlite() else AsyncpgSchemaEditor(connection()))
    for name in migrations:
        await recorder.record_applied(APP, name)
