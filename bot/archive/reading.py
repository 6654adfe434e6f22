"""Reading an archive: nothing of it is believed before all of it is checked."""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from bot.archive.manifest import MANIFEST, Manifest, NewerFormatError, Table, Told, from_json, place_of
from bot.errors import OperatorError

LARGEST_MANIFEST = 1 << 20
CHUNK = 1 << 16

TOLD_EVERY = 100
# All that zipfile and zlib raise when a byte is another than it was.
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, LookupError, RuntimeError, ValueError, TypeError)


class Archive:
    """An archive that is open."""

    def __init__(self, file: Path, zipped: ZipFile, manifest: Manifest) -> None:
        self.file = file
        self.manifest = manifest
        self._zip = zipped

    def check(self, *, told: Told = lambda _: None) -> None:
        """Read everything once; OperatorError when a byte is not what was written."""
        for table in self.manifest.tables:
            digest, rows = sha256(), 0
            with self._opened(table) as entry:
                while chunk := entry.read(CHUNK):
                    digest.update(chunk)
                    lines = chunk.count(b"\n")
                    rows += lines
                    told(lines)
            if digest.hexdigest() != table.sha256 or rows != table.rows:
                raise OperatorError(f"restore: {self.file} is damaged: {table.name} is not what was written")

    def rows(self, table: Table, *, told: Told = lambda _: None) -> Iterator[list[Any]]:
        """The values of each row in the order of the table's columns, one row in memory at a time."""
        with self._opened(table) as entry:
            for number, line in enumerate(BufferedReader(entry, CHUNK), 1):  # type: ignore[type-var]  # typeshed: IO[bytes] is a raw stream enough
                yield json.loads(line)
                if number % TOLD_EVERY == 0:
                    told(TOLD_EVERY)
        told(table.rows % TOLD_EVERY)

    def require_fit(self, found: Sequence[Table]) -> None:
        """OperatorError unless the database has the tables and columns that the archive has."""
        wanted = {table.name: set(table.columns) for table in self.manifest.tables}
        if odd := {table.name for table in found if wanted.pop(table.name, None) != set(table.columns)} | set(wanted):
            raise OperatorError(
                f"restore: {self.file} does not fit: {', '.join(sorted(odd))} looks different in this Bote"
            )

    @contextmanager
    def _opened(self, table: Table) -> Iterator[IO[bytes]]:
        try:
            with self._zip.open(place_of(table)) as entry:
                yield entry
        except (*BROKEN, OSError) as error:
            raise OperatorError(f"restore: {self.file} is damaged at {table.name} ({error})") from error


@contextmanager
def open_archive(file: Path) -> Iterator[Archive]:
    """The archive and what it says of itself; OperatorError when it is none, or of a newer kind."""
    with _open_zip(file) as zipped:
        yield Archive(file, zipped, _read_manifest(file, zipped))


def _open_zip(file: Path) -> ZipFile:
    try:
        return ZipFile(file)
    except OSError as error:
        raise OperatorError(f"restore: cannot read {file} ({error.strerror})") from error
    except BROKEN as error:
        raise OperatorError(f"restore: {file} is no backup of Bote, or a part of it is missing") from error


def _read_manifest(file: Path, zipped: ZipFile) -> Manifest:
    try:
        if zipped.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise ValueError("too large")
        return from_json(json.loads(zipped.read(MANIFEST)))
    except NewerFormatError as error:
        raise OperatorError(f"restore: {file} was made by Bote {error}; update this one first") from error
    except (*BROKEN, OSError) as error:
        raise OperatorError(f"restore: {file} is no backup of Bote, or its manifest is damaged") from error
