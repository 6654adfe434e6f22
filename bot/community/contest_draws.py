"""The draw at the deadline, once and in one transaction; drawing again takes the next place and leaves a trace.

Nobody can draw otherwise: there is no verb that chooses a seed, a list or a winner.
"""

from datetime import datetime
from itertools import islice
from typing import Any, Literal

import structlog

from bot.community.contest_models import Contest, ContestEntry, ContestPlace
from bot.community.contest_news import tell_drawn, tell_replaced
from bot.community.contests import ContestFixedError, get_contest
from bot.community.drawing import digest_of, numbered, places
from bot.config import Settings
from bot.db import unit_of_work
from bot.shop.rows import change, fetch, locked
from bot.staff.audit import record

LOCK = "SELECT id FROM community_contest WHERE id = ?"
DUE = "SELECT id FROM community_contest WHERE status = 'open' AND deadline <= ? ORDER BY id"
DRAWN = """
UPDATE community_contest SET status = 'drawn', ended_at = ?
WHERE id = ? AND status = 'open' AND deadline <= ? RETURNING id"""
LEFT = "DELETE FROM community_contest_entry WHERE contest_id = ? AND chat_id IS NULL"
FROZEN = "UPDATE community_contest SET digest = ?, frozen = ? WHERE id = ?"
REPLACED = """
UPDATE community_contest_place SET replaced_at = ?, replaced_by = ?, why = ?
WHERE contest_id = ? AND place = ? AND replaced_at IS NULL RETURNING id"""

Again = Literal["no_answer", "not_entitled", "declined"]

log = structlog.get_logger(__name__)


async def mind_contests(settings: Settings, *, now: datetime) -> None:
    """Draw what is due; one that fails is tried again at the next round, and keeps none of the others waiting."""
    for row in await fetch(DUE, now):
        try:
            await draw(row["id"], settings=settings, now=now)
        except Exception:
            log.exception("draw failed", contest=row["id"])


@unit_of_work
async def draw(contest_id: int, *, settings: Settings, now: datetime) -> bool:
    """Freeze the list, publish seed and digest, and tell the winners; False before the deadline and a second time.

    Who was erased before is in no draw.
    """
    if not await change(DRAWN, now, contest_id, now):
        return False
    await change(LEFT, contest_id)
    tickets = numbered(
        [str(each) for each in await ContestEntry.filter(contest_id=contest_id).values_list("ticket", flat=True)]
    )
    await change(FROZEN, digest_of(tickets), len(tickets), contest_id)
    contest = await Contest.get(id=contest_id)
    won = await _fill(contest, tickets, wanted=contest.winners, by=None, now=now)
    await tell_drawn(await get_contest(contest_id), won, settings=settings, now=now)
    log.info("contest drawn", contest=contest_id, tickets=len(tickets), winners=len(won))
    return True


@unit_of_work
async def draw_again(
    contest_id: int, place: int, why: Again, *, by: int, settings: Settings, now: datetime
) -> ContestPlace | None:
    """Give the prize of this place to the next one; None when no ticket is left.

    ContestFixedError where it was drawn again before, or this is no winner.
    """
    await fetch(f"{LOCK}{locked()}", contest_id)
    replaced = await change(REPLACED, now, by, why, contest_id, place)
    if not replaced:
        raise ContestFixedError
    contest = await Contest.get(id=contest_id)
    tickets = numbered(
        [str(each) for each in await ContestEntry.filter(contest_id=contest_id).values_list("ticket", flat=True)]
    )
    won = await _fill(contest, tickets, wanted=1, by=by, now=now)
    told = {"place": place, "why": why, "next": won[0].place if won else None}
    await record(by, "contest_drawn_again", f"contest:{contest_id}", now=now, detail=told)
    before = await ContestPlace.get(id=replaced[0]["id"]).prefetch_related("entry")
    await tell_replaced(await get_contest(contest_id), before, won, settings=settings, now=now)
    return won[0] if won else None


async def _fill(
    contest: Contest, tickets: tuple[str, ...], *, wanted: int, by: int | None, now: datetime
) -> list[ContestPlace]:
    """The next places of the order until so many have somebody; who was erased meanwhile is passed over, and noted."""
    before, won = await ContestPlace.filter(contest_id=contest.id).count(), list[ContestPlace]()
    drawn = islice(places(bytes.fromhex(contest.seed or ""), tickets), before, None)
    for number, ticket in enumerate(drawn, before + 1):
        if len(won) == wanted:
            break
        entry = await ContestEntry.get(ticket=ticket)
        erased: dict[str, Any] = {} if entry.chat_id else {"replaced_at": now, "why": "erased"}
        about: dict[str, Any] = {"contest_id": contest.id, "place": number, "drawn_at": now, "drawn_by": by}
        place = await ContestPlace.create(entry=entry, **about, **erased)
        if entry.chat_id:
            won.append(place)
    return won
