"""`backup`: the whole database in one file."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bot.archive.manifest import Manifest, Told, to_json
from bot.archive.snapshots import open_snapshot
from bot.archive.writing import write_archive
from bot.clock import real_now
from bot.config import Settings, load_settings
from bot.errors import OperatorError

# The database, and what SQLite and we keep beside it.
PARTS = ("", "-wal", "-shm", "-journal", ".lock")


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; readable by its owner only.")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is in it as JSON.")] = False,
) -> None:
    """Write the whole database into FILE: one moment of it, whatever is written meanwhile. Works beside a running bot.

    FILE is a zip of JSON lines with checksums, the same for SQLite and PostgreSQL; `restore` reads it into either. It
    holds personal data: keep it where the database might lie, and delete it in time.
    """
    settings = load_settings()
    _refuse(file, settings, force=force)
    manifest = asyncio.run(back_up(settings, file))
    if as_json:
        typer.echo(json.dumps(to_json(manifest), ensure_ascii=False, indent=2))
    else:
        size = file.stat().st_size / 1_000_000
        typer.echo(f"wrote {file}: {manifest.rows:,} rows of {len(manifest.tables)} tables, {size:,.1f} MB")


async def back_up(settings: Settings, file: Path) -> Manifest:
    """Write the configured database into the file, which must not be of value to anybody."""
    async with open_snapshot(settings) as snapshot:
        with showing("backing up", sum(table.rows for table in snapshot.tables)) as told:
            return await write_archive(snapshot, file, now=real_now(), told=told)


@contextmanager
def showing(what: str, rows: int) -> Iterator[Told]:
    """On a terminal a bar that moves with the rows told."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(what, total=rows or None)
        yield lambda more: progress.advance(bar, more)


def _refuse(file: Path, settings: Settings, *, force: bool) -> None:
    if settings.sqlite_file and str(file.resolve()) in {f"{settings.sqlite_file.resolve()}{end}" for end in PARTS}:
        raise OperatorError(f"backup: {file} is the database itself, or a part of it; name another file")
    if file.is_dir():
        raise OperatorError(f"backup: {file} is a folder; name a file in it")
    if not file.parent.is_dir():
        raise OperatorError(f"backup: there is no folder {file.parent}")
    if file.exists() and not force:
        raise OperatorError(f"backup: {file} exists already; name another, or overwrite it with --force")
