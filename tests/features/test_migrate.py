"""Migrating loses no row and no index, goes back when anything fails, and does nothing when there is nothing to do."""

import asyncio
import stat
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tortoise.exceptions import IntegrityError

from bot.commands.migrate import ensure_schema, needs_migration, require_schema
from bot.commands.restore import restore
from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.db import connection, lock_database, open_database
from bot.errors import OperatorError
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Shipment
from tests.features.test_command_line import run_main
from tests.support.migrations import SHIPPED_NAMES, Package
from tests.support.schema import Schema, read_schema

NOW = datetime(2026, 3, 1, tzinfo=UTC)
REBUILD_PARENTS = """
    ops.RemoveField(model_name="Order", name="payment_method"),
    ops.AlterField(model_name="Customer", name="name", field=fields.CharField(null=True, max_length=500)),
    ops.AlterField(model_name="Shipment", name="carrier", field=fields.CharField(null=True, max_length=99)),
    ops.AddField(model_name="Chat", name="nickname", field=fields.CharField(null=True, max_length=9)),
"""
FAIL_HALFWAY = REBUILD_PARENTS + 'ops.RunSQL("UPDATE shop_line SET nonsense = 1"),'
LOSE_ROWS = 'ops.RunSQL("DELETE FROM shop_line"),'
BREAK_REFERENCES = 'ops.RunSQL("UPDATE customer_link SET chat_id = 8 WHERE id = 1"),'


@pytest.fixture
async def shop(bare: Settings, tables: None) -> Settings:
    """A migrated database with families of rows in it; `bare` cleans up what later migrations leave."""
    await ensure_schema(bare)
    async with open_database(bare):
        for number in range(20):
            await _family(number)
    return bare


async def _family(number: int) -> None:
    customer = await Customer.create(source="shop", external_id=str(number), name=f"Demo {number}")
    order = await Order.create(
        source="shop", external_id=f"o{number}", number=f"10{number}", number_key=f"10{number}", customer=customer,
        placed_at=NOW, currency="EUR", state="paid", payment_method="card",
    )  # fmt: skip
    await Line.create(order=order, position=1, name="Cup")
    shipment = await Shipment.create(order=order, position=1, carrier="dhl")
    await TrackingEvent.create(shipment=shipment, occurred_at=NOW, status="in_transit")
    chat = await Chat.create(id=1_000 + number, created_at=NOW)
    await Link.create(chat=chat, customer=customer, proof="order", linked_at=NOW)


async def _rows(settings: Settings) -> dict[str, list[int]]:
    """Each table's ids, and whose line belongs to which order."""
    async with open_database(settings):
        return {
            model.__name__: [row.id for row in await model.all().order_by("id")]
            for model in (Customer, Order, Line, Shipment, TrackingEvent, Chat, Link)
        } | {"orders of lines": [line.order_id for line in await Line.all().order_by("id")]}


async def _schema(settings: Settings) -> Schema:
    async with open_database(settings):
        return await read_schema()


async def test_a_new_database_is_made_without_a_backup(bare: Settings, tmp_path: Path) -> None:
    assert await needs_migration(bare) == SHIPPED_NAMES
    assert await ensure_schema(bare) == SHIPPED_NAMES
    assert await needs_migration(bare) == ()
    assert not list(tmp_path.glob("*.backup"))


async def test_nothing_to_do_makes_no_backup(shop: Settings, tmp_path: Path) -> None:
    assert await ensure_schema(shop) == ()
    assert not list(tmp_path.glob("*.backup"))


async def test_an_old_database_is_refused_with_a_hint(bare: Settings) -> None:
    await ensure_schema(bare)
    async with open_database(bare):
        first, *_, last = SHIPPED_NAMES
        await connection().execute_query(f"DELETE FROM tortoise_migrations WHERE name <> '{first}'")
    with pytest.raises(OperatorError, match=r"not applied yet; run `python main.py migrate`") as error:
        await require_schema(bare)
    assert SHIPPED_NAMES[1] in str(error.value)
    assert last not in str(error.value), "the others by their number"


async def test_a_database_that_is_not_there_is_one_short_line(bare: Settings) -> None:
    with pytest.raises(OperatorError, match=r"has no tables yet; run `python main.py migrate`$") as error:
        await require_schema(bare)
    assert "0001" not in str(error.value)


async def test_rebuilding_parent_tables_keeps_every_row_and_index(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    schema = await _schema(shop)

    assert await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS)) == ("9999_later",)

    migrated = await _schema(shop)
    async with open_database(shop):
        kept = {table: await _ids(table) for table in ("shop_customer", "shop_line", "customer_link", "shipping_event")}
    assert kept == {table: list(range(1, 21)) for table in kept}
    assert {name: table.indexes for name, table in migrated.items()} == {n: t.indexes for n, t in schema.items()}
    assert {n: t.foreign_keys for n, t in migrated.items()} == {n: t.foreign_keys for n, t in schema.items()}
    assert "payment_method" not in {name for name, _, _ in migrated["shop_order"].columns}
    assert "nickname" in {name for name, _, _ in migrated["customer_chat"].columns}


