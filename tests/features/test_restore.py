"""A backup comes back as it was, into either database, whole or not at all, and nothing is lost for it."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import asyncpg
import pytest

from bot.archive.manifest import MANIFEST
from bot.commands.backup import back_up
from bot.commands.migrate import ensure_schema, needs_migration
from bot.commands.restore import restore
from bot.config import Settings
from bot.db import lock_database, open_database, unit_of_work
from bot.errors import OperatorError
from bot.shop.models import Customer
from tests.features.test_command_line import run_main
from tests.support.every_table import Rows, expected_rows, fill_every_table, read_every_table
from tests.support.migrations import SHIPPED_NAMES, Package
from tests.support.schema import Schema, read_schema

REBUILD = """
    ops.RemoveField(model_name="Order", name="payment_method"),
    ops.AddField(model_name="Chat", name="nickname", field=fields.CharField(null=True, max_length=9)),
"""

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
async def filled(settings: Settings, bare: Settings) -> Settings:
    """A migrated database with rows in every table, not open; whatever becomes of its tables, `bare` cleans up."""
    await ensure_schema(settings)
    async with open_database(settings):
        await fill_every_table()
    return settings


@pytest.fixture
async def backup(filled: Settings, tmp_path: Path) -> Path:
    """A backup of `filled`."""
    await back_up(filled, tmp_path / "a.backup")
    return tmp_path / "a.backup"


async def _rows(settings: Settings) -> Rows:
    async with open_database(settings):
        return await read_every_table()


async def _expected(settings: Settings) -> Rows:
    async with open_database(settings):
        return expected_rows()


async def _schema(settings: Settings) -> Schema:
    async with open_database(settings):
        return await read_schema()


async def _change_something(settings: Settings) -> None:
    async with open_database(settings):
        await _rename_and_add()


@unit_of_work
async def _rename_and_add() -> None:
    await Customer.filter(id=1).update(name="Changed")
    await Customer.create(name="Added")


async def test_every_row_of_every_table_comes_back(filled: Settings, backup: Path) -> None:
    schema = await _schema(filled)
    await _change_something(filled)

    await restore(filled, backup, replace=True)

    assert await _rows(filled) == await _expected(filled)
    assert await _schema(filled) == schema
    assert await needs_migration(filled) == ()


async def test_a_number_that_was_used_is_not_used_again(filled: Settings, tmp_path: Path) -> None:
    async with open_database(filled):
        added = await Customer.create(name="Gone")
        await added.delete()
    await back_up(filled, tmp_path / "a.backup")
    await restore(filled, tmp_path / "a.backup", replace=True)

    async with open_database(filled):
        assert (await Customer.create(name="New")).id == added.id + 1


async def test_into_a_database_that_is_not_there_yet(backup: Path, bare: Settings) -> None:
    expected = await _expected(bare)
    await _drop(bare)

    await restore(bare, backup)

    assert await _rows(bare) == expected


async def _drop(settings: Settings) -> None:
    if settings.sqlite_file:
        settings.sqlite_file.unlink()
        return
    server = await asyncpg.connect(settings.database_url.get_secret_value())
    await server.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    await server.close()


async def test_what_is_there_is_replaced_only_when_asked_and_kept(
    filled: Settings, backup: Path, tmp_path: Path
) -> None:
    await _change_something(filled)
    changed = await _rows(filled)
    with pytest.raises(OperatorError, match=r"not empty; --replace replaces it and keeps a backup"):
        await restore(filled, backup)
    assert await _rows(filled) == changed

    await restore(filled, backup, replace=True)
    [kept] = set(tmp_path.glob("*.backup")) - {backup}
    await restore(filled, kept, replace=True)

    assert await _rows(filled) == changed


@pytest.mark.postgres
async def test_from_postgresql_to_sqlite_and_back(
    filled: Settings, backup: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    on_sqlite = environment | {"BOTE_DATABASE_URL": f"sqlite://{tmp_path}/moved.sqlite3"}
    moved = run_main("restore", str(backup), env=on_sqlite, cwd=tmp_path)
    assert moved.returncode == 0, moved.stderr
    again = run_main("backup", "b.backup", env=on_sqlite, cwd=tmp_path)
    assert again.returncode == 0, again.stderr

    assert _contents(tmp_path / "b.backup") == _contents(backup)
    await restore(filled, tmp_path / "b.backup", replace=True)
    assert await _rows(filled) == await _expected(filled)


def _contents(backup: Path) -> dict[str, list[dict[str, Any]]]:
    with ZipFile(backup) as archive:
        return {
            table["name"]: [
                dict(zip(table["columns"], json.loads(line), strict=True))
                for line in archive.read(f"tables/{table['name']}.jsonl").splitlines()
            ]
            for table in json.loads(archive.read(MANIFEST))["tables"]
        }


@pytest.mark.sqlite
async def test_the_copy_that_migrate_left_is_read_too(filled: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "bote.sqlite3.20260101-000000-000000.backup"
    with closing(sqlite3.connect(str(filled.sqlite_file))) as db:
        db.execute("VACUUM INTO ?", [str(copy)])
    await _change_something(filled)
    before = set(tmp_path.iterdir())

    await restore(filled, copy, replace=True)

    assert await _rows(filled) == await _expected(filled)
    [kept] = set(tmp_path.iterdir()) - before
    assert kept.name.endswith(".backup")


@pytest.mark.sqlite
async def test_a_running_bot_keeps_its_file(filled: Settings, backup: Path) -> None:
    lock = lock_database(filled)
    assert lock
    with pytest.raises(OperatorError, match="in use by another"):
        await restore(filled, backup, replace=True)
    lock.release()


@pytest.mark.postgres
async def test_a_running_bot_keeps_its_database(filled: Settings, backup: Path, environment: dict[str, str]) -> None:
    async with open_database(filled):
        refused = await asyncio.to_thread(
            run_main, "restore", str(backup), "--replace", env=environment, cwd=backup.parent
        )

    assert refused.returncode == 1
    assert refused.stderr == "error: restore: 1 connections of Bote use the database; stop the bot first\n"


async def test_an_older_backup_is_brought_up_to_date(filled: Settings, backup: Path, migrations_with: Package) -> None:
    later = migrations_with(REBUILD)
    manifest = await restore(filled, backup, replace=True, migrations=later)

    assert manifest.migrations == SHIPPED_NAMES
    assert await needs_migration(filled, migrations=later) == ()
    schema = await _schema(filled)
    assert "payment_method" not in {name for name, _, _ in schema["shop_order"].columns}
    assert "nickname" in {name for name, _, _ in schema["customer_chat"].columns}
    async with open_database(filled):
        assert await Customer.all().count() == 3


async def test_a_bote_of_before_goes_back_to_its_backup(
    filled: Settings, backup: Path, migrations_with: Package
) -> None:
    """The way back after an upgrade: the database has tables that this code has never heard of."""
    schema = await _schema(filled)
    added = 'ops.RunSQL("CREATE TABLE new_room (id INT PRIMARY KEY)"),'
    if not filled.sqlite_file:
        added += """ops.RunSQL("COMMENT ON TABLE new_room IS 'Bote'"), ops.RunSQL("CREATE TABLE not_ours (id INT)"),"""
    await ensure_schema(filled, migrations=migrations_with(REBUILD + added))

    await restore(filled, backup, replace=True)

    found = await _schema(filled)
    assert bool(found.pop("not_ours", None)) is not bool(filled.sqlite_file)
    assert found == schema
    assert await _rows(filled) == await _expected(filled)


async def test_a_backup_of_a_newer_bote_is_refused(filled: Settings, migrations_with: Package, tmp_path: Path) -> None:
    await ensure_schema(filled, migrations=migrations_with(REBUILD))
    await back_up(filled, tmp_path / "new.backup")

    with pytest.raises(OperatorError, match=r"made by a newer Bote \(.*, 9999_later\); update this one first"):
        await restore(filled, tmp_path / "new.backup", replace=True)
    assert (await _schema(filled))["customer_chat"].columns >= {("nickname", *_kind(filled), True)}


def _kind(settings: Settings) -> tuple[str]:
    return ("VARCHAR(9)",) if settings.sqlite_file else ("character varying",)
