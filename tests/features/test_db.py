"""The database: whole units of work, one writer at a time without failing, one bot a SQLite file."""

import asyncio
import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from tortoise.exceptions import OperationalError

from bot.config import Settings
from bot.conversations.models import HandledUpdate
from bot.db import (
    connection,
    database_answers,
    in_dialect,
    is_sqlite,
    lock_database,
    open_database,
    tortoise_config,
    unit_of_work,
)
from bot.errors import OperatorError

NOW = datetime(2026, 3, 1, tzinfo=UTC)
READ_THEN_WRITE = """
import asyncio, sys
from datetime import UTC, datetime
from bot.config import load_settings
from bot.conversations.models import HandledUpdate
from bot.db import open_database, unit_of_work

@unit_of_work
async def count_up(bot_id):
    update_id = await HandledUpdate.all().count()
    await HandledUpdate.create(bot_id=bot_id, update_id=update_id, handled_at=datetime.now(UTC))

async def main():
    async with open_database(load_settings(_env_file=None)):
        for _ in range(100):
            await count_up(int(sys.argv[1]))

asyncio.run(main())
"""


@unit_of_work
async def store(update_id: int, *, then_fail: bool = False) -> None:
    await HandledUpdate.create(bot_id=1, update_id=update_id, handled_at=NOW)
    if then_fail:
        raise RuntimeError("changed my mind")


@unit_of_work
async def store_pair(number: int) -> None:
    """Two rows or none; the pause in between is where a cancel would tear."""
    await store(2 * number)
    await asyncio.sleep(0)
    await store(2 * number + 1)


async def stored() -> list[int]:
    return [row.update_id for row in await HandledUpdate.all().order_by("update_id")]


async def test_a_unit_of_work_is_stored(database: Settings) -> None:
    await store(1)

    assert await stored() == [1]


async def test_a_unit_that_fails_leaves_nothing(database: Settings) -> None:
    with pytest.raises(RuntimeError, match="changed my mind"):
        await store(1, then_fail=True)

    assert await stored() == []


async def test_a_verb_inside_another_joins_its_transaction(database: Settings) -> None:
    @unit_of_work
    async def outer() -> None:
        await store(1)
        await store(2)
        raise RuntimeError("both or none")

    with pytest.raises(RuntimeError):
        await outer()

    assert await stored() == []


async def test_cancelling_tears_no_unit_and_locks_no_database(database: Settings) -> None:
    chance = random.Random(7)
    for number in range(120):
        task = asyncio.create_task(store_pair(number))
        await asyncio.sleep(chance.random() * 0.004)
        task.cancel()
        await asyncio.wait([task])
    async with asyncio.timeout(5):
        await store_pair(500)

    rows = await stored()
    assert 1_001 in rows
    assert all((row ^ 1) in rows for row in rows)


async def test_closing_waits_for_units_whose_caller_is_gone(settings: Settings, tables: None) -> None:
    async with open_database(settings):
        task = asyncio.create_task(store_pair(1))
        await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.wait([task])
    async with open_database(settings):
        assert await stored() in ([2, 3], [])


async def test_concurrent_units_are_all_stored(database: Settings) -> None:
    await asyncio.gather(*(store_pair(number) for number in range(50)))

    assert await stored() == list(range(100))


async def test_raw_statements_speak_the_dialect(database: Settings) -> None:
    await store(5)
    statement = in_dialect("SELECT update_id FROM conversation_update WHERE bot_id = ? AND update_id > ?")

    assert ("$2" in statement) is not is_sqlite()
    [row] = await connection().execute_query_dict(statement, [1, 4])
    assert row["update_id"] == 5


async def test_a_database_that_answers(database: Settings) -> None:
    assert await database_answers()