async def _ids(table: str) -> list[int]:
    return [row["id"] for row in await connection().execute_query_dict(f"SELECT id FROM {table} ORDER BY id")]


async def test_a_rebuilt_table_is_still_unique(shop: Settings, migrations_with: Package) -> None:
    await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS))

    async with open_database(shop):
        with pytest.raises(IntegrityError):
            await Customer.create(source="shop", external_id="3")


async def test_a_failed_migration_leaves_everything_as_it_was(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    rows, schema = await _rows(shop), await _schema(shop)

    with pytest.raises(OperatorError, match=r"nonsense.*the database is as it was"):
        await ensure_schema(shop, migrations=migrations_with(FAIL_HALFWAY))

    assert await _rows(shop) == rows
    assert await _schema(shop) == schema
    assert await needs_migration(shop) == ()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("operations", "complaint"), [(LOSE_ROWS, "shop_line 20 → 0"), (BREAK_REFERENCES, "lead nowhere")]
)
async def test_a_migration_that_loses_something_is_undone(
    shop: Settings, migrations_with: Package, operations: str, complaint: str
) -> None:
    rows = await _rows(shop)

    with pytest.raises(OperatorError, match=complaint) as refused:
        await ensure_schema(shop, migrations=migrations_with(operations))

    assert "the database is as it was" in str(refused.value)
    assert await _rows(shop) == rows


@pytest.mark.sqlite
async def test_a_failed_first_migration_leaves_no_file(
    bare: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    with pytest.raises(OperatorError, match="nonsense"):
        await ensure_schema(bare, migrations=migrations_with(FAIL_HALFWAY))

    assert not (tmp_path / "bote.sqlite3").exists()


async def test_the_backup_taken_first_is_the_way_back(shop: Settings, migrations_with: Package, tmp_path: Path) -> None:
    """With the code of before: `main.py restore` of what `main.py migrate` left, whichever database it is."""
    rows, schema = await _rows(shop), await _schema(shop)
    there = shop.model_copy(update={"backup_folder": tmp_path / "kept"})
    await ensure_schema(there, migrations=migrations_with(REBUILD_PARENTS))
    [backup] = (tmp_path / "kept").glob("*.backup")

    await restore(there, backup, replace=True)

    assert await _rows(shop) == rows
    assert await _schema(shop) == schema


async def test_the_last_backups_are_kept_and_no_one_else_may_read_them(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    name = "bote.sqlite3" if shop.sqlite_file else urlsplit(shop.database_url.get_secret_value()).path[1:]
    (tmp_path / f"{name}.mine.backup").touch()
    for number in range(5):
        (tmp_path / f"{name}.2020010{number}-000000-000000.backup").touch()
    await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS))

    *old, new, mine = sorted(tmp_path.glob("*.backup"))
    assert [backup.name.split(".")[-2][:8] for backup in old] == ["20200103", "20200104"]
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert "mine" in mine.name


@pytest.mark.postgres
async def test_on_postgresql_the_backup_may_be_left_out(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS), backup=False)

    assert not list(tmp_path.glob("*.backup"))


@pytest.mark.sqlite
def test_on_sqlite_the_backup_is_never_left_out(environment: dict[str, str], tmp_path: Path) -> None:
    refused = run_main("migrate", "--no-backup", env=environment, cwd=tmp_path)

    assert refused.returncode == 2
    assert refused.stderr.startswith("error: migrate: on SQLite the copy is the way back")


@pytest.mark.sqlite
async def test_a_database_in_use_is_not_migrated(shop: Settings, migrations_with: Package) -> None:
    later = migrations_with(REBUILD_PARENTS)
    lock = lock_database(shop)
    assert lock
    with pytest.raises(OperatorError, match="in use by another"):
        await ensure_schema(shop, migrations=later)
    assert await ensure_schema(shop, migrations=later, lock_held=True) == ("9999_later",)
    lock.release()


@pytest.mark.sqlite
async def test_cancelling_waits_until_the_migration_is_whole(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    later = migrations_with(REBUILD_PARENTS)
    task = asyncio.create_task(ensure_schema(shop, migrations=later))
    while not list(tmp_path.glob("*.backup")):  # noqa: ASYNC110  # the only sign of it from outside
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])

    assert await needs_migration(shop, migrations=later) == ()
    async with open_database(shop):
        assert len(await _ids("shop_line")) == 20


@pytest.mark.postgres
async def test_two_processes_migrate_one_after_the_other(bare: Settings, environment: dict[str, str]) -> None:
    commands = [
        await asyncio.create_subprocess_exec(
            ".venv/bin/python", "main.py", "migrate", env=environment, stdout=asyncio.subprocess.PIPE
        )
        for _ in range(2)
    ]
    outcomes = [(await command.communicate())[0].decode() for command in commands]

    assert [command.returncode for command in commands] == [0, 0]
    assert sorted("applied" in outcome for outcome in outcomes) in ([False, True], [True, True])
