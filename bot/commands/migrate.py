"""`migrate`: create the database, or bring it up to date without losing a row."""

import asyncio
from collections.abc import Coroutine
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Any, TypeVar

import structlog
import typer
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException, OperationalError
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor
from tortoise.migrations.writer import MigrationWriter, format_migration_name, migrations_module_path

from bot.commands.migrate_sqlite import STOCK_SQLITE, Apply, migrate_sqlite
from bot.config import Settings, load_settings
from bot.db import APP, MIGRATIONS, connection, lock_database, open_database, tortoise_config, unit_of_work
from bot.errors import OperatorError

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
        apply = partial(_apply, settings, migrations)
        work = migrate_sqlite(settings, apply) if settings.sqlite_file else _migrate_postgres(settings, apply)
        return await _to_the_end(work)
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


async def _migrate_postgres(settings: Settings, apply: Apply) -> tuple[str, ...]:
    """Everything in one transaction, one process at a time."""
    async with open_database(settings), connection().acquire_connection() as held:
        await held.execute("SELECT pg_advisory_lock($1)", ONE_MIGRATION_AT_A_TIME)
        # Before the transaction: inside it, asking a table that is not there would end the transaction.
        await MigrationRecorder(connection()).ensure_schema(AsyncpgSchemaEditor(connection()))
        try:
            return await unit_of_work(apply)()
        except BaseORMException as error:
            raise OperatorError(f"migration failed: {error}; the database is as it was") from error


async def _apply(settings: Settings, migrations: str) -> tuple[str, ...]:
    apps = tortoise_config(settings)["apps"]
    apps[APP]["migrations"] = migrations
    pending = await pending_migrations(migrations=migrations)
    await MigrationExecutor(connection(), apps).migrate(progress=lambda step, _, name: log.debug(step, migration=name))
    return pending
