"""The bot speaks up in a group once a person in some hours, whoever asks at once; nothing is kept for longer."""

import asyncio
from datetime import timedelta

from bot.community.member_models import GroupAnswer
from bot.community.restraint import PAUSE, forget_spoken, may_speak_up
from bot.config import Settings
from tests.support.postman import NOON

ANNA, BEN = 501, 502
SECOND = timedelta(seconds=1)


async def test_once_a_person_until_the_pause_is_over(database: Settings) -> None:
    assert await may_speak_up(ANNA, now=NOON)
    assert await may_speak_up(BEN, now=NOON)
    assert not await may_speak_up(ANNA, now=NOON + PAUSE - SECOND)
    assert await may_speak_up(ANNA, now=NOON + PAUSE)


async def test_of_ten_at_once_one_is_answered(database: Settings) -> None:
    spoken = await asyncio.gather(*(may_speak_up(ANNA, now=NOON) for _ in range(10)))
    assert sorted(spoken) == [False] * 9 + [True]


async def test_what_keeps_nobody_quiet_any_more_is_forgotten(database: Settings) -> None:
    await may_speak_up(ANNA, now=NOON)
    await forget_spoken(NOON + PAUSE - SECOND)
    assert await GroupAnswer.exists()
    await forget_spoken(NOON + PAUSE)
    assert not await GroupAnswer.exists()
