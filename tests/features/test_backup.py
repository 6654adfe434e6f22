"""A backup holds one moment of every table, appears whole or not at all, and is nobody else's to read."""

import asyncio
import json
import sqlite3
import stat
import tracemalloc
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import asyncpg
import pytest

from bot.archive.manifest import Table
from bot.archive.reading import open_archive
from bot.archive.snapshots import open_snapshot
from bot.archive.writing import write_archive
from bot.clock import real_now
from bot.commands.backup import back_up
from bot.config import Settings
from bot.db import lock_database, open_database, unit_of_work
from bot.errors import OperatorError
from bot.shop.models import Customer
from tests.features.test_command_line import run_main
from tests.support.every_table import every_model, fill_every_table

ANOTHER = "INSERT INTO shop_customer (source, name, postal_key) VALUES ('', 'Late', '')"


@pytest.fixture
async def filled(settings: Settings, tables: None) -> Settings:
    """A database with rows in every table, not open."""
    async with open_database(settings):
        await fill_every_table()
    return settings


async def _write_from_outside(settings: Settings, statement: str) -> None:
    if settings.sqlite_file:
        with closing(sqlite3.connect(settings.sqlite_file)) as db, db:
            db.execute(statement)
        return
    server = await asyncpg.connect(settings.database_url.get_secret_value())
    await server.execute(statement)
    await server.close()


async def test_every_table_is_in_it_and_says_what_it_holds(filled: Settings, tmp_path: Path) -> None:
    manifest = await back_up(filled, tmp_path / "a.backup")

    async with open_database(filled, read_only=True):
        tables = {model._meta.db_table for model in every_model()}
    assert {table.name: table.rows for table in manifest.tables} == dict.fromkeys(tables, 3)
    with ZipFile(tmp_path / "a.backup") as archive:
        for table in manifest.tables:
            rows = archive.read(f"tables/{table.name}.jsonl")
            assert sha256(rows).hexdigest() == table.sha256
            assert [len(json.loads(row)) for row in rows.splitlines()] == [len(table.columns)] * 3


async def test_it_tells_by_whom_and_of_what_it_is(filled: Settings, tmp_path: Path) -> None:
    await back_up(filled, tmp_path / "a.backup")
    with ZipFile(tmp_path / "a.backup") as archive:
        manifest = json.loads(archive.read("manifest.json"))

    assert manifest["format"] == "bote-backup"
    assert manifest["dialect"] == ("sqlite" if filled.sqlite_file else "postgres")
    assert manifest["migrations"][0] == "0001_initial"


async def test_tables_that_others_refer_to_come_first(filled: Settings, tmp_path: Path) -> None:
    names = [table.name for table in (await back_up(filled, tmp_path / "a.backup")).tables]

    assert names.index("shop_customer") < names.index("shop_order") < names.index("shop_shipment")
    assert names.index("shop_shipment") < names.index("shipping_event")


async def test_what_is_written_meanwhile_is_not_in_it(filled: Settings, tmp_path: Path) -> None:
    async with open_snapshot(filled) as snapshot:
        await _write_from_outside(filled, ANOTHER)
        manifest = await write_archive(snapshot, tmp_path / "a.backup", now=real_now())

    assert {table.rows for table in manifest.tables} == {3}
    later = await back_up(filled, tmp_path / "b.backup")
    assert {table.name: table.rows for table in later.tables}["shop_customer"] == 4


@pytest.mark.sqlite
async def test_it_is_taken_beside_a_running_bot(filled: Settings, tmp_path: Path) -> None:
    lock = lock_database(filled)
    assert lock
    async with open_database(filled):
        writing = asyncio.create_task(_keep_writing())
        manifest = await back_up(filled, tmp_path / "a.backup")
        writing.cancel()
        await asyncio.wait([writing])
    lock.release()

    assert manifest.rows >= 3 * len(manifest.tables)


async def _keep_writing() -> None:
    while True:
        await _one_more()


@unit_of_work
async def _one_more() -> None:
    await Customer.create(name="Meanwhile")


async def test_only_its_owner_may_read_it(filled: Settings, tmp_path: Path) -> None:
    await back_up(filled, tmp_path / "a.backup")

    assert stat.S_IMODE((tmp_path / "a.backup").stat().st_mode) == 0o600


class _BreaksHalfway:
    """A snapshot of which the second table cannot be read."""

    dialect = "sqlite"
    migrations = ("0001_initial",)
    tables = (Table("fine", ("id",)), Table("torn", ("id",)))

    async def pages(self, table: Table) -> AsyncIterator[Sequence[Sequence[Any]]]:
        yield [(1,)]
        if table.name == "torn":
            raise OperatorError("database: the connection is gone")


async def test_one_that_fails_leaves_nothing_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.backup").write_text("yesterday's")
    with pytest.raises(OperatorError, match="the connection is gone"):
        await write_archive(_BreaksHalfway(), tmp_path / "a.backup", now=real_now())

    assert [file.read_text() for file in tmp_path.iterdir()] == ["yesterday's"]


async def test_memory_does_not_grow_with_the_database(filled: Settings, tmp_path: Path) -> None:
    peaks = []
    for number in (2_000, 20_000):
        async with open_database(filled):
            await Customer.bulk_create([Customer(name="x" * 200) for _ in range(number)], batch_size=1_000)
        tracemalloc.start()
        await back_up(filled, tmp_path / f"{number}.backup")
        with open_archive(tmp_path / f"{number}.backup") as archive:
            archive.check()
            for table in archive.manifest.tables:
                assert sum(1 for _ in archive.rows(table)) == table.rows
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < peaks[0] + 1_000_000


def test_the_command_writes_tells_and_refuses(tables: None, environment: dict[str, str], tmp_path: Path) -> None:
    written = run_main("backup", "a.backup", "--json", env=environment, cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    assert json.loads(written.stdout)["format"] == "bote-backup"

    for words, complaint in (
        (["a.backup"], "error: backup: a.backup exists already; name another, or overwrite it with --force"),
        (["."], "error: backup: . is a folder; name a file in it"),
        (["no/such.backup"], "error: backup: there is no folder no"),
    ):
        refused = run_main("backup", *words, env=environment, cwd=tmp_path)
        assert (refused.returncode, refused.stderr.strip()) == (1, complaint)

    again = run_main("backup", "a.backup", "--force", env=environment, cwd=tmp_path)
    assert again.returncode == 0
    assert again.stdout.startswith("wrote a.backup: 0 rows of ")
    assert run_main("backup", env=environment, cwd=tmp_path).returncode == 2


async def test_a_database_without_tables_has_nothing_to_back_up(bare: Settings, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"with `python main.py migrate`"):
        await back_up(bare, tmp_path / "a.backup")

    assert not (tmp_path / "a.backup").exists()


@pytest.mark.sqlite
def test_a_backup_never_takes_the_place_of_the_database(
    tables: None, settings: Settings, environment: dict[str, str], tmp_path: Path
) -> None:
    assert settings.sqlite_file
    for end in ("", "-wal"):
        refused = run_main("backup", f"{settings.sqlite_file.name}{end}", "--force", env=environment, cwd=tmp_path)
        assert refused.returncode == 1
        assert "is the database itself" in refused.stderr
