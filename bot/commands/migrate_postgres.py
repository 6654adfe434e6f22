"""Migrating a PostgreSQL database: alone, with a backup first, all of it in one transaction."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from tortoise import Tortoise
from tortoise.exceptions import BaseORMException
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor import AsyncpgSchemaEditor

from bot.archive.automatic import drop_old_backups, next_backup
from bot.archive.postgres import holds_rows, mark_tables, postgres_snapshot
from bot.archive.writing import write_archive
from bot.clock import real_now
from bot.config import Settings
from bot.db import connection, open_database, unit_of_work
from bot.errors import OperatorError

ONE_MIGRATION_AT_A_TIME = 0x626F7465

Apply = Callable[[], Awaitable[tuple[str, ...]]]

log = structlog.get_logger(__name__)


async def migrate_postgres(settings: Settings, apply: Apply, *, pending: Apply, backup: bool) -> tuple[str, ...]:
    """Run `apply` on the database, and tell what it applied; when anything fails, the database is as it was."""
    async with alone_on_postgres(settings):
        if not await pending():  # another process was faster
            return ()
        if backup:
            await back_up_postgres(settings)
        try:
            return await apply_with_indexes(apply)
        except BaseORMException as error:
            raise OperatorError(f"migration failed: {error}; the database is as it was") from error


@asynccontextmanager
async def alone_on_postgres(settings: Settings) -> AsyncIterator[None]:
    """The database open for the block, and no other process that changes its tables meanwhile."""
    async with open_database(settings), connection().acquire_connection() as held:
        await held.execute("SELECT pg_advisory_lock($1)", ONE_MIGRATION_AT_A_TIME)
        # Before any transaction: inside it, asking a table that is not there would end the transaction.
        await MigrationRecorder(connection()).ensure_schema(AsyncpgSchemaEditor(connection()))
        yield


async def back_up_postgres(settings: Settings) -> Path | None:
    """The backup that is taken unasked, of the database that is open; there is none of an empty one."""
    async with connection().acquire_connection() as db:
        if not await holds_rows(db):
            return None
    file = next_backup(settings, now=real_now())
    async with postgres_snapshot() as snapshot:
        await write_archive(snapshot, file, now=real_now())
    drop_old_backups(settings)
    log.info("backup taken", file=str(file))
    return file


@unit_of_work
async def apply_with_indexes(apply: Apply) -> tuple[str, ...]:
    """A foreign key added to a table comes without its index: what is missing is made, what is there stays."""
    applied = await apply()
    await Tortoise.generate_schemas(safe=True)
    async with connection().acquire_connection() as db:
        await mark_tables(db)
    return applied
