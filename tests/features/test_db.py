"""The database: whole units of work, one writer at a time, one bot a SQLite file."""

from datetime import UTC, datetime

from bot.conversations.models import HandledUpdate
from bot.db import unit_of_work


async def test_a_unit_of_work_is_stored(database: object) -> None:
    @unit_of_work
    async def store() -> None:
        await HandledUpdate.create(bot_id=1, update_id=2, handled_at=datetime.now(UTC))

    await store()

    assert await HandledUpdate.all().count() == 1


async def test_a_new_test_starts_with_an_empty_database(database: object) -> None:
    assert await HandledUpdate.all().count() == 0
