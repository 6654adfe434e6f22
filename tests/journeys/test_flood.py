"""Who hammers is asked for calm once and then not heard; everybody else is served as if nothing were."""

import asyncio
import time

from bot.clock import Clock
from bot.config import Settings
from bot.i18n import plain
from tests.support.builders import a_customer, an_order
from tests.support.chat import Person, Town, open_town
from tests.support.webchat import eventually


async def test_one_account_floods_while_another_is_served_in_under_a_second(database: Settings, clock: Clock) -> None:
    """With Telegram's limits on and our pacing on: the flooder's replies wait in the flooder's own chat."""
    erika = await a_customer()
    await an_order("1001", customer=erika)
    async with open_town(database, clock, flood_control=True, per_second=28, drain_s=0.1) as town:
        mallory, anna = await town.customer("de", name="Mallory"), await town.customer("de", owns=[erika])
        flood = asyncio.create_task(_flood(mallory, 200))
        await eventually(lambda: _has_written(mallory, 40))
        began = time.perf_counter()
        await anna.visitor.says("wo ist 1001")
        await anna.visitor.waits_for("Bestellung 1001")
        took = time.perf_counter() - began
        await flood
        assert took < 1.0


async def _flood(person: Person, count: int) -> None:
    for number in range(count):
        await person.visitor.says(f"spam {number}")


async def _has_written(person: Person, count: int) -> bool:
    return len([message for message in await person.visitor.reads() if not message["from"]["is_bot"]]) >= count


async def test_a_flood_gets_twenty_answers_one_notice_and_then_silence(town: Town) -> None:
    mallory = await town.customer("de", name="Mallory")
    await _flood(mallory, 60)
    await eventually(lambda: _answered(mallory, 21))
    await town.settle()
    await mallory.looks()
    notices = [message for message in mallory.seen if message["text"] == plain("de", "flood-notice")]
    assert len(mallory.seen) == 21
    assert mallory.seen[-1:] == notices


async def _answered(person: Person, count: int) -> bool:
    await person.looks()
    return len(person.seen) >= count


async def test_taps_of_a_flood_do_not_spin(town: Town) -> None:
    mallory = await town.customer("de", name="Mallory")
    await mallory.says("/help")
    message_id, data = mallory.data_of("Startseite")
    answers = await asyncio.gather(*(mallory.taps_data(message_id, data) for _ in range(35)))
    assert all(answer["answered"] for answer in answers)
    await mallory.looks()
    assert sum(message["text"] == plain("de", "flood-notice") for message in mallory.seen) == 1
