"""Taking part in a contest: by one tap, once a person, until the deadline; and withdrawing again."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog

from bot.community.contest_models import ContestEntry, ContestPlace
from bot.config import Locale, Settings
from bot.db import unit_of_work
from bot.shop.rows import Row, change, fetch, locked, moment
from bot.staff.roles import find_role

TICKET_BYTES = 8
CONTEST = "SELECT status, deadline FROM community_contest WHERE id = ?"
ENTER = """
INSERT INTO community_contest_entry (contest_id, chat_id, ticket, locale, entered_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING RETURNING id"""
LEAVE = "DELETE FROM community_contest_entry WHERE contest_id = ? AND chat_id = ? RETURNING id"
ANSWER = """
UPDATE community_contest_place SET answer = ?, answered_at = ?
WHERE contest_id = ? AND replaced_at IS NULL AND (answer IS NULL OR answer = 'accepted' AND ? = 'declined')
  AND entry_id IN (SELECT id FROM community_contest_entry WHERE contest_id = ? AND chat_id = ?) RETURNING place"""

Entered = Literal["in", "already", "over", "staff", "gone"]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is in a contest: their ticket, and their place with what they said, once it came up."""

    ticket: str | None = None
    place: int | None = None
    answer: str | None = None
    replaced: bool = False


@unit_of_work
async def enter(contest_id: int, chat_id: int, *, locale: Locale, settings: Settings, now: datetime) -> Entered:
    """Take part, which agrees to the terms; who works here does not. It waits for a draw that is under way."""
    contest = await _contest(contest_id)
    if contest is None:
        return "gone"
    if not _is_open(contest, now):
        return "over"
    if await find_role(chat_id, settings=settings):
        return "staff"
    made = await change(ENTER, contest_id, chat_id, secrets.token_hex(TICKET_BYTES), locale, now)
    if made:
        log.info("contest entered", contest=contest_id, entry=made[0]["id"])
    return "in" if made else "already"


@unit_of_work
async def leave(contest_id: int, chat_id: int, *, now: datetime) -> bool:
    """Withdraw; False after the deadline, when the list is frozen, and for who does not take part."""
    contest = await _contest(contest_id)
    if contest is None or not _is_open(contest, now):
        return False
    return bool(await change(LEAVE, contest_id, chat_id))


@unit_of_work
async def answer_prize(
    contest_id: int, chat_id: int, answer: Literal["accepted", "declined"], *, now: datetime
) -> bool:
    """What a winner says; False for nobody's prize, and for what was said before (who declined has declined)."""
    return bool(await change(ANSWER, answer, now, contest_id, answer, contest_id, chat_id))


async def standing_of(contest_id: int, chat_id: int) -> Standing:
    """What this chat is in it."""
    entry = await ContestEntry.get_or_none(contest_id=contest_id, chat_id=chat_id)
    if entry is None:
        return Standing()
    place = await ContestPlace.get_or_none(entry_id=entry.id)
    if place is None:
        return Standing(entry.ticket)
    return Standing(entry.ticket, place.place, place.answer, place.replaced_at is not None)


async def count_entries(contest_id: int) -> int:
    """How many take part."""
    return await ContestEntry.filter(contest_id=contest_id, chat_id__isnull=False).count()


async def _contest(contest_id: int) -> Row | None:
    return next(iter(await fetch(f"{CONTEST}{locked()}", contest_id)), None)


def _is_open(contest: Row, now: datetime) -> bool:
    deadline = moment(contest["deadline"])
    return contest["status"] == "open" and deadline is not None and now < deadline
