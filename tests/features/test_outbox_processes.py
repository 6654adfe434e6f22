"""Who empties the outbox: one process at a time, taken over when it dies, stopped without losing an answer."""

import asyncio
from datetime import timedelta

import pytest

from bot.config import Settings
from bot.outbox.claims import claim, hold_drain, release_drain
from bot.outbox.drain import IN_TROUBLE_AFTER
from bot.outbox.errors import Later, Refused
from bot.outbox.flight import IN_FLIGHT
from bot.outbox.models import Drain, Push
from bot.outbox.queue import cancel_waiting
from bot.outbox.tally import Tally
from tests.support.postman import NOON, Call, Postman, drained, let_time_pass, push, statuses


@pytest.fixture
def postman() -> Postman:
    return Postman()


async def test_only_one_process_drains_and_another_takes_over_when_it_dies(
    database: Settings, postman: Postman
) -> None:
    await push(1, "one")
    assert await hold_drain(42, "the other", lease=timedelta(seconds=30), done=Tally())

    assert (await drained(database, postman)).sent == 0
    await let_time_pass()
    assert (await drained(database, postman)).sent == 1


async def test_a_process_that_stops_lets_another_drain_at_once(database: Settings, postman: Postman) -> None:
    await push(1, "one")
    await hold_drain(42, "the other", lease=timedelta(hours=1), done=Tally())
    await release_drain(42, "the other")

    assert (await drained(database, postman)).sent == 1


async def test_another_bot_drains_on_its_own(database: Settings) -> None:
    await hold_drain(42, "the other", lease=timedelta(hours=1), done=Tally())
    await push(1, "one")

    assert (await drained(database, Postman(bot_id=43))).sent == 1


async def test_a_row_somebody_has_leased_is_nobody_elses_until_the_lease_ends(
    database: Settings, postman: Postman
) -> None:
    push_id = await push(1, "one", purpose="milestone")
    [claimed] = await claim(NOON, 16, lease=timedelta(seconds=30))
    assert (claimed.id, claimed.doubtful) == (push_id, 0)
    assert await claim(NOON, 16, lease=timedelta(seconds=30)) == []
    assert await cancel_waiting(chat_id=1, now=NOON) == 0

    await let_time_pass()
    [again] = await claim(NOON, 16, lease=timedelta(seconds=30))
    assert (again.id, again.attempts, again.doubtful) == (push_id, 2, 1)


async def test_two_drains_at_once_send_nothing_twice(database: Settings) -> None:
    for chat in range(200):
        await push(chat, f"{chat}")
    postmen = [Postman(bot_id=bot) for bot in (42, 42, 43)]
    for postman in postmen:
        postman.travel = lambda _: 0.002

    rounds = [drained(database, each, ticks=4, owner=f"process {n}") for n, each in enumerate(postmen)]
    await asyncio.gather(*rounds)

    assert sorted(int(text) for postman in postmen for text in postman.texts) == list(range(200))


async def test_a_sender_that_raises_costs_one_message_its_turn(database: Settings, postman: Postman) -> None:
    await push(1, "poison")
    await push(2, "fine")

    def travel(call: Call) -> float:
        if call.chat_id == 1:
            raise TypeError("cannot be sent")
        return 0.0

    postman.travel = travel
    await drained(database, postman)

    assert await statuses() == {"poison": "waiting: bad_answer", "fine": "sent"}


async def test_when_nothing_gets_through_the_rest_is_left_for_later(database: Settings, postman: Postman) -> None:
    for chat in range(60):
        await push(chat)
        postman.says(chat, Later(5, "no_connection"))

    tally = await drained(database, postman)

    assert tally.troubled
    assert IN_TROUBLE_AFTER <= len(postman.calls) <= IN_TROUBLE_AFTER + 2 * IN_FLIGHT
    assert {attempts for (attempts,) in await Push.all().values_list("attempts")} == {0}


async def test_a_stop_lets_what_is_in_flight_land_and_takes_no_more(database: Settings, postman: Postman) -> None:
    from bot.outbox.drain import Terms, drain

    for chat in range(60):
        await push(chat)
    stop = asyncio.Event()

    def travel(_: Call) -> float:
        stop.set()
        return 0.01

    postman.travel = travel
    tally = await drain(lambda: NOON, postman, Terms(database), stop=stop)

    assert tally.sent == len(postman.calls) == IN_FLIGHT
    assert await Push.filter(leased_until__not_isnull=True).count() == 0


async def test_cut_short_it_writes_down_what_has_an_answer(database: Settings, postman: Postman) -> None:
    from bot.outbox.drain import Terms, drain

    await push(1, "quick")
    await push(2, "slow")
    postman.travel = lambda call: 0.0 if call.chat_id == 1 else 30.0
    tick = asyncio.create_task(drain(lambda: NOON, postman, Terms(database)))
    await postman.has_called(2)
    await asyncio.sleep(0.2)
    tick.cancel()
    with pytest.raises(asyncio.CancelledError):
        await tick

    assert await statuses() == {"quick": "sent", "slow": "waiting"}
    assert (await Push.get(chat_id=2)).leased_until is not None


async def test_the_lease_of_a_slow_call_is_kept_alive(database: Settings, postman: Postman) -> None:
    await push(1, "slow")
    postman.travel = lambda _: 1.0
    lease = timedelta(seconds=0.3)

    async def steal() -> int:
        await asyncio.sleep(0.7)
        return len(await claim(NOON, 16, lease=lease))

    tally, stolen = await asyncio.gather(drained(database, postman, lease=lease), steal())

    assert (tally.sent, stolen, len(postman.calls)) == (1, 0, 1)


async def test_what_drains_do_is_counted_for_good(database: Settings, postman: Postman) -> None:
    for chat in range(5):
        await push(chat)
    postman.says(0, Later(0)).says(1, Refused("no"))
    await drained(database, postman)

    counted = await Drain.get(id=42)
    assert (counted.sent, counted.failed, counted.floods) == (3, 1, 1)
