"""Dialog state outlives a restart, one person's updates queue, a repeated update is known."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, StorageKey
from pydantic import SecretStr

from bot.clock import real_now
from bot.config import Settings
from bot.conversations.account import find_link_base, remember_account
from bot.conversations.forgetting import forget_conversation
from bot.conversations.isolation import UserIsolation
from bot.conversations.models import DialogState, HandledUpdate
from bot.conversations.storage import SqlStorage, build_storage, forget_old_state
from bot.conversations.updates import UPDATES_KEPT, forget_old_updates, mark_handled, was_handled
from bot.db import open_database

BOT = os.getpid()  # Redis is shared with the tests of other processes
ANNA = StorageKey(bot_id=BOT, chat_id=100, user_id=100)
ANNA_IN_GROUP = StorageKey(bot_id=BOT, chat_id=-5, user_id=100)
BEN = StorageKey(bot_id=BOT, chat_id=200, user_id=200)
STACK = StorageKey(bot_id=BOT, chat_id=100, user_id=100, destiny="aiogd:stack:")


class Form(StatesGroup):
    number = State()


@pytest.fixture(params=["our database", "redis"])
async def storage(
    request: pytest.FixtureRequest, database: Settings
) -> AsyncIterator[tuple[BaseStorage, BaseEventIsolation]]:
    """Both storages keep the same promises."""
    if request.param == "redis":
        url = request.getfixturevalue("redis_url")
        database = database.model_copy(update={"redis_url": SecretStr(url)})
    storage, isolation = build_storage(database)
    for key in (ANNA, ANNA_IN_GROUP, BEN, STACK):
        await storage.set_state(key)
        await storage.set_data(key, {})
    yield storage, isolation
    await storage.close()


Both = tuple[BaseStorage, BaseEventIsolation]


async def test_one_chat_is_forgotten_with_all_its_stacks_and_no_other(
    storage: Both, database: Settings, request: pytest.FixtureRequest
) -> None:
    memory, _ = storage
    for key in (ANNA, STACK, BEN, ANNA_IN_GROUP):
        await memory.set_state(key, Form.number)
        await memory.set_data(key, {"me": key.chat_id})
    url = None if isinstance(memory, SqlStorage) else SecretStr(request.getfixturevalue("redis_url"))

    await forget_conversation(100, database.model_copy(update={"redis_url": url}))

    left = [key.chat_id for key in (ANNA, STACK, BEN, ANNA_IN_GROUP) if await memory.get_data(key)]
    assert left == [200, -5]
    assert await memory.get_state(STACK) is None


async def test_state_and_data_come_back_as_they_went_in(storage: Both) -> None:
    memory, _ = storage
    data: dict[str, Any] = {"order": 7, "text": "Größe — ü", "list": [1, None, True]}
    await memory.set_state(ANNA, Form.number)
    await memory.set_data(ANNA, data)

    assert await memory.get_state(ANNA) == "Form:number"
    assert await memory.get_data(ANNA) == data


async def test_nothing_is_known_of_a_stranger(storage: Both) -> None:
    memory, _ = storage

    assert await memory.get_state(BEN) is None
    assert await memory.get_data(BEN) == {}


async def test_each_destiny_and_chat_has_its_own_place(storage: Both) -> None:
    memory, _ = storage
    for number, key in enumerate((ANNA, ANNA_IN_GROUP, STACK)):
        await memory.set_data(key, {"number": number})

    assert [(await memory.get_data(key))["number"] for key in (ANNA, ANNA_IN_GROUP, STACK)] == [0, 1, 2]


async def test_clearing_one_half_keeps_the_other(storage: Both) -> None:
    memory, _ = storage
    for key in (ANNA, BEN):
        await memory.set_state(key, "a")
        await memory.set_data(key, {"b": 1})
    await memory.set_state(ANNA, None)
    await memory.set_data(BEN, {})

    assert (await memory.get_state(ANNA), await memory.get_data(ANNA)) == (None, {"b": 1})
    assert (await memory.get_state(BEN), await memory.get_data(BEN)) == ("a", {})


async def test_a_value_that_json_cannot_hold_is_refused(storage: Both) -> None:
    memory, _ = storage

    with pytest.raises(TypeError):
        await memory.set_data(ANNA, {"total": Decimal(1)})


async def test_a_hundred_chats_write_at_once(storage: Both) -> None:
    memory, _ = storage
    keys = [StorageKey(bot_id=BOT, chat_id=number, user_id=number) for number in range(1_000, 1_100)]
    await asyncio.gather(*(memory.set_data(key, {"me": key.chat_id}) for key in keys for _ in range(3)))

    assert [(await memory.get_data(key))["me"] for key in keys] == [key.chat_id for key in keys]
    await asyncio.gather(*(memory.set_data(key, {}) for key in keys))


async def test_one_person_is_answered_in_turn_and_others_meanwhile(storage: Both) -> None:
    _, isolation = storage
    story: list[str] = []

    async def handle(key: StorageKey, name: str) -> None:
        async with isolation.lock(key):
            story.append(f"{name} begins")
            await asyncio.sleep(0.03)
            story.append(f"{name} ends")

    await asyncio.gather(
        handle(ANNA, "first"), handle(ANNA_IN_GROUP, "second"), handle(ANNA, "third"), handle(BEN, "other")
    )

    annas = [line for line in story if not line.startswith("other")]
    assert annas == [f"{turn} {step}" for turn in ("first", "second", "third") for step in ("begins", "ends")]
    assert story.index("other ends") < story.index("second ends")


async def test_a_dialog_stack_may_be_locked_inside_its_own_update(storage: Both) -> None:
    _, isolation = storage

    async with asyncio.timeout(2), isolation.lock(ANNA), isolation.lock(STACK):
        pass


async def test_no_lock_is_kept_when_nobody_needs_it() -> None:
    isolation = UserIsolation()

    async def handle(user: int) -> None:
        async with isolation.lock(StorageKey(bot_id=BOT, chat_id=user, user_id=user)):
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(handle(number % 50)) for number in range(500)]
    await asyncio.sleep(0)
    for task in tasks[::7]:
        task.cancel()
    await asyncio.wait(tasks)

    assert not isolation._locks
    assert not isolation._users


async def test_a_dialog_survives_a_restart(tables: None, settings: Settings) -> None:
    async with open_database(settings):
        await SqlStorage().set_data(STACK, {"intents": ["a"]})
    async with open_database(settings):
        assert await SqlStorage().get_data(STACK) == {"intents": ["a"]}


async def test_an_ended_dialog_leaves_no_row(database: Settings) -> None:
    await SqlStorage().set_data(STACK, {"intents": ["a"]})
    await SqlStorage().set_data(STACK, {})

    assert await DialogState.all().count() == 0


async def test_state_is_forgotten_after_a_month(database: Settings) -> None:
    await SqlStorage().set_data(ANNA, {"a": 1})
    await forget_old_state(real_now() + timedelta(days=29))
    assert await SqlStorage().get_data(ANNA)

    await forget_old_state(real_now() + timedelta(days=31))
    assert await SqlStorage().get_data(ANNA) == {}


async def test_an_update_is_marked_once(database: Settings) -> None:
    assert not await was_handled(1, 5)
    assert await mark_handled(1, 5)
    assert not await mark_handled(1, 5)
    assert await was_handled(1, 5)
    assert not await was_handled(2, 5)


async def test_twenty_deliveries_of_one_update_have_one_winner(database: Settings) -> None:
    won = await asyncio.gather(*(mark_handled(1, 5) for _ in range(20)))

    assert sum(won) == 1


async def test_marks_are_forgotten_when_no_redelivery_can_come(database: Settings) -> None:
    await mark_handled(1, 5)
    await forget_old_updates(real_now() + timedelta(days=1))
    assert await was_handled(1, 5)

    await forget_old_updates(real_now() + UPDATES_KEPT + timedelta(minutes=1))
    assert await HandledUpdate.all().count() == 0


async def test_the_bots_name_is_remembered_as_it_is_now(database: Settings) -> None:
    assert await find_link_base() is None
    await remember_account(7, "old_bot", link_base="a?start=")
    await remember_account(7, "new_bot", link_base="b?start=")
    assert await find_link_base() == "b?start="

    await remember_account(8, "other_bot", link_base="c?start=")
    assert await find_link_base() == "c?start="


@pytest.mark.alone
async def test_a_tap_costs_the_storage_under_five_milliseconds(database: Settings) -> None:
    """A tap reads three times and writes twice; five times the measured cost, so that only a blunder fails."""
    start = time.perf_counter()
    for _ in range(100):
        await SqlStorage().get_state(ANNA)
        await SqlStorage().get_data(STACK)
        await SqlStorage().get_data(BEN)
        await SqlStorage().set_data(BEN, {"state": "Order:card", "dialog_data": {"order": 7}})
        await SqlStorage().set_data(STACK, {"intents": ["abc"], "last_message_id": 5})

    assert (time.perf_counter() - start) / 100 < 0.005
