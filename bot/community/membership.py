"""What falls due around membership: requests that can be answered now, and links that are over."""

from datetime import datetime

from bot.community.joining import mind_joining
from bot.community.personal_links import mind_links
from bot.config import Settings


async def mind_members(settings: Settings, *, now: datetime) -> None:
    """Let in who has linked since they asked, show the staff who still waits, and end links that are nobody's."""
    await mind_joining(settings, now=now)
    await mind_links(now=now)
