"""SQLite's side of an archive: what tables a file has, reading them in one view, filling new ones."""

import sqlite3
from base64 import b64decode
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bot.archive.manifest import Table, Told, parents_first
from bot.archive.reading import Archive
from bot.db import BUSY_TIMEOUT_MS
from bot.errors import OperatorError

# Bodies of webhooks have up to 1 MiB: no more rows than these are in memory at a time.
PAGE = 100
MAGIC = b"SQLite format 3\0"
RECORD = "tortoise_migrations"


class SqliteSnapshot:
    """A file as it was when the snapshot was opened; writers are not kept waiting (WAL)."""

    dialect = "sqlite"

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.migrations = read_migrations(db)
        self.tables = read_tables(db)

    async def pages(self, table: Table) -> AsyncIterator[Sequence[Sequence[Any]]]:
        cursor = self._db.execute(f'SELECT {_names(table)} FROM "{table.name}"')  # noqa: S608  # names of the catalogue
        while page := cursor.fetchmany(PAGE):
            yield page


@contextmanager
def sqlite_snapshot(file: Path) -> Iterator[SqliteSnapshot]:
    """One view of the file for the block."""
    if not file.exists():
        raise OperatorError(f"database: {file} does not exist yet; create it with `python main.py migrate`")
    try:
        with closing(_open(file, "ro")) as db:
            db.execute("BEGIN")
            yield SqliteSnapshot(db)
    except sqlite3.Error as error:
        raise OperatorError(f"database: {file} cannot be read ({error})") from error


def is_sqlite_file(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_migrations(db: sqlite3.Connection) -> tuple[str, ...]:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [RECORD]).fetchone():
        return ()
    return tuple(name for (name,) in db.execute(f"SELECT name FROM {RECORD} ORDER BY id"))  # noqa: S608  # our constant


def read_tables(db: sqlite3.Connection) -> tuple[Table, ...]:
    """All tables of the file but the record of migrations."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> ?"
    names = [name for (name,) in db.execute(query, [RECORD])]
    last_ids = dict(db.execute("SELECT name, seq FROM sqlite_sequence"))
    tables, references = [], []
    for name in names:
        columns = tuple(column for _, column, *_ in db.execute(f'PRAGMA table_info("{name}")'))
        [rows] = db.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608  # a name of the catalogue
        tables.append(Table(name, columns, rows, last_ids.get(name)))
        references += [(name, parent) for _, _, parent, *_ in db.execute(f'PRAGMA foreign_key_list("{name}")')]
    return tuple(parents_first(tables, references))


def fill_sqlite(file: Path, archive: Archive, *, told: Told) -> None:
    """Read the archive into the empty tables of a new file that nobody else has open."""
    try:
        with closing(_open(file, "rw")) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN IMMEDIATE")
            archive.require_fit(read_tables(db))
            for table in archive.manifest.tables:
                _fill_table(db, table, archive.rows(table, told=told))
            _refuse_dangling(db)
            db.execute("COMMIT")
    except sqlite3.Error as error:
        raise OperatorError(f"restore: {archive.file} does not fit ({error}); the database is as it was") from error


def _fill_table(db: sqlite3.Connection, table: Table, rows: Iterator[list[Any]]) -> None:
    kinds = {name: kind for _, name, kind, *_ in db.execute(f'PRAGMA table_info("{table.name}")')}
    blobs = [place for place, column in enumerate(table.columns) if kinds[column] == "BLOB"]
    marks = ",".join("?" * len(table.columns))
    statement = f'INSERT INTO "{table.name}" ({_names(table)}) VALUES ({marks})'  # noqa: S608  # names of the catalogue
    db.executemany(statement, (_with_bytes(row, blobs) for row in rows))
    if table.last_id is not None:
        _continue(db, table.name, table.last_id)


def _continue(db: sqlite3.Connection, table: str, last_id: int) -> None:
    """A number that was used must not be given again, even if its row is gone: others may still name it."""
    highest = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
    db.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
    last = max(last_id, highest[0] if highest else 0)
    db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table, last])


def _with_bytes(row: list[Any], blobs: list[int]) -> list[Any]:
    for place in blobs:
        if row[place] is not None:
            row[place] = b64decode(row[place])
    return row


def copy_sqlite(file: Path, copy: Path) -> None:
    """A compact copy of the file as it is now, which its owner alone may read; `copy` must not exist."""
    copy.touch(mode=0o600, exist_ok=False)
    with closing(_open(file, "rw")) as db:
        db.execute("VACUUM INTO ?", [str(copy)])


def overwrite_sqlite(file: Path, new: Path) -> None:
    """Everything in `file` becomes what is in `new`, in one transaction.

    In the same file: another process may have it open, and must not go on with a file that has no name.
    """
    with closing(_open(new, "ro")) as source, closing(_open(file, "rwc")) as target:
        source.backup(target)


def _refuse_dangling(db: sqlite3.Connection) -> None:
    if dangling := db.execute("PRAGMA foreign_key_check").fetchone():
        raise OperatorError(f"restore: rows of {dangling[0]} refer to rows that are not there; nothing was changed")


def _open(file: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(file.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)


def _names(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns)