async def test_a_broken_opening_can_be_repeated(settings: Settings, tables: None) -> None:
    nowhere = settings.model_copy(update={"database_url": SecretStr("postgres://nobody@127.0.0.1:1/nothing")})
    for _ in range(2):
        with pytest.raises(OperatorError, match="cannot connect"):
            async with open_database(nowhere):
                pass
    async with open_database(settings):
        assert await stored() == []


@pytest.mark.sqlite
async def test_a_read_only_opening_makes_no_file(settings: Settings) -> None:
    with pytest.raises(OperatorError, match=r"create it with `python main.py migrate`"):
        async with open_database(settings, read_only=True):
            pass

    assert settings.sqlite_file
    assert not settings.sqlite_file.exists()


@pytest.mark.sqlite
async def test_a_read_only_opening_cannot_write(settings: Settings, tables: None) -> None:
    async with open_database(settings, read_only=True):
        assert await stored() == []
        with pytest.raises(OperationalError):
            await store(1)
        assert await stored() == []


@pytest.mark.sqlite
async def test_the_settings_of_a_sqlite_connection(database: Settings) -> None:
    pragmas = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": 30_000}
    found = {name: (await connection().execute_query(f"PRAGMA {name}"))[1][0][0] for name in pragmas}

    assert found == pragmas


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "url", ["sqlite://./a/b.sqlite3", "sqlite:///a/b.sqlite3", "sqlite://b.sqlite3?synchronous=FULL"]
)
def test_we_and_tortoise_mean_the_same_file(settings: Settings, url: str) -> None:
    settings = settings.model_copy(update={"database_url": SecretStr(url)})
    credentials = tortoise_config(settings)["connections"]["default"]["credentials"]

    assert settings.sqlite_file == Path(credentials["file_path"])
    assert credentials["synchronous"] == ("FULL" if "FULL" in url else "NORMAL")


@pytest.mark.sqlite
async def test_two_processes_read_and_write_one_file_without_failing(
    settings: Settings, tables: None, environment: dict[str, str]
) -> None:
    writers = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", READ_THEN_WRITE, bot_id, env=environment)
        for bot_id in ("1", "2")
    ]

    assert [await writer.wait() for writer in writers] == [0, 0]
    async with open_database(settings):
        assert await stored() == list(range(200))


@pytest.mark.sqlite
async def test_a_file_locked_too_long_is_an_error_and_not_the_end(settings: Settings, tables: None) -> None:
    url = f"{settings.database_url.get_secret_value()}?busy_timeout=50"
    async with open_database(settings.model_copy(update={"database_url": SecretStr(url)})):
        with _writing(settings), pytest.raises(OperationalError, match="locked"):
            await store(1)
        async with asyncio.timeout(5):
            await store(2)

        assert await stored() == [2]


@contextmanager
def _writing(settings: Settings) -> Iterator[None]:
    with closing(sqlite3.connect(str(settings.sqlite_file), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.sqlite
async def test_a_second_bot_is_kept_off_one_file(settings: Settings) -> None:
    lock = lock_database(settings)
    assert lock
    with pytest.raises(OperatorError, match="in use by another `run` or `demo`"):
        lock_database(settings)

    lock.release()
    again = lock_database(settings)
    assert again
    again.release()


@pytest.mark.sqlite
async def test_the_lock_of_a_killed_bot_is_free(settings: Settings, environment: dict[str, str]) -> None:
    hold = (
        "import time\nfrom bot.config import load_settings\nfrom bot.db import lock_database\n"
        "lock = lock_database(load_settings(_env_file=None))\nprint('held', flush=True)\ntime.sleep(60)"
    )
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", hold, env=environment, stdout=asyncio.subprocess.PIPE
    )
    assert bot.stdout
    await bot.stdout.readline()
    with pytest.raises(OperatorError):
        lock_database(settings)
    bot.kill()
    await bot.wait()

    lock = lock_database(settings)
    assert lock
    lock.release()


@pytest.mark.postgres
def test_several_bots_may_share_postgres(settings: Settings) -> None:
    assert lock_database(settings) is None
