"""Where a post of the channel stands, for screens and commands."""

from dataclasses import dataclass
from datetime import datetime

from bot.broadcasts.channel import is_pinned, slot_of
from bot.broadcasts.models import Click, Recipient
from bot.config import Settings
from bot.outbox.models import Push
from bot.outbox.queue import current_chat


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
    """None before it was handed to the outbox; it is where it was put, whatever the channel is by now."""
    push = await _find_push(campaign_id, settings)
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


async def _find_push(campaign_id: int, settings: Settings) -> Push | None:
    """Its reader is the channel that it was put up in, which a command may not have been told."""
    chats = {each.chat_id for each in await Recipient.filter(campaign_id=campaign_id, chat_id__lt=0)}
    if settings.community_chat_id is not None:
        chats.add(await current_chat(settings.community_chat_id))
    return await Push.filter(chat_id__in=chats, slot=slot_of(campaign_id)).order_by("-id").first() if chats else None
