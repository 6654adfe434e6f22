"""Forgetting one chat's place in its dialogs, in our database and in Redis; knows no conversation library."""

from bot.config import Settings
from bot.db import connection, in_dialect, unit_of_work

# As storage.KEYS builds them: prefix, bot, chat, account, destiny.
KEY = "bote:{bot}:{chat}:{chat}:{destiny}"
KEYS_OF_CHAT = "SELECT key FROM conversation_state WHERE key LIKE ?"
DROP = "DELETE FROM conversation_state WHERE key LIKE ?"


async def keys_of_chat(chat_id: int) -> list[str]:
    """Under which keys our database keeps the state of a private chat, of whichever bot."""
    rows = await connection().execute_query_dict(in_dialect(KEYS_OF_CHAT), [_pattern(chat_id, "%")])
    return [row["key"] for row in rows]


async def forget_conversation(chat_id: int, settings: Settings) -> None:
    """Drop the state of a private chat, wherever it is kept."""
    await _drop(chat_id)
    if settings.redis_url is None:
        return
    from redis.asyncio import Redis

    async with Redis.from_url(settings.redis_url.get_secret_value()) as redis:
        keys = [key async for key in redis.scan_iter(_pattern(chat_id, "*"), count=1_000)]
        if keys:
            await redis.delete(*keys)


@unit_of_work
async def _drop(chat_id: int) -> None:
    await connection().execute_query(in_dialect(DROP), [_pattern(chat_id, "%")])


def _pattern(chat_id: int, anything: str) -> str:
    return KEY.format(bot=anything, chat=chat_id, destiny=anything)
