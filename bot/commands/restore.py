"""`restore`: a database back from its backup."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.archive.manifest import Manifest, to_json
from bot.archive.reading import Archive, open_archive
from bot.archive.sqlite import is_sqlite_file, sqlite_snapshot
from bot.archive.writing import write_archive
from bot.clock import real_now
from bot.commands.backup import showing
from bot.commands.migrate import known_migrations, to_the_end
from bot.commands.restore_sqlite import restore_sqlite
from bot.config import Settings, load_settings
from bot.db import MIGRATIONS, lock_database
from bot.errors import OperatorError


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Of `backup`, or a copy that `migrate` left behind.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what is in the database; a backup of that is taken first.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only check that FILE is whole and fits; change nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is in it as JSON.")] = False,
) -> None:
    """Read a backup into the configured database: all of it or, when anything is wrong, nothing.

    The backup may come from SQLite or PostgreSQL, and from this or an older Bote; it is brought up to date. Stop the
    bot first. What waited to be sent when the backup was taken, and is not too old, is sent after the next start.
    """
    manifest = asyncio.run(restore(load_settings(), file, replace=replace, check=check))
    if as_json:
        typer.echo(json.dumps(to_json(manifest), ensure_ascii=False, indent=2))
    else:
        done = "is whole and fits:" if check else "is restored:"
        content = f"{manifest.rows:,} rows of {len(manifest.tables)} tables"
        typer.echo(f"{file} {done} {content}, Bote {manifest.bote}, {manifest.made_at:%Y-%m-%d %H:%M} UTC")


async def restore(
    settings: Settings, file: Path, *, replace: bool = False, check: bool = False, migrations: str = MIGRATIONS
) -> Manifest:
    """Check the backup, then read it into the database, which must not be open; its manifest comes back."""
    async with _opened(file) as archive:
        _require_known(archive, migrations)
        with showing("checking", archive.manifest.rows) as told:
            archive.check(told=told)
        if not check:
            await to_the_end(_restore(settings, archive, replace=replace, migrations=migrations))
        return archive.manifest


@asynccontextmanager
async def _opened(file: Path) -> AsyncIterator[Archive]:
    """The backup; the copy of a SQLite file that `migrate` took is made one first."""
    if not is_sqlite_file(file):
        with open_archive(file) as archive:
            yield archive
        return
    with tempfile.TemporaryDirectory(prefix="bote-") as folder:
        made = Path(folder, file.name)
        with sqlite_snapshot(file) as snapshot:
            await write_archive(snapshot, made, now=real_now())
        with open_archive(made) as archive:
            yield archive


def _require_known(archive: Archive, migrations: str) -> None:
    """Refuse what a newer Bote made: its columns would have no place here."""
    known, theirs = known_migrations(migrations), archive.manifest.migrations
    if newer := [name for name in theirs if name not in known]:
        made = f"restore: {archive.file} was made by a newer Bote ({archive.manifest.bote}, {newer[0]})"
        raise OperatorError(f"{made}; update this one first (`git pull`, `make install`)")
    if not theirs or theirs != known[: len(theirs)]:
        raise OperatorError(f"restore: {archive.file} is no backup of Bote: migrations are missing in it")


async def _restore(settings: Settings, archive: Archive, *, replace: bool, migrations: str) -> None:
    lock = lock_database(settings)
    try:
        with showing("restoring", archive.manifest.rows) as told:
            if settings.sqlite_file:
                await restore_sqlite(settings, archive, replace=replace, migrations=migrations, told=told)
            else:
                from bot.commands.restore_postgres import restore_postgres

                await restore_postgres(settings, archive, replace=replace, migrations=migrations, told=told)
    finally:
        if lock:
            lock.release()
