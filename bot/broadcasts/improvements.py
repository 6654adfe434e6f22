"""What was changed because customers complained: whom each improvement answers, and who was told of it (LOOP-04)."""

from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.campaigns import CampaignFacts, find_campaign
from bot.broadcasts.models import Improvement, Voice
from bot.config import Locale
from bot.errors import NotFoundError
from bot.i18n import plain
from bot.shop.rows import fetch

# Who has complained in a chat and as the customer of that chat is one.
PEOPLE = """
SELECT count(DISTINCT coalesce(v.customer_id,
  (SELECT min(own.customer_id) FROM customer_link own WHERE own.chat_id = v.chat_id), -v.chat_id, -v.id)) AS number
FROM broadcast_voice v WHERE v.improvement_id = ?"""
TOLD = """
SELECT count(*) AS number FROM broadcast_recipient r JOIN broadcast_campaign c ON c.id = r.campaign_id
JOIN outbox_push p ON p.once = 'campaign:' || c.id || ':chat:' || r.chat_id
WHERE c.improvement_id = ? AND c.kind = 'customers' AND r.held_because IS NULL AND p.status = 'sent'"""


@dataclass(frozen=True, slots=True)
class ImprovementFacts:
    """One improvement: its cause, how many `voices` of how many `people` it answers, how many of them were `told`."""

    id: int
    cause: str
    author_id: int
    created_at: datetime
    voices: int
    people: int
    told: int
    post: CampaignFacts | None
    letter: CampaignFacts | None


async def get_improvement(improvement_id: int) -> ImprovementFacts:
    """The improvement of this id; NotFoundError when there is none (any more)."""
    row = await Improvement.get_or_none(id=improvement_id)
    if row is None:
        raise NotFoundError
    return await _facts(row)


async def find_cause(improvement_id: int) -> str | None:
    """What it is the answer to; None where there is none (any more)."""
    row = await Improvement.get_or_none(id=improvement_id)
    return row.cause if row else None


async def list_improvements(*, cause: str | None = None, limit: int = 20) -> tuple[ImprovementFacts, ...]:
    """The newest first; for this cause only, if one is given."""
    rows = Improvement.filter(cause=cause) if cause else Improvement.all()
    return tuple([await _facts(row) for row in await rows.order_by("-id").limit(limit)])


def said_of(cause: str, locale: Locale) -> str:
    """What customers say of a cause, in a few words."""
    return plain(locale, f"improvement-cause-{cause}")


async def _facts(row: Improvement) -> ImprovementFacts:
    [people], [told] = await fetch(PEOPLE, row.id), await fetch(TOLD, row.id)
    return ImprovementFacts(
        id=int(row.id),
        cause=row.cause,
        author_id=row.author_id,
        created_at=row.created_at,
        voices=await Voice.filter(improvement_id=row.id).count(),
        people=int(people["number"]),
        told=int(told["number"]),
        post=await find_campaign(row.post_id) if row.post_id else None,
        letter=await find_campaign(row.letter_id) if row.letter_id else None,
    )
