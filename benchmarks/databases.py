"""A PostgreSQL database of a benchmark's own."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import asyncpg

SERVER = os.environ.get("BOTE_TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")

_numbers = count(1)


@contextmanager
def postgres_database() -> Iterator[str | None]:
    """The address of a new database, gone afterwards; None where no PostgreSQL answers."""
    name = f"bote_bench_{os.getpid()}_{next(_numbers)}"
    try:
        asyncio.run(_run(f'CREATE DATABASE "{name}"'))
    except OSError:
        yield None
        return
    try:
        yield f"{SERVER.rpartition('/')[0]}/{name}"
    finally:
        asyncio.run(_run(f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _run(statement: str) -> None:
    server = await asyncpg.connect(SERVER)
    try:
        await server.execute(statement)
    finally:
        await server.close()
