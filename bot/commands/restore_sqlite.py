"""Restoring into a SQLite file: built beside it, then put into it in one transaction."""

import asyncio
import sqlite3
import tempfile
from functools import partial
from pathlib import Path

import structlog
from pydantic import SecretStr
from tortoise.exceptions import OperationalError

from bot.archive.automatic import next_backup
from bot.archive.manifest import Told
from bot.archive.reading import Archive
from bot.archive.sqlite import copy_sqlite, fill_sqlite, overwrite_sqlite, sqlite_snapshot
from bot.clock import real_now
from bot.commands.migrate import apply_migrations
from bot.commands.migrate_sqlite import create_sqlite, migrate_sqlite
from bot.config import Settings
from bot.errors import OperatorError

log = structlog.get_logger(__name__)


async def restore_sqlite(settings: Settings, archive: Archive, *, replace: bool, migrations: str, told: Told) -> None:
    """The caller holds the lock of the file; until the last step nothing but a temporary folder is written."""
    file = settings.sqlite_file
    assert file is not None  # noqa: S101  # the caller chose this way because there is one
    occupied = _holds_rows(file)
    if occupied and not replace:
        raise OperatorError(f"restore: {file} is not empty; --replace replaces it and keeps a backup of it")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}-restore-") as folder:
            draft = Path(folder, "draft.sqlite3")
            await _build(draft, settings, archive, migrations=migrations, told=told)
            await asyncio.to_thread(_put_in_place, settings, file, draft, keep=occupied)
    except (OperationalError, sqlite3.Error, OSError) as error:
        why = f"the database cannot be built in {file.parent} ({error}); is the disk full?"
        raise OperatorError(f"restore: {why} Nothing is changed") from error


async def _build(draft: Path, settings: Settings, archive: Archive, *, migrations: str, told: Told) -> None:
    """As old as the backup first, for its rows; up to date then."""
    there = settings.model_copy(update={"database_url": SecretStr(f"sqlite://{draft}")})
    apply = partial(apply_migrations, there, migrations=migrations)
    await create_sqlite(there, partial(apply, only=archive.manifest.migrations))
    await asyncio.to_thread(fill_sqlite, draft, archive, told=told)
    await migrate_sqlite(there, apply, keep=False)


def _put_in_place(settings: Settings, file: Path, draft: Path, *, keep: bool) -> None:
    try:
        if keep:
            backup = next_backup(settings, now=real_now())
            copy_sqlite(file, backup)
            log.info("backup taken", file=str(backup))
        overwrite_sqlite(file, draft)
    except sqlite3.Error as error:
        raise OperatorError(f"restore: {file} cannot be replaced ({error}); it is as it was") from error


def _holds_rows(file: Path) -> bool:
    if not file.exists():
        return False
    with sqlite_snapshot(file) as snapshot:
        return any(table.rows for table in snapshot.tables)
