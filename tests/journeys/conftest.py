"""A town with its bot, for journeys that need nothing special of it."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import Clock
from bot.config import Settings
from tests.support.chat import Town, open_town


@pytest.fixture
async def town(database: Settings, clock: Clock) -> AsyncIterator[Town]:
    async with open_town(database, clock) as town:
        yield town
