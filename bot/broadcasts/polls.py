"""Polls as the staff write them: a draft, posted now or at a time, and then as it is until it is closed (BRC-13).

What Telegram allows in channels: polls there are anonymous, so that nobody learns who has chosen what, neither do we.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.broadcasts.poll_models import ChannelPoll
from bot.db import document, unit_of_work
from bot.errors import CustomerError
from bot.shop.rows import fetch, locked
from bot.staff.audit import record

MOST_QUESTION, MOST_OPTIONS, MOST_OPTION, MOST_COUNTRIES = 300, 12, 100, 12
COUNTRY = re.compile("[A-Z]{2}")
LOCK = "SELECT id FROM broadcast_poll WHERE id = ?"


class PollGoneError(CustomerError):
    """There is none with this id."""

    key = "poll-gone-alert"


class PollFixedError(CustomerError):
    """It is posted, planned or over, and says what it says."""

    key = "poll-fixed-alert"


class PollUnreadyError(CustomerError):
    """Something is missing before it can be posted; `what` of the message says what."""

    key = "poll-unready-alert"


@dataclass(frozen=True, slots=True)
class PollFacts:
    """One poll as screens and commands see it."""

    id: int
    status: str
    question: str
    options: tuple[str, ...]
    several: bool
    members_only: bool
    countries: tuple[str, ...]
    post_at: datetime | None
    deadline: datetime | None
    author_id: int | None
    created_at: datetime
    opened_at: datetime | None
    ended_at: datetime | None


async def find_poll(poll_id: int) -> PollFacts | None:
    row = await ChannelPoll.get_or_none(id=poll_id)
    return _facts(row) if row else None


async def get_poll(poll_id: int) -> PollFacts:
    """PollGoneError where there is none."""
    if poll := await find_poll(poll_id):
        return poll
    raise PollGoneError


async def list_polls(*, limit: int = 10, statuses: tuple[str, ...] = ()) -> tuple[PollFacts, ...]:
    """The newest first."""
    rows = ChannelPoll.filter(status__in=statuses) if statuses else ChannelPoll.all()
    return tuple([_facts(row) for row in await rows.order_by("-id").limit(limit)])


@unit_of_work
async def create_poll(question: str, *, author_id: int | None, now: datetime) -> int:
    """A new draft; its id."""
    asked = question[:MOST_QUESTION]
    row = await ChannelPoll.create(question=asked, options=[], countries=[], author_id=author_id, created_at=now)
    return int(row.id)


@unit_of_work
async def write_poll(poll_id: int, **changes: Any) -> PollFacts:
    """Change question, options, several, members_only, countries, post_at or deadline of a draft.

    PollFixedError for what is no draft (any more).
    """
    if (await lock_poll(poll_id)).status != "draft":
        raise PollFixedError
    await ChannelPoll.filter(id=poll_id).update(**changes)
    return await get_poll(poll_id)


def read_options(text: str) -> tuple[str, ...] | None:
    """The answers as typed, one a line; None for none, too many, one too long, and the same twice."""
    told = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    are_apart = len({each.casefold() for each in told}) == len(told)
    fits = 1 <= len(told) <= MOST_OPTIONS and all(len(each) <= MOST_OPTION for each in told)
    return told if are_apart and fits else None


def read_countries(text: str) -> tuple[str, ...] | None:
    """Countries as typed ("lu, DE fr"), each once; None for what are none, or too many."""
    told = tuple(dict.fromkeys(text.upper().replace(",", " ").split()))
    return told if told and len(told) <= MOST_COUNTRIES and all(map(COUNTRY.fullmatch, told)) else None


def missing_of(poll: PollFacts, *, now: datetime) -> str | None:
    """What keeps a draft from being posted: `options`, `past` (its time is over) or `order` (it ends before that)."""
    if not poll.options:
        return "options"
    if (poll.post_at and poll.post_at <= now) or (poll.deadline and poll.deadline <= now):
        return "past"
    return "order" if poll.post_at and poll.deadline and poll.deadline <= poll.post_at else None


@unit_of_work
async def plan_poll(poll_id: int, *, by: int | None, now: datetime) -> PollFacts:
    """Let it be posted at its time; PollFixedError, PollUnreadyError."""
    poll = await lock_poll(poll_id)
    if poll.status != "draft" or poll.post_at is None:
        raise PollFixedError
    if missing := missing_of(poll, now=now):
        raise PollUnreadyError(what=missing)
    return await move_poll(poll, "scheduled", by=by, now=now)


@unit_of_work
async def unplan_poll(poll_id: int, *, by: int | None, now: datetime) -> PollFacts:
    """Make a draft of it again, as long as it is not posted."""
    poll = await lock_poll(poll_id)
    if poll.status != "scheduled":
        raise PollFixedError
    return await move_poll(poll, "draft", by=by, now=now)


async def move_poll(poll: PollFacts, status: str, *, by: int | None, now: datetime, **changes: Any) -> PollFacts:
    """Note down that it is this from now on; inside the caller's unit of work, which has locked it."""
    await ChannelPoll.filter(id=poll.id).update(status=status, **changes)
    await record(by, f"poll_{status}", f"poll:{poll.id}", now=now)
    return await get_poll(poll.id)


async def lock_poll(poll_id: int) -> PollFacts:
    """The poll as it is until the transaction ends."""
    await fetch(f"{LOCK}{locked()}", poll_id)
    return await get_poll(poll_id)


def _facts(row: ChannelPoll) -> PollFacts:
    columns = {name: getattr(row, name) for name in PollFacts.__slots__}
    columns |= {"options": tuple(document(row.options)), "countries": tuple(document(row.countries))}
    return PollFacts(**columns)
