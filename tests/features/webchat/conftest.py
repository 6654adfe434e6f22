"""What the tests of the web chat share: a server with one bot, and a client of either library for it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.webchat import WebChat, open_aiogram, open_ptb, open_webchat


@pytest.fixture
async def chat() -> AsyncIterator[WebChat]:
    async with open_webchat() as opened:
        yield opened


@pytest.fixture
async def bot(chat: WebChat) -> AsyncIterator[Any]:
    async with open_aiogram(chat) as opened:
        yield opened


@pytest.fixture
async def ptb(chat: WebChat) -> AsyncIterator[Any]:
    async with open_ptb(chat) as opened:
        yield opened
