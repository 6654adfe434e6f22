"""Migrating loses no row and no index, goes back when anything fails, and does nothing when there is nothing to do."""

import asyncio
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tortoise.exceptions import IntegrityError

from bot.commands.migrate import ensure_schema, needs_migration, require_schema
from bot.config import Settings
from bot.customers.models import Chat, Link
from bot.db import connection, lock_database, open_database
from bot.errors import OperatorError
from bot.shipping.models import TrackingEvent
from bot.shop.models import Customer, Line, Order, Shipment
from tests.support.schema import Schema, read_schema

NOW = datetime(2026, 3, 1, tzinfo=UTC)
INITIAL = Path("bot/migrations/0001_initial.py").resolve()
LATER = """
from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bote", "0001_initial")]
    initial = False
    operations = [{operations}]
"""
REBUILD_PARENTS = """
    ops.RemoveField(model_name="Order", name="payment_method"),
    ops.AlterField(model_name="Customer", name="name", field=fields.CharField(null=True, max_length=500)),
    ops.AlterField(model_name="Shipment", name="carrier", field=fields.CharField(null=True, max_length=99)),
    ops.AddField(model_name="Chat", name="nickname", field=fields.CharField(null=True, max_length=9)),
"""
FAIL_HALFWAY = REBUILD_PARENTS + 'ops.RunSQL("UPDATE shop_line SET nonsense = 1"),'
LOSE_ROWS = 'ops.RunSQL("DELETE FROM shop_line"),'
BREAK_REFERENCES = 'ops.RunSQL("UPDATE customer_link SET chat_id = 8 WHERE id = 1"),'

Package = Callable[[str], str]


@pytest.fixture
def migrations_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Package:
    """A package of our initial migration and one later with the operations given."""
    monkeypatch.syspath_prepend(tmp_path)

    def build(operations: str) -> str:
        name = f"later_{abs(hash(request.node.nodeid))}"
        package = tmp_path / name
        package.mkdir()
        (package / "__init__.py").touch()
        shutil.copy(INITIAL, package)
        (package / "0002_later.py").write_text(LATER.format(operations=operations))
        return name

    return build


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
    assert await needs_migration(bare) == ("0001_initial",)
    assert await ensure_schema(bare) == ("0001_initial",)
    assert await needs_migration(bare) == ()
    assert not list(tmp_path.glob("*.backup"))


async def test_nothing_to_do_makes_no_backup(shop: Settings, tmp_path: Path) -> None:
    assert await ensure_schema(shop) == ()
    assert not list(tmp_path.glob("*.backup"))


async def test_an_old_database_is_refused_with_a_hint(bare: Settings) -> None:
    with pytest.raises(OperatorError, match=r"0001_initial not applied yet; run `python main.py migrate`"):
        await require_schema(bare)


async def test_rebuilding_parent_tables_keeps_every_row_and_index(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    schema = await _schema(shop)

    assert await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS)) == ("0002_later",)

    migrated = await _schema(shop)
    async with open_database(shop):
        kept = {table: await _ids(table) for table in ("shop_customer", "shop_line", "customer_link", "shipping_event")}
    assert kept == {table: list(range(1, 21)) for table in kept}
    assert {name: table.indexes for name, table in migrated.items()} == {n: t.indexes for n, t in schema.items()}
    assert {n: t.foreign_keys for n, t in migrated.items()} == {n: t.foreign_keys for n, t in schema.items()}
    assert "payment_method" not in {name for name, _, _ in migrated["shop_order"].columns}
    assert "nickname" in {name for name, _, _ in migrated["customer_chat"].columns}
    assert bool(list(tmp_path.glob("*.backup"))) is bool(shop.sqlite_file)


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


@pytest.mark.sqlite
async def test_the_last_backups_are_kept_and_no_one_else_may_read_them(
    shop: Settings, migrations_with: Package, tmp_path: Path
) -> None:
    file = tmp_path / "bote.sqlite3"
    file.chmod(0o600)
    for number in range(5):
        (tmp_path / f"bote.sqlite3.2020010{number}-000000-000000.backup").touch()
    await ensure_schema(shop, migrations=migrations_with(REBUILD_PARENTS))

    backups = sorted(tmp_path.glob("*.backup"))
    assert [backup.name[13:21] for backup in backups[:2]] == ["20200103", "20200104"]
    assert len(backups) == 3
    assert stat.S_IMODE(backups[2].stat().st_mode) == 0o600


@pytest.mark.sqlite
async def test_a_database_in_use_is_not_migrated(shop: Settings, migrations_with: Package) -> None:
    later = migrations_with(REBUILD_PARENTS)
    lock = lock_database(shop)
    assert lock
    with pytest.raises(OperatorError, match="in use by another"):
        await ensure_schema(shop, migrations=later)
    assert await ensure_schema(shop, migrations=later, lock_held=True) == ("0002_later",)
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
