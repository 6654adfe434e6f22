"""Restoring into a PostgreSQL database: everything in one transaction."""

from functools import partial

import asyncpg
from tortoise.exceptions import BaseORMException

from bot.archive.manifest import Told
from bot.archive.postgres import drop_tables, fill_postgres, holds_rows, other_sessions
from bot.archive.reading import Archive
from bot.commands.migrate import apply_migrations
from bot.commands.migrate_postgres import alone_on_postgres, apply_with_indexes, back_up_postgres
from bot.config import Settings
from bot.db import connection, open_database, unit_of_work
from bot.errors import OperatorError


async def restore_postgres(settings: Settings, archive: Archive, *, replace: bool, migrations: str, told: Told) -> None:
    """Readers see the old rows until the last moment, and for ever when anything fails."""
    await _require_quiet(settings)
    async with alone_on_postgres(settings):
        async with connection().acquire_connection() as db:
            occupied = await holds_rows(db)
        if occupied and not replace:
            raise OperatorError("restore: the database is not empty; --replace replaces it and keeps a backup of it")
        await back_up_postgres(settings)
        try:
            await _replace_everything(settings, archive, migrations=migrations, told=told)
        except (BaseORMException, asyncpg.PostgresError) as error:
            raise OperatorError(f"restore: {' '.join(str(error).split())}; nothing was changed") from error


async def _require_quiet(settings: Settings) -> None:
    """There is no lock file here; the connections of a bot bear its name."""
    async with open_database(settings, read_only=True), connection().acquire_connection() as db:
        if others := await other_sessions(db):
            raise OperatorError(f"restore: {others} connections of Bote use the database; stop the bot first")


@unit_of_work
async def _replace_everything(settings: Settings, archive: Archive, *, migrations: str, told: Told) -> None:
    """As old as the backup first, for its rows; up to date then."""
    apply = partial(apply_migrations, settings, migrations=migrations)
    async with connection().acquire_connection() as db:
        await drop_tables(db)
    await apply(only=archive.manifest.migrations)
    async with connection().acquire_connection() as db:
        await fill_postgres(db, archive, told=told)
    await apply_with_indexes(apply)
