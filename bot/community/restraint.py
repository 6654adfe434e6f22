"""How often the bot speaks up in a group without being spoken to: once a person in some hours."""

from datetime import datetime, timedelta

from bot.db import unit_of_work
from bot.shop.rows import change

PAUSE = timedelta(hours=6)
SPOKEN = """
INSERT INTO community_group_answer (id, answered_at) VALUES (?, ?)
ON CONFLICT (id) DO UPDATE SET answered_at = excluded.answered_at
WHERE community_group_answer.answered_at <= ? RETURNING id"""
FORGOTTEN = "DELETE FROM community_group_answer WHERE answered_at <= ?"


@unit_of_work
async def may_speak_up(chat_id: int, *, now: datetime) -> bool:
    """Whether this person was left alone for long enough; True counts as spoken."""
    return bool(await change(SPOKEN, chat_id, now, now - PAUSE))


@unit_of_work
async def forget_spoken(now: datetime) -> None:
    """Nobody needs to know it any longer than it keeps the bot quiet."""
    await change(FORGOTTEN, now - PAUSE)
