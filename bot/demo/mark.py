"""The mark that tells a demo database from a shop's: set before the first order, looked for before anything is lost."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tortoise import Tortoise
from tortoise.exceptions import OperationalError

from bot.config import Settings
from bot.db import APP, connection, is_sqlite, open_database, unit_of_work
from bot.demo.models import DemoWorld
from bot.demo.place import THE_ONE
from bot.errors import OperatorError
from bot.shop.models import Customer, Order, Product

ADVICE = "BOTE_DATABASE_URL=sqlite://./bote-demo.sqlite3 python main.py demo"


async def is_demo() -> bool:
    """Whether the open database is a demo's; a bot with a real token must refuse it."""
    return await DemoWorld.exists()


async def is_another_story() -> bool:
    """Whether the open database is a demo's that was opened with other data files, or not to the end."""
    from bot.demo.content import fingerprint  # what every `run` imports asks for the mark alone

    world = await DemoWorld.get_or_none(id=THE_ONE)
    return world is not None and (world.seeded_at is None or world.story != fingerprint())


async def make_room(*, fresh: bool, tell: Callable[[str], None]) -> None:
    """Empty the open demo where that is wished, or where its story is another one, which is told."""
    is_another = await is_another_story()
    if is_another and not fresh:
        tell("demo: the shop of the demo is another one than when it was opened last, so it begins anew")
    if fresh or is_another:
        await start_over()


async def refuse_real_shop(settings: Settings) -> None:
    """Before anything is migrated or written: a database that holds a shop's data is not for the demo.

    The database must not be open yet.
    """
    if settings.sqlite_file and not settings.sqlite_file.exists():
        return
    async with open_database(settings, read_only=True):
        if not await _exists(DemoWorld) and any([await _exists(model) for model in (Order, Product, Customer)]):
            place = settings.sqlite_file or "the configured database"
            raise OperatorError(f"demo: {place} holds the data of a shop; give the demo its own, for example {ADVICE}")


@unit_of_work
async def mark(now: datetime, *, pages: str) -> DemoWorld:
    """The mark of the open database, set now where there is none; the story is told in whole minutes."""
    told = {"opened_at": now.replace(second=0, microsecond=0), "pages": pages}
    return (await DemoWorld.get_or_create(told, id=THE_ONE))[0]


@unit_of_work
async def start_over() -> None:
    """Empty every table of the open database, which must be a demo's or hold nothing."""
    if not await is_demo():
        return
    tables = [f'"{model._meta.db_table}"' for model in (Tortoise.apps or {})[APP].values()]  # noqa: SLF001  # Tortoise's documented table name
    if not is_sqlite():
        await connection().execute_query(f"TRUNCATE {', '.join(tables)} CASCADE")
        return
    await connection().execute_query("PRAGMA defer_foreign_keys = ON")
    for table in tables:
        await connection().execute_query(f"DELETE FROM {table}")  # noqa: S608  # names of our own tables


async def _exists(model: Any) -> bool:
    try:
        return bool(await model.exists())
    except OperationalError:
        # The table is not there yet: the database is new, or from before the demo.
        return False
