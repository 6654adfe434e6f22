"""Where each chat is in its dialogs: kept in our own database or in Redis, so that a restart loses nobody's place."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from bot.clock import real_now
from bot.config import Settings
from bot.conversations.isolation import SharedIsolation, UserIsolation
from bot.db import connection, in_dialect

# A button in a window nobody has touched for a month opens the menu instead.
DIALOG_STATE_KEPT = timedelta(days=30)
REDIS_CONNECTIONS = 50

KEYS = DefaultKeyBuilder(prefix="bote", with_bot_id=True, with_business_connection_id=True, with_destiny=True)

READ_STATE = "SELECT state FROM conversation_state WHERE key = ?"
READ_DATA = "SELECT data FROM conversation_state WHERE key = ?"
WRITE_STATE = """
INSERT INTO conversation_state (key, state, updated_at) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at"""
WRITE_DATA = """
INSERT INTO conversation_state (key, data, updated_at) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at"""
DROP_WITHOUT_STATE = "DELETE FROM conversation_state WHERE key = ? AND state IS NULL"
DROP_WITHOUT_DATA = "DELETE FROM conversation_state WHERE key = ? AND data IS NULL"
CLEAR_STATE = "UPDATE conversation_state SET state = NULL WHERE key = ?"
CLEAR_DATA = "UPDATE conversation_state SET data = NULL WHERE key = ?"
DROP_OLD = "DELETE FROM conversation_state WHERE updated_at < ?"


def build_storage(settings: Settings) -> tuple[BaseStorage, BaseEventIsolation]:
    """Storage and locks: in Redis when BOTE_REDIS_URL is set (several processes need that), else in our database."""
    return _redis(settings.redis_url.get_secret_value()) if settings.redis_url else (SqlStorage(), UserIsolation())


class SqlStorage(BaseStorage):
    """Dialog state in one row a chat and destiny, in plain SQL: through the ORM a tap costs three times as much."""

    async def get_state(self, key: StorageKey) -> str | None:
        state = await _read(READ_STATE, key)
        return None if state is None else str(state)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        if name is None:
            await _clear(DROP_WITHOUT_DATA, CLEAR_STATE, key)
        else:
            await _run(WRITE_STATE, KEYS.build(key), name, real_now())

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(await _read(READ_DATA, key) or "{}")
        return data

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        if data:
            text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
            await _run(WRITE_DATA, KEYS.build(key), text, real_now())
        else:
            await _clear(DROP_WITHOUT_STATE, CLEAR_DATA, key)

    async def close(self) -> None:
        """The connection is the database's, which main opened and closes."""


async def forget_old_state(now: datetime) -> None:
    """Drop what nobody has touched for DIALOG_STATE_KEPT (Redis expires its own); `now` is real time."""
    await _run(DROP_OLD, now - DIALOG_STATE_KEPT)


def _redis(url: str) -> tuple[BaseStorage, BaseEventIsolation]:
    from aiogram.fsm.storage.redis import RedisStorage
    from redis.asyncio import BlockingConnectionPool, Redis

    # The default pool does not wait for a free connection: of 1,000 calls at once it fails 400.
    pool = BlockingConnectionPool.from_url(url, max_connections=REDIS_CONNECTIONS, timeout=30)
    redis = Redis(connection_pool=pool)
    kept = DIALOG_STATE_KEPT
    return RedisStorage(redis, KEYS, state_ttl=kept, data_ttl=kept), SharedIsolation(redis, KEYS)


async def _read(statement: str, key: StorageKey) -> Any:
    _, rows = await connection().execute_query(in_dialect(statement), [KEYS.build(key)])
    return rows[0][0] if rows else None


async def _clear(drop: str, clear: str, key: StorageKey) -> None:
    """Drop the row, or only one half of it when the other half is in use."""
    name = KEYS.build(key)
    if not await _run(drop, name):
        await _run(clear, name)


async def _run(statement: str, *values: Any) -> int:
    changed, _ = await connection().execute_query(in_dialect(statement), list(values))
    return changed
