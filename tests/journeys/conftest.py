"""A town with its bot, and a shop with people in it, for journeys that need nothing special of them."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import Clock
from bot.config import Settings
from tests.support.chat import Town, open_town
from tests.support.staffed import Shop, open_shop


@pytest.fixture
async def town(database: Settings, clock: Clock) -> AsyncIterator[Town]:
    async with open_town(database, clock) as town:
        yield town


@pytest.fixture
async def shop(database: Settings, clock: Clock) -> AsyncIterator[Shop]:
    async with open_shop(database, clock) as shop:
        yield shop
