"""How many statements an answer with the order card sends to the database, bookkeeping of the conversation apart."""

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Iterator
from pathlib import Path

import structlog

from benchmarks.figures import Figure
from benchmarks.linked_shop import make_linked_shop
from benchmarks.load import Seat
from bot.clock import Clock
from bot.config import load_settings
from bot.conversations.storage import build_storage
from bot.customers.profile import load_profile
from bot.db import open_database
from handlers.dispatcher import build_dispatcher
from handlers.rehearsal import Rehearsal
from tests.support.queries import counted_queries

MOST_QUERIES = 3
ORDERS = 20


def figures() -> Iterator[Figure]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory(prefix="bote-bench-") as folder:
        file = Path(folder) / "shop.sqlite3"
        [seat] = make_linked_shop(file, 1, orders=ORDERS)
        typed, tapped = asyncio.run(_answers(file, seat))
    state = sum("conversation_state" in statement for statement in tapped)
    marks = sum("conversation_update" in statement for statement in tapped)
    card = len(tapped) - state - marks
    to_find = sum("conversation_" not in statement for statement in typed) - card
    note = f"typed {to_find} more to find the order; besides {state} for dialog state, {marks} to handle updates once"
    yield Figure("order card, database queries of a tap", card, "", bar=MOST_QUERIES, better="less", note=note)


async def _answers(file: Path, seat: Seat) -> tuple[list[str], list[str]]:
    """The statements of the card as it is asked for in words, and as its button is tapped."""
    settings, clock = load_settings(database_url=f"sqlite://{file}"), Clock()
    async with open_database(settings):
        profile = await load_profile(seat.user_id, language_code=None, first_name="Person", settings=settings)
        stage = Rehearsal(settings, clock, profile)
        stage.dispatcher = build_dispatcher(settings, clock, *build_storage(settings))
        await stage.says("/orders")
        typed = await _statements(stage.says(f"wo ist {seat.order}?"), stage, seat)
        await stage.says("/orders")
        return typed, await _statements(stage.taps(_first_button(stage)), stage, seat)


async def _statements(act: Awaitable[None], stage: Rehearsal, seat: Seat) -> list[str]:
    with counted_queries() as statements:
        await act
    assert seat.order in stage.reads(), "not the card"
    return statements


def _first_button(stage: Rehearsal) -> str:
    markup = stage.messages[-1].reply_markup
    assert markup, "no list"
    return markup.inline_keyboard[0][0].callback_data or ""
