"""Opening the database for commands that read beside a running bot, and what time it is there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import typer
from pydantic import SecretStr
from tortoise import Tortoise
from tortoise.exceptions import OperationalError

from bot.clock import real_now
from bot.config import Settings
from bot.db import open_database
from bot.demo.place import find_ahead
from bot.errors import OperatorError

IN_MEMORY = SecretStr("sqlite://:memory:")


@asynccontextmanager
async def reading(settings: Settings, *, read_only: bool = True) -> AsyncIterator[None]:
    """The database for the block; one that is missing or has no tables is told in a line."""
    file = settings.sqlite_file
    if file and not file.exists():
        raise OperatorError(f"database: {file} does not exist yet; `python main.py import FILE` creates it")
    async with open_database(settings, read_only=read_only):
        try:
            yield
        except OperationalError as error:
            raise OperatorError(f"database: {error}; bring it up to date with `python main.py migrate`") from error


@asynccontextmanager
async def reading_or_empty(settings: Settings) -> AsyncIterator[None]:
    """The same; before there is a database it is that of a shop without anything, in memory, and a line says so."""
    file = settings.sqlite_file
    if file is None or file.exists():
        async with reading(settings):
            yield
        return
    typer.echo(f"there is no database yet ({file}): answered as a shop without orders and products", err=True)
    async with in_memory(settings):
        yield


@asynccontextmanager
async def in_memory(settings: Settings) -> AsyncIterator[None]:
    """An empty database that is gone with the block."""
    async with open_database(settings.model_copy(update={"database_url": IN_MEMORY})):
        await Tortoise.generate_schemas()
        yield


async def shop_time() -> datetime:
    """A demo's clock may be ahead of the real one."""
    return real_now() + await find_ahead()
