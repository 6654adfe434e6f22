"""Bodies that waited before the inbox knew when to try them are tried after the update, and those given up are not."""

from functools import partial
from pathlib import Path

from bot.clock import Clock, real_now
from bot.commands.migrate import apply_migrations, ensure_schema
from bot.commands.migrate_postgres import alone_on_postgres
from bot.commands.migrate_sqlite import create_sqlite
from bot.config import Settings
from bot.connectors.inbox import process_due
from bot.connectors.models import InboxBody
from bot.db import connection, in_dialect, open_database, unit_of_work

SHIPPED = sorted(file.stem for file in Path("bot/migrations").resolve().glob("0*.py"))
BEFORE = [name for name in SHIPPED if name < next(name for name in SHIPPED if name.endswith("_inbox_waits_for"))]
INSERT = """
INSERT INTO connector_inbox (platform, topic, digest, body, received_at, attempts, error, retry_at)
VALUES ('aftership', '', ?, ?, ?, ?, ?, ?)"""


async def test_what_waited_is_tried_and_what_was_given_up_waits_under_its_name(bare: Settings) -> None:
    await create_as_it_was(bare)
    async with open_database(bare):
        waits = "no parcel with the number 77 (yet)"
        for digest, attempts, error, retry_at in (("a", 0, None, None), ("b", 20, waits, real_now())):
            values = [digest, b"{}", real_now(), attempts, error, retry_at]
            await connection().execute_query(in_dialect(INSERT), values)

    assert await ensure_schema(bare) == tuple(name for name in SHIPPED if name not in BEFORE)

    async with open_database(bare):
        assert await process_due(bare, now=Clock().now()) == 1
        given_up = await InboxBody.get(digest="b")
        assert (given_up.retry_at, given_up.waits_for) == (None, "parcel with the number 77")


async def create_as_it_was(settings: Settings) -> None:
    """A database of the Bote before the change."""
    apply = partial(apply_migrations, settings, only=BEFORE)
    if settings.sqlite_file:
        await create_sqlite(settings, apply)
        return
    async with alone_on_postgres(settings):
        await unit_of_work(apply)()
