"""Where a post of the channel stands, for screens and commands."""

from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.channel import find_post, is_pinned
from bot.broadcasts.models import Click, Recipient
from bot.config import Settings


@dataclass(frozen=True, slots=True)
class Posted:
    """`status` and `why` are those of its row in the outbox; `clicks` are taps on its buttons."""

    status: str
    why: str | None
    message_id: int | None
    posted_at: datetime | None
    pinned: bool
    clicks: int

    @property
    def is_there(self) -> bool:
        return self.status == "sent"


async def find_posted(campaign_id: int, *, settings: Settings) -> Posted | None:
    """None before it was handed to the outbox, and where there is no channel."""
    push = await find_post(campaign_id, settings=settings) if settings.community_chat_id is not None else None
    if push is None:
        return None
    reader = await Recipient.get_or_none(campaign_id=campaign_id, chat_id=push.chat_id)
    clicked = await Click.filter(recipient_id=reader.id) if reader else []
    return Posted(
        status=push.status,
        why=push.why,
        message_id=push.message_id,
        posted_at=push.settled_at if push.status == "sent" else None,
        pinned=await is_pinned(push),
        clicks=sum(each.times for each in clicked),
    )
