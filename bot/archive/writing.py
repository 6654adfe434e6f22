"""Writing an archive: a zip file with one file of JSON lines a table, and a manifest that says what must be in it."""

import json
import os
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.archive.manifest import MANIFEST, Manifest, Table, Told, place_of, to_json
from bot.archive.snapshots import Snapshot
from bot.config import VERSION
from bot.errors import OperatorError


async def write_archive(snapshot: Snapshot, file: Path, *, now: datetime, told: Told = lambda _: None) -> Manifest:
    """Write all of the snapshot; the file appears whole or not at all, and only its owner may read it."""
    try:
        with _appearing(file) as raw, ZipFile(raw, "w", ZIP_DEFLATED) as archive:
            tables = [await _write_table(archive, snapshot, table, now=now, told=told) for table in snapshot.tables]
            manifest = Manifest(VERSION, now, snapshot.dialect, snapshot.migrations, tuple(tables))
            with archive.open(_entry(MANIFEST, now), "w") as entry:
                entry.write(json.dumps(to_json(manifest), ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise OperatorError(f"backup: cannot write {file} ({error.strerror})") from error
    return manifest


async def _write_table(archive: ZipFile, snapshot: Snapshot, table: Table, *, now: datetime, told: Told) -> Table:
    digest, rows = sha256(), 0
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode
    with archive.open(_entry(place_of(table), now), "w", force_zip64=True) as entry:
        async for page in snapshot.pages(table):
            lines = "".join(f"{encode(list(row))}\n" for row in page).encode()
            entry.write(lines)
            digest.update(lines)
            rows += len(page)
            told(len(page))
    return replace(table, rows=rows, sha256=digest.hexdigest())


def _plain(value: Any) -> Any:
    """What JSON cannot hold, as SQLite holds it; only bytes are written differently."""
    match value:
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case UUID():
            return str(value)
        case bytes():
            return b64encode(value).decode()
    raise OperatorError(f"backup: a value of the kind {type(value).__name__} cannot be written")


def _entry(name: str, now: datetime) -> ZipInfo:
    entry = ZipInfo(name, now.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


@contextmanager
def _appearing(file: Path) -> Iterator[IO[bytes]]:
    """Written under another name in the same folder, on the disk before it gets its own."""
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", suffix=".part", delete=False) as part:
        try:
            yield part
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(file)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
