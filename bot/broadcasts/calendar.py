"""The communication calendar: everything that was sent, is being sent or will be, on one timeline (BRC-11).

Sends that come too close for the people who would get both are conflicts: the contact budget lets one advertising
message through in 24 hours and three in a week, so that the later one waits or comes never.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.broadcasts.audience import Query, audience_query
from bot.broadcasts.automatic import Automatic, list_automatic, segment_of
from bot.broadcasts.campaigns import CampaignFacts, list_campaigns
from bot.broadcasts.letters import served_locales
from bot.broadcasts.polls import PollFacts, list_polls
from bot.broadcasts.rules import Status, starts_at
from bot.config import LOCALES, Settings
from bot.outbox.budget import A_DAY, A_WEEK, IN_A_WEEK
from bot.shop.rows import fetch

Phase = Literal["past", "waiting", "scheduled"]
PHASES: dict[Status, Phase] = {
    Status.SCHEDULED: "scheduled",
    Status.RUNNING: "waiting",
    Status.PAUSED: "waiting",
    Status.FINISHED: "past",
    Status.CANCELLED: "past",
}
POLL_PHASES: dict[str, Phase] = {"scheduled": "scheduled", "open": "waiting", "closed": "past", "cancelled": "past"}
# Somebody may still get it, or has got it lately: only then another send can be one too many.
LATELY = A_WEEK
MOST = 1_000

FROZEN = "SELECT chat_id FROM broadcast_recipient WHERE campaign_id = ? AND held_because IS NULL"
MEMBERS = "SELECT {place} AS place, chat_id FROM ({one}) part{place}"
NEAR = "SELECT {one} AS one, {other} AS other, {day} AS is_day"
# With `other`: in both within a day. Without: in more of a week than the budget lets through, this one included.
TOO_CLOSE = """
WITH sends AS ({sends}), near AS ({near}),
met AS (
  SELECT near.one, near.other, near.is_day, own.chat_id FROM near JOIN sends own ON own.place = near.one
  JOIN sends others ON others.place = near.other AND others.chat_id = own.chat_id)
SELECT one, other, count(*) AS number FROM met WHERE is_day = 1 GROUP BY one, other
UNION ALL
SELECT one, NULL AS other, count(*) AS number FROM (
  SELECT one, chat_id FROM met GROUP BY one, chat_id HAVING count(*) >= ?) crowded GROUP BY one"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """`people` are in this send and in `others`, more than the contact budget lets through `within` a day or week."""

    others: tuple[str, ...]
    within: Literal["day", "week"]
    people: int


@dataclass(frozen=True, slots=True)
class Send:
    """One line of the timeline; `id` is `campaign:7`, `automatic:winback` or `poll:7`.

    `at` is when it began or will; `until` when it was over, or what it offers will be; `people` as far as known: its
    frozen audience, else None. `repeats` is `daily` for what sends itself.
    """

    id: str
    kind: Literal["customers", "channel"]
    title: str
    phase: Phase
    status: str
    at: datetime
    until: datetime | None
    people: int | None
    repeats: str | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A send and who gets it; a post has no audience."""

    send: Send
    audience: Query | None


async def timeline(
    *, settings: Settings, now: datetime, since: datetime | None = None, until: datetime | None = None
) -> tuple[Send, ...]:
    """Everything from `since` to `until` in the order of time, with the conflicts of what is still to come."""
    placed = [each for campaign in await _campaigns() if (each := _place(campaign, settings, now))]
    automatic = await list_automatic(settings=settings, now=now)
    placed += [_place_automatic(each, settings, now) for each in automatic if each.active]
    placed += [_place_poll(each) for each in await list_polls(statuses=tuple(POLL_PHASES), limit=MOST)]
    placed.sort(key=lambda each: (each.send.at, each.send.id))
    found = await _conflicts(placed, now)
    shown = [replace(each.send, conflicts=tuple(found.get(place, ()))) for place, each in enumerate(placed)]
    return tuple(send for send in shown if (since is None or send.at >= since) and (until is None or send.at <= until))


def as_json(send: Send) -> dict[str, Any]:
    """What `show calendar --json` prints of it; the keys are promised in MANUAL.md."""
    conflicts = [{"with": list(each.others), "within": each.within, "people": each.people} for each in send.conflicts]
    return {
        "id": send.id,
        "kind": send.kind,
        "title": send.title,
        "phase": send.phase,
        "status": send.status,
        "at": send.at.isoformat(),
        "until": send.until.isoformat() if send.until else None,
        "people": send.people,
        "repeats": send.repeats,
        "conflicts": conflicts,
    }


