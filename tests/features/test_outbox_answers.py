"""An answer of the staff overtakes whatever else waits, in the middle of a campaign, too."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.config import Settings
from bot.outbox.drain import Terms, drain
from bot.outbox.flight import MOST_IN_FLIGHT
from bot.outbox.models import Push
from bot.outbox.queue import NewPush, enqueue_all
from tests.support.postman import NOON, Call, Postman, a_chat, push

CAMPAIGN = 1_000
# So long a message is on its way here; even with 64 in flight the campaign takes a while.
TRAVEL_S = 0.2


async def test_an_answer_goes_next_though_a_thousand_offers_came_first(database: Settings) -> None:
    postman, stop, clock = await a_campaign(), asyncio.Event(), Passing()
    sending = asyncio.create_task(send_until(stop, database, postman, clock))
    await postman.has_called(2 * MOST_IN_FLIGHT)
    # A moment later than sending began, as anything is that somebody writes while it goes on.
    answer = await push(7, "Guten Tag", purpose="answer", now=clock.now())
    before = len(postman.calls)
    await until_settled(answer)
    stop.set()
    await sending

    assert postman.texts.index("Guten Tag") <= before + 2 * MOST_IN_FLIGHT, "only what is on its way goes first"


class Passing:
    """A clock that shows another millisecond whenever somebody looks."""

    def __init__(self) -> None:
        self._looks = 0

    def now(self) -> datetime:
        self._looks += 1
        return NOON + timedelta(milliseconds=self._looks)


async def send_until(stop: asyncio.Event, database: Settings, postman: Postman, clock: Passing) -> None:
    while not stop.is_set():
        await drain(clock.now, postman, Terms(database, owner="postman", consents=everybody_consents), stop=stop)


async def a_campaign() -> Postman:
    offers = [NewPush(chat, "sendMessage", {"text": "offer"}, "offer") for chat in range(1_001, 1_001 + CAMPAIGN)]
    await enqueue_all(offers, now=NOON)
    await a_chat(7)

    def travel(_: Call) -> float:
        return TRAVEL_S

    return Postman(travel=travel)


async def everybody_consents(chat_ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    return dict.fromkeys(chat_ids, frozenset({"promo"}))


async def until_settled(push_id: int) -> None:
    async with asyncio.timeout(60):
        while await Push.filter(id=push_id, status="waiting").exists():  # noqa: ASYNC110  # another task sends
            await asyncio.sleep(0.001)
