"""What customers complain of, and what the shop has done about it and told them (LOOP-04)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.broadcasts.campaigns import CampaignFacts
from bot.broadcasts.causes import Complaints, complaints
from bot.broadcasts.improvements import ImprovementFacts, list_improvements
from bot.reports.periods import Period

MOST = 1_000
EVER, FOREVER = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cause:
    """Who complained of it in the period, and what was ever told of it, the newest first."""

    complaints: Complaints
    improvements: tuple[ImprovementFacts, ...]


async def causes(period: Period, *, tz: ZoneInfo) -> tuple[Cause, ...]:
    """The days of `period` in the shop's time zone; first the cause that most wait for an answer to."""
    since, until = period.bounds(tz)
    done = defaultdict[str, list[ImprovementFacts]](list)
    for each in await list_improvements(limit=MOST):
        done[each.cause].append(each)
    return tuple(
        [Cause(each, tuple(done[each.cause])) for each in await complaints(since=since or EVER, until=until or FOREVER)]
    )


def as_json(told: tuple[Cause, ...]) -> dict[str, Any]:
    """The keys of `report causes --json`."""
    return {
        "causes": [
            {
                "cause": each.complaints.cause,
                "answers": each.complaints.answers,
                "cases": each.complaints.cases,
                "unanswered": each.complaints.unanswered,
                "improvements": [_improvement(one) for one in each.improvements],
            }
            for each in told
        ]
    }


def _improvement(each: ImprovementFacts) -> dict[str, Any]:
    return {
        "id": each.id,
        "created_at": each.created_at.isoformat(),
        "voices": each.voices,
        "people": each.people,
        "told": each.told,
        "post": _campaign(each.post),
        "letter": _campaign(each.letter),
    }


def _campaign(campaign: CampaignFacts | None) -> dict[str, Any] | None:
    return {"id": campaign.id, "status": campaign.status.value} if campaign else None
