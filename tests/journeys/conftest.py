"""A town with its bot, and a shop with people in it, for journeys that need nothing special of them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from bot.clock import Clock
from bot.config import Settings
from bot.outbox import papers
from bot.outbox.paper_pdf import draw
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


@pytest.fixture(autouse=True)
def _drawn_beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are drawn in a thread: a process of its own, as the bot has one, takes seven times as long to begin.

    What is marked `drawn_apart` has the process.
    """
    if not request.node.get_closest_marker("drawn_apart"):
        monkeypatch.setattr(papers, "draw_paper", _draw)


async def _draw(paper: Mapping[str, Any]) -> bytes:
    return await asyncio.to_thread(draw, dict(paper))