async def _campaigns() -> Sequence[CampaignFacts]:
    return await list_campaigns(statuses=tuple(PHASES), limit=MOST)


def _place(campaign: CampaignFacts, settings: Settings, now: datetime) -> _Placed | None:
    planned = starts_at(campaign.when_kind, send_at=campaign.send_at, on=campaign.local_on, at=campaign.local_at)
    at = campaign.started_at or planned
    if at is None:  # cancelled as a draft
        return None
    send = Send(
        id=f"campaign:{campaign.id}",
        kind="channel" if campaign.kind == "channel" else "customers",
        title=campaign.title,
        phase=PHASES[campaign.status],
        status=campaign.status.value,
        at=at,
        until=campaign.finished_at or campaign.expires_at,
        people=campaign.frozen if campaign.kind == "customers" else None,
    )
    return _Placed(send, _audience_of(campaign, settings, now))


def _audience_of(campaign: CampaignFacts, settings: Settings, now: datetime) -> Query | None:
    if campaign.kind == "channel" or campaign.status is Status.CANCELLED:
        return None
    if campaign.frozen is not None:
        return Query(FROZEN, (campaign.id,))
    query = audience_query(
        campaign.segment, locales=served_locales(campaign), settings=settings, now=now, agreeing_only=True
    )
    return _chats(query)


def _place_automatic(each: Automatic, settings: Settings, now: datetime) -> _Placed:
    send = Send(
        id=f"automatic:{each.key}",
        kind="customers",
        title=each.title or each.key,
        phase="scheduled",
        status="active",
        at=each.next_at or now,
        until=None,
        people=None,
        repeats="daily",
    )
    query = audience_query(
        segment_of(each, on=send.at.astimezone(settings.time_zone).date()),
        locales=LOCALES,
        settings=settings,
        now=now,
        agreeing_only=True,
    )
    return _Placed(send, _chats(query))


def _place_poll(poll: PollFacts) -> _Placed:
    """Who reads a channel has asked for it, so that nothing of it comes too close."""
    send = Send(
        id=f"poll:{poll.id}",
        kind="channel",
        title=poll.question,
        phase=POLL_PHASES[poll.status],
        status=poll.status,
        at=poll.opened_at or poll.post_at or poll.created_at,
        until=poll.ended_at or poll.deadline,
        people=None,
    )
    return _Placed(send, None)


def _chats(query: Query) -> Query:
    return Query(f"{query.text} SELECT chat_id FROM audience WHERE held IS NULL", query.values)  # noqa: S608  # ours


def _near(placed: Sequence[_Placed], now: datetime) -> list[tuple[int, int, bool]]:
    """Places of two sends that lie within a week of each other, and whether within a day; the first is to come."""
    found = []
    for place, each in enumerate(placed):
        for other_place, other in enumerate(placed):
            is_asked = each.audience is not None and each.send.phase != "past"
            if is_asked and other is not each and _may_meet(other, now) and _apart(each, other) < A_WEEK:
                found.append((place, other_place, _apart(each, other) < A_DAY))
    return found


async def _conflicts(placed: Sequence[_Placed], now: datetime) -> dict[int, list[Conflict]]:
    """What comes too close, by place, asked in one query: each audience is worked out once."""
    near = _near(placed, now)
    if not near:
        return {}
    asked = sorted({place for pair in near for place in pair[:2]})
    audiences = [(place, placed[place].audience) for place in asked]
    sends = [MEMBERS.format(place=place, one=query.text) for place, query in audiences if query]
    values = [value for _, query in audiences if query for value in query.values]
    pairs = [NEAR.format(one=one, other=other, day=int(is_day)) for one, other, is_day in near]
    statement = TOO_CLOSE.format(sends=" UNION ALL ".join(sends), near=" UNION ALL ".join(pairs))
    found: dict[int, list[Conflict]] = {}
    rows = await fetch(statement, *values, IN_A_WEEK)
    for row in sorted(rows, key=lambda row: (row["one"], row["other"] is None, row["other"] or 0)):
        one, is_day = row["one"], row["other"] is not None
        others = [row["other"]] if is_day else [other for place, other, _ in near if place == one]
        ids = tuple(placed[other].send.id for other in others)
        found.setdefault(one, []).append(Conflict(ids, "day" if is_day else "week", int(row["number"])))
    return found


def _may_meet(other: _Placed, now: datetime) -> bool:
    is_fresh = other.send.phase != "past" or other.send.at > now - LATELY
    return other.audience is not None and is_fresh


def _apart(one: _Placed, other: _Placed) -> timedelta:
    return abs(one.send.at - other.send.at)
