"""The timetable forgets what is over, and ends a bot whose database is silent."""

from datetime import datetime, timedelta

from bot.clock import Clock, real_now
from bot.config import Settings
from bot.conversations.models import DialogState, HandledUpdate
from bot.db import close_database, connection
from bot.jobs import forget, ticking
from bot.outbox.models import Push
from bot.watchdog import Watchdog
from tests.support.postman import Postman, drained, push


async def test_what_is_over_is_forgotten_and_the_rest_kept(database: Settings, clock: Clock) -> None:
    for days, key in ((1, "young"), (40, "old")):
        await DialogState.create(key=key, data="{}", updated_at=real_now() - timedelta(days=days))
        await HandledUpdate.create(bot_id=1, update_id=days, handled_at=real_now() - timedelta(days=days))
        await drained(database, Postman(), now=await pushed(real_now() - timedelta(days=days)))

    await forget(clock)

    assert [row.key for row in await DialogState.all()] == ["young"]
    assert [row.update_id for row in await HandledUpdate.all()] == [1]
    assert [row.has_text for row in await Push.all().order_by("settled_at")] == [False, True]


async def pushed(now: datetime) -> datetime:
    await push(1, "news", now=now)
    return now


async def test_the_watchdog_lets_an_answering_database_be(database: Settings) -> None:
    ended: list[bool] = []
    watchdog = Watchdog(lambda: ended.append(True))
    for _ in range(5):
        await watchdog.look()

    assert ended == []


async def test_the_watchdog_bites_at_the_second_silence(database: Settings) -> None:
    ended: list[bool] = []
    watchdog = Watchdog(lambda: ended.append(True))
    await connection().close()
    await connection().execute_query("SELECT 1")
    await watchdog.look()
    await close_database()
    await watchdog.look()
    assert ended == []
    await watchdog.look()

    assert ended == [True]


async def test_the_ticks_start_and_stop(database: Settings, clock: Clock) -> None:
    async with ticking(database, clock, on_stuck=lambda: None):
        pass
