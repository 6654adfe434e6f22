"""What has landed is written down together: each as it ended, soon, and never lost because another cannot be."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.customers.models import Chat
from bot.db import connection, open_database, unit_of_work
from bot.outbox.drain import Terms, drain
from bot.outbox.errors import Broken, Delivered, Gone, Later, Moved, Outcome, Refused, Unknown, Unreachable
from bot.outbox.flight import IN_FLIGHT, MOST_IN_FLIGHT, places_at
from bot.outbox.models import MovedChat, Push
from bot.outbox.receipts import Receipt
from bot.outbox.waiting import commit_firmly, find_by_index
from tests.support.postman import NOON, Call, Postman, a_chat, drained, push, row, statuses

AT_THE_SAME_TIME = 0.005
SLOW_S = 0.4
PATIENCE_S = 60


@pytest.fixture
def postman() -> Postman:
    return Postman()


async def test_a_batch_of_every_outcome_settles_each_in_its_own_way(database: Settings, postman: Postman) -> None:
    outcomes: dict[int, Outcome] = {
        1: Delivered(101),
        2: Later(30),
        3: Unreachable("blocked"),
        -4: Moved(-1004),
        5: Broken("server_error"),
        6: Unknown("timed_out"),
        7: Refused("Bad Request: can't parse entities"),
        8: Gone(),
        9: Delivered(109),
    }
    await a_chat(3)
    for chat, outcome in outcomes.items():
        await push(chat, f"to {chat}")
        postman.says(chat, outcome)
    postman.travel = lambda _: AT_THE_SAME_TIME

    tally = await drained(database, postman)

    assert await statuses() == {
        "to 1": "sent",
        "to 2": "waiting: flood",
        "to 3": "failed: blocked",
        "to -4": "waiting: moved",
        "to 5": "waiting: server_error",
        "to 6": "waiting: timed_out",
        "to 7": "failed: refused",
        "to 8": "failed: message_gone",
        "to 9": "sent",
    }
    assert (tally.sent, tally.failed, tally.again, tally.floods, tally.doubtful) == (2, 3, 4, 1, 1)
    assert dict(await Push.filter(status="sent").values_list("chat_id", "message_id")) == {1: 101, 9: 109}
    assert dict(await Push.filter(status="waiting").values_list("chat_id", "attempts")) == {2: 0, -1004: 0, 5: 1, 6: 1}
    assert (await Chat.get(id=3)).unreachable_because == "blocked"
    assert await MovedChat.filter(id=-4, moved_to=-1004).exists()
    assert await Push.filter(leased_until__not_isnull=True).count() == 0


async def test_one_that_cannot_be_written_down_does_not_bring_the_others_back(
    database: Settings, postman: Postman
) -> None:
    for chat in range(1, IN_FLIGHT + 1):
        await push(chat, f"to {chat}")
    postman.says(5, Delivered(2**80))  # no column has room for such a number
    postman.travel = lambda _: AT_THE_SAME_TIME

    with pytest.raises(Exception, match=r"(?i)int"):
        await drained(database, postman)

    unsettled = await Push.filter(status="waiting")
    assert [each.chat_id for each in unsettled] == [5]
    assert unsettled[0].leased_until is not None, "found again by its lease, as doubtful"
    assert await Push.filter(status="sent").count() == IN_FLIGHT - 1


async def test_when_writing_down_fails_what_is_still_on_its_way_is_waited_for(
    database: Settings, postman: Postman
) -> None:
    await push(1, "odd")
    await push(2, "slow")
    postman.says(1, Delivered(2**80))
    postman.travel = lambda call: SLOW_S if call.text == "slow" else 0.0

    with pytest.raises(Exception, match=r"(?i)int"):
        await drained(database, postman)

    assert await statuses() == {"odd": "waiting", "slow": "sent"}


async def test_whoever_has_landed_does_not_wait_for_the_slow(database: Settings, postman: Postman) -> None:
    for chat in range(2, 8):
        await push(chat, "slow")
    quick = await push(1, "quick", receipt=Receipt(-100, 5, "en"))
    held = asyncio.Event()

    async def hold(call: Call) -> None:
        if call.text == "slow":
            await held.wait()

    postman.on_the_way = hold
    tick = asyncio.create_task(drained(database, postman))
    async with asyncio.timeout(PATIENCE_S):
        await postman.has_called(8)  # the mark on the staff's message is queued when the quick one is written down
    assert ((await row(quick)).status, postman.calls[-1].chat_id) == ("sent", -100)
    held.set()
    await tick


async def test_what_comes_up_while_the_slow_are_on_their_way_goes_at_once(database: Settings, postman: Postman) -> None:
    await push(1, "slow")
    held = asyncio.Event()

    async def hold(call: Call) -> None:
        if call.text == "slow":
            await held.wait()

    postman.on_the_way = hold
    tick = asyncio.create_task(drained(database, postman))
    await postman.has_called(1)
    await push(2, "just now")
    async with asyncio.timeout(PATIENCE_S):
        await postman.has_called(2)
    held.set()
    await tick

    assert postman.texts == ["slow", "just now"]


async def test_news_of_this_moment_do_not_wait_for_the_end_of_a_campaign(database: Settings, postman: Postman) -> None:
    shops_time = [NOON]
    for chat in range(100, 200):
        await push(chat, "small", purpose="requested")

    async def a_moment_later(_: Call) -> None:
        if len(postman.calls) == IN_FLIGHT:
            shops_time[0] = NOON + timedelta(seconds=1)
            await push(1, "service", now=shops_time[0])

    postman.on_the_way = a_moment_later
    postman.travel = lambda _: AT_THE_SAME_TIME
    await drain(lambda: shops_time[0], postman, Terms(database))

    assert "service" in postman.texts[: 4 * IN_FLIGHT]
    assert len(postman.calls) == 101


@pytest.mark.parametrize(
    ("rate", "places"), [(25, IN_FLIGHT), (30, IN_FLIGHT), (31, MOST_IN_FLIGHT), (0, MOST_IN_FLIGHT)]
)
async def test_many_are_in_flight_only_where_the_rate_asks_for_it(
    database: Settings, postman: Postman, rate: float, places: int
) -> None:
    assert places_at(rate) == places
    for chat in range(100):
        await push(chat)
    postman.travel = lambda _: 0.02

    tally = await drained(database.model_copy(update={"send_rate": rate}), postman)

    assert (tally.sent, postman.most_at_once) == (100, places)


@pytest.mark.postgres
async def test_what_must_not_come_twice_waits_for_the_disk_and_the_rest_does_not(
    tables: None, settings: Settings
) -> None:
    @unit_of_work
    async def how(*, firmly: bool) -> str:
        await find_by_index(lightly=True)
        if firmly:
            await commit_firmly()
        [setting] = await connection().execute_query_dict("SHOW synchronous_commit")
        return str(setting["synchronous_commit"])

    await set_for_new_connections(settings, "local")
    try:
        async with open_database(settings):
            assert (await how(firmly=False), await how(firmly=True)) == ("off", "local")
    finally:
        await set_for_new_connections(settings, "off")  # as tests/conftest.py has it


async def set_for_new_connections(settings: Settings, synchronous_commit: str) -> None:
    async with open_database(settings):
        [database] = await connection().execute_query_dict("SELECT current_database() AS name")
        statement = f'ALTER DATABASE "{database["name"]}" SET synchronous_commit = {synchronous_commit}'
        await connection().execute_query(statement)
