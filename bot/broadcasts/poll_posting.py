"""What becomes of polls in the channel: put up at their time, closed on their day, shown to the staff before.

All of it goes through the outbox, in the transaction of what it tells about, so that a crash loses nothing of it.
A poll closes by a call of ours and not by a date that Telegram is given: one put up later than planned (quiet hours,
an outage) would be refused or too short.
"""

from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.broadcasts.poll_results import is_closed_there, push_of, slot_of
from bot.broadcasts.polls import (
    PollFacts,
    PollFixedError,
    PollUnreadyError,
    list_polls,
    lock_poll,
    missing_of,
    move_poll,
)
from bot.config import Settings
from bot.db import unit_of_work
from bot.i18n import plain
from bot.outbox.queue import cancel_waiting, current_chat, enqueue

SEND, STOP = "sendPoll", "stopPoll"
# How long after its end a poll is still looked after that could not be closed when it ended.
LOOKED_AFTER = timedelta(days=7)
MOST = 1_000

log = structlog.get_logger(__name__)


@unit_of_work
async def post_poll(poll_id: int, *, by: int | None, settings: Settings, now: datetime) -> PollFacts:
    """Put a draft up at once, whatever time it had, or a planned one before its time; and one that was refused again.

    PollFixedError, PollUnreadyError.
    """
    poll = await lock_poll(poll_id)
    if settings.community_chat_id is None:
        raise PollUnreadyError(what="channel")
    if poll.status == "open" and await _was_refused(poll, settings):
        await _put_up(poll, settings, now)
        return poll
    if poll.status not in {"draft", "scheduled"}:
        raise PollFixedError
    if missing := missing_of(poll, now=now):
        raise PollUnreadyError(what=missing)
    return await _open(poll, by, settings, now)


@unit_of_work
async def close_poll(poll_id: int, *, by: int | None, settings: Settings, now: datetime) -> PollFacts:
    """Nobody can vote any more. PollFixedError for what is not open."""
    poll = await lock_poll(poll_id)
    if poll.status != "open":
        raise PollFixedError
    closed = await move_poll(poll, "closed", by=by, now=now, ended_at=now)
    await cancel_waiting(slot=slot_of(poll_id), now=now)
    await _stop(closed, settings, now)
    return closed


def sample_poll(poll: PollFacts, settings: Settings) -> dict[str, Any]:
    """The very poll for whoever writes it, closed at once so that nobody's vote gets lost there."""
    only_in_channels = {"members_only", "country_codes"}
    params = {name: value for name, value in poll_params(poll, settings).items() if name not in only_in_channels}
    return params | {"is_closed": True}


async def mind_polls(settings: Settings, *, now: datetime) -> None:
    """One round; one that fails is tried again at the next, and keeps none of the others waiting."""
    for poll in reversed(await list_polls(statuses=("scheduled", "open", "closed"), limit=MOST)):
        try:
            await _mind(poll.id, settings, now)
        except Exception:
            log.exception("poll round failed", poll=poll.id)


def poll_params(poll: PollFacts, settings: Settings) -> dict[str, Any]:
    """What Telegram is sent; whoever reads it learns until when they can vote."""
    locale = settings.default_locale
    asked: dict[str, Any] = {
        "question": poll.question,
        "options": [{"text": each} for each in poll.options],
        "is_anonymous": True,
        "allows_multiple_answers": poll.several,
    }
    if poll.members_only:
        asked["members_only"] = True
    if poll.countries:
        asked["country_codes"] = list(poll.countries)
    if poll.deadline:
        asked["description"] = plain(locale, "poll-until", at=poll.deadline, tz=settings.time_zone)
    return asked


@unit_of_work
async def _mind(poll_id: int, settings: Settings, now: datetime) -> None:
    poll = await lock_poll(poll_id)
    match poll.status:
        case "scheduled" if poll.deadline and poll.deadline <= now:
            await move_poll(poll, "cancelled", by=None, now=now, ended_at=now)  # nobody was there when its time came
        case "scheduled" if poll.post_at and poll.post_at <= now:
            await _open(poll, None, settings, now)
        case "open" if (poll.deadline and poll.deadline <= now) or await is_closed_there(poll_id, settings=settings):
            await close_poll(poll_id, by=None, settings=settings, now=now)
        case "closed" if poll.ended_at and now - poll.ended_at < LOOKED_AFTER:
            await _stop(poll, settings, now)  # it was on its way when it was closed
        case _:
            return


async def _open(poll: PollFacts, by: int | None, settings: Settings, now: datetime) -> PollFacts:
    opened = await move_poll(poll, "open", by=by, now=now, opened_at=now)
    await _put_up(opened, settings, now)
    return opened


async def _put_up(poll: PollFacts, settings: Settings, now: datetime) -> None:
    """As a post of the channel: it rings nobody at night."""
    last = await push_of(poll.id, settings=settings)
    once, chat_id = f"{slot_of(poll.id)}:{last.id if last else 0}", await current_chat(settings.community_chat_id or 0)
    options: Any = {"purpose": "post", "now": now, "expires_at": poll.deadline, "slot": slot_of(poll.id)}
    await enqueue(chat_id, SEND, poll_params(poll, settings), once=once, **options)


async def _stop(poll: PollFacts, settings: Settings, now: datetime) -> None:
    """Once, where there is a poll to stop; what somebody has closed in the app is closed."""
    push = await push_of(poll.id, settings=settings)
    if push and push.message_id and not await is_closed_there(poll.id, settings=settings):
        once = f"{slot_of(poll.id)}:stop"
        await enqueue(push.chat_id, STOP, {"message_id": push.message_id}, once=once, purpose="card", now=now)


async def _was_refused(poll: PollFacts, settings: Settings) -> bool:
    push = await push_of(poll.id, settings=settings)
    return push is not None and push.status in {"failed", "skipped"}
