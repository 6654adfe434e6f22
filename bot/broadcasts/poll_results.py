"""What came of a poll: the figures as Telegram tells them, each update once and none older than what is known."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.broadcasts.poll_models import PollFigures
from bot.broadcasts.polls import PollFacts
from bot.config import Settings
from bot.db import document, unit_of_work
from bot.outbox.models import Push, SentPoll
from bot.outbox.queue import current_chat
from bot.shop.rows import change

# After a week without updates Telegram begins to number them anew, anywhere: from then on a lower number is no older.
NUMBERED_ANEW = timedelta(days=6)
NOTE = """
INSERT INTO broadcast_poll_figures (poll_id, update_id, counts, voters, closed, seen_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (poll_id) DO UPDATE SET update_id = excluded.update_id, counts = excluded.counts,
  voters = excluded.voters, closed = excluded.closed, seen_at = excluded.seen_at
WHERE NOT broadcast_poll_figures.closed AND (excluded.closed
  OR broadcast_poll_figures.update_id < excluded.update_id OR broadcast_poll_figures.seen_at < ?)
RETURNING id"""


@dataclass(frozen=True, slots=True)
class Results:
    """`status` and `why` are those of its row in the outbox, None before there is one; `counts` by answer, in order.

    `voters` are people: where several answers may be chosen, the counts add up to more.
    """

    status: str | None
    why: str | None
    posted_at: datetime | None
    counts: tuple[int, ...]
    voters: int

    @property
    def is_there(self) -> bool:
        return self.status == "sent"


@unit_of_work
async def note_figures(
    poll_id: str, update_id: int, counts: Sequence[int], *, voters: int, closed: bool, now: datetime
) -> bool:
    """Keep what an update tells of a poll (by Telegram's name); False for an older one, and for one told again.

    `now` is real time. A closed poll stays as it was closed.
    """
    told = json.dumps(list(counts))
    return bool(await change(NOTE, poll_id, update_id, told, voters, closed, now, now - NUMBERED_ANEW))


async def results_of(poll: PollFacts, *, settings: Settings) -> Results:
    """Where it stands in the channel, and what was chosen so far."""
    push = await push_of(poll.id, settings=settings)
    figures = await _figures_of(push)
    counts = list(document(figures.counts)) if figures else []
    return Results(
        status=push.status if push else None,
        why=push.why if push else None,
        posted_at=push.settled_at if push and push.status == "sent" else None,
        counts=tuple(counts + [0] * (len(poll.options) - len(counts))),
        voters=figures.voters if figures else 0,
    )


async def describe_poll(poll: PollFacts, *, settings: Settings) -> dict[str, Any]:
    """What `show poll ID --json` prints; the keys are promised in MANUAL.md."""
    found = await results_of(poll, settings=settings)
    told = [{"text": text, "count": count} for text, count in zip(poll.options, found.counts, strict=False)]
    return {
        "id": poll.id,
        "status": poll.status,
        "question": poll.question,
        "options": told,
        "voters": found.voters,
        "several": poll.several,
        "members_only": poll.members_only,
        "countries": list(poll.countries),
        "post_at": poll.post_at and poll.post_at.isoformat(),
        "posted_at": found.posted_at and found.posted_at.isoformat(),
        "deadline": poll.deadline and poll.deadline.isoformat(),
        "ended_at": poll.ended_at and poll.ended_at.isoformat(),
        "delivery": found.status,
        "why": found.why,
    }


async def is_closed_there(poll_id: int, *, settings: Settings) -> bool:
    """Whether Telegram has told that it takes no more votes: somebody may have closed it in the app."""
    figures = await _figures_of(await push_of(poll_id, settings=settings))
    return figures is not None and figures.closed


async def push_of(poll_id: int, *, settings: Settings) -> Push | None:
    """The row of the outbox that puts it up, or has."""
    if settings.community_chat_id is None:
        return None
    chat_id = await current_chat(settings.community_chat_id)
    return await Push.filter(chat_id=chat_id, slot=slot_of(poll_id)).order_by("-id").first()


def slot_of(poll_id: int) -> str:
    """Its place in the channel."""
    return f"poll:{poll_id}"


async def _figures_of(push: Push | None) -> PollFigures | None:
    sent = await SentPoll.get_or_none(push_id=push.id) if push else None
    return await PollFigures.get_or_none(poll_id=sent.poll_id) if sent else None
