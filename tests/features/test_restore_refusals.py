"""What is damaged, foreign or does not fit is refused in a line, and the database stays as it was."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.archive.manifest import MANIFEST, Table
from bot.archive.snapshots import Snapshot, open_snapshot
from bot.archive.writing import write_archive
from bot.clock import real_now
from bot.commands.backup import back_up
from bot.commands.restore import restore
from bot.config import Settings
from bot.db import open_database
from bot.errors import OperatorError
from tests.features.test_command_line import ROOT, run_main
from tests.support.every_table import expected_rows, fill_every_table, read_every_table

Manifest = dict[str, Any]


@pytest.fixture
async def filled(settings: Settings, tables: None) -> Settings:
    async with open_database(settings):
        await fill_every_table()
    return settings


@pytest.fixture
async def backup(filled: Settings, tmp_path: Path) -> Path:
    await back_up(filled, tmp_path / "a.backup")
    return tmp_path / "a.backup"


async def _refuse(settings: Settings, backup: Path, complaint: str) -> None:
    """Refused with the complaint, and every row is where it was."""
    folder = set(backup.parent.iterdir())
    with pytest.raises(OperatorError, match=complaint) as refused:
        await restore(settings, backup, replace=True)

    assert len(str(refused.value).splitlines()) == 1
    async with open_database(settings):
        assert await read_every_table() == expected_rows()
    left = {file for file in set(backup.parent.iterdir()) - folder if file.suffix not in {".lock", ".backup"}}
    assert not left


@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 0.99])
async def test_a_file_that_breaks_off(filled: Settings, backup: Path, part: float) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * part)])

    await _refuse(filled, backup, "is no backup of Bote, or a part of it is missing")


async def test_a_byte_that_changed_anywhere(filled: Settings, backup: Path) -> None:
    whole = backup.read_bytes()
    places = range(0, len(whole), len(whole) // 60)
    told = [await _told_of(filled, backup, whole, place) for place in places]

    assert not [line for line in told if "\n" in line]
    # The rest are bytes that mean nothing: the times and rights of the entries of a zip.
    assert len([line for line in told if line]) > len(places) * 0.7


async def _told_of(settings: Settings, backup: Path, whole: bytes, place: int) -> str:
    backup.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
    try:
        await restore(settings, backup, check=True)
    except OperatorError as error:
        return str(error)
    return ""


def _rewritten(backup: Path, change: Callable[[Manifest], None], *, without: str = "") -> None:
    """The same archive with another manifest; the checksums of a zip are right."""
    with ZipFile(backup) as archive:
        entries = {name: archive.read(name) for name in archive.namelist() if not without or without not in name}
    manifest = json.loads(entries[MANIFEST])
    change(manifest)
    entries[MANIFEST] = json.dumps(manifest).encode()
    with ZipFile(backup, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def _other_sum(manifest: Manifest) -> None:
    manifest["tables"][3]["sha256"] = "0" * 64


def _fewer_rows(manifest: Manifest) -> None:
    manifest["tables"][3]["rows"] = 2


def _other_columns(manifest: Manifest) -> None:
    manifest["tables"][3]["columns"][1] = "nonsense"


def _fewer_tables(manifest: Manifest) -> None:
    manifest["tables"].pop()


def _newer_format(manifest: Manifest) -> None:
    manifest.update(format_version=99, bote="7.0.0")


def _unknown_migration(manifest: Manifest) -> None:
    manifest["migrations"].append("8888_of_tomorrow")


def _missing_migration(manifest: Manifest) -> None:
    manifest["migrations"].pop(0)


def _somebody_elses(manifest: Manifest) -> None:
    manifest["format"] = "another"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_other_sum, "is damaged: .* is not what was written"),
        (_fewer_rows, "is damaged: .* is not what was written"),
        (_other_columns, "does not fit: .* looks different in this Bote"),
        (_fewer_tables, "does not fit: .* looks different in this Bote"),
        (_newer_format, "was made by Bote 7.0.0; update this one first"),
        (_unknown_migration, r"made by a newer Bote \(.*8888_of_tomorrow\); update this one first"),
        (_missing_migration, "migrations are missing in it"),
        (_somebody_elses, "is no backup of Bote"),
    ],
)
async def test_a_manifest_that_contradicts(
    filled: Settings, backup: Path, change: Callable[[Manifest], None], complaint: str
) -> None:
    _rewritten(backup, change)

    await _refuse(filled, backup, complaint)


async def test_a_table_that_is_not_in_it(filled: Settings, backup: Path) -> None:
    _rewritten(backup, lambda _: None, without="shop_order.jsonl")

    await _refuse(filled, backup, "is damaged at shop_order")


@pytest.mark.parametrize("content", [b"", b"-- PostgreSQL database dump", b"SQLite format 3\0 and nothing else"])
async def test_a_file_of_another_kind(filled: Settings, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.backup").write_bytes(content)

    await _refuse(filled, tmp_path / "x.backup", r"is no backup of Bote|cannot be read")


async def test_a_zip_of_another_kind(filled: Settings, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("holiday.txt", "sun")

    await _refuse(filled, tmp_path / "x.zip", "is no backup of Bote")


async def test_no_file(filled: Settings, tmp_path: Path) -> None:
    await _refuse(filled, tmp_path / "nowhere.backup", r"cannot read .*nowhere.backup \(No such file or directory\)")


class _WithOrphans:
    """The snapshot of a database whose last lines belong to no order: every checksum is right, the rows are not."""

    def __init__(self, real: Snapshot) -> None:
        self._real = real
        self.dialect, self.migrations, self.tables = real.dialect, real.migrations, real.tables

    async def pages(self, table: Table) -> AsyncIterator[Sequence[Sequence[Any]]]:
        async for page in self._real.pages(table):
            if table.name != "shop_line":
                yield page
                continue
            place = table.columns.index("order_id")
            yield [[*row[:place], 999, *row[place + 1 :]] for row in page]


async def test_rows_that_cannot_be_are_found_in_the_middle_and_undone(filled: Settings, tmp_path: Path) -> None:
    async with open_snapshot(filled) as snapshot:
        await write_archive(_WithOrphans(snapshot), tmp_path / "a.backup", now=real_now())

    await _refuse(filled, tmp_path / "a.backup", "shop_line.*nothing was changed")


def test_the_command_checks_without_touching_anything(
    tables: None, environment: dict[str, str], tmp_path: Path
) -> None:
    run_main("backup", "a.backup", env=environment, cwd=tmp_path)
    checked = run_main("restore", "a.backup", "--check", "--json", env=environment, cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout)["format"] == "bote-backup"

    (tmp_path / "a.backup").write_bytes((tmp_path / "a.backup").read_bytes()[:-9])
    refused = run_main("restore", "a.backup", "--check", env=environment, cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr == "error: restore: a.backup is no backup of Bote, or a part of it is missing\n"
    assert run_main("restore", env=environment, cwd=tmp_path).returncode == 2


@pytest.mark.sqlite
@pytest.mark.parametrize("kilobytes", [128, 512, 900])
async def test_a_disk_that_is_full_is_told_in_a_line_and_nothing_is_changed(
    filled: Settings, backup: Path, environment: dict[str, str], tmp_path: Path, kilobytes: int
) -> None:
    words = ["restore", str(backup), "--replace"]
    limited = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes} * 1024,) * 2); "
    started = f"sys.argv = ['main.py', *{words!r}]; runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", limited + started),
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        stderr=asyncio.subprocess.PIPE,
    )
    _, told = await asyncio.wait_for(process.communicate(), 60)

    assert process.returncode == 1
    [line] = told.decode().splitlines()
    assert line.startswith("error: restore: the database cannot be built in")
    async with open_database(filled):
        assert await read_every_table() == expected_rows()
