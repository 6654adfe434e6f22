"""One person's updates one after the other, in the order they came; different people's at once."""

import asyncio
from collections.abc import AsyncGenerator, Hashable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiogram.fsm.storage.base import DEFAULT_DESTINY, BaseEventIsolation, KeyBuilder, StorageKey

if TYPE_CHECKING:
    from redis.asyncio import Redis

REDIS_LOCK_S = 60


class UserIsolation(BaseEventIsolation):
    """Locks of this process: first come, first served, and gone when nobody holds or awaits them."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, asyncio.Lock] = {}
        self._users: dict[Hashable, int] = {}

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        name = _whom(key)
        self._users[name] = self._users.get(name, 0) + 1
        try:
            async with self._locks.setdefault(name, asyncio.Lock()):
                yield
        finally:
            self._users[name] -= 1
            if not self._users[name]:
                del self._users[name], self._locks[name]

    async def close(self) -> None:
        """Nothing to give back."""


class SharedIsolation(UserIsolation):
    """The same over several processes: Redis excludes the others, which it does without keeping any order."""

    def __init__(self, redis: "Redis", keys: KeyBuilder) -> None:
        super().__init__()
        self._redis = redis
        self._keys = keys

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        name = self._keys.build(_in_private(key), "lock")
        async with super().lock(key), self._redis.lock(name, timeout=REDIS_LOCK_S, sleep=0.02):
            yield


def _whom(key: StorageKey) -> Hashable:
    """The person for an update, whichever chat it came from; else the dialog stack that aiogram-dialog locks."""
    return (key.bot_id, key.user_id) if key.destiny == DEFAULT_DESTINY else key


def _in_private(key: StorageKey) -> StorageKey:
    if key.destiny != DEFAULT_DESTINY:
        return key
    return StorageKey(bot_id=key.bot_id, chat_id=key.user_id, user_id=key.user_id)
